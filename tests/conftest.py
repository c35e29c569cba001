"""Lets tests import `odoo.addons.dan_chu_co_so`, also when they run without a database."""

from pathlib import Path

from devkit import streams
from hypothesis import HealthCheck, settings


def pytest_configure(config):
    streams.join(config)
    if not config.pluginmanager.hasplugin("odoo"):
        from odoo.modules.module import initialize_sys_path
        from odoo.tools import config as odoo_config

        odoo_config.parse_config([f"--addons-path={Path(__file__).parents[1]}"])
        initialize_sys_path()


# How long a value takes to be made says something of the machine, and nothing of the program.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
