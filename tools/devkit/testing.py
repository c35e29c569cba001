"""`make test` and `make bench`: databases of their own, made from a kept base.

The base (what the module depends on, with Vietnamese, no demo data) is made once under another
name and renamed when whole; a run clones it and installs the module of this minute.
"""

import contextlib
import os
import subprocess
import tempfile

from . import configuration, odoo, odoo_source, streams
from .checkout import MODULE
from .console import DIES_WITH_US, Stop, step
from .databases import PART, Databases, checked_name
from .locks import alone
from .stamps import fingerprint

DATABASE = "dan_chu_test"
BENCH_DATABASE = "dan_chu_bench"
BASE = "base_"
STREAMS = min(os.cpu_count() or 1, 4)
NEEDS_NO_DATABASE = ("tests/lib", "tests/reports/paper", "tests/setup")


def test(checkout, arguments):
    """pytest over tests/, or over what the arguments name.

    Tests of pure Python alone are run without a database; all the tests, or folders of them, in
    a stream for each processor.
    """
    if _pure(arguments):
        odoo.set_up(checkout, "dev")
        return _pytest(checkout, ["-p", "no:odoo", *arguments], ())
    name = checked_name(os.environ.get("DB") or DATABASE)
    with (
        odoo.ready(checkout, "dev", browser=True) as (cluster, inherited),
        alone(checkout, f"database-{name}", f"the database {name}"),
    ):
        make_database(checkout, cluster, inherited, name)
        if _many(checkout, arguments):
            return _in_streams(checkout, cluster, inherited, name, arguments)
        return _pytest(checkout, [*_with_odoo(checkout, name), *arguments], (inherited,))


def bench(checkout, arguments):
    """benchmarks/run.py ARGS in the environment of Odoo, with a fresh database to itself.

    It is told by the environment: DATABASE is the name of a database with the module installed
    and Vietnamese loaded, ODOO_RC the configuration. `import odoo` works.
    """
    script = checkout.root / "benchmarks/run.py"
    if not script.exists():
        raise Stop(f"{script} is missing: there is no benchmark to run.")
    name = checked_name(os.environ.get("DB") or BENCH_DATABASE)
    with (
        odoo.ready(checkout, "dev") as (cluster, inherited),
        alone(checkout, f"database-{name}", f"the database {name}"),
    ):
        make_database(checkout, cluster, inherited, name)
        code = subprocess.run(
            # As a module: in its own folder a benchmark could hide a module of Python.
            [checkout.python, "-m", "benchmarks.run", *arguments],
            cwd=checkout.root,
            env={**configuration.environment(checkout), "DATABASE": name},
            pass_fds=(inherited,),
            check=False,
        ).returncode
        Databases(checkout, cluster).drop(name)
        return code


def make_database(checkout, cluster, inherited, name):
    """A database with the module of this minute, without demo data."""
    databases = Databases(checkout, cluster)
    base = ensure_base(checkout, databases, inherited)
    with step(f"Installing the module in {name}"):
        databases.clone(base, name)
        odoo.run(
            checkout,
            inherited,
            *("-d", name, "-i", MODULE, "--stop-after-init", "--no-http"),
            log=f"create-{name}",
            what=f"Installing the module in {name}",
        )


def ensure_base(checkout, databases, inherited):
    depends = ",".join(sorted(checkout.manifest()["depends"]))
    version = odoo_source.version_of(odoo_source.source_of(checkout))
    name = BASE + fingerprint(depends, version)
    with alone(checkout, "database-base", "the base of the test databases"):
        if databases.exists(name):
            return name
        part = PART + name
        with step(f"Making the base of the test databases ({depends})"):
            databases.create(part)
            odoo.run(
                checkout,
                inherited,
                *("-d", part, "-i", depends, "--load-language", "vi_VN"),
                *("--stop-after-init", "--no-http"),
                log="create-base",
                what="Making the base of the test databases",
            )
        for old in databases.names():
            if old.startswith((BASE, PART + BASE)) and old != part:
                databases.drop(old)
        databases.rename(part, name)
    return name


def _pure(arguments):
    paths = [argument for argument in arguments if argument.startswith("tests")]
    return bool(paths) and all(path.startswith(NEEDS_NO_DATABASE) for path in paths)


def _many(checkout, arguments):
    """Whether what is named are folders, none of them a single file or test."""
    return all((checkout.root / argument).is_dir() for argument in arguments)


def _in_streams(checkout, cluster, inherited, name, arguments):
    """One stream tells what it does here, the others when all have ended."""
    others = [f"{name}_{number}" for number in range(2, STREAMS + 1)]
    databases = Databases(checkout, cluster)
    for other in others:
        databases.clone(name, other)
    logs = [checkout.log(f"test-{other}") for other in others]
    with contextlib.ExitStack() as stack:
        shared = {streams.FOLDER: stack.enter_context(tempfile.TemporaryDirectory())}

        def started(database, **output):
            browsers = stack.enter_context(configuration.environment_for_browsers(checkout))
            return subprocess.Popen(
                [
                    *DIES_WITH_US,
                    checkout.python,
                    "-m",
                    "pytest",
                    *_with_odoo(checkout, database),
                    *arguments,
                ],
                cwd=checkout.root,
                env=browsers | shared,
                pass_fds=(inherited,),
                **output,
            )

        running = [
            started(other, stdout=stack.enter_context(log.open("w")), stderr=subprocess.STDOUT)
            for other, log in zip(others, logs, strict=True)
        ]
        running.insert(0, started(name))
        codes = [process.wait() for process in running]
    for other, log in zip(others, logs, strict=True):
        print(f"\n── The stream {other}:\n{log.read_text()}", flush=True)
        databases.drop(other)
    return max(codes)


def _with_odoo(checkout, database):
    return [f"--odoo-database={database}", f"--odoo-config={checkout.conf}", "--odoo-http"]


def _pytest(checkout, options, inherited):
    with configuration.environment_for_browsers(checkout) as environment:
        return subprocess.run(
            [checkout.python, "-m", "pytest", *options],
            cwd=checkout.root,
            env=environment,
            pass_fds=inherited,
            check=False,
        ).returncode
