"""The virtual environment, in groups that are installed when first needed.

`odoo`  what Odoo imports and what the module needs; `dev`  tests and lint; `node`  Node.js for
machines without it. All versions, of dependencies too, are pinned in requirements/.
"""

import os
import shutil

from .console import output_of, run, step
from .stamps import Stamp, fingerprint
from .system import base_python, network_advice

GROUPS = {
    "odoo": ("odoo.txt", "module.txt"),
    "dev": ("dev.txt",),
    "node": ("node.txt",),
}


def ensure(checkout, *groups):
    python = base_python()
    # Programs in it carry its path: a checkout that was moved or copied gets another.
    base = fingerprint(str(checkout.venv), python, output_of([python, "--version"]))
    whole = Stamp(checkout, "venv")
    if not (whole.fits(base) and checkout.python.exists()):
        _make(checkout, python)
        whole.set(base)
    for group in groups:
        files = [checkout.requirements / name for name in GROUPS[group]]
        wanted = fingerprint(base, checkout.requirements / "constraints.txt", *files)
        installed = Stamp(checkout, f"venv-{group}")
        if not installed.fits(wanted):
            # A pip that is killed may leave half a package: without this stamp the next
            # run makes the environment anew, from pip's own cache.
            whole.clear()
            _install(checkout, group, files)
            whole.set(base)
            installed.set(wanted)


def point_at(checkout, source):
    """Let `import odoo` find the tree."""
    (folder,) = checkout.venv.glob("lib/python3.*/site-packages")
    link = folder / "odoo.pth"
    if not link.exists() or link.read_text() != f"{source}\n":
        link.write_text(f"{source}\n")


def _make(checkout, python):
    for group in GROUPS:
        Stamp(checkout, f"venv-{group}").clear()
    shutil.rmtree(checkout.venv, ignore_errors=True)
    checkout.dev.mkdir(parents=True, exist_ok=True)
    with step("Making the virtual environment"):
        run(
            [python, "-m", "venv", checkout.venv],
            checkout.log("venv"),
            "Making the virtual environment failed",
            network_advice,
        )


def _install(checkout, group, files):
    """What pip has fetched is kept until all of it is installed, and no longer."""
    fetched = checkout.cache / "pip"
    arguments = [part for path in files for part in ("-r", path)]
    with step(f"Installing Python packages ({group})"):
        run(
            [
                *(checkout.python, "-m", "pip", "install", "--no-input", "--prefer-binary"),
                *("--retries", "3", "--disable-pip-version-check"),
                *("-c", checkout.requirements / "constraints.txt"),
                *arguments,
            ],
            checkout.log(f"pip-{group}"),
            f"Installing Python packages ({group}) failed",
            network_advice,
            env={**os.environ, "PIP_CACHE_DIR": str(fetched)},
        )
    shutil.rmtree(fetched, ignore_errors=True)
