"""run_notebooks.py [--write-outputs] [NOTEBOOK…]: executes notebooks from clean kernels.

Called by `environment/lab run`. Writes target/site (executed notebooks, HTML pages that need no
network, an index) and prints notebook, seconds, peak memory, result. Ends with 1 when one fails.
"""

from stopping import at_stop  # isort: skip  (signals count from here on)
import argparse
import json
import os
import re
import shutil
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from pages import Pages

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
SITE = ROOT / "target/site"
RUNS = ROOT / "target/run"
NOT_COMPILED = ("CompilationException", "IncompleteSourceException")
CELL_SECONDS = 900
START_SECONDS = 120


@dataclass
class Result:
    """What became of one notebook; `error` is None when all cells ran, `name` is its page's."""

    source: Path
    name: str
    title: str
    seconds: float = 0
    peak: float | None = None
    error: str | None = None
    has_page: bool = True


def find_notebooks(names):
    """The files meant: a path, a name under notebooks/ with or without its ending, or its number."""
    if not names:
        return sorted(p for p in NOTEBOOKS.rglob("*.ipynb") if not p.match(".*/*"))
    return list(dict.fromkeys(find_notebook(name) for name in names))


def find_notebook(name):
    if name.endswith(".ipynb"):
        for file in (Path(name), NOTEBOOKS / name):
            if file.is_file():
                return file.resolve()
    for shipped in find_notebooks([]):
        if name in (shipped.stem, shipped.stem.split("-")[0]):
            return shipped
    known = ", ".join(p.stem for p in find_notebooks([])) or "none"
    what = "There is no file" if "/" in name else "No notebook is called"
    sys.exit(f"{what} {name}. The notebooks of this repository: {known}.")


def page_names(sources):
    """A name for each notebook's page: its own, with a number where two have the same."""
    taken = {"index"}
    for source in sources:
        others = (f"{source.stem}-{number}" for number in range(2, len(sources) + 3))
        name = next(n for n in (source.stem, *others) if n not in taken)
        taken.add(name)
        yield name


class Progress:
    """Follows a run cell by cell: the cell at work, the kernel's largest resident memory so far."""

    def __init__(self, name, cells):
        self.name = name
        self.cells = cells
        self.cell = 0
        self.peak = None
        self.client = None

    def start(self, cell, cell_index):
        self.cell = cell_index + 1
        self.show()

    def show(self):
        """On a terminal, one line that changes."""
        if sys.stdout.isatty():
            place = f"cell {self.cell} of {self.cells}" if self.cell else "the kernel starts"
            print(f"\r\033[K  {self.name}: {place}", end="", flush=True)

    def complete(self, cell, cell_index):
        """Reads the peak as the system has counted it (Linux)."""
        try:
            pid = self.client.km.provisioner.pid
            status = Path(f"/proc/{pid}/status").read_text()
            line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
            self.peak = int(line.split()[1]) / 1024
        except (AttributeError, OSError, StopIteration):
            pass


def own_folder(name):
    """An empty folder of this process; those of processes that are gone are removed."""
    for run in RUNS.glob("*"):
        if not (run.name.isdigit() and is_alive(int(run.name))):
            shutil.rmtree(run, ignore_errors=True)
    folder = RUNS / str(os.getpid()) / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def working_folder(source, own):
    """Our notebooks start in an empty folder; one of the reader's own beside its files, as in JupyterLab."""
    return own if source.is_relative_to(NOTEBOOKS) else source.parent


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        pass
    return True


def read_notebook(source):
    """The notebook in a file, and its title; ValueError when there is none in it."""
    try:
        content = json.loads(source.read_bytes())
    except (OSError, ValueError) as problem:
        raise ValueError(f"no notebook, it cannot be read as JSON: {problem}") from problem
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise ValueError("no notebook: JSON without a list of cells")
    try:
        notebook = nbformat.reads(json.dumps(content), as_version=4)
        return notebook, title(notebook)
    except Exception as problem:  # the library raises whatever it stumbles over
        raise ValueError(f"no notebook: {one_line(problem)}") from problem


def execute(notebook, result):
    """Runs a notebook's cells in an empty folder and completes its result."""
    folder = own_folder(result.name)
    progress = Progress(result.name, len(notebook.cells))
    progress.client = client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        startup_timeout=START_SECONDS,
        kernel_name="java",
        coalesce_streams=True,  # else each line of a progress display is an output of its own
        record_timing=False,
        on_cell_start=progress.start,
        on_cell_complete=progress.complete,
        resources={"metadata": {"path": str(working_folder(result.source, folder))}},
    )
    at_stop(
        lambda: os.killpg(client.km.provisioner.pid, signal.SIGKILL),
        lambda: client.km.cleanup_connection_file(),
    )
    progress.show()
    start = time.monotonic()
    with open(folder / "kernel.log", "wb") as log, ThreadPoolExecutor(1) as thread:
        # On a thread of its own, since on the main one the client takes the signals for itself.
        try:
            thread.submit(client.execute, stdout=log, stderr=log).result()
        except Exception as failure:  # whatever is wrong with one notebook, the others still run
            result.error = f"cell {progress.cell}: {compiler_message(notebook) or one_line(failure)}"[:300]
    result.seconds, result.peak = time.monotonic() - start, progress.peak


def one_line(failure):
    """The line of an error that says what happened: the kernel's value, else the first words."""
    if isinstance(failure, CellExecutionError):
        return f"{failure.ename}: {failure.evalue}".splitlines()[0]
    lines = [line.strip() for line in str(failure).splitlines() if line.strip()]
    return f"{type(failure).__name__}: {lines[0] if lines else ''}"


def compiler_message(notebook):
    """What the compiler said, and of which line, where a cell did not compile."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    error = next((output for output in outputs if output.get("ename") in NOT_COMPILED), None)
    if not error:
        return None
    lines = [line for part in error.traceback for line in part.splitlines() if line]
    quoted = [line for line in lines if plain(line).startswith("|")]  # the source, its place in red
    said = ", ".join(" ".join(plain(line).split()) for line in lines if line not in quoted)
    place = next((line for line in quoted if "\033[41m" in line), "".join(quoted[:1]))
    return f"does not compile: {said.rstrip(':')}: {plain(place).lstrip('| ')}"


def plain(line):
    """A line without its colours."""
    return re.sub(r"\033\[[\d;]*m", "", line)


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
    """Prints the table, over the last line of progress."""
    if sys.stdout.isatty():
        print("\r\033[K", end="")
    width = max([len(r.name) for r in results] + [8])
    print(f"\n{'notebook':<{width}}  seconds  peak memory  result")
    for r in results:
        peak = f"{r.peak:,.0f} MB" if r.peak else "-"
        print(f"{r.name:<{width}}  {r.seconds:7.1f}  {peak:>11}  {r.error or 'ok'}")


def run(source, name, pages, options):
    """One notebook from file to page."""
    if not sys.stdout.isatty():
        print(f"  {name} …", flush=True)
    try:
        notebook, heading = read_notebook(source)
    except ValueError as problem:
        return Result(source, name, name, error=str(problem)[:300], has_page=False)
    result = Result(source, name, heading)
    execute(notebook, result)
    pages.write(notebook, name)
    if options.write_outputs and not result.error:
        write_outputs(notebook, source)
    return result


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
    results = [run(*named, pages, options) for named in zip(sources, page_names(sources))]
    pages.index(results)
    report(results)
    print(f"\nPages: {SITE / 'index.html'}")
    sys.exit(any(r.error for r in results))


if __name__ == "__main__":
    main()
