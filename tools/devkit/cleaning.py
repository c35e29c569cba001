"""`make clean`: stops the server and deletes all that the other commands made."""

import fcntl
import os
import shutil

from . import odoo, postgres
from .console import Stop, say

MADE = ("dist", "build", "node_modules", ".pytest_cache", ".ruff_cache", ".hypothesis", ".coverage")


def clean(checkout):
    odoo.ensure_own(checkout)
    _refuse_while_in_use(checkout)
    postgres.Cluster(checkout).remove()
    for name in (*MADE, ".dev"):
        _delete(checkout.root / name)
    for folder in checkout.root.rglob("__pycache__"):
        shutil.rmtree(folder, ignore_errors=True)
    say("Clean: server stopped; databases, downloads and environment deleted.")


def _refuse_while_in_use(checkout):
    lock = checkout.dev / "locks/postgres-users"
    if not lock.exists():
        return
    descriptor = os.open(lock, os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Stop(
            "Another command of this checkout (make run, make test …) is still at work: end it, "
            "then run this again."
        ) from None
    finally:
        os.close(descriptor)


def _delete(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
