"""OCA's `mgmtsystem_nonconformity`, to be compared with where somebody has it.

It is under the AGPL, and neither part nor requirement of this project. Whoever wants the comparison
puts it into a folder of its own, for the throw-away database of the benchmarks alone:

    pip install --no-deps --target FOLDER 'odoo-addon-mgmtsystem-nonconformity==19.0.*' \\
        'odoo-addon-mgmtsystem-action==19.0.*' 'odoo-addon-mgmtsystem==19.0.*' \\
        'odoo-addon-document-page-procedure==19.0.*' 'odoo-addon-document-page==19.0.*' \\
        'odoo-addon-document-knowledge==19.0.*'
    make bench PEER_ADDONS=FOLDER/odoo/addons ARGS="finding_create"
"""

import os
from pathlib import Path

from odoo.modules.registry import Registry
from odoo.tools import config

from . import world

MODULE = "mgmtsystem_nonconformity"
MODEL = "mgmtsystem.nonconformity"


def registry(database):
    """Of the database, with the peer installed where PEER_ADDONS names its folder."""
    folder = os.environ.get("PEER_ADDONS")
    if not folder:
        return Registry(database)
    if not (Path(folder) / MODULE).is_dir():
        raise SystemExit(f"PEER_ADDONS={folder}: there is no {MODULE} in that folder.")
    config["addons_path"] = [*config["addons_path"], folder]
    return Registry.new(database, update_module=True, install_modules=[MODULE])


def is_there(env):
    return MODEL in env


def user(env, login):
    """May note nonconformities, and nothing of ours."""
    person = world.add_user(env, login)
    person.group_ids += env.ref("mgmtsystem.group_mgmtsystem_user")
    return person


def values(env, text):
    """What it asks for at least. All is of one person, so that nobody has to be told."""
    return {
        "name": text[:60],
        "description": text,
        "partner_id": env.company.partner_id.id,
        "responsible_user_id": env.uid,
        "manager_user_id": env.uid,
        "origin_ids": env["mgmtsystem.nonconformity.origin"].search([], limit=1).ids,
    }
