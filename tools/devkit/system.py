"""Packages of the system, by apt: only what is missing, and no call when nothing is."""

import ctypes.util
import glob
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from .console import Stop, is_superuser, last_lines, output_of, run, say, step

SUPPORTED_PYTHON = ((3, 10), (3, 13))
NO_MAIN_CLUSTER = Path("/etc/postgresql-common/createcluster.d/dan-chu-co-so.conf")


def postgres_bin():
    """The folder of PostgreSQL's server programs, newest version first, or None."""
    found = [
        (int(match[1]), folder)
        for folder in glob.glob("/usr/lib/postgresql/*/bin")
        if (match := re.search(r"/(\d+)/bin$", folder)) and os.path.exists(f"{folder}/initdb")
    ]
    usable = [(version, folder) for version, folder in found if version >= 13]
    return Path(max(usable)[1]) if usable else None


def base_python():
    """A Python that Odoo 19 runs on and that can make virtual environments, or None."""
    probe = "import sys, ensurepip, venv; print(sys.version_info[0], sys.version_info[1])"
    # Inside a virtual environment, ours above all, the Python that made it is meant.
    own = os.path.realpath(sys._base_executable)
    for candidate in dict.fromkeys((own, "/usr/bin/python3")):
        answer = output_of([candidate, "-c", probe])
        if answer and in_range(tuple(map(int, answer.split()))):
            return candidate
    return None


def in_range(version):
    return SUPPORTED_PYTHON[0] <= version <= SUPPORTED_PYTHON[1]


def _has_font():
    return bool(glob.glob("/usr/share/fonts/truetype/liberation*/LiberationSerif-Regular.ttf"))


NEEDS = {
    "python3-venv": base_python,
    "postgresql": postgres_bin,
    "libmagic1": lambda: ctypes.util.find_library("magic"),
    "fonts-liberation2": _has_font,  # what papers are printed in
}
BROWSER_NEEDS = {
    "chromium": lambda: shutil.which("chromium"),
    # for the Node.js inside of playwright
    "libatomic1": lambda: ctypes.util.find_library("atomic"),
}


def missing(browser=False):
    needs = {**NEEDS, **(BROWSER_NEEDS if browser else {})}
    return [package for package, present in needs.items() if not present()]


def ensure_packages(checkout, browser=False):
    packages = missing(browser)
    if not packages:
        return
    command = f"apt-get install --no-install-recommends {' '.join(packages)}"
    if not shutil.which("apt-get"):
        raise Stop(
            f"This machine lacks what Debian calls {', '.join(packages)}, and has no apt-get: "
            "install them the way this system does, then run this again."
        )
    prefix = _with_rights(command)
    say(f"Missing on this machine: {', '.join(packages)}")
    keep_out = "postgresql" in packages and not NO_MAIN_CLUSTER.exists()
    if keep_out:
        _write_as_root(prefix, NO_MAIN_CLUSTER, "create_main_cluster = false\n")
    environment = ["env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_SUSPEND=1"]
    apt = [*prefix, *environment, "apt-get", "-o", "Acquire::Retries=3"]
    try:
        with step("Reading Debian's package lists"):
            run(
                [*apt, "-o", "APT::Update::Error-Mode=any", "update"],
                checkout.log("apt-update"),
                "apt-get update failed",
                network_advice,
            )
        with step(f"Installing {', '.join(packages)}"):
            run(
                [*apt, "install", "-y", "--no-install-recommends", *packages],
                checkout.log("apt-install"),
                f"'{command}' failed",
                network_advice,
            )
    finally:
        if keep_out:
            subprocess.run([*prefix, "rm", "-f", str(NO_MAIN_CLUSTER)], check=False)
    if still := missing(browser):
        raise Stop(
            f"Installed, yet still not usable: {', '.join(still)}. "
            f"See {checkout.log('apt-install')}, and note that Odoo 19 needs Python "
            "3.10 to 3.13 and PostgreSQL 13 or newer."
        )


def network_advice(text):
    """The way out that apt's, pip's or npm's output points at."""
    if re.search(r"No space left on device|You don't have enough free space|ENOSPC", text):
        return "The disk is full: free about 3 GB, then run this again."
    if re.search(
        r"Temporary failure resolving|Could not resolve|Could not connect"
        r"|Connection (failed|refused|timed out)|Network is unreachable|NewConnectionError"
        r"|Name or service not known|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|Read timed out",
        text,
    ):
        return (
            "The package server cannot be reached: check the network (or the proxy and mirror "
            "settings of this machine), then run this again; what is already here is kept."
        )
    if re.search(r"Could not get lock|Unable to acquire the dpkg frontend lock", text):
        return "Another program is installing packages: wait until it is done, then run this again."
    return last_lines(text)


def _with_rights(command):
    if is_superuser():
        return []
    if shutil.which("sudo"):
        if output_of(["sudo", "-n", "true"]) is not None:
            return ["sudo", "-n"]
        if sys.stdin.isatty() and subprocess.run(["sudo", "-v"], check=False).returncode == 0:
            return ["sudo", "-n"]
    raise Stop(
        f"No right to install packages here: ask an administrator to run '{command}', "
        "then run this again."
    )


def _write_as_root(prefix, path, text):
    subprocess.run([*prefix, "mkdir", "-p", str(path.parent)], check=True)
    subprocess.run(
        [*prefix, "tee", str(path)],
        input=text,
        text=True,
        stdout=subprocess.DEVNULL,
        check=True,
    )
