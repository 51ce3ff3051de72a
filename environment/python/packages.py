"""packages.py LOCK: ends with 0 when every package of the lock file is installed, with all its files.

Reads what the installer has recorded; a package that went half away makes pip believe that it is there.
"""

import csv
import os
import re
import signal
import sys
import sysconfig
from pathlib import Path


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock):
    """Name and version of the packages that every system gets: those with a condition are left out."""
    found = re.findall(r"^([\w.-]+)==(\S+) *\\?$", Path(lock).read_text("utf-8"), re.MULTILINE)
    return {plain(f"{name}-{version}") for name, version in found}


def is_whole(record):
    """Whether all files of an installed package exist, but for compiled ones, which come and go."""
    if not record.is_file():
        return False
    folder = record.parent.parent
    with open(record, encoding="utf-8", newline="") as rows:
        return all(row[0].endswith(".pyc") or os.path.exists(folder / row[0]) for row in csv.reader(rows))


def main(lock):
    installed = list(Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    missing = pinned(lock) - {plain(folder.name.removesuffix(".dist-info")) for folder in installed}
    sys.exit(bool(missing) or not all(is_whole(folder / "RECORD") for folder in installed))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    main(*sys.argv[1:])
