"""Odoo's configuration file and environment for this checkout."""

import contextlib
import os
import tempfile

from . import postgres
from .checkout import write_whole
from .ports import HOST


def addons_paths(checkout, source):
    """Odoo finds the addons of its own package by itself; a source tree keeps more beside it."""
    beside = source / "addons"
    return [path for path in (beside, checkout.root) if path.is_dir()]


def write_conf(checkout, source):
    settings = {
        # Programs that Odoo starts inherit its limit, and a browser cannot live within it.
        "limit_memory_hard": 0,
        "addons_path": ",".join(str(path) for path in addons_paths(checkout, source)),
        "data_dir": checkout.data,
        "db_host": HOST,
        "db_port": checkout.state()["pg_port"],
        "db_user": postgres.OWNER,
        "db_password": checkout.state()["pg_secret"],
        "db_template": postgres.TEMPLATE,
        "http_interface": HOST,
        "list_db": "False",
        "max_cron_threads": 1,
        "screenshots": checkout.dev / "screenshots",
        "unaccent": "True",
    }
    lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
    write_whole(checkout.conf, f"[options]\n{lines}", mode=0o600)


@contextlib.contextmanager
def environment_for_browsers(checkout):
    """The same with a temporary folder that takes away what browsers leave behind.

    Not under `.dev`: the path of a browser's socket may have 108 letters.
    """
    with tempfile.TemporaryDirectory(prefix="dan_chu_", ignore_cleanup_errors=True) as folder:
        yield {**environment(checkout), "TMPDIR": folder, "XDG_CONFIG_HOME": folder}


def environment(checkout):
    """What Odoo, its tests and the benchmarks run with.

    Settings of PostgreSQL and Odoo in the caller's environment would win over the file.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PG", "ODOO_", "PYTHON"))
    }
    return {
        **kept,
        "ODOO_RC": str(checkout.conf),
        "PATH": f"{checkout.venv / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": "",
        "PYTHONUTF8": "1",
        "PYTHONWARNINGS": "ignore::DeprecationWarning,ignore::SyntaxWarning",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
