"""The year's report of a board: its figures and rows, its text, its print."""

from contextlib import contextmanager
from datetime import timedelta
from functools import partial

from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import inspectorate, measure, world
from .table import Section

# Inspections and recommendations of the year; the second is what a busy board has.
SIZES = ((10, 75), (40, 300), (160, 1_200))
FINDINGS = 5  # of an inspection
PETITIONS = 20
# In every sentence of the print: Typst remembers what it has laid out.
MARK = "lần 0"
TURNS = 7
REPORT = "dan_chu_co_so.board_paper_report_pdf"
_STATES = ("received", "answered", "settled", "settled", "not_settled", "handed_on")


def run(env):
    section = Section("The year's report of a board", MEASURED, ("by hand",), READING)
    for place, (inspections, asked) in enumerate(SIZES, start=7):
        unit = world.unit(env, f"D1W1S{place}")
        board, user = inspectorate.at_work(env, unit, f"{unit.code} inspector")
        _year(env, board, inspections, asked)
        rows = _measured(env, board, env(user=user.id))
        for what, ours, by_hand in rows:
            section.add(
                what,
                f"{inspections} inspections, {asked:,} recommendations",
                ours.whole,
                (by_hand and by_hand.whole,),
                ours.queries,
            )
    return section


def _measured(env, board, member):
    first, last = board._report_period("year", today() - timedelta(days=365))
    candidates = {
        "ours": partial(_figures, member["dan_chu.board"].browse(board.id), first, last),
        "by hand": partial(_by_hand, env, board.id, first, last),
    }
    figures = measure.take_turns(env, candidates, TURNS)
    paper = member["dan_chu.board.paper"].create(
        {
            "form": "periodic_report",
            "board_id": board.id,
            "report_period": "year",
            "period_from": first,
            "period_to": last,
        }
    )
    report = member.ref(REPORT)
    env.flush_all()
    text = measure.take_turns(env, {"ours": lambda: _composed(paper)}, TURNS)
    renewed = partial(_new_words, paper, paper.content, iter(range(1, 100)))
    printed = measure.take_turns(env, {"ours": lambda: _printed(report, paper)}, TURNS, renewed)
    return (
        ("figures and rows", figures["ours"], figures["by hand"]),
        ("the text, composed again", text["ours"], None),
        ("its PDF file", printed["ours"], None),
    )


