import logging

import psycopg2

from odoo.tools import SQL

_logger = logging.getLogger(__name__)


def pre_init_hook(env):
    """The extension that lets every search ignore diacritics, where we may create it."""
    try:
        with env.cr.savepoint():
            env.cr.execute("CREATE EXTENSION IF NOT EXISTS unaccent")
    except psycopg2.Error as error:
        _logger.warning(
            "The PostgreSQL extension unaccent could not be created (%s). The module's own "
            "searches ignore diacritics all the same; ask the database administrator for the rest.",
            error.diag.message_primary,
        )


def post_init_hook(env):
    """Staff of departments that already stand for a unit come into it."""
    env["dan_chu.unit"].search([("department_id", "!=", False)])._adopt_department_staff()


def uninstall_hook(env):
    """What Odoo does not know to be ours."""
    # With the triggers that keep issued papers: Odoo is about to delete them with their tables.
    env.cr.execute("DROP FUNCTION IF EXISTS dan_chu_keep_frozen() CASCADE")
    _drop_boxes(env.cr)
    env["ir.config_parameter"].search([("key", "=like", "dan_chu_co_so.%")]).unlink()
    # Odoo books the foreign key of our column on the module of the table.
    env["ir.model.constraint"].search(
        [("type", "=", "f"), ("name", "=like", "hr_employee_dan_chu_%")]
    ).unlink()


def _drop_boxes(cr):
    """Those of votes that are still open."""
    cr.execute(
        r"SELECT relname FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid) "
        r"AND relname ~ '^dan_chu_vote_(box|roll)_\d+$'"
    )
    for (name,) in cr.fetchall():
        cr.execute(SQL("DROP TABLE %s", SQL.identifier(name)))
