"""HTML pages of executed notebooks that show pictures and equations with no network."""

import html
import os
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
        self._put("mathjax.js", MATHJAX_SETTINGS + script)
        config = Config()
        # The stock page asks two networks, for RequireJS and for MathJax.
        config.HTMLExporter.mathjax_url = "mathjax.js"
        config.HTMLExporter.require_js_url = ""
        self.exporter = HTMLExporter(config=config)

    def write(self, notebook, name):
        """Writes NAME.ipynb and NAME.html."""
        self._put(f"{name}.ipynb", nbformat.writes(notebook) + "\n")
        resources = {"metadata": {"name": name}}
        page, _ = self.exporter.from_notebook_node(notebook, resources)
        # A link to another notebook leads to its page.
        page = re.sub(r'(href="[^":]+)\.ipynb"', r'\1.html"', page)
        self._put(f"{name}.html", page)

    def index(self, results):
        """Writes the page that lists the pages of this run."""
        rows = "\n".join(
            f"<tr><td>{link(r)}</td>"
            f"<td>{r.seconds:.0f}</td><td>{html.escape(r.error or 'ok')}</td></tr>"
            for r in results
        )
        self._put("index.html", INDEX.format(rows=rows))

    def _put(self, name, text):
        """Puts a whole file in its place at once: another run may write the same."""
        part = self.site / f".{name}.{os.getpid()}"
        part.write_text(text, "utf-8")
        part.replace(self.site / name)


def link(result):
    """The link to a notebook's page, where there is one."""
    text = html.escape(result.title)
    return f'<a href="{html.escape(result.name)}.html">{text}</a>' if result.has_page else text
