"""What an installation leaves in a database when it is taken back: nothing."""

import subprocess
import sys
import unittest
import uuid
from contextlib import closing

from odoo import sql_db

MODULE = "dan_chu_co_so"
# What a database holds, each line by a name of its own. Odoo keeps a row of every module it
# knows, and the counters behind its own bookkeeping: those are not ours.
TRACES = {
    "tables and columns": """
        SELECT table_name || '.' || column_name FROM information_schema.columns
         WHERE table_schema = 'public'
    """,
    "constraints": "SELECT conrelid::regclass || '.' || conname FROM pg_constraint",
    "indexes": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'",
    "sequences": "SELECT sequencename FROM pg_sequences",
    "functions": """
        SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    """,
    "triggers": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    "models": "SELECT model FROM ir_model",
    "fields": "SELECT model || '.' || name FROM ir_model_fields",
    "selections": """
        SELECT field.model || '.' || field.name || '.' || selection.value
          FROM ir_model_fields_selection selection
          JOIN ir_model_fields field ON field.id = selection.field_id
    """,
    "groups": "SELECT name::text FROM res_groups",
    "privileges": "SELECT name::text FROM res_groups_privilege",
    "categories": "SELECT name::text FROM ir_module_category",
    "access rights": "SELECT name FROM ir_model_access",
    "rules": "SELECT name FROM ir_rule",
    "menus": "SELECT name::text FROM ir_ui_menu",
    "views": "SELECT model || '.' || name || '.' || type FROM ir_ui_view",
    "actions": "SELECT type || '.' || name::text FROM ir_actions",
    "crons": "SELECT cron_name FROM ir_cron",
    "parameters": "SELECT key FROM ir_config_parameter",
    "defaults": "SELECT json_value FROM ir_default",
    "attachments": """
        SELECT res_model || '.' || coalesce(res_field, '') FROM ir_attachment
         WHERE res_model LIKE 'dan_chu%'
    """,
    "messages": "SELECT model FROM mail_message WHERE model LIKE 'dan_chu%'",
    "external ids": "SELECT name FROM ir_model_data WHERE module = 'dan_chu_co_so'",
    "constraints on record": "SELECT name FROM ir_model_constraint",
    "relations on record": "SELECT name FROM ir_model_relation",
}
AT_WORK = """
unit = env['dan_chu.unit'].create({
    'name': 'Trường THCS Bình Minh',
    'kind_id': env.ref('dan_chu_co_so.unit_kind_lower_secondary_school').id,
})
admin = env.ref('base.user_admin')
env['dan_chu.assignment'].create({'user_id': admin.id, 'role': 'officer', 'unit_id': unit.id})
env['hr.employee'].create({'name': 'Đỗ Văn Thử', 'dan_chu_unit_id': unit.id})
text = env['dan_chu.directive'].create({
    'name': 'Về dân chủ ở cơ sở', 'issuer': 'UBND phường', 'unit_id': unit.id, 'note': 'Đọc.',
    'file_ids': [(0, 0, {'name': 'a.txt', 'data': 'YQ=='})],
})
text.message_post(body='Trao đổi', attachments=[('b.txt', b'b')])
text.action_publish()
env.cr.commit()
"""


class TestInstallation(unittest.TestCase):
    def setUp(self):
        self.name = f"install_{uuid.uuid4().hex[:12]}"
        self.addCleanup(self._drop)
        with self._postgres() as cr:
            cr.execute("SELECT datname FROM pg_database WHERE datname LIKE 'base\\_%'")
            base = cr.fetchone()
            template = base[0] if base else "template0"
            cr.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{template}"')
        if not base:
            self._odoo("-d", self.name, "-i", "hr,mail,web_hierarchy", "--stop-after-init")

    def test_it_leaves_nothing_behind_after_having_been_used(self):
        before = self._traces()
        log = self._odoo("-d", self.name, "-i", MODULE, "--stop-after-init")
        self.assertNotRegex(log, f"(WARNING|ERROR) {self.name}")
        self.assertIn("dan_chu_unit.name", self._traces()["tables and columns"])
        self._odoo("shell", "-d", self.name, "--no-http", stdin=AT_WORK)
        log = self._odoo("module", "uninstall", "-d", self.name, MODULE)
        self.assertNotRegex(log, f"(WARNING|ERROR) {self.name}")
        after = self._traces()
        left = {what: sorted(after[what] - before[what]) for what in TRACES}
        self.assertEqual({what: names for what, names in left.items() if names}, {})
        lost = {what: sorted(before[what] - after[what]) for what in TRACES}
        self.assertEqual({what: names for what, names in lost.items() if names}, {})

    def test_an_update_changes_nothing_and_complains_of_nothing(self):
        self._odoo("-d", self.name, "-i", MODULE, "--stop-after-init")
        before = self._traces()
        log = self._odoo("-d", self.name, "-u", MODULE, "--stop-after-init")
        self.assertNotRegex(log, f"(WARNING|ERROR) {self.name}")
        self.assertEqual(self._traces(), before)

    def _odoo(self, *arguments, stdin=None):
        done = subprocess.run(
            [sys.executable, "-m", "odoo", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertEqual(done.returncode, 0, done.stderr[-3000:])
        self.assertNotIn("Traceback", done.stderr)
        return done.stderr

    def _traces(self):
        with closing(sql_db.db_connect(self.name).cursor()) as cr:
            traces = {}
            for what, query in TRACES.items():
                cr.execute(query)
                traces[what] = {name for (name,) in cr.fetchall()}
        sql_db.close_db(self.name)
        return traces

    def _postgres(self):
        cursor = sql_db.db_connect("postgres").cursor()
        cursor._cnx.autocommit = True
        return closing(cursor)

    def _drop(self):
        sql_db.close_db(self.name)
        with self._postgres() as cr:
            cr.execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')
