"""The private PostgreSQL cluster of this checkout: loopback only, with a password, no socket.

PostgreSQL refuses the superuser, who may have a home no other user can enter. So root's cluster
belongs to the user `postgres` and lies beside Debian's own clusters; everybody else's lies in
the checkout. The server runs while somebody uses it: who leaves last stops it.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from . import ports
from .console import Stop, is_superuser, last_lines, say, step
from .locks import Users, alone
from .stamps import Stamp
from .system import postgres_bin

ROOTS_CLUSTERS = Path("/var/lib/postgresql/dan_chu_co_so")
ADMIN = "tools"
OWNER = "odoo"
TEMPLATE = "odoo_template"
SETTINGS = """
# A cluster for development and tests: fast, and lost data is made again.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 256MB
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum_naptime = 30s
log_destination = 'stderr'
logging_collector = off
timezone = 'UTC'
"""


class Cluster:
    def __init__(self, checkout):
        self.checkout = checkout
        self.folder = ROOTS_CLUSTERS / checkout.key if is_superuser() else checkout.dev / "pg"
        self.data = self.folder / "data"
        self.server_log = self.folder / "server.log"

    @property
    def port(self):
        return self.checkout.state().get("pg_port")

    @contextlib.contextmanager
    def in_use(self):
        """Have the server running for the time of the block. Yields what children inherit."""
        users = Users(self.checkout, "postgres-users")
        try:
            with alone(self.checkout, "postgres", "starting or stopping PostgreSQL"):
                users.join()
                self._ensure_running()
            yield users.descriptor
        finally:
            with alone(self.checkout, "postgres", "starting or stopping PostgreSQL"):
                if users.leave():
                    self.stop()
                users.close()

    def sql(self, statement, database="postgres", user=ADMIN):
        """Run SQL and return the first column of its rows as text."""
        done = subprocess.run(
            [
                *(postgres_bin() / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"),
                *("-h", ports.HOST, "-p", str(self.port), "-U", user, "-d", database, "-f", "-"),
            ],
            input=statement,
            env={**_own_environment(), "PGPASSWORD": self._secret(), "PGCONNECT_TIMEOUT": "5"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Stop(f"PostgreSQL refused a statement. {last_lines(done.stderr)}")
        return done.stdout.splitlines()

    def stop(self):
        if self._is_running():
            self._pg_ctl("stop", "-m", "fast", "-t", "60")

    def remove(self):
        """Stop the server and delete the cluster."""
        with contextlib.suppress(Stop):
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        if is_superuser():
            with contextlib.suppress(OSError):
                ROOTS_CLUSTERS.rmdir()

    def _ensure_running(self):
        self._ensure_made()
        self._forget_copied_server()
        if self._is_running():
            if self._answers():
                return
            self._pg_ctl("stop", "-m", "immediate", "-t", "60")
        for _attempt in range(3):
            port = ports.remembered(self.checkout, "pg_port", 55432)
            if self._start(port):
                break
            self.checkout.remember(pg_port=None)
        else:
            raise Stop(
                f"PostgreSQL does not start. {last_lines(self._log_text())} "
                f"See {self.server_log}; 'make clean' makes the cluster anew."
            )
        self._ensure_roles()

    def _forget_copied_server(self):
        """A checkout copied while its server ran has the pid file of the other one's server."""
        pid_file = self.data / "postmaster.pid"
        with contextlib.suppress(FileNotFoundError):
            if pid_file.read_text().splitlines()[1:2] != [str(self.data)]:
                pid_file.unlink()
                self.checkout.remember(pg_port=None)

    def _start(self, port):
        options = f"-p {port}"
        started = self._pg_ctl("start", "-w", "-t", "60", "-l", self.server_log, "-o", options)
        return started and self._answers()

    def _answers(self):
        for _attempt in range(20):
            with contextlib.suppress(Stop):
                return self.sql("SELECT 1") == ["1"]
            time.sleep(0.25)
        return False

    def _is_running(self):
        """Whether the server of this data folder lives; pg_ctl sees through a stale pid file."""
        return self.data.is_dir() and self._pg_ctl("status")

    def _ensure_made(self):
        if self.data.is_dir():
            return
        self.checkout.remember(pg_secret=secrets.token_urlsafe(24), pg_port=None)
        part = self.folder / "data.part"
        self._clear_folder(part)
        with step("Making the PostgreSQL cluster"), self._secret_file() as secret_file:
            done = self._as_owner(
                [
                    *(postgres_bin() / "initdb", "-D", part, "-U", ADMIN, "-E", "UTF8"),
                    *("--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={secret_file}"),
                    "--no-sync",
                ]
            )
        if done.returncode:
            raise Stop(f"Making the PostgreSQL cluster failed. {last_lines(done.stdout)}")
        with (part / "postgresql.conf").open("a") as settings:
            settings.write(SETTINGS)
        Stamp(self.checkout, "roles").clear()
        part.rename(self.data)

    def _clear_folder(self, part):
        shutil.rmtree(part, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        if is_superuser():
            owner = pwd.getpwnam("postgres")
            self.folder.chmod(0o700)
            ROOTS_CLUSTERS.chmod(0o755)
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)

    @contextlib.contextmanager
    def _secret_file(self):
        """The password in a file only the cluster's owner reads."""
        descriptor, name = tempfile.mkstemp()
        try:
            with os.fdopen(descriptor, "w") as stream:
                stream.write(self._secret())
            if is_superuser():
                os.chown(name, pwd.getpwnam("postgres").pw_uid, -1)
            yield name
        finally:
            os.unlink(name)

    def _ensure_roles(self):
        """The role Odoo works as, and a template in which names sort and search as Odoo wants.

        Odoo refuses to work as PostgreSQL's superuser, and only a superuser can mark `unaccent`
        immutable, without which it cannot be used in an index.
        """
        stamp = Stamp(self.checkout, "roles")
        if stamp.fits(self._secret()):
            return
        self.sql(
            f"""
            SELECT 'CREATE ROLE {OWNER} LOGIN CREATEDB' WHERE NOT EXISTS
                (SELECT FROM pg_roles WHERE rolname = '{OWNER}') \\gexec
            ALTER ROLE {OWNER} PASSWORD '{self._secret()}';
            DROP DATABASE IF EXISTS {TEMPLATE};
            CREATE DATABASE {TEMPLATE} OWNER {OWNER} TEMPLATE template0
                ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';
            """
        )
        self.sql(
            """
            CREATE EXTENSION pg_trgm;
            CREATE EXTENSION unaccent;
            ALTER FUNCTION unaccent(text) IMMUTABLE;
            ALTER FUNCTION unaccent(text) OWNER TO odoo;
            """,
            TEMPLATE,
        )
        stamp.set(self._secret())

    def _secret(self):
        return self.checkout.state().get("pg_secret", "")

    def _log_text(self):
        try:
            return self.server_log.read_text(errors="replace")
        except OSError:
            return ""

    def _pg_ctl(self, *arguments):
        command = [postgres_bin() / "pg_ctl", "-D", self.data, *arguments]
        return self._as_owner(command).returncode == 0

    def _as_owner(self, command):
        """As the owner of the cluster, from a folder that every user can enter.

        Output goes to a file: a server that has just started would hold a pipe open.
        """
        if is_superuser():
            command = ["runuser", "-u", "postgres", "--", *command]
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [str(part) for part in command],
                cwd="/",
                env={**_own_environment(), "LC_ALL": "C.UTF-8"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                check=False,
            )
            output.seek(0)
            done.stdout = output.read()
        return done


def _own_environment():
    """Without the caller's settings for another PostgreSQL."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def ensure_password_readable(checkout):
    """A cluster whose password is gone (`.dev` deleted by hand) cannot be used any more."""
    cluster = Cluster(checkout)
    if cluster.data.is_dir() and not checkout.state().get("pg_secret"):
        say("The cluster of an earlier set-up has no password any more: making it anew.")
        cluster.remove()
