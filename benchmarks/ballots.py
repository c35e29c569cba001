"""Two thousand secret ballots from eight connections, and their count."""

import secrets
import time
from functools import partial

from odoo import api
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tools import SQL

from . import assembly
from .check_in import _all_at_once
from .numbers import committed
from .table import Section

PEOPLE = 2_000
STREAMS = 8
BY_HAND = "INSERT by hand"
BASIS = "Điều 12 Quy chế thực hiện dân chủ của trường"
CHOICES = ("for", "for", "against", "blank")


def run(env):
    return measured(env.cr.dbname, "D1W3S9", PEOPLE, STREAMS)


def measured(database, code, people, streams):
    section = Section(
        title="Secret ballots",
        measured=MEASURED.format(people=f"{people:,}", streams=streams),
        peers=(BY_HAND,),
        reading=READING,
    )
    with committed(database) as env:
        unit = assembly.house(env, code, people)
        unit.write({"secret_vote_basis": BASIS})
        officer = assembly.user(env, f"{code} counts", unit, "officer", "staff")
        conference = assembly.conference(env(user=officer.id), unit)
        rows = assembly.in_session(conference, people)
        vote = conference.env["dan_chu.vote"].create(
            {
                "conference_id": conference.id,
                "name": "Mức đóng góp Quỹ tình nghĩa",
                "matter": "contributions",
                "method": "secret",
            }
        )
        vote.action_open()
        codes = list(vote.sudo()._make_codes(rows.ids).values())
        vote_id, officer_id = vote.id, officer.id
    ballots = [
        (code, CHOICES[n % len(CHOICES)], secrets.token_hex(16)) for n, code in enumerate(codes)
    ]
    voter = _Stream(database, officer_id, vote_id)
    cast = _all_at_once([(voter.cast, ballots[n::streams]) for n in range(streams)])
    closed = _close(database, officer_id, vote_id)
    _check(database, vote_id, ballots)
    with committed(database) as env:
        env.cr.execute("CREATE TABLE benchmark_box (receipt text PRIMARY KEY, choice text)")
        env.cr.execute("CREATE TABLE benchmark_roll (id int PRIMARY KEY, voted boolean)")
        env.cr.execute(
            SQL("INSERT INTO benchmark_roll SELECT unnest(%s), false", list(range(people)))
        )
    numbered = list(enumerate(ballots))
    hand = _Hand(database)
    by_hand = _all_at_once([(hand.cast, numbered[n::streams]) for n in range(streams)])
    counted = hand.count()
    with committed(database) as env:
        env.cr.execute("DROP TABLE benchmark_box, benchmark_roll")
    size = f"{people:,} ballots, {streams} streams"
    section.add("a ballot", size, cast / people, (by_hand / people,))
    section.add("all of them", size, cast, (by_hand,))
    section.add("ballots in a second", size, people / cast, (people / by_hand,), unit="times")
    section.add("close and count", f"{people:,} ballots", closed, (counted,))
    return section


class _Stream:
    """A voter after another, each in a transaction that is tried again as the server does it."""

    def __init__(self, database, user_id, vote_id):
        self.registry, self.user_id, self.vote_id = Registry(database), user_id, vote_id

    def cast(self, ballots):
        for code, choice, receipt in ballots:
            with self.registry.cursor() as cr:
                env = api.Environment(cr, self.user_id, {})
                vote = env["dan_chu.vote"].browse(self.vote_id)
                retrying(partial(vote.cast, choice, receipt, code), env)


class _Hand:
    def __init__(self, database):
        self.registry = Registry(database)

    def cast(self, ballots):
        with self.registry.cursor() as cr:
            for number, (_code, choice, receipt) in ballots:
                cr.execute(SQL("UPDATE benchmark_roll SET voted = true WHERE id = %s", number))
                cr.execute(SQL("INSERT INTO benchmark_box VALUES (%s, %s)", receipt, choice))
                cr.commit()

    def count(self):
        began = time.perf_counter()
        with self.registry.cursor() as cr:
            cr.execute("SELECT choice, count(*) FROM benchmark_box GROUP BY choice")
            cr.fetchall()
            cr.execute(
                "CREATE TABLE benchmark_told AS SELECT receipt FROM benchmark_box ORDER BY receipt"
            )
            cr.execute("DROP TABLE benchmark_told")
        return time.perf_counter() - began


def _close(database, user_id, vote_id):
    """Both steps: nothing is taken any more; counted, told, and the box is gone."""
    began = time.perf_counter()
    with Registry(database).cursor() as cr:
        env = api.Environment(cr, user_id, {})
        vote = env["dan_chu.vote"].browse(vote_id)
        retrying(vote.action_close, env)
    return time.perf_counter() - began


def _check(database, vote_id, ballots):
    """Who was told that it was taken has been counted, once, and as it was cast."""
    with committed(database) as env:
        vote = env["dan_chu.vote"].browse(vote_id)
        told = [row["receipt"] for row in vote.receipts()]
        if sorted(told) != sorted(receipt for _code, _choice, receipt in ballots):
            raise AssertionError(f"{len(told)} receipts are told of {len(ballots)} ballots")
        chosen = [choice for _code, choice, _receipt in ballots]
        counted = (vote.votes_for, vote.votes_against, vote.votes_blank)
        if counted != tuple(chosen.count(choice) for choice in ("for", "against", "blank")):
            raise AssertionError(f"counted {counted}")


MEASURED = """\
{people} people vote on one matter, secretly and electronically, in {streams} streams at once: every
ballot a user with a cursor and a transaction that is tried again as Odoo's server does it, with the
one-time code of a shared tablet. Then the vote is closed in its two steps: nothing is taken any
more; counted, receipts published, the box destroyed. Afterwards each ballot that was taken is
counted once and as it was cast, or there is no table. *INSERT by hand* marks a voter and puts the
ballot into a table, with a commit each, over as many connections; its count is one GROUP BY and
the list of receipts."""

READING = """\
In one process Python runs one thread at a time. A ballot of ours asks whether the vote is open and
holds that answer until the commit, looks up the code, checks the choice, and keeps what it does
out of the logs. `base_assembly` allows itself 25 s to close a vote of 400 in its own tests."""
