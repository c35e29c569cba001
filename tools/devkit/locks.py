"""Locks between the commands of one checkout; the kernel drops them with a killed process."""

import contextlib
import fcntl
import os
import time

from .console import say


@contextlib.contextmanager
def alone(checkout, name, what):
    """Only one process of this checkout at a time does `what`; others wait and say so."""
    with _opened(checkout, name) as descriptor:
        if not _comes_soon(descriptor):
            say(f"Another command of this checkout is busy with {what}: waiting for it …")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield


class Users:
    """Counts who uses a thing: whoever leaves last is told so, and may switch it off."""

    def __init__(self, checkout, name):
        folder = checkout.dev / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        self.descriptor = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)

    def join(self):
        fcntl.flock(self.descriptor, fcntl.LOCK_SH)

    def leave(self):
        """True when nobody else is left."""
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(self.descriptor, fcntl.LOCK_UN)
            return False
        return True

    def close(self):
        os.close(self.descriptor)


def _comes_soon(descriptor):
    for _attempt in range(20):
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.1)
    return False


@contextlib.contextmanager
def _opened(checkout, name):
    folder = checkout.dev / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
