"""The HTML pages of `lab run`, opened from disk without network: pictures and equations are there."""

import unittest

import nbformat
from lab import launch
from notebook_page import PICTURES, ROOT, watch_page
from playwright.sync_api import sync_playwright

PAGES = sorted((ROOT / "target/site").glob("*.html"))


def contents(file):
    """How many pictures a page must show, and whether its notebook has equations; the index has none."""
    if not file.exists():
        return 0, False
    cells = nbformat.read(file, as_version=4).cells
    shown = [o.get("data", {}).get("text/html", "") for cell in cells for o in cell.get("outputs", [])]
    written = [cell.source for cell in cells if cell.cell_type == "markdown"]
    return sum(html.count("<img ") for html in shown), any("$" in text for text in written)


class PagesTest(unittest.TestCase):
    def test_every_page_shows_its_pictures_and_equations_without_network(self):
        self.open_all(scripts=True)

    def test_every_page_shows_its_pictures_without_scripts(self):
        self.open_all(scripts=False)

    def open_all(self, scripts):
        self.assertTrue(PAGES, "pages to look at: environment/lab run writes them")
        PICTURES.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = launch(playwright)
            context = browser.new_context(java_script_enabled=scripts)
            for file in PAGES:
                with self.subTest(file.name):
                    self.check(context.new_page(), file, scripts)
            browser.close()

    def check(self, page, file, scripts):
        _, foreign = watch_page(page, ("file:", "data:"))
        pictures, equations = contents(file.with_suffix(".ipynb"))
        page.route("http*://**", lambda route: route.abort())
        page.goto(file.as_uri(), wait_until="load")
        page.wait_for_timeout(1000 if scripts else 0)  # MathJax sets equations after the page has loaded
        name = f"page-{file.stem}" + ("" if scripts else "-no-scripts")
        page.screenshot(path=str(PICTURES / f"{name}.png"))
        broken = page.evaluate("[...document.images].filter(i => !i.naturalWidth).map(i => i.alt)")
        self.assertEqual(broken, [], "pictures that do not show")
        self.assertGreaterEqual(page.locator("img").count(), pictures, "pictures that are not there")
        if scripts:
            self.assertEqual(page.locator("mjx-container").count() > 0, equations, "equations that are set")
            self.assertNotRegex(page.inner_text("body"), r"\$[^$\n]*\\[a-z]+[^$\n]*\$", "raw equations")
        self.assertEqual(foreign, [], "requests to the network")
        page.close()


if __name__ == "__main__":
    unittest.main()
