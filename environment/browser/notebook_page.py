"""One notebook open in JupyterLab, as a reader sees and uses it."""

import re
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "target/browser"
PICTURES = FOLDER / "pictures"
LONGEST_REST = 10


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


def watch_page(page, own):
    """Two lists that grow: what a page reports as errors, and its requests to addresses but its own."""
    console, foreign = [], []
    page.on("console", lambda m: console.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: console.append(str(e)))
    page.on("request", lambda r: None if r.url.startswith(own) else foreign.append(r.url))
    return console, foreign


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
