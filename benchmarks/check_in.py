"""Eight clerks check in two thousand people over HTTP, all at once."""

import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager

import requests

from odoo.modules.registry import Registry
from odoo.tools import SQL

from . import assembly
from .numbers import committed
from .table import Section

PEOPLE = 2_000
CLERKS = 8
PASSWORD = "clerk"  # noqa: S105 (of accounts that go with the database)
BY_HAND = "UPDATE by hand"


def run(env):
    return measured(env.cr.dbname, "D1W2S8", PEOPLE, CLERKS)


def measured(database, code, people, clerks):
    section = Section(
        title="Checking in",
        measured=MEASURED.format(people=f"{people:,}", clerks=clerks),
        peers=(BY_HAND,),
        reading=READING,
    )
    with committed(database) as env:
        unit = assembly.house(env, code, people)
        logins = [f"{code} clerk {n}" for n in range(clerks)]
        users = [assembly.user(env, login, unit, "officer", "staff") for login in logins]
        for user in users:
            user.password = PASSWORD
        conference = assembly.conference(env(user=users[0].id), unit)
        conference._put({"state": "called"})
        rows, conference_id = conference.attendee_ids.ids, conference.id
    with server(database) as address:
        desks = [Desk(address, database, login, conference_id) for login in logins]
        whole = _all_at_once([(desk.check_in, rows[n::clerks]) for n, desk in enumerate(desks)])
        # The same people once more, by the next clerk: nobody is entered twice.
        again = _all_at_once([(desks[n - 1].check_in, rows[n::clerks]) for n in range(len(desks))])
    _check(database, conference_id, people)
    by_hand = _all_at_once([(_Hand(database).check_in, rows[n::clerks]) for n in range(clerks)])
    size = f"{people:,} people, {clerks} clerks"
    section.add("a check-in", size, whole / people, (by_hand / people,))
    section.add("all of them", size, whole, (by_hand,))
    section.add("all of them once more", size, again, (None,))
    return section


class Desk:
    """A clerk's browser: a session, and one call a person."""

    def __init__(self, address, database, login, conference_id):
        self.session, self.conference_id = requests.Session(), conference_id
        self.address = address
        self._call("/web/session/authenticate", db=database, login=login, password=PASSWORD)

    def check_in(self, rows):
        for row in rows:
            self._call(
                "/web/dataset/call_kw",
                model="dan_chu.conference",
                method="check_in",
                args=[[self.conference_id], row, {"stage": "present"}],
                kwargs={},
            )

    def _call(self, path, **params):
        body = {"jsonrpc": "2.0", "method": "call", "params": params}
        answer = self.session.post(f"{self.address}{path}", json=body, timeout=60).json()
        if "error" in answer:
            raise AssertionError(answer["error"]["data"]["message"])
        return answer["result"]


class _Hand:
    """A connection that commits each person, without asking who may."""

    def __init__(self, database):
        self.registry = Registry(database)

    def check_in(self, rows):
        with self.registry.cursor() as cr:
            for row in rows:
                cr.execute(
                    SQL(
                        """
                        UPDATE dan_chu_conference_attendee
                           SET status = 'present', arrived_on = now() AT TIME ZONE 'UTC',
                               write_date = now() AT TIME ZONE 'UTC', checked_how = 'list'
                         WHERE id = %s
                        """,
                        row,
                    )
                )
                cr.commit()


@contextmanager
def server(database):
    """An Odoo server of its own on loopback, threaded as `make run` starts it."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "odoo", "-d", database, "--http-interface", "127.0.0.1"),
            *("--http-port", str(port), "--max-cron-threads", "0", "--log-level", "warn"),
        ],
        env=os.environ,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        yield address
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(address):
    until = time.monotonic() + 60
    while not _answers(address):
        if time.monotonic() > until:
            raise AssertionError("the server did not start")
        time.sleep(0.5)


def _answers(address):
    try:
        return requests.get(f"{address}/web/health", timeout=5).ok
    except requests.ConnectionError:
        return False


def _all_at_once(jobs):
    """Seconds from the first to the last."""
    gate, errors = threading.Barrier(len(jobs) + 1), []

    def work(job, rows):
        gate.wait()
        try:
            job(rows)
        except Exception as error:  # noqa: BLE001 (told by whoever joins the thread)
            errors.append(error)

    threads = [threading.Thread(target=work, args=job) for job in jobs]
    for thread in threads:
        thread.start()
    gate.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    whole = time.perf_counter() - began
    if errors:
        raise AssertionError(f"{len(errors)} of {len(jobs)} failed: {errors[0]!r}")
    return whole


def _check(database, conference_id, people):
    with committed(database) as env:
        conference = env["dan_chu.conference"].browse(conference_id)
        present = conference.attendee_ids.filtered(lambda row: row.status == "present")
        if len(present) != people or conference.present_count != people:
            raise AssertionError(f"{len(present)} of {people} are present")


MEASURED = """\
{clerks} clerks at their desks check in {people} people one by one, all at once, over HTTP: each has
a session in a server of its own process, and each call is a request and a transaction, in which is
asked who may, the row is locked, and the desk is told what it says now. Afterwards all are present,
once, or there is no table. *UPDATE by hand* is one UPDATE and a commit a person, over as many
connections at once, without HTTP and without asking anybody."""

READING = """\
Most of a check-in is the request: routing, session, the user's rights, the answer. Once more, by
another clerk, it changes nothing and says who was first."""
