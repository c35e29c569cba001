"""Verifying 10,000 revisions, against plain SQL and hashlib over the same rows and files."""

import hashlib
import json
from pathlib import Path

from odoo.tools import config

from . import measure, office, world
from .table import Section

PAPERS = 2_500
EVENTS = ("amended", "corrected", "withdrawn")  # what becomes of each after it was issued
SLICE = 100
TURNS = 3


def run(env):
    return measured(env, world.unit(env, "D1W1S5"), PAPERS)


def measured(env, unit, papers):
    _issue(env, unit, papers)
    rows = env["dan_chu.revision"].search([("unit_id", "=", unit.id)])
    count = papers * (1 + len(EVENTS))
    if len(rows) != count:
        raise AssertionError(f"{len(rows)} revisions instead of {count}")
    candidates = {
        "ours": lambda: len(rows.browse(rows.ids)._verify()),
        "by hand": lambda: len(_by_hand(env, unit)),
    }
    costs = measure.take_turns(env, candidates, TURNS)
    section = Section(
        title="Verifying revisions",
        measured=MEASURED.format(papers=papers, revisions=count),
        peers=("SQL and hashlib",),
        reading=READING,
    )
    ours, by_hand = costs["ours"], costs["by hand"]
    size = f"{count:,} revisions"
    section.add("verify", size, ours.whole, (by_hand.whole,), ours.queries)
    return section


def _issue(env, unit, papers):
    """Papers issued by the button, with their prints; then what becomes of each."""
    users, _register = office.opened(env, unit, [f"{unit.code} archive"])
    env = env(user=users.id)
    for first in range(0, papers, SLICE):
        for number in range(first, min(first + SLICE, papers)):
            notice = office.draft(env, env["dan_chu.unit"].browse(unit.id), f"Lịch, đợt {number}")
            notice.action_submit()
            notice.action_issue()
            for event in EVENTS:
                notice.document_id.sudo()._becomes(event, "Thay đổi lịch tiếp công dân")
        env.flush_all()
        env.invalidate_all()


def _by_hand(env, unit):
    """Ids of papers with a row whose content, place in the chain or files lost their hash."""
    env.cr.execute(
        """
        SELECT row.document_id, row.content, row.content_sha256, row.previous_sha256,
               pdf.store_fname, docx.store_fname
          FROM dan_chu_revision row
          JOIN ir_attachment pdf ON pdf.id = row.pdf_attachment_id
          JOIN ir_attachment docx ON docx.id = row.docx_attachment_id
         WHERE row.unit_id = %s
         ORDER BY row.document_id, row.sequence
        """,
        [unit.id],
    )
    store = Path(config.filestore(env.cr.dbname))
    wrong, paper, before, hashes = set(), None, None, {}
    for document, content, digest, previous, *names in env.cr.fetchall():
        if document != paper:
            paper, before, hashes = document, None, {}
        for name in set(names) - hashes.keys():
            hashes[name] = _sha256((store / name).read_bytes())
        files = {hashes[name] for name in names}
        named = {file["sha256"] for file in json.loads(content)["files"]}
        if _sha256(content.encode()) != digest or previous != before or named - files:
            wrong.add(document)
        before = digest
    return wrong


def _sha256(data):
    return hashlib.sha256(data).hexdigest()


MEASURED = """\
{papers:,} papers are issued by the button, with PDF and Word file, and each is then amended,
corrected in form and withdrawn: {revisions:,} rows of chains, none of them copied. *Ours* is what
“Verify” does, for all of them in one call: content, columns, chain and files of each row, and the
fields of each paper against what was frozen. *SQL and hashlib* is one statement and a loop that
recomputes the hashes of content, chain and files, and nothing else. Seconds of the whole call."""

READING = """\
Ours does more than the statement by hand: it compares the columns that lists show and every field
of the working paper with what was frozen, and would say in words what differs. Papers are taken a
hundred at a time: thirteen to fifteen queries for each hundred, each stored file hashed once, and
no more than a hundred papers' files in memory."""
