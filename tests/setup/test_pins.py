"""What is installed is what was tried: every package of requirements/ at one version."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _pins(name):
    lines = (ROOT / "requirements" / name).read_text().splitlines()
    pinned = [line.partition("==") for line in lines if line and not line.startswith("#")]
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, _, version in pinned}


def test_every_package_is_pinned_as_in_the_constraints():
    constraints = _pins("constraints.txt")
    for name in ("odoo.txt", "module.txt", "dev.txt", "node.txt"):
        assert _pins(name).items() <= constraints.items(), name


def test_the_wheel_brings_what_the_module_needs():
    manifest = ast.literal_eval((ROOT / "dan_chu_co_so/__manifest__.py").read_text())
    assert set(manifest["external_dependencies"]["python"]) == set(_pins("module.txt"))


def test_prettier_is_locked_without_an_address():
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
