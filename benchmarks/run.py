"""`make bench`: fills the database it is given, runs every benchmark, writes docs/benchmarks.md.

With names of benchmarks as arguments it runs only those, and writes nothing.
"""

import importlib
import logging
import os
import pkgutil
import platform
import sys
import time
from pathlib import Path

from odoo import api, release
from odoo.tools import config

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/benchmarks.md"
# PostgreSQL's own default of 4 is for spinning disks.
RANDOM_PAGE_COST = 1.1

HEAD = """\
# Benchmarks

Written by `make bench`, which fills a database of its own and drops it afterwards; `make bench
ARGS="first_page moving"` runs some and only prints. Each benchmark is one file under `benchmarks/`.
One peer is under the AGPL and in no requirements: `benchmarks/peer.py` says how to have it.

The data: {data}.

Candidates take turns within one run, every turn begins with no record in memory, and a figure is
the median of its turns. **What is claimed are the ratios**, ours to the peer's on the same rows in
the same run, and the numbers of queries. The times show what a ratio is worth, and belong to the
machine of this run: {machine}.
"""


def main(names):
    from benchmarks import peer, table

    started = time.monotonic()
    config.parse_config([])
    logging.getLogger().setLevel(logging.WARNING)
    registry = peer.registry(os.environ["DATABASE"])
    data = _fill(registry)
    print(f"{data} ({time.monotonic() - started:.0f} s)", flush=True)
    sections = []
    for name in names or _all_names():
        with registry.cursor() as cr:
            cr.execute("SET random_page_cost = %s", [RANDOM_PAGE_COST])
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            sections.append(importlib.import_module(f"benchmarks.{name}").run(env))
            machine = _machine(cr)
            cr.rollback()
        registry.clear_cache()
        print(f"\n{table.as_text(sections[-1])}", flush=True)
    if not names:
        pages = [HEAD.format(data=data, machine=machine), *map(table.as_markdown, sections)]
        PAGE.write_text("\n".join(pages), encoding="utf-8")
    print(f"\n{time.monotonic() - started:.0f} s")


def _all_names():
    found = (module.name for module in pkgutil.iter_modules([str(ROOT / "benchmarks")]))
    modules = {
        name: importlib.import_module(f"benchmarks.{name}") for name in found if name != "run"
    }
    return [name for name, module in modules.items() if hasattr(module, "run")]


def _fill(registry):
    """Returns what is there, in words."""
    from benchmarks import people, world

    with registry.cursor() as cr:
        env = api.Environment(cr, api.SUPERUSER_ID, {})
        world.make(env)
        people.make(env)
        counted = []
        for table, what in (
            ("dan_chu_unit", "units"),
            ("res_users", "users"),
            ("dan_chu_assignment", "roles in units"),
            ("dan_chu_directive", "directing texts"),
        ):
            cr.execute(f"SELECT count(*) FROM {table}")
            counted.append(f"{cr.fetchone()[0]:,} {what}")
    with registry.cursor() as cr:
        # Autovacuum does so on a live server; a benchmark cannot wait for it.
        cr.connection.autocommit = True
        cr.execute("VACUUM ANALYZE")
        cr.connection.autocommit = False
    return ", ".join(counted)


def _machine(cr):
    """Words that say how fast it may be, and nothing of where it is."""
    cr.execute("SHOW server_version")
    (server,) = cr.fetchone()
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(":")[2] for line in lines if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return ", ".join(
        (
            " ".join(model.split()) or platform.machine(),
            f"{os.cpu_count()} cores",
            f"{memory:.0f} GB of memory",
            f"PostgreSQL {server.split()[0]} (random_page_cost {RANDOM_PAGE_COST}, fsync off)",
            f"Python {platform.python_version()}",
            f"Odoo {release.series}",
        )
    )


if __name__ == "__main__":
    main(sys.argv[1:])
