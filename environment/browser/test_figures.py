"""Every kind of figure is seen everywhere: trusted or not, with JupyterLab's plotly extension or
without, and as a page on disk with scripts or without; and nothing in it runs."""

import base64
import json
import re
import sys
import unittest

import nbformat
from figures import ATTACK, HOSTILE_CELLS, SETUP, STRINGS, TABLES, TABLESAW, VALUES
from lab import Lab, launch, new_notebook
from notebook_page import FOLDER, PICTURES, ROOT, wait_for, watch_page
from looks import Looks
from playwright.sync_api import sync_playwright

sys.path.append(str(ROOT / "environment/python"))
from pages import Pages  # noqa: E402 (found through the line above)

PLOTLY = "application/vnd.plotly.v1+json"
COLOURED = "pre:has(span[style])"  # a text whose characters stand on colours
SHOWN = f"img[src^='data:image/'], .js-plotly-plot, {COLOURED}"
GALLERY = ROOT / "notebooks/gallery.ipynb"
# What a drawing says of a kind that it cannot draw.
EXCUSE = "no still picture"
# A text that has lost the colours of its characters.
IS_PALE = """e => e.tagName == 'PRE'
    && ![...e.querySelectorAll('span')].some(s => getComputedStyle(s).backgroundColor.startsWith('rgb('))"""
LARGEST_OUTPUT = 1_000_000


def kinds_notebook():
    """The notebook of figures.py; each cell that shows something has its kind in its metadata."""
    cells = [("", SETUP), ("", TABLES), *TABLESAW.items(), ("", STRINGS), *HOSTILE_CELLS.items(), *VALUES.items()]
    notebook = new_notebook(*(source for _, source in cells))
    for cell, (kind, _) in zip(notebook.cells, cells):
        cell.metadata.kind = kind
    return notebook


def gallery_notebook():
    """The gallery; the kind of a cell is the heading above it."""
    notebook = nbformat.read(GALLERY, as_version=4)
    heading = ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            titles = re.findall(r"^#+ (.+)$", cell.source, re.MULTILINE)
            heading = titles[-1] if titles else heading
        else:
            cell.metadata.kind = heading
    return notebook


def outputs(cell):
    """The outputs of a cell that are pictures: for each, whether it can be interactive."""
    bundles = [output.get("data", {}) for output in cell.get("outputs", [])]
    html = re.compile('<img src="data:image|<pre .*<span style')
    pictures = [b for b in bundles if PLOTLY in b or html.search(b.get("text/html", ""))]
    return [PLOTLY in bundle for bundle in pictures]


def drawing(element):
    """The SVG that an image carries; empty when it carries pixels, and for a text."""
    kind, _, data = (element.get_attribute("src") or "").partition(",")
    return base64.b64decode(data).decode() if "svg" in kind else ""