def _year(env, board, inspections, asked):
    """What the board did last year, one thing after the other."""
    first, last = board._report_period("year", today() - timedelta(days=365))
    days = [
        first + timedelta(days=place * (last - first).days // inspections)
        for place in range(inspections)
    ]
    made = env["dan_chu.inspection"].create(
        [
            {
                "board_id": board.id,
                "kind": ("check", "supervise", "verify")[place % 3],
                "name": f"công khai tài chính, cuộc {place} ({MARK})",
                "subject_unit_id": board.unit_id.id,
                "date_from": day,
                "date_to": day + timedelta(days=4),
            }
            for place, day in enumerate(days)
        ]
    )
    made._put({"state": "under_way"})
    env["dan_chu.finding"].create(
        [
            {
                "inspection_id": inspection.id,
                "finding_kind": ("strength", "shortcoming", "violation")[place % 3],
                "text": inspectorate.NOTES[place % 4],
            }
            for inspection in made
            for place in range(FINDINGS)
        ]
    )
    for inspection in made:
        inspection._put({"state": "concluded", "concluded_on": inspection.date_to})
    _ask(env, made, asked)
    petitions = env["dan_chu.petition"].create(
        [
            {
                "board_id": board.id,
                "name": "Thu chi",
                "text": inspectorate.NOTES[place % 4],
                "received_on": first + timedelta(days=place),
            }
            for place in range(PETITIONS)
        ]
    )
    petitions[: PETITIONS // 2]._put({"state": "answered", "answered_on": last})
    env.flush_all()
    env.cr.execute("ANALYZE dan_chu_inspection, dan_chu_finding, dan_chu_recommendation")


def _ask(env, inspections, asked):
    rows = env["dan_chu.recommendation"].create(
        [
            {
                "inspection_id": inspections[place % len(inspections)].id,
                "text": f"{inspectorate.NOTES[place % 4]} ({place}, {MARK})",
                "addressee_text": "Hiệu trưởng",
            }
            for place in range(asked)
        ]
    )
    for place, row in enumerate(rows):
        sent = row.inspection_id.concluded_on
        state = _STATES[place % len(_STATES)]
        answer = {
            "answer_state": "accept",
            "answered_on": sent + timedelta(days=5 + place % 20),
            "outcome_act": "Thu sai quy định",
        }
        row._put(
            {
                "state": state,
                "sent_on": sent,
                "received_on": sent,
                "date_due": sent + timedelta(days=15),
                **(answer if state != "received" else {}),
            }
        )


def _figures(board, first, last):
    told = board._report_data(first, last)
    asked = told["recommendations"]
    return (
        told["inspections"]["total"],
        told["findings"]["total"],
        [asked[name] for name in ("sent", "answered_in_time", "overdue", "settled")],
        asked["carried"]["sent"],
        told["petitions"]["received"],
        len(told["inspection_rows"]),
        len(told["recommendation_rows"]),
    )


def _by_hand(env, board, first, last):
    """Rows and figures of the same data, of a board that lets everybody read them."""
    span = {"board": board, "first": first, "last": last}
    inspections = env.execute_query(
        SQL(
            """
            SELECT inspection.id, inspection.name, kind, state,
                   coalesce(subject_text, unit.name), date_from, date_to,
                   count(finding.id) FILTER (WHERE finding_kind = 'strength'),
                   count(finding.id) FILTER (WHERE finding_kind = 'shortcoming'),
                   count(finding.id) FILTER (WHERE finding_kind = 'violation')
              FROM dan_chu_inspection inspection
              LEFT JOIN dan_chu_unit unit ON unit.id = inspection.subject_unit_id
              LEFT JOIN dan_chu_finding finding ON finding.inspection_id = inspection.id
               AND NOT EXISTS (SELECT FROM dan_chu_finding WHERE corrects_id = finding.id)
             WHERE board_id = %(board)s AND state <> 'cancelled' AND date_from <= %(last)s
               AND (date_to >= %(first)s OR concluded_on >= %(first)s)
             GROUP BY inspection.id, unit.id ORDER BY date_from, inspection.id
            """,
            **span,
        )
    )
    asked = env.execute_query(
        SQL(
            """
            SELECT row.id, inspection.name, row.text, addressee_kind, addressee_text, sent_on,
                   received_on, date_due, answered_on, answer_state, row.state, outcome_act,
                   outcome_form, outcome_authority, outcome_paper
              FROM dan_chu_recommendation row
              LEFT JOIN dan_chu_inspection inspection ON inspection.id = row.inspection_id
             WHERE row.board_id = %(board)s AND sent_on <= %(last)s AND (sent_on >= %(first)s
                OR row.state NOT IN ('settled', 'handed_on') OR verified_on >= %(first)s)
             ORDER BY sent_on, row.id
            """,
            **span,
        )
    )
    figures = env.execute_query(
        SQL(
            """
            SELECT count(*) FILTER (WHERE sent_on >= %(first)s),
                   count(*) FILTER (WHERE sent_on >= %(first)s AND answered_on <= date_due),
                   count(*) FILTER (WHERE sent_on >= %(first)s AND answered_on IS NULL
                       AND date_due < %(day)s AND state NOT IN ('settled', 'handed_on')),
                   count(*) FILTER (WHERE sent_on >= %(first)s AND state = 'settled'),
                   count(*) FILTER (WHERE sent_on < %(first)s)
              FROM dan_chu_recommendation
             WHERE board_id = %(board)s AND sent_on <= %(last)s AND (sent_on >= %(first)s
                OR state NOT IN ('settled', 'handed_on') OR verified_on >= %(first)s)
            """,
            **span,
            day=today(),
        )
    )[0]
    petitions = env.execute_query(
        SQL(
            """
            SELECT count(*) FROM dan_chu_petition WHERE board_id = %(board)s
               AND kind = 'petition' AND received_on BETWEEN %(first)s AND %(last)s
            """,
            **span,
        )
    )[0][0]
    return (
        len(inspections),
        sum(sum(row[-3:]) for row in inspections),
        list(figures[:4]),
        figures[4],
        petitions,
        len(inspections),
        len(asked),
    )


def _composed(paper):
    paper.action_compose_again()
    paper.env.flush_all()


@contextmanager
def _new_words(paper, content, turns):
    paper.content = content.replace(MARK, f"lần {next(turns)}")
    paper.env.flush_all()
    yield


def _printed(report, paper):
    content, _kind = report._render_qweb_pdf(report.report_name, paper.ids)
    if not content.startswith(b"%PDF"):
        raise AssertionError("That is no PDF file.")


MEASURED = f"""\
What the report of a year costs its board: the figures and rows it is written from (inspections with
their findings by kind, recommendations with answer, delay and outcome, petitions), as a member may
read them; its text, composed again from them with bases, members and terms, and stored; and the
PDF file of the draft. An inspection has {FINDINGS} findings. The second size is a busy year, the
others show the growth. Each print has new words, as Typst remembers what it has laid out. Seconds
of the whole call. *By hand* is four statements that give the same rows and main figures to
anybody."""

READING = """\
The queries do not grow with the rows, nor with the pages (where there is one more, it is the row of
the user who reads). What grows is Python: the rows of the report are read through the ORM and
turned into words one by one, and the PDF is a table of as many rows (see "Printing papers")."""
