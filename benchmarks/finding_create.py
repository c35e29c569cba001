"""Noting 10,000 findings, in batches and one by one."""

import random
from collections import defaultdict
from functools import partial
from uuid import uuid4

from odoo import fields

from . import inspectorate, measure, peer, world
from .measure import Cost
from .table import Section

FINDINGS = 10_000
BATCH = 1_000
TURNS = 10  # in which the candidates take turns
BY_HAND = "INSERT by hand"
PEER = "nonconformity"
QUIET = "without its messages"


def run(env):
    return measured(env, world.unit(env, "D1W1S6"), FINDINGS, BATCH)


def measured(env, unit, findings, batch):
    board, user = inspectorate.at_work(env, unit, f"{unit.code} inspector")
    inspection = inspectorate.under_way(env, board)
    ours = env(user=user.id)
    makers = {
        "ours": partial(_ours, ours, inspection.id),
        BY_HAND: partial(_by_hand, env, _columns(inspection, board, user)),
    }
    if peer.is_there(env):
        other = env(user=peer.user(env, f"{unit.code} peer").id)
        makers[PEER] = partial(_peer, other)
        makers[QUIET] = partial(_peer, other(context={"tracking_disable": True}))
    peers = tuple(name for name in makers if name != "ours")
    phone = {"ours": partial(_phone, ours, inspection.id)}
    section = Section(
        title="Noting findings",
        measured=MEASURED.format(findings=f"{findings:,}")
        + (MEASURED_PEER if peer.is_there(env) else NO_PEER),
        peers=peers,
        reading=READING,
    )
    size = f"{findings:,} findings"
    for name, candidates, calls in (
        (f"in batches of {batch:,}", makers, [batch] * (findings // batch)),
        ("one by one", makers, [1] * findings),
        ("one by one, from a phone", phone, [1] * findings),
    ):
        costs = _sums(env, candidates, calls)
        section.add(
            name,
            size,
            costs["ours"].whole,
            tuple(costs[name].whole if name in costs else None for name in peers),
            costs["ours"].queries,
            aims=tuple(1 if name == PEER else None for name in peers),
        )
    return section


def _sums(env, candidates, calls):
    """{name: Cost} of all calls together; a stretch of them is a turn."""
    order = random.Random(0)
    spent = defaultdict(list)
    for make in candidates.values():
        make(1)
    stretch = max(1, len(calls) // TURNS)
    for first in range(0, len(calls), stretch):
        for name in order.sample(list(candidates), len(candidates)):
            for count in calls[first : first + stretch]:
                spent[name].append(measure.once(env, partial(candidates[name], count)))
    return {
        name: Cost(
            sum(cost.database for cost in costs),
            sum(cost.whole for cost in costs),
            sum(cost.queries for cost in costs),
        )
        for name, costs in spent.items()
    }


def _columns(inspection, board, user):
    """Looked up beforehand: what ours finds out at every call."""
    return {
        "inspection": inspection.id,
        "unit": board.unit_id.id,
        "board": board.id,
        "member": board.head_id.id,
        "user": user.id,
    }


def _words(count):
    return [inspectorate.NOTES[place % 4] for place in range(count)]


def _ours(env, inspection_id, count):
    env["dan_chu.finding"].create(
        [
            {"inspection_id": inspection_id, "finding_kind": "shortcoming", "text": text}
            for text in _words(count)
        ]
    )
    env.flush_all()


def _phone(env, inspection_id, count):
    for text in _words(count):
        env["dan_chu.finding"].record_from_phone(
            {
                "client_key": str(uuid4()),
                "inspection_id": inspection_id,
                "finding_kind": "shortcoming",
                "text": text,
                "seconds_ago": 5,
            }
        )
    env.flush_all()


def _by_hand(env, columns, count):
    """The same rows, with nobody asked whether they may be."""
    env.cr.execute(
        """
        INSERT INTO dan_chu_finding (inspection_id, unit_id, sealed_board_id, noted_by_id,
            author_id, create_uid, write_uid, noted_on, create_date, write_date, sequence,
            finding_kind, text)
        SELECT %(inspection)s, %(unit)s, %(board)s, %(member)s, %(user)s, %(user)s, %(user)s,
               %(now)s, %(now)s, %(now)s, 10, 'shortcoming', text
          FROM unnest(%(words)s) AS text
        """,
        {**columns, "now": fields.Datetime.now(), "words": _words(count)},
    )


def _peer(env, count):
    env[peer.MODEL].create([peer.values(env, text) for text in _words(count)])
    env.flush_all()


MEASURED = """\
A member of a board notes {findings} findings in an inspection that is under way: in batches, one by
one, and one by one through the call that a phone makes, with a key that is looked for first and a
savepoint. Seconds of the whole call, in which ours asks who may, locks the inspection against being
concluded meanwhile, settles author, mandate, unit and board, and checks the words. *INSERT by hand*
writes the same columns in one statement a call, with the same indexes, foreign keys and trigger."""

MEASURED_PEER = """

*nonconformity* is OCA's `mgmtsystem_nonconformity` 19.0, installed in the database of this run for
comparison only: the same words, and what it asks for beside them, all of one person, so that it has
nobody to tell. *Without its messages* is the same with its tracking and followers turned off
(`tracking_disable`). The candidates take turns at tenths of the whole."""

NO_PEER = """

OCA's `mgmtsystem_nonconformity` was not on the machine of this run, and its columns are left out:
PEER_ADDONS names the folder that has it."""

READING = """\
A finding that comes alone costs five queries: the inspection, its lock, the mandate of the member,
the board, the INSERT. From a phone there are three more: the key, and both ends of the savepoint.
In a batch all but the INSERT are asked once, and Odoo writes a hundred rows an INSERT. The
statement by hand asks nothing and knows all ids; the rest of the difference is the ORM's own work.

The peer's row is another row. It has a number, which is taken from its sequence row by row, in
batches as well: four queries each. And it has a chatter, where its making is noted and who made it
becomes a follower. Ours has neither on purpose: who noted what is read by the board alone, and a
follower or a message would be a second way to it. So a part of the lead is that of doing less; the
column without its messages is the nearer comparison."""