class FiguresTest(unittest.TestCase):
    def setUp(self):
        self.matrix = {}  # kind -> column -> "plot", "picture" or what is wrong
        self.faults = []

    def test_every_figure_shows_everywhere_and_nothing_runs(self):
        notebooks = {"kinds": kinds_notebook()} | ({"gallery": gallery_notebook()} if GALLERY.exists() else {})
        self.addCleanup(self.print_matrix)
        for plotly in (True, False):
            with Lab(plotly) as lab:
                looks = Looks(lab.browser)
                for name, notebook in notebooks.items():
                    if plotly:
                        lab.execute(notebook)
                        self.check_sizes(name, notebook)
                    for trusted in (True, False):
                        self.look_in_lab(lab, looks, name, notebook, trusted)
        for scripts in (True, False):
            self.look_at_pages(notebooks, scripts)
        self.assertEqual({*TABLESAW, *HOSTILE_CELLS, "image"} - set(self.matrix), set(), "kinds without a picture")
        self.assertEqual(self.faults, [])

    def check_sizes(self, name, notebook):
        """No output is larger than what one may expect of a cell."""
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                size = len(json.dumps(output, ensure_ascii=False, indent=1).encode())  # as in its file
                if size > LARGEST_OUTPUT:
                    self.faults.append(f"{name}: an output of {size} bytes: {cell.source[:60]}")

    def look_in_lab(self, lab, looks, name, notebook, trusted):
        column = ("trusted" if trusted else "untrusted") + (" +plotly" if lab.plotly else "")
        file = f"{name}-{column.replace(' +', '-')}.ipynb"
        lab.place(notebook, file, trusted)
        with lab.open(file, kernel=False) as page:
            for index, cell in enumerate(notebook.cells):
                wanted = outputs(cell)
                if wanted:
                    found = page.cell(index).locator(SHOWN).locator("visible=true")
                    self.look(looks, column, cell, found, [w and lab.plotly for w in wanted])
            self.check_quiet(f"{name}, {column}", page.page, page.console, page.foreign + page.dialogs)

    def look(self, looks, column, cell, found, interactive):
        """Looks at the pictures of one cell."""
        kind = cell.metadata.kind
        try:
            wait_for(lambda: found.count() >= len(interactive), 30, "a picture")
            faults = [self.look_at(looks, column, kind, found.nth(i), plot) for i, plot in enumerate(interactive)]
        except AssertionError as error:
            faults = [str(error)]
        fault = "; ".join(filter(None, faults))
        self.matrix.setdefault(kind, {})[column] = fault or ("plot" if any(interactive) else "picture")
        if fault:
            self.faults.append(f"{kind}, {column}: {fault}")

    def look_at(self, looks, column, kind, element, interactive):
        if interactive:
            wait_for(lambda: element.locator(".modebar-btn").count() > 0, 30, "an interactive plot")
        elif element.evaluate(IS_PALE):
            return "text without its colours"
        elif EXCUSE in drawing(element):
            return EXCUSE
        folder = PICTURES / "figures" / column.replace(" +", "-")
        folder.mkdir(parents=True, exist_ok=True)
        return looks.fault(element, folder / f"{re.sub('[^A-Za-z0-9]+', '-', kind)}.png")

    def look_at_pages(self, notebooks, scripts):
        """The same notebooks as pages on disk; without scripts the pictures are still there."""
        column = "page" if scripts else "no scripts"
        site = Pages(FOLDER / "site", ROOT / "target/mathjax")
        with sync_playwright() as playwright:
            browser = launch(playwright)
            looks = Looks(browser)
            context = browser.new_context(java_script_enabled=scripts, offline=True)
            for name, notebook in notebooks.items():
                site.write(notebook, name)
                page = context.new_page()
                errors, foreign = watch_page(page, ("file:", "data:"))
                page.goto((FOLDER / f"site/{name}.html").as_uri(), wait_until="load")
                for index, cell in enumerate(notebook.cells):
                    wanted = outputs(cell)
                    if wanted:
                        found = page.locator(".jp-Cell").nth(index).locator(SHOWN).locator("visible=true")
                        self.look(looks, column, cell, found, [False for _ in wanted])
                self.check_quiet(f"{name}, {column}", page, errors, foreign)
            browser.close()

    def check_quiet(self, where, page, errors, others):
        if errors or others:
            self.faults.append(f"{where}: the console says {errors}, and there was {others}")
        if page.evaluate(ATTACK.split("=")[0]) is not None:
            self.faults.append(f"{where}: a hostile string has run")

    def print_matrix(self):
        if not self.matrix:
            return  # what went wrong before the first picture says it by itself
        columns = list(next(iter(self.matrix.values())))
        width = max(map(len, self.matrix)) + 2
        print("\n" + "".ljust(width) + "".join(column.ljust(19) for column in columns))
        for kind, results in self.matrix.items():
            print(kind.ljust(width) + "".join(results.get(c, "-")[:18].ljust(19) for c in columns))


if __name__ == "__main__":
    unittest.main()
