"""JupyterLab as a reader gets it: `environment/lab` started for real, driven in the system's Chromium.

The workspace and Jupyter's state are the test's own, under target/browser.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import time
import unittest
import urllib.request
from pathlib import Path
from unittest import mock

import nbformat
from nbclient import NotebookClient
from nbformat.sign import NotebookNotary
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "target/browser"
PICTURES = FOLDER / "pictures"
START_SECONDS = 300
LONGEST_REST = 10
# The part of JupyterLab's plotly extension that draws; without it Lab falls back to other forms.
DRAWS_FIGURES = "@jupyterlab/plotly-extension:factory"
# All cells stay in the page, also those out of sight.
SETTINGS = {"@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"windowingMode": "none"}}


def wait_for(condition, seconds, what, pause=0.05):
    """Returns the first true value of condition(), and how long it took."""
    start = time.monotonic()
    while True:
        value = condition()
        passed = time.monotonic() - start
        if value:
            return value, passed
        if passed > seconds:
            raise AssertionError(f"{what}: not within {seconds} s")
        time.sleep(pause)


def new_notebook(*sources):
    """A notebook of code cells for the Java kernel."""
    notebook = nbformat.v4.new_notebook()
    notebook.metadata.kernelspec = {"name": "java", "display_name": "Java", "language": "java"}
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return notebook


def watch_page(page, own):
    """Two lists that grow: what a page reports as errors, and its requests to addresses but its own."""
    console, foreign = [], []
    page.on("console", lambda m: console.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: console.append(str(e)))
    page.on("request", lambda r: None if r.url.startswith(own) else foreign.append(r.url))
    return console, foreign


def launch(playwright):
    """The system's browser."""
    return playwright.chromium.launch(
        executable_path=os.environ["CHROMIUM"],
        # A container has neither user namespaces for the sandbox nor a large /dev/shm.
        args=["--no-sandbox", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required"],
    )


class Lab:
    """One server and one browser; without `plotly`, figures show as their pictures."""

    def __init__(self, plotly=True):
        self.plotly = plotly

    def __enter__(self):
        for name in ("workspace", "jupyter", "config"):
            shutil.rmtree(FOLDER / name, ignore_errors=True)
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.workspace = FOLDER / "workspace"
        for name, value in SETTINGS.items():
            file = FOLDER / "jupyter/settings" / name
            file.parent.mkdir(parents=True)
            file.write_text(json.dumps(value), "utf-8")
        off = FOLDER / "config/labconfig/page_config.json"
        off.parent.mkdir(parents=True)
        off.write_text(json.dumps({"disabledExtensions": {} if self.plotly else {DRAWS_FIGURES: True}}))
        self._start_server()
        self.playwright = sync_playwright().start()
        self.browser = launch(self.playwright)
        return self

    def _start_server(self):
        places = {
            "UNROLL_WORKSPACE": self.workspace,
            "UNROLL_JUPYTER": FOLDER / "jupyter",
            "JUPYTER_CONFIG_PATH": FOLDER / "config",
        }
        self.log = FOLDER / "server.log"
        with open(self.log, "wb") as log:
            self.server = subprocess.Popen(
                [ROOT / "environment/lab", "--no-browser"],
                env=os.environ | {name: str(place) for name, place in places.items()},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        pattern = re.compile(r"(http://127\.0\.0\.1:\d+)/\S*\?token=(\w+)")
        try:
            match, _ = wait_for(
                lambda: pattern.search(self.log.read_text("utf-8")), START_SECONDS, "the server's address"
            )
        except AssertionError:
            self._stop_server()
            raise
        self.address, self.token = match.groups()

    def __exit__(self, *error):
        self.browser.close()
        self.playwright.stop()
        self._stop_server()

    def _stop_server(self):
        os.killpg(self.server.pid, signal.SIGTERM)
        self.server.wait(60)

    def ask(self, path, method="GET"):
        """One request to the server's REST interface; the answer parsed, None when empty."""
        request = urllib.request.Request(
            f"{self.address}/api/{path}", method=method, headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    def write_notebook(self, name, *cells):
        """Puts a notebook of code cells into the workspace."""
        nbformat.write(new_notebook(*cells), self.workspace / name)

    def saved_cells(self, name):
        """The cells of a notebook as its file holds them; none while JupyterLab is writing it."""
        try:
            return json.loads((self.workspace / name).read_text("utf-8"))["cells"]
        except json.JSONDecodeError:
            return []

    def execute(self, notebook):
        """Runs a notebook in a kernel of its own, as `lab run` does; its outputs stay in it."""
        with mock.patch.dict(os.environ, JUPYTER_PATH=str(FOLDER / "jupyter")):
            NotebookClient(notebook, timeout=600, kernel_name="java", coalesce_streams=True).execute()

    def place(self, notebook, name, trusted):
        """Puts an executed notebook into the workspace, signed as one's own or not."""
        nbformat.write(notebook, self.workspace / name)
        if trusted:
            NotebookNotary(data_dir=str(FOLDER / "jupyter/data")).sign(notebook)

    def open(self, name, kernel=True):
        """Opens a notebook in a page of its own and waits for its kernel, if one is wanted."""
        context = self.browser.new_context(viewport={"width": 1280, "height": 1600})
        page = NotebookPage(self, context, name)
        if kernel:
            page.wait_idle(60)
        return page


class NotebookPage:
    """One notebook in a browser, driven through the same menus and buttons as a reader's."""

    def __init__(self, lab, context, name):
        self.lab, self.context, self.name = lab, context, name
        self.dialogs = []  # what scripts asked the reader
        self.page = context.new_page()
        server = (lab.address, "ws" + lab.address[4:], "data:", "blob:")
        self.console, self.foreign = watch_page(self.page, server)
        self.page.on("dialog", lambda d: (self.dialogs.append(d.message), d.dismiss()))
        workspace = re.sub(r"\W", "", name)
        self.page.goto(f"{lab.address}/lab/workspaces/{workspace}/tree/{name}?token={lab.token}")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=180_000)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.picture("last")
        self.context.close()

    def picture(self, what):
        """Takes a screenshot for people to look at."""
        self.page.screenshot(path=str(PICTURES / f"{Path(self.name).stem}-{what}.png"))

    def kernel_name(self):
        return self.page.inner_text(".jp-Toolbar-kernelName").strip()

    def menu(self, menu, entry):
        self.page.click(f".lm-MenuBar-item:has-text('{menu}')")
        self.page.click(f".lm-Menu-item:has-text('{entry}')")

    def run_all(self):
        self.menu("Run", "Run All Cells")
        self._wait_started()

    def run_cell(self, index):
        self.cell(index).locator(".jp-InputArea-editor").click()
        self.page.keyboard.press("Control+Enter")
        self._wait_started()

    def _wait_started(self):
        wait_for(lambda: self.waiting() or "Idle" in self.page.inner_text("#jp-main-statusbar"), 10, "a start")

    def interrupt(self):
        self.page.click("[data-command='notebook:interrupt-kernel'], [title^='Interrupt the kernel']")

    def cell(self, index):
        return self.page.locator(".jp-Notebook .jp-Cell").nth(index)

    def prompt(self, index):
        return self.cell(index).locator(".jp-InputPrompt").inner_text().strip()

    def output(self, index):
        """The text of a cell's outputs, without their prompts."""
        return "\n".join(self.cell(index).locator(".jp-OutputArea-output").all_inner_texts()).strip()

    def waiting(self):
        """How many cells are running or queued."""
        return self.page.locator(".jp-InputPrompt:text-is('[*]:')").count()

    def while_running(self, index, seconds):
        """Gives control again and again while a cell runs, which it must within so many seconds."""
        wait_for(lambda: self.prompt(index) == "[*]:", seconds, f"cell {index + 1} runs")
        while self.prompt(index) == "[*]:":
            yield
            self.page.wait_for_timeout(300)

    def errors(self, index):
        """What a cell shows in red: its exceptions, and anything on stderr."""
        error = "[data-mime-type='application/vnd.jupyter.stderr']"
        return self.cell(index).locator(error).all_inner_texts()

    def wait_idle(self, seconds):
        """Waits until the kernel is idle and no cell is queued; returns the seconds it took."""

        return wait_for(self.is_idle, seconds, f"{self.name}: idle", pause=0.1)[1]

    def is_idle(self):
        # This kernel reports its first state only with its first cell.
        state = self.page.inner_text("#jp-main-statusbar")
        return self.waiting() == 0 and ("Java | Idle" in state or "Java | Unknown" in state)

    def wait_run(self, seconds):
        """Waits until each cell has run, or the kernel rests though some have not."""
        prompts = self.page.locator(".jp-CodeCell .jp-InputPrompt")
        busy = time.monotonic()

        def done():
            nonlocal busy
            if not self.is_idle():
                busy = time.monotonic()
            # After an error that is meant, Lab takes the stars of the cells below, and yet runs them:
            # between two of them the kernel is idle as well.
            rested = time.monotonic() - busy > LONGEST_REST
            return rested or all(re.fullmatch(r"\[\d+\]:", p.strip()) for p in prompts.all_inner_texts())

        wait_for(done, seconds, f"{self.name}: all cells", pause=0.1)

    def kernel_process(self):
        """The process id of this notebook's JVM."""
        sessions = self.lab.ask("sessions")
        kernel = next(s["kernel"]["id"] for s in sessions if s["path"] == self.name)
        for process in Path("/proc").iterdir():
            if process.name.isdigit():
                try:
                    if f"kernel-{kernel}.json".encode() in (process / "cmdline").read_bytes():
                        return kernel, int(process.name)
                except OSError:
                    continue  # ended meanwhile
        raise AssertionError(f"no process runs kernel {kernel}")


class LabTest(unittest.TestCase):
    """Tests that share one lab."""

    @classmethod
    def setUpClass(cls):
        cls.lab = Lab()
        cls.lab.__enter__()
        cls.addClassCleanup(cls.lab.__exit__)

    def check_run(self, notebook, cells):
        """Every cell has run, fails only where it is meant to, and the page asked nobody but our server."""
        for index, cell in enumerate(cells):
            if cell["cell_type"] == "code":
                self.assertRegex(notebook.prompt(index), r"^\[\d+\]:$", f"cell {index + 1} has not run")
            tagged = "raises-exception" in cell["metadata"].get("tags", [])
            self.assertEqual(bool(notebook.errors(index)), tagged, f"cell {index + 1}: {notebook.errors(index)}")
        self.assertEqual(notebook.console, [], "the browser's console")
        self.assertEqual(notebook.foreign, [], "requests to other servers")


def is_alive(process):
    """Whether the process exists and is no zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(") ", 1)[1][0] != "Z"
    except OSError:
        return False
