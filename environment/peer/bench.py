"""Measures workloads here and in PyTorch, in turn, and prints speeds and their ratios.

Called by environment/bench, which sets up both sides; see there for the options.

Every process (ours and the peer's, on one thread and on two) stays alive through all rounds of a
workload. A round gives each of them one slice of time, in changing order, so that what else the
machine does meets all alike. A ratio compares the two sides within a round, each on the number of
threads that suits it better.
"""

import argparse
import os
import random
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from statistics import median

from workloads import GENERATION, TRAINING

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CORPUS = ROOT / "target/bench/corpus.txt"
WORKLOADS = TRAINING | GENERATION
OWN = {"plots": "PictureSpeed", "parse": "ParsingSpeed"}  # what no peer does


class Worker:
    """A process that works for some seconds when told to."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(
            command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"a worker ended with {self.process.wait()}: {' '.join(self.process.args)}")
        return line.split()

    def measure(self, seconds):
        """Returns tokens per second over one slice of time."""
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        tokens, elapsed = self.answer()
        return int(tokens) / float(elapsed)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Column:
    """One way to run a workload, with one worker for each number of threads."""

    def __init__(self, name, command, environment, goal=None):
        self.name, self.goal = name, goal
        self.speeds = {threads: [] for threads in (1, 2) if threads <= os.cpu_count()}
        self.workers = {}
        for threads in self.speeds:
            worker = Worker(command, environment | {"OMP_NUM_THREADS": str(threads)})
            worker.answer()  # one at a time, so that none warms up beside another
            self.workers[threads] = worker

    def best(self):
        """Returns the number of threads with the higher median, and its speeds by round."""
        return max(self.speeds.items(), key=lambda item: median(item[1]))

    def line(self, ours=None):
        threads, speeds = self.best()
        text = f"  {self.name:34}{spread(speeds, '{:,.0f}'):28}{threads:<9}"
        if ours:
            ratios = [mine / its for mine, its in zip(ours.best()[1], speeds)]
            text += f"{spread(ratios, '{:.2f}'):20}" + (f"≥ {self.goal:.1f}" if self.goal else "")
        return text.rstrip()


def spread(values, form):
    """Returns a median with its range, such as 1.31 (1.28..1.40)."""
    middle, least, most = (form.format(f(values)) for f in (median, min, max))
    return f"{middle} ({least}..{most})"


def our_variables():
    """Returns the malloc variables of the one environment file."""
    lines = (ROOT / "environment/environment.properties").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line.startswith("MALLOC_"))


def users_environment():
    """Returns the environment of one who starts Python by hand: nothing of ours."""
    ours = ("MALLOC_", "OMP_", "UNROLL_", "DJL_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def columns(name, work, java):
    """Starts all workers of a workload: ours first, then the peer's."""
    if name in TRAINING:
        shape = (work.kind, work.embedding, work.hidden, work.batch, work.length, work.rate)
        ours = ["train", *map(str, shape)]
        peers = {"PyTorch": ("-", work.goal)}
    else:
        ours = ["generate", str(work.embedding), str(work.hidden)]
        peers = {"nn.LSTM": ("layer", work.goals["layer"]), "nn.LSTMCell": ("cell", work.goals["cell"])}
    yield Column("Unroll", [*java, "unroll.bench.Worker", str(CORPUS), *ours], dict(os.environ))
    for peer, (variant, goal) in peers.items():
        command = [sys.executable, str(HERE / "torch_worker.py"), name, variant, str(CORPUS)]
        yield Column(peer, command, users_environment(), goal)
        yield Column(f"{peer}, our malloc variables", command, users_environment() | our_variables())


def measure(name, java, rounds, seconds):
    work = WORKLOADS[name]
    print(f"\n{name}: {work}", flush=True)
    ours, *peers = found = list(columns(name, work, java))
    slots = [(column, threads) for column in found for threads in column.workers]
    loads = []
    for turn in range(rounds):
        for column, threads in random.Random(turn).sample(slots, len(slots)):
            column.speeds[threads].append(column.workers[threads].measure(seconds))
        loads.append(os.getloadavg()[0])
    for column, threads in slots:
        column.workers[threads].close()
    print(f"  {'':34}{'tokens per second':28}{'threads':9}{'ours / its':20}goal")
    print(ours.line())
    for peer in peers:
        print(peer.line(ours))
    print(f"  (medians and ranges of {rounds} rounds of {seconds:g} s; load average {spread(loads, '{:.1f}')})")


def write_corpus():
    """Writes a text of as many characters as the workloads have, with something to learn in it."""
    draw, token, text = random.Random(1), 0, []
    for _ in range(200_000):
        token = (5 * token + 3 + draw.randrange(4)) % 83
        text.append(chr(0x100 + token))
    CORPUS.parent.mkdir(parents=True, exist_ok=True)
    CORPUS.write_text("".join(text), encoding="utf-8")


def parsed():
    parser = argparse.ArgumentParser(
        prog="environment/bench",
        usage="environment/bench [--engine PyTorch|MXNet] [--rounds N] [--seconds S] [WORKLOAD…]",
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--engine", choices=("PyTorch", "MXNet"))
    parser.add_argument("--java", default="java")
    parser.add_argument("--check", action="store_true", help="print the workloads with a peer")
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD")
    options = parser.parse_args()
    known = [*WORKLOADS, *OWN]
    unknown = [name for name in options.workloads if name not in known]
    if unknown:
        parser.error(f"no workload is called {', '.join(unknown)}; there are: {', '.join(known)}")
    options.workloads = options.workloads or known
    if options.rounds < 1 or options.seconds <= 0:
        parser.error("--rounds and --seconds must be above 0")
    return options


def main():
    options = parsed()
    if options.check:
        print(*(name for name in options.workloads if name in WORKLOADS))
        return
    if options.engine:
        os.environ["UNROLL_ENGINE"] = options.engine
    engine = os.environ.get("UNROLL_ENGINE", "PyTorch")
    java = [options.java, f"@{ROOT / 'target/bench/java.args'}"]
    for name in options.workloads:
        if name in OWN:
            subprocess.run([*java, f"unroll.bench.{OWN[name]}"], check=True)
    beside = [name for name in options.workloads if name in WORKLOADS]
    if beside:
        write_corpus()
        print(f"Unroll on {engine} against PyTorch {version('torch')} in Python, {os.cpu_count()} cores")
    for name in beside:
        measure(name, java, options.rounds, options.seconds)


if __name__ == "__main__":
    main()
