"""`make i18n`: the .pot from a database with the module, and vi.po brought up to date with it."""

import subprocess

from . import odoo, testing
from .checkout import MODULE
from .console import Stop, say, step
from .databases import Databases
from .locks import alone

DATABASE = "dan_chu_i18n"


def i18n(checkout, arguments):
    if "--check" in arguments:
        odoo.set_up(checkout, "dev")
        if found := complaint(checkout):
            raise Stop(f"vi.po: {found}")
        return
    pot = checkout.module / "i18n" / f"{MODULE}.pot"
    pot.parent.mkdir(exist_ok=True)
    with (
        odoo.ready(checkout, "dev") as (cluster, inherited),
        alone(checkout, f"database-{DATABASE}", f"the database {DATABASE}"),
    ):
        testing.make_database(checkout, cluster, inherited, DATABASE)
        exported = checkout.cache / "export.pot"
        exported.parent.mkdir(parents=True, exist_ok=True)
        with step("Exporting the terms"):
            odoo.run(
                checkout,
                inherited,
                *("i18n", "export", "-d", DATABASE, "-o", exported, MODULE),
                log="i18n-export",
                what="Exporting the terms",
            )
        Databases(checkout, cluster).drop(DATABASE)
    say(_catalogues(checkout, "update", exported, pot).strip())


def complaint(checkout):
    """What is wrong with vi.po, or nothing."""
    return _catalogues(checkout, "check").strip()


def _catalogues(checkout, *arguments):
    """tools/catalogues.py, in the environment that has polib."""
    done = subprocess.run(
        [
            *(checkout.python, checkout.root / "tools/catalogues.py"),
            *(checkout.module / "i18n/vi.po", *arguments),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Stop(f"Working on the translations failed. {done.stderr.strip()[-500:]}")
    return done.stdout
