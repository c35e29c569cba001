"""Where everything lies: all of it under `.dev/` of this checkout, but for the cluster of root."""

import ast
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from .console import Stop

MODULE = "dan_chu_co_so"


@dataclass(frozen=True)
class Checkout:
    root: Path

    @property
    def dev(self):
        return self.root / ".dev"

    @property
    def module(self):
        return self.root / MODULE

    @property
    def venv(self):
        return self.dev / "venv"

    @property
    def python(self):
        return self.venv / "bin/python"

    @property
    def cache(self):
        return self.dev / "cache"

    @property
    def data(self):
        """Odoo's data_dir: filestores and sessions."""
        return self.dev / "data"

    @property
    def conf(self):
        return self.dev / "odoo.conf"

    @property
    def requirements(self):
        return self.root / "requirements"

    @property
    def key(self):
        """Tells this checkout from the others on the machine."""
        return hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]

    def log(self, name):
        return self.dev / "log" / f"{name}.log"

    def filestore(self, database):
        return self.data / "filestore" / database

    def manifest(self):
        path = self.module / "__manifest__.py"
        try:
            return ast.literal_eval(path.read_text())
        except FileNotFoundError:
            raise Stop(f"{path} is missing: this checkout has no module to install.") from None

    def state(self):
        """What later runs must know: ports, the secret of the cluster."""
        try:
            return json.loads((self.dev / "state.json").read_text())
        except (FileNotFoundError, ValueError):
            return {}

    def remember(self, **values):
        write_whole(
            self.dev / "state.json", json.dumps({**self.state(), **values}, indent=1), mode=0o600
        )


def here():
    return Checkout(Path(__file__).resolve().parents[2])


def write_whole(path, text, mode=0o644):
    """Write a file that is there with all its text or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
    part.replace(path)
