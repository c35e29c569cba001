"""Many people issue at once in one register that gives the numbers, against one person alone."""

import threading
import time
from contextlib import contextmanager

from odoo import api
from odoo.modules.registry import Registry
from odoo.service.model import retrying

from . import office, world
from .table import Section

PEOPLE = 32
PAPERS = 20
ALONE = 64


def run(env):
    return measured(env.cr.dbname, world.unit(env, "D1W1S4").id, PEOPLE, PAPERS, ALONE)


def measured(database, unit_id, people, papers, alone):
    section = Section(
        title="Issuing in one register",
        measured=MEASURED.format(people=people, papers=papers),
        peers=("one person alone",),
        reading=READING,
    )
    with committed(database) as env:
        unit = env["dan_chu.unit"].browse(unit_id)
        users, register = office.opened(env, unit, [f"{unit.code} {n}" for n in range(people)])
        single = drafted(env, unit, users[:1], alone)
        many = drafted(env, unit, users, papers)
        user_ids, register_id = users.ids, register.id
    lone = Crowd(database, user_ids[:1], single).issue()
    crowd = Crowd(database, user_ids, many).issue()
    with committed(database) as env:
        _check(env, register_id, alone + people * papers)
    section.add(
        "a paper", f"{people} people", crowd.whole / (people * papers), (lone.whole / alone,)
    )
    section.add("the longest wait", f"{people} people", max(crowd.waits), (max(lone.waits),))
    section.add("tried again", f"{people * papers} papers", crowd.retries, (None,), unit="times")
    return section


class Crowd:
    """Each with a thread, a cursor and a transaction a paper, as the server gives them."""

    def __init__(self, database, user_ids, papers):
        self.registry = Registry(database)
        self.shares = {user: papers[place :: len(user_ids)] for place, user in enumerate(user_ids)}
        self.waits, self.errors, self.tries = [], [], 0
        self._gate = threading.Barrier(len(user_ids) + 1)
        self._counting = threading.Lock()

    def issue(self):
        threads = [
            threading.Thread(target=self._one_person, args=share) for share in self.shares.items()
        ]
        for thread in threads:
            thread.start()
        self._gate.wait()
        began = time.perf_counter()
        for thread in threads:
            thread.join()
        self.whole = time.perf_counter() - began
        if self.errors:
            raise AssertionError(f"{len(self.errors)} papers were not issued: {self.errors[0]!r}")
        return self

    @property
    def retries(self):
        return self.tries - len(self.waits)

    def _one_person(self, user_id, papers):
        self._gate.wait()
        for paper in papers:
            began = time.perf_counter()
            try:
                self._issue(user_id, paper)
            except Exception as error:  # noqa: BLE001 (told by whoever joins the thread)
                self.errors.append(error)
            self.waits.append(time.perf_counter() - began)

    def _issue(self, user_id, paper):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, user_id, {})

            def issue():
                with self._counting:
                    self.tries += 1
                env["dan_chu.notice"].browse(paper).action_issue()

            retrying(issue, env)


@contextmanager
def committed(database):
    with Registry(database).cursor() as cr:
        yield api.Environment(cr, api.SUPERUSER_ID, {})


def drafted(env, unit, users, count):
    """Ids of submitted papers, `count` a person."""
    papers = []
    for number in range(count):
        for user in users:
            paper = office.draft(env(user=user.id), unit, f"Lịch tiếp công dân, đợt {number + 1}")
            paper.action_submit()
            papers.append(paper.id)
    return papers


def _check(env, register_id, count):
    """All succeeded, without a gap and without a double; each paper bears the number it took."""
    lines = env["dan_chu.register.line"].search([("register_id", "=", register_id)])
    numbers = sorted(lines.mapped("number"))
    if numbers != list(range(1, count + 1)):
        raise AssertionError(f"{count} papers were issued, the register holds {numbers}")
    for line in lines:
        if int(line.document_id.number) != line.number:
            raise AssertionError(f"{line.document_id.reference} stands under {line.number}")


MEASURED = """\
{people} people issue {papers} papers each, all at once, in one register that gives the numbers:
every one a user with a thread and a cursor, every paper a transaction of its own that is tried
again as Odoo's server does it, with PDF, Word file, revision and commit. *One person alone* issues
the like papers one after the other in the same register. Afterwards the register is read: every
paper was issued, the numbers go from 1 to the last without a gap and without a double, and each
paper bears the number of its line; otherwise there is no table."""

READING = """\
The number stands in the print and in the hash, so from the number to the commit one paper of a
register is made at a time; what is done before (checks, the paper's own rows) many do at once. In
one process Python runs one thread at a time, so many people gain nothing over one. What they lose
is told by the first ratio; a part of it is looking for the number, as a waiting transaction makes
one attempt in a savepoint for each paper issued since it began. The longest wait is that of whoever
stands last in the queue: the others' papers before the own one. Nobody's transaction is tried
again: the lock is taken before anything that two of them write, and a number that is taken is met
inside the savepoint. Another register is another queue."""
