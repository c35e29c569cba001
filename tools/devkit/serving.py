"""`make run`: a database with the module, Vietnamese and demo data, served on loopback."""

import contextlib
import os
import subprocess
import time
import urllib.error
import urllib.request

from . import accounts, configuration, odoo, ports
from .checkout import MODULE
from .console import Stop, last_lines, say, step
from .databases import PART, Databases, checked_name
from .locks import alone
from .stamps import Stamp, fingerprint

DATABASE = "dan_chu"
SCREENSHOTS = "dan_chu_screenshots"
START_SECONDS = 180
LOCALISE = """
users = env["res.users"].with_context(active_test=False).search([])
users.partner_id.write({"lang": "vi_VN", "tz": "Asia/Ho_Chi_Minh"})
env["res.company"].search([]).partner_id.write(
    {"lang": "vi_VN", "country_id": env.ref("base.vn").id}
)
env["ir.default"].set("res.partner", "lang", "vi_VN")
env["ir.default"].set("res.partner", "tz", "Asia/Ho_Chi_Minh")
env.cr.commit()
"""


def database_name():
    return checked_name(os.environ.get("DB") or DATABASE)


def serve(checkout):
    name = database_name()
    asked = os.environ.get("PORT")
    if asked:
        ports.asked_for(asked)
    with odoo.ready(checkout) as (cluster, inherited):
        with alone(checkout, f"database-{name}", f"the database {name}"):
            ensure_database(checkout, cluster, inherited, name)
        port = ports.asked_for(asked) if asked else ports.remembered(checkout, "port", 8069)
        with _served(checkout, inherited, name, port) as (process, address):
            _tell(checkout, name, address)
            try:
                code = process.wait()
            except KeyboardInterrupt:
                say("\nStopping …")
                return
        if code:
            log = checkout.log("server")
            raise Stop(f"Odoo ended by itself (exit code {code}). {_tail(log)} Whole log: {log}")


def _tell(checkout, name, address):
    say(f"\n  {address}  (database {name})\n")
    say(accounts.table(checkout))
    say(f"\n  Log: {checkout.log('server')}")
    say("  Ctrl-C stops Odoo and PostgreSQL; the data stays.\n")


def screenshots(checkout, arguments):
    """tools/screenshots.py ARGS against a demo database made for it, whose address is ADDRESS."""
    with (
        odoo.ready(checkout, "dev", browser=True) as (cluster, inherited),
        alone(checkout, f"database-{SCREENSHOTS}", f"the database {SCREENSHOTS}"),
    ):
        _make_database(checkout, Databases(checkout, cluster), inherited, SCREENSHOTS)
        with (
            _served(checkout, inherited, SCREENSHOTS, ports.first_free(8100)) as (_, address),
            configuration.environment_for_browsers(checkout) as environment,
        ):
            code = subprocess.run(
                [checkout.python, checkout.root / "tools/screenshots.py", *arguments],
                cwd=checkout.root,
                env={**environment, "ADDRESS": address},
                check=False,
            ).returncode
        Databases(checkout, cluster).drop(SCREENSHOTS)
    return code


def ensure_database(checkout, cluster, inherited, name):
    databases = Databases(checkout, cluster)
    stamp = Stamp(checkout, f"database-{name}")
    wanted = fingerprint(checkout.module)
    if not databases.exists(name):
        _make_database(checkout, databases, inherited, name)
    elif not stamp.fits(wanted):
        with step(f"Updating {name} to the module's present code"):
            odoo.run(
                checkout,
                inherited,
                *("-d", name, "-u", MODULE, "--stop-after-init", "--no-http"),
                *("--i18n-overwrite",),
                log=f"update-{name}",
                what=f"Updating the database {name}",
            )
    stamp.set(wanted)


def _make_database(checkout, databases, inherited, name):
    part = PART + name
    databases.create(part)
    with step(f"Making the database {name}: Odoo, the module, Vietnamese, demo data"):
        odoo.run(
            checkout,
            inherited,
            *("-d", part, "-i", MODULE, "--with-demo", "--load-language", "vi_VN"),
            *("--stop-after-init", "--no-http"),
            log=f"create-{name}",
            what=f"Making the database {name}",
        )
        odoo.run(
            checkout,
            inherited,
            *("shell", "-d", part, "--no-http", "--shell-interface", "python"),
            log=f"localise-{name}",
            what=f"Setting the language of {name}",
            stdin=LOCALISE,
        )
    databases.rename(part, name)


@contextlib.contextmanager
def _served(checkout, inherited, name, port):
    """Odoo answering on `port` for the time of the block: its process and its address."""
    log = checkout.log("server")
    process = odoo.start(
        checkout,
        inherited,
        *("-d", name, "--db-filter", f"^{name}$", "--no-database-list"),
        *("--http-port", port, "--logfile", log),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with odoo.ended_with_us(process):
        with step("Starting Odoo"):
            _wait_until_it_answers(process, f"http://{ports.HOST}:{port}", log)
        yield process, f"http://localhost:{port}"


def _wait_until_it_answers(process, address, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Stop(f"Odoo does not start. {_tail(log)} Whole log: {log}")
        try:
            with urllib.request.urlopen(f"{address}/web/login", timeout=30) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise Stop(
        f"Odoo did not answer at {address}/web/login in {START_SECONDS} s. {_tail(log)} "
        f"Whole log: {log}"
    )


def _tail(log):
    try:
        return last_lines(log.read_text(errors="replace"))
    except OSError:
        return ""
