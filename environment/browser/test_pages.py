"""The HTML pages of `lab run`, opened from disk without network: pictures and equations are there."""

import unittest

from lab import PICTURES, ROOT, launch
from playwright.sync_api import sync_playwright

PAGES = sorted((ROOT / "target/site").glob("*.html"))


class PagesTest(unittest.TestCase):
    def test_every_page_shows_its_pictures_and_equations_without_network(self):
        self.open_all(scripts=True)

    def test_every_page_shows_its_pictures_without_scripts(self):
        self.open_all(scripts=False)

    def open_all(self, scripts):
        PICTURES.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = launch(playwright)
            context = browser.new_context(java_script_enabled=scripts)
            for file in PAGES:
                with self.subTest(file.name):
                    self.check(context.new_page(), file, scripts)
            browser.close()

    def check(self, page, file, scripts):
        foreign = []
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else foreign.append(r.url))
        page.route("http*://**", lambda route: route.abort())
        page.goto(file.as_uri(), wait_until="load")
        page.wait_for_timeout(1000 if scripts else 0)  # MathJax sets equations after the page has loaded
        name = f"page-{file.stem}" + ("" if scripts else "-no-scripts")
        page.screenshot(path=str(PICTURES / f"{name}.png"))
        broken = page.evaluate("[...document.images].filter(i => !i.naturalWidth).map(i => i.alt)")
        self.assertEqual(broken, [], "pictures that do not show")
        if scripts:
            self.assertNotRegex(page.inner_text("body"), r"\$[^$\n]*\\[a-z]+[^$\n]*\$", "raw equations")
        self.assertEqual(foreign, [], "requests to the network")
        page.close()


if __name__ == "__main__":
    unittest.main()
