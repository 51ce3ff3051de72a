"""HTML pages of executed notebooks that show pictures and equations with no network."""

import html
import re
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from traitlets.config import Config

MATHJAX_SETTINGS = (
    "window.MathJax={tex:{inlineMath:[['$','$'],['\\\\(','\\\\)']],"
    "displayMath:[['$$','$$'],['\\\\[','\\\\]']],processEscapes:true},options:{enableMenu:false}};\n"
)

INDEX = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Unroll</title>
<style>body{{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto}}td,th{{padding:.2em 1em .2em 0;text-align:left}}</style>
</head><body><h1>Unroll: the notebooks, executed</h1>
<table><tr><th>page</th><th>seconds</th><th>result</th></tr>
{rows}
</table></body></html>
"""


class Pages:
    """A folder of pages around one copy of MathJax (equations as SVG, which need no fonts)."""

    def __init__(self, site, mathjax):
        self.site = Path(site)
        self.site.mkdir(parents=True, exist_ok=True)
        script = next(Path(mathjax).rglob("tex-svg.js")).read_text("utf-8")
        (self.site / "mathjax.js").write_text(MATHJAX_SETTINGS + script, "utf-8")
        config = Config()
        # The stock page asks two networks, for RequireJS and for MathJax.
        config.HTMLExporter.mathjax_url = "mathjax.js"
        config.HTMLExporter.require_js_url = ""
        self.exporter = HTMLExporter(config=config)

    def write(self, notebook, name):
        """Writes NAME.ipynb and NAME.html."""
        nbformat.write(notebook, self.site / f"{name}.ipynb")
        resources = {"metadata": {"name": name}}
        page, _ = self.exporter.from_notebook_node(notebook, resources)
        # A link to another notebook leads to its page.
        page = re.sub(r'(href="[^":]+)\.ipynb"', r'\1.html"', page)
        (self.site / f"{name}.html").write_text(page, "utf-8")

    def index(self, results):
        """Writes the page that lists the pages of this run."""
        rows = "\n".join(
            f'<tr><td><a href="{r.source.stem}.html">{html.escape(r.title)}</a></td>'
            f"<td>{r.seconds:.0f}</td><td>{html.escape(r.error or 'ok')}</td></tr>"
            for r in results
        )
        (self.site / "index.html").write_text(INDEX.format(rows=rows), "utf-8")
