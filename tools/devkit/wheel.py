"""`make wheel`: the module as a wheel, for those who already run Odoo 19."""

import shutil

from . import odoo
from .console import run, say, step
from .system import network_advice


def build(checkout):
    odoo.set_up(checkout, "dev")
    part = checkout.dev / "wheel.part"
    shutil.rmtree(part, ignore_errors=True)
    with step("Building the wheel"):
        run(
            [
                *(checkout.python, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"),
                *("--disable-pip-version-check", "-w", part, checkout.module),
            ],
            checkout.log("wheel"),
            "Building the wheel failed",
            network_advice,
        )
    target = checkout.root / "dist"
    target.mkdir(exist_ok=True)
    for made in part.glob("*.whl"):
        made.replace(target / made.name)
        say(f"dist/{made.name}")
    part.rmdir()
