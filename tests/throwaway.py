"""For tests of several transactions at once: what they commit cannot be taken back."""

import subprocess
import sys
import time
import unittest
import uuid
from contextlib import closing
from unittest.mock import patch

from psycopg2.errors import InsufficientPrivilege

from odoo import sql_db
from odoo.modules.registry import Registry
from odoo.tools import config

from benchmarks import numbers

MODULE = "dan_chu_co_so"


class ThrowawayDatabase(unittest.TestCase):
    """The module in a database of its own, which is dropped afterwards."""

    @classmethod
    def setUpClass(cls):
        cls.name = f"throwaway_{uuid.uuid4().hex[:12]}"
        cls.addClassCleanup(cls._drop)
        with cls._postgres() as cr:
            cr.execute("SELECT datname FROM pg_database WHERE datname LIKE 'base\\_%'")
            template = (cr.fetchone() or ["template0"])[0]
            cr.execute(f'CREATE DATABASE "{cls.name}" TEMPLATE "{template}"')
        done = subprocess.run(
            [sys.executable, "-m", "odoo", "-d", cls.name, "-i", MODULE, "--stop-after-init"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise AssertionError(done.stderr[-3000:])
        # A registry that is loaded while tests run would run Odoo's own first.
        with patch.dict(config.options, test_enable=False):
            Registry(cls.name)

    def _environment(self):
        return numbers.committed(self.name)

    @staticmethod
    def _postgres():
        cursor = sql_db.db_connect("postgres").cursor()
        cursor._cnx.autocommit = True
        return closing(cursor)

    @classmethod
    def _drop(cls):
        Registry.delete(cls.name)
        sql_db.close_db(cls.name)
        with cls._postgres() as cr:
            for tries_left in range(20, -1, -1):
                try:
                    cr.execute(
                        f'DROP DATABASE IF EXISTS "{cls.name}" WITH (FORCE)',
                        log_exceptions=not tries_left,
                    )
                    break
                except InsufficientPrivilege:
                    # Cleaned up by the server itself this very moment, which nobody else may end.
                    if not tries_left:
                        raise
                    time.sleep(0.5)
