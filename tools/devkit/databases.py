"""Databases and their filestores, always together; a half-made one has another name."""

import re
import shutil

from .console import Stop
from .postgres import OWNER, TEMPLATE

PART = "part_"


class Databases:
    def __init__(self, checkout, cluster):
        self.checkout = checkout
        self.cluster = cluster

    def exists(self, name):
        found = f"SELECT 1 FROM pg_database WHERE datname = {literal(name)}"
        return self.cluster.sql(found) == ["1"]

    def names(self):
        return self.cluster.sql("SELECT datname FROM pg_database WHERE NOT datistemplate")

    def create(self, name):
        self.drop(name)
        self.cluster.sql(f"CREATE DATABASE {quoted(name)} OWNER {OWNER} TEMPLATE {TEMPLATE}")

    def clone(self, source, name):
        self.drop(name)
        kept = self.checkout.filestore(source)
        if kept.is_dir():
            shutil.copytree(kept, self.checkout.filestore(name))
        self.cluster.sql(f"CREATE DATABASE {quoted(name)} OWNER {OWNER} TEMPLATE {quoted(source)}")

    def rename(self, name, whole):
        """The database last: once it has its final name, everything of it is there."""
        filestore = self.checkout.filestore(name)
        target = self.checkout.filestore(whole)
        shutil.rmtree(target, ignore_errors=True)
        if filestore.is_dir():
            filestore.rename(target)
        self.cluster.sql(f"ALTER DATABASE {quoted(name)} RENAME TO {quoted(whole)}")

    def drop(self, name):
        self.cluster.sql(f"DROP DATABASE IF EXISTS {quoted(name)} WITH (FORCE)")
        shutil.rmtree(self.checkout.filestore(name), ignore_errors=True)


def checked_name(name):
    """Odoo and PostgreSQL take more; these names need no quoting anywhere."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,50}", name) or name.startswith(PART):
        raise Stop(
            f"DB={name}: use small letters, digits and _, first a letter, at most 51 in all."
        )
    return name


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def literal(text):
    return "'" + text.replace("'", "''") + "'"
