"""Runs Odoo with the project's environment, and its end with ours."""

import contextlib
import os
import pwd
import signal
import subprocess

from . import configuration, odoo_source, postgres, system, virtualenv
from .console import DIES_WITH_US, Stop, say
from .locks import alone

ROOM_NEEDED = 3 * 10**9


@contextlib.contextmanager
def ready(checkout, *groups, browser=False):
    """Everything installed and PostgreSQL running for the time of the block."""
    source = set_up(checkout, *groups, browser=browser)
    cluster = postgres.Cluster(checkout)
    with cluster.in_use() as inherited:
        configuration.write_conf(checkout, source)
        yield cluster, inherited


def set_up(checkout, *groups, browser=False):
    odoo_source.source_of(checkout)
    ensure_own(checkout)
    with alone(checkout, "setup", "setting up"):
        ensure_room(checkout)
        system.ensure_packages(checkout, browser)
        virtualenv.ensure(checkout, "odoo", *groups)
        source = odoo_source.ensure_odoo(checkout)
        virtualenv.point_at(checkout, source)
        postgres.ensure_password_readable(checkout)
    return source


def ensure_own(checkout):
    """Two users in one checkout would lock each other out of the files and the cluster."""
    if checkout.dev.exists() and (owner := checkout.dev.stat().st_uid) != os.geteuid():
        name = pwd.getpwuid(owner).pw_name
        raise Stop(
            f"{checkout.dev} was made by the user {name}: work here as {name}, or let {name} "
            "run 'make clean' first."
        )


def ensure_room(checkout):
    if checkout.conf.exists():
        return
    stat = os.statvfs(checkout.root)
    free = stat.f_bavail * stat.f_frsize
    # `make lint` fetches most of it and ends before there is a configuration.
    needed = ROOM_NEEDED - _room_taken(checkout.dev)
    if free < needed:
        raise Stop(
            f"Only {free / 1e9:.1f} GB are free under {checkout.root} and the first set-up needs "
            f"about {needed / 1e9:.1f} GB: free some space, then run this again."
        )


def _room_taken(folder):
    return sum(
        os.lstat(os.path.join(path, name)).st_blocks * 512
        for path, _folders, names in os.walk(folder)
        for name in names
    )


def run(checkout, inherited, *arguments, log, what, stdin=None):
    """One run of Odoo's command line to its end, its output in a log file."""
    path = checkout.log(log)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as output:
        process = start(
            checkout,
            inherited,
            *arguments,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        with ended_with_us(process):
            process.communicate(stdin.encode() if stdin else None)
    text = path.read_text(errors="replace")
    # Odoo's shell ends well even when what it was fed does not.
    if process.returncode or (stdin and "Traceback (most recent call last)" in text):
        say("\n".join(text.splitlines()[-15:]))
        raise Stop(f"{what} failed: see the lines above. Whole log: {path}")
    return text


def start(checkout, inherited, *arguments, **options):
    """Start Odoo. It holds the cluster in use as long as it lives, and dies with us."""
    return subprocess.Popen(
        [*DIES_WITH_US, str(checkout.python), "-m", "odoo", *map(str, arguments)],
        cwd=checkout.root,
        env=configuration.environment(checkout),
        pass_fds=(inherited,),
        **options,
    )


@contextlib.contextmanager
def ended_with_us(process):
    """Whatever ends the block ends the process: kindly, and after 15 seconds for sure."""
    try:
        yield
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
