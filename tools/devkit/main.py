"""The verbs, and the one place where a Stop becomes a line and an exit code."""

import errno
import os
import signal
import sys

from . import cleaning, linting, odoo, serving, testing, translating, wheel
from .checkout import here
from .console import Stop, say
from .databases import Databases


def main(arguments):
    verbs = {
        "run": lambda checkout, _: serving.serve(checkout),
        "test": testing.test,
        "lint": lambda checkout, _: linting.lint(checkout),
        "format": lambda checkout, _: linting.fix(checkout),
        "bench": testing.bench,
        "shell": lambda checkout, _: shell(checkout),
        "screenshots": serving.screenshots,
        "i18n": translating.i18n,
        "wheel": lambda checkout, _: wheel.build(checkout),
        "setup": lambda checkout, _: set_up(checkout),
        "clean": lambda checkout, _: cleaning.clean(checkout),
    }
    verb, *rest = arguments or ["help"]
    if verb not in verbs:
        say(f"tools/dev {{{','.join(verbs)}}}")
        return 0 if verb in ("help", "-h", "--help") else 2
    return _guarded(lambda: verbs[verb](here(), rest))


def set_up(checkout):
    odoo.set_up(checkout, "dev", browser=True)
    say("All is there: 'make run' serves the module, 'make test' tries it.")


def odoo_command(arguments):
    return _guarded(lambda: run_odoo(here(), arguments))


def run_odoo(checkout, arguments):
    with odoo.ready(checkout) as (_cluster, inherited):
        process = odoo.start(checkout, inherited, *arguments)
        # Ctrl-C belongs to Odoo, its shell above all; we go when it goes.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with odoo.ended_with_us(process):
            return process.wait()


def shell(checkout):
    name = serving.database_name()
    with odoo.ready(checkout) as (cluster, _):
        if not Databases(checkout, cluster).exists(name):
            raise Stop(f"There is no database {name}: 'make run' makes it, DB= names another.")
        return run_odoo(checkout, ["shell", "-d", name, "--no-http", "--log-level", "warn"])


def _guarded(action):
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    os.umask(0o022)
    try:
        return action() or 0
    except Stop as stop:
        sys.stdout.flush()
        print(f"✗ {stop}", file=sys.stderr)
        return 1
    except OSError as error:
        way_out = (
            "free about 3 GB, then run this again."
            if error.errno == errno.ENOSPC
            else "see that this user may read and write there."
        )
        print(f"✗ {error.strerror}: {error.filename}; {way_out}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


def _interrupt(_number, _frame):
    raise KeyboardInterrupt
