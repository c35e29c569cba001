"""`make lint` tells what is wrong, `make format` puts right what needs no thought."""

import subprocess

from . import node, odoo, translating
from .checkout import MODULE
from .console import Stop, run, say, step
from .stamps import Stamp, fingerprint
from .system import network_advice

PRETTIER_SUFFIXES = {".xml", ".js", ".css", ".scss"}


def lint(checkout):
    odoo.set_up(checkout, "dev")
    tool = checkout.venv / "bin"
    checks = {
        "ruff": [tool / "ruff", "check", "."],
        "ruff format": [tool / "ruff", "format", "--check", "--quiet", "."],
        "pylint-odoo": [tool / "pylint", MODULE],
        "oca-checks-odoo-module": [tool / "oca-checks-odoo-module", MODULE],
        "prettier": _prettier(checkout, "--check", "--log-level", "warn"),
    }
    if catalogues := sorted((checkout.module / "i18n").glob("*.po*")):
        checks["oca-checks-po"] = [tool / "oca-checks-po", *catalogues]
    failed = [name for name, command in checks.items() if not _passes(checkout, name, command)]
    if complaint := translating.complaint(checkout):
        say(f"✗ vi.po: {complaint}")
        failed.append("vi.po")
    if failed:
        raise Stop(f"Findings of {', '.join(failed)}: see above. 'make format' mends formatting.")
    say(f"✓ lint: {', '.join(checks)}, vi.po")


def fix(checkout):
    odoo.set_up(checkout, "dev")
    ruff = checkout.venv / "bin/ruff"
    for command in (
        [ruff, "check", "--fix", "--quiet", "."],
        [ruff, "format", "--quiet", "."],
        _prettier(checkout, "--write", "--log-level", "warn"),
    ):
        _run(checkout, command)


def _passes(checkout, name, command):
    done = _run(checkout, command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        say(f"✗ {name}\n{done.stdout}")
    return done.returncode == 0


def _run(checkout, command, **options):
    return subprocess.run(
        [str(part) for part in command],
        cwd=checkout.root,
        env={**node.environment(checkout), "PYLINTHOME": str(checkout.cache / "pylint")},
        text=True,
        check=False,
        **options,
    )


def _prettier(checkout, *options):
    folder = _ensure_prettier(checkout)
    files = sorted(path for path in checkout.module.rglob("*") if path.suffix in PRETTIER_SUFFIXES)
    return [
        *("node", folder / "prettier/bin/prettier.cjs"),
        *("--plugin", folder / "@prettier/plugin-xml/src/plugin.js"),
        *options,
        *files,
    ]


def _ensure_prettier(checkout):
    """Prettier and its XML plugin as pinned in package-lock.json, outside of the sources."""
    folder = checkout.dev / "node"
    stamp = Stamp(checkout, "node")
    inputs = [checkout.root / name for name in ("package.json", "package-lock.json")]
    npm = node.npm(checkout)
    if not (stamp.fits(fingerprint(*inputs)) and folder.is_dir()):
        stamp.clear()
        folder.mkdir(parents=True, exist_ok=True)
        for path in inputs:
            (folder / path.name).write_bytes(path.read_bytes())
        with step("Installing prettier"):
            run(
                [*npm, "ci"],
                checkout.log("npm-ci"),
                "Installing prettier failed",
                network_advice,
                cwd=folder,
                env=node.environment(checkout),
            )
        stamp.set(fingerprint(*inputs))
    return folder / "node_modules"
