"""What happens at SIGINT and SIGTERM: the kernel at work is ended, and "Stopped." is all that is said.

Imported before everything slow, so that it also holds while the rest is being loaded.
"""

import contextlib
import os
import signal

_at_stop = []


def at_stop(*actions):
    """Has these functions called when the run is stopped, in place of those before."""
    _at_stop[:] = actions


def _stop(number, _frame):
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second signal changes nothing
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for action in _at_stop:
        with contextlib.suppress(Exception):  # a kernel that has not started yet, or is gone
            action()
    os.write(2, b"\nStopped.\n")
    os._exit(128 + number)


signal.signal(signal.SIGINT, _stop)
signal.signal(signal.SIGTERM, _stop)
