"""What the tests of frozen papers share: who tries, by which context, and that it is refused."""

import psycopg2

from odoo import SUPERUSER_ID
from odoo.exceptions import UserError
from odoo.tools import mute_logger

from tests.common import DanChuCase

# What a caller may send along; none of it is a key.
CONTEXTS = (
    {},
    {"tracking_disable": True, "mail_notrack": True, "mail_create_nolog": True},
    {"install_mode": True, "install_module": "dan_chu_co_so", "module": "dan_chu_co_so"},
    {"import_file": True, "import_compat": True, "noupdate": True, "_force_unlink": True},
    {"force": True, "force_write": True, "bypass": True, "su": True, "uid": SUPERUSER_ID},
    {"active_test": False, "prefetch_fields": False, "recompute": False},
)


class FrozenCase(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.administrator = cls.env.ref("base.user_admin")
        cls.assign(cls.upper_officer, "head", cls.school)

    def _hands(self):
        """Everybody who may write here, the administrator before and after a role, the system."""
        yield from (self.officer, self.head, self.upper_officer, self.administrator)
        self.assign(self.administrator, "officer", self.school)
        self.assign(self.administrator, "head", self.school)
        yield from (self.administrator, self.env.ref("base.user_root"))

    def _envs(self):
        for user in self._hands():
            for is_sudo in (False, True):
                yield user, self.env(user=user, su=is_sudo or user.id == SUPERUSER_ID)

    @mute_logger("odoo.sql_db", "odoo.models.unlink")
    def _assert_refused(self, operation, errors=(UserError, psycopg2.IntegrityError)):
        try:
            with self.env.cr.savepoint():
                operation()
                self.env.flush_all()
        except errors:
            self.env.invalidate_all()
        else:
            self.fail("This was not refused.")

    def _assert_each_refused(self, operations, contexts=CONTEXTS[:1]):
        """`operations` of an environment gives {name: what is tried}."""
        for user, env in self._envs():
            for context in contexts:
                tried = operations(env(context={**env.context, **context}))
                for name, operation in tried.items():
                    with self.subTest(name, user=user.login, su=env.su, context=context):
                        self._assert_refused(operation)

    def _writes(self, env, record, *changes):
        mine = record.with_env(env)
        return {f"{record._name} {vals}": lambda vals=vals: mine.write(vals) for vals in changes}

    def _changes_and_ends(self, env, rows):
        """Each of those changes of its row, and that the row goes: {row: changes}."""
        tried = {}
        for row, changes in rows.items():
            tried |= self._writes(env, row, *changes)
            tried[f"{row._name} unlink"] = row.with_env(env).unlink
        return tried

    def _assert_sql_refused(self, statement, row):
        self.env.flush_all()
        with self.subTest(statement):
            self._assert_refused(
                lambda: self.env.cr.execute(f"{statement} WHERE id = %s", [row.id]),
                psycopg2.errors.RestrictViolation,
            )
