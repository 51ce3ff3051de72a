"""run_notebooks.py [--write-outputs] [NOTEBOOK…]: executes notebooks from clean kernels.

Called by `environment/lab run`. Writes target/site (executed notebooks, HTML pages that need no
network, an index) and prints notebook, seconds, peak memory, result. Ends with 1 when one fails.
"""

import argparse
import asyncio
import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from pages import Pages

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
SITE = ROOT / "target/site"
CELL_SECONDS = 900
START_SECONDS = 120


@dataclass
class Result:
    """What became of one notebook; `error` is None when all cells ran."""

    source: Path
    title: str
    seconds: float
    peak: float | None
    error: str | None


def find_notebooks(names):
    """The files meant: a path, a name under notebooks/ with or without its ending, or its number."""
    if not names:
        return sorted(p for p in NOTEBOOKS.rglob("*.ipynb") if not p.match(".*/*"))
    return [find_notebook(name) for name in names]


def find_notebook(name):
    if name.endswith(".ipynb") and Path(name).is_file():
        return Path(name).resolve()
    wanted = Path(name).name.removesuffix(".ipynb")
    for shipped in find_notebooks([]):
        if shipped.stem == wanted or shipped.stem.split("-")[0] == wanted:
            return shipped
    known = ", ".join(p.stem for p in find_notebooks([])) or "none"
    sys.exit(f"No notebook is called {name}. There are: {known}.")


class Progress:
    """Follows a run cell by cell: the cell at work, the kernel's largest resident memory so far."""

    def __init__(self):
        self.cell = 0
        self.peak = None
        self.client = None

    def start(self, cell, cell_index):
        self.cell = cell_index + 1

    def complete(self, cell, cell_index):
        """Reads the peak as the system has counted it (Linux)."""
        try:
            pid = self.client.km.provisioner.pid
            status = Path(f"/proc/{pid}/status").read_text()
            line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
            self.peak = int(line.split()[1]) / 1024
        except (AttributeError, OSError, StopIteration):
            pass


def execute(source):
    """Runs one notebook in an empty folder; returns it executed, with its Result."""
    folder = ROOT / "target/run" / source.stem
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    notebook = nbformat.read(source, as_version=4)
    progress = Progress()
    progress.client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        startup_timeout=START_SECONDS,
        kernel_name="java",
        coalesce_streams=True,  # else each line of a progress display is an output of its own
        record_timing=False,
        on_cell_start=progress.start,
        on_cell_complete=progress.complete,
        resources={"metadata": {"path": str(folder)}},
    )
    start, error = time.monotonic(), None
    with open(folder / "kernel.log", "wb") as log:
        try:
            progress.client.execute(stdout=log, stderr=log)
        except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as failure:
            error = f"cell {progress.cell}: {one_line(failure)}"
    seconds = time.monotonic() - start
    return notebook, Result(source, title(notebook), seconds, progress.peak, error)


def one_line(failure):
    """The line of an error that says what happened: the kernel's value, else the last words."""
    if isinstance(failure, CellExecutionError):
        return f"{failure.ename}: {failure.evalue}".splitlines()[0][:200]
    lines = [line.strip() for line in str(failure).splitlines() if line.strip()]
    return f"{type(failure).__name__}: {lines[0] if lines else ''}"[:200]


def title(notebook):
    """The first Markdown heading."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("# "):
            return cell.source.splitlines()[0][2:].strip()
    return "Untitled"


def write_outputs(notebook, source):
    """Puts outputs into the repository's notebook, without what differs from run to run."""
    if not source.is_relative_to(NOTEBOOKS):
        sys.exit(f"--write-outputs is for the notebooks of this repository; {source} is none.")
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = None
    notebook.metadata.get("language_info", {}).pop("version", None)
    notebook.metadata.kernelspec = {"name": "java", "display_name": "Java", "language": "java"}
    nbformat.write(notebook, source)


def report(results):
    """Prints the table."""
    width = max([len(r.source.stem) for r in results] + [8])
    print(f"\n{'notebook':<{width}}  seconds  peak memory  result")
    for r in results:
        peak = f"{r.peak:,.0f} MB" if r.peak else "-"
        print(f"{r.source.stem:<{width}}  {r.seconds:7.1f}  {peak:>11}  {r.error or 'ok'}")


def main():
    parser = argparse.ArgumentParser(prog="environment/lab run")
    parser.add_argument("--write-outputs", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("notebooks", nargs="*")
    options = parser.parse_args()
    sources = find_notebooks(options.notebooks)
    if not sources:
        sys.exit(f"No notebooks in {NOTEBOOKS}.")
    print(f"Running {len(sources)} notebook(s) on {os.environ.get('UNROLL_ENGINE', 'PyTorch')}", flush=True)
    pages = Pages(SITE, ROOT / "target/mathjax")
    results = []
    for source in sources:
        print(f"  {source.stem} …", flush=True)
        notebook, result = execute(source)
        results.append(result)
        pages.write(notebook, source.stem)
        if options.write_outputs and not result.error:
            write_outputs(notebook, source)
    pages.index(results)
    report(results)
    print(f"\nPages: {SITE / 'index.html'}")
    sys.exit(any(r.error for r in results))


if __name__ == "__main__":
    try:
        main()
    except (KeyboardInterrupt, asyncio.CancelledError):  # the kernel has been stopped by then
        sys.exit("Stopped.")
