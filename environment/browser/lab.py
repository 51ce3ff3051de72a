"""JupyterLab as a reader gets it: `environment/lab` started for real, driven in the system's Chromium.

The workspace and Jupyter's state are the test's own, under target/browser.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import unittest
import urllib.request
from pathlib import Path
from unittest import mock

import nbformat
from nbclient import NotebookClient
from nbformat.sign import NotebookNotary
from notebook_page import FOLDER, PICTURES, ROOT, NotebookPage, wait_for
from playwright.sync_api import sync_playwright

START_SECONDS = 300
# The part of JupyterLab's plotly extension that draws; without it Lab falls back to other forms.
DRAWS_FIGURES = "@jupyterlab/plotly-extension:factory"
# All cells stay in the page, also those out of sight.
SETTINGS = {"@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"windowingMode": "none"}}


def new_notebook(*sources):
    """A notebook of code cells for the Java kernel."""
    notebook = nbformat.v4.new_notebook()
    notebook.metadata.kernelspec = {"name": "java", "display_name": "Java", "language": "java"}
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return notebook


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
