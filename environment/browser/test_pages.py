"""The HTML pages of `lab run`, opened from disk without network: pictures and equations are there."""

import os
import unittest

from lab import PICTURES, ROOT
from playwright.sync_api import sync_playwright

PAGES = sorted((ROOT / "target/site").glob("*.html"))


class PagesTest(unittest.TestCase):
    def test_every_page_shows_its_pictures_and_equations_without_network(self):
        PICTURES.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"]
            )
            for file in PAGES:
                with self.subTest(file.name):
                    self.check(browser.new_page(), file)
            browser.close()

    def check(self, page, file):
        foreign = []
        page.on("request", lambda r: None if r.url.startswith(("file:", "data:")) else foreign.append(r.url))
        page.route("http*://**", lambda route: route.abort())
        page.goto(file.as_uri(), wait_until="load")
        page.wait_for_timeout(1000)  # MathJax sets equations after the page has loaded
        page.screenshot(path=str(PICTURES / f"page-{file.stem}.png"))
        broken = page.evaluate("[...document.images].filter(i => !i.naturalWidth).map(i => i.alt)")
        self.assertEqual(broken, [], "pictures that do not show")
        self.assertNotRegex(page.inner_text("body"), r"\$[^$\n]*\\[a-z]+[^$\n]*\$", "raw equations")
        self.assertEqual(foreign, [], "requests to the network")


if __name__ == "__main__":
    unittest.main()
