"""Lets tests import `odoo.addons.dan_chu_co_so`, also when they run without a database."""


def pytest_configure(config):
    if not config.pluginmanager.hasplugin("odoo"):
        from odoo.modules.module import initialize_sys_path
        from odoo.tools import config as odoo_config

        odoo_config.parse_config([])
        initialize_sys_path()
