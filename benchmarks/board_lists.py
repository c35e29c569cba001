"""First pages and graphs of a board, among 100,000 findings and recommendations of a thousand."""

from functools import partial

from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import inspectorate, plans, world
from .measure import best, statements_of, take_turns
from .table import Row, Section

UNITS = 1_000
PAGE = 80
ZONE = "Asia/Ho_Chi_Minh"
FINDING = "dan_chu.finding"
RECOMMENDATION = "dan_chu.recommendation"
COLUMNS = {
    FINDING: ("id", "noted_on", "finding_kind", "text", "item_id", "inspection_id", "author_id"),
    RECOMMENDATION: (
        "id",
        "text",
        "addressee_text",
        "sent_on",
        "date_due",
        "answer_state",
        "state",
    ),
}
_ORDERS = {
    FINDING: SQL("ORDER BY noted_on DESC, id DESC LIMIT %s", PAGE),
    RECOMMENDATION: SQL("ORDER BY waits_until, sent_on DESC, id DESC LIMIT %s", PAGE),
}
# What the menus ask for, with the filter they open with.
_OURS = [("is_author", "=", True), ("state", "not in", ("settled", "handed_on"))]
_TO_US = [("is_for_us", "=", True), ("state", "not in", ("settled", "handed_on"))]
_OPEN = SQL("state NOT IN ('settled', 'handed_on')")
# The statements are over in a fraction of a millisecond: only many turns tell them apart.
TURNS = 301
# For the last column, and to see that all give the same answer.
WHOLE_TURNS = 25


def run(env):
    units = plans.below(env, UNITS)
    school = units[UNITS // 2]
    board, inspector = inspectorate.at_work(env, school, "inspector of a school")
    head = world.add_user(env, "head of a school")
    world.give(env, head, "head", school)
    world.give(env, head, "staff", school)
    inspectorate.everywhere(env, board, units)
    section = Section(
        "Lists and graphs of a board",
        MEASURED.format(rows=f"{UNITS * inspectorate.INSPECTIONS * inspectorate.ROWS:,}"),
        ("by hand",),
        READING,
        aim=1.2,
    )
    for what, whose, ask, statements in _questions(board):
        user = {"inspector": inspector, "head": head}[whose]
        section.rows.append(_row(env, what, user, ask, statements))
    return section


def _row(env, what, user, ask, statements):
    ours = partial(ask, env(user=user.id, context={"tz": ZONE}))
    by_hand = {f"by hand, {name}": partial(_sent, env, it) for name, it in statements.items()}
    whole = take_turns(env, {"ours": ours, **by_hand}, WHOLE_TURNS)
    costs = take_turns(env, {"ours": statements_of(env, ours), **by_hand}, TURNS)
    return Row(
        what,
        "100 of 100,000",
        costs["ours"].database,
        (best(costs, "by hand").database,),
        whole["ours"].queries,
        whole["ours"].whole,
    )


def _sent(env, statement):
    env.cr.execute(statement)
    return env.cr.fetchall()


def _page(model, domain, env):
    names = COLUMNS[model]
    rows = env[model].search_read(list(domain), names, limit=PAGE, load=None)
    return [tuple(row[name] or None for name in names) for row in rows]


def _count(model, domain, env):
    return [(env[model].search_count(list(domain)),)]


def _groups(model, domain, groupby, env):
    return env[model]._read_group(list(domain), groupby, ["__count"])


def _questions(board):
    """(what, whose, how it is asked, {way by hand: statement})"""
    own = SQL("sealed_board_id = %s", board.id)
    month = SQL("date_trunc('month', noted_on AT TIME ZONE 'UTC' AT TIME ZONE %s)", ZONE)
    band = _band()
    for what, user, model, domain, where in (
        ("findings", "inspector", FINDING, [], {"board": own}),
        ("recommendations", "inspector", RECOMMENDATION, _OURS, {"board": _both(own, _OPEN)}),
        (
            "recommendations to us",
            "head",
            RECOMMENDATION,
            _TO_US,
            {
                "unit": _both(
                    SQL("addressee_unit_id = %s AND state <> 'draft'", board.unit_id.id), _OPEN
                )
            },
        ),
    ):
        table = SQL.identifier(model.replace(".", "_"))
        columns = SQL(", ").join(map(SQL.identifier, COLUMNS[model]))
        yield (
            f"first page of {what}",
            user,
            partial(_page, model, domain),
            {
                way: SQL("SELECT %s FROM %s WHERE %s %s", columns, table, rows, _ORDERS[model])
                for way, rows in where.items()
            },
        )
        yield (
            f"count of {what}",
            user,
            partial(_count, model, domain),
            {
                way: SQL("SELECT count(*) FROM %s WHERE %s", table, rows)
                for way, rows in where.items()
            },
        )
        groupby = ["noted_on:month", "finding_kind"] if model == FINDING else ["age_band", "state"]
        keys = SQL("%s, finding_kind", month) if model == FINDING else SQL("%s, state", band)
        yield (
            f"graph of {what}",
            user,
            partial(_groups, model, domain, groupby),
            {
                way: SQL(
                    "SELECT %s, count(*) FROM %s WHERE %s GROUP BY 1, 2 ORDER BY 1, 2",
                    keys,
                    table,
                    rows,
                )
                for way, rows in where.items()
            },
        )


def _both(*conditions):
    return SQL(" AND ").join(conditions)


def _band():
    """Ages as they are told on the screen."""
    return SQL(
        """
        CASE WHEN sent_on <= %(day)s - 181 THEN '5_old'
             WHEN sent_on <= %(day)s - 91 THEN '4_half_year'
             WHEN sent_on <= %(day)s - 31 THEN '3_quarter'
             WHEN sent_on <= %(day)s - 16 THEN '2_month'
             WHEN sent_on IS NOT NULL THEN '1_new' END
        """,
        day=SQL("%s::date", today()),
    )


MEASURED = """\
{rows} findings and as many recommendations of a thousand boards, a hundred of each to a school. A
member of one of these boards opens the findings (the first 80, how many, and the graph by month and
kind) and the recommendations that are not settled, as the menu does (the first 80, how many, and
the graph of ages: by age and state); the head of the school opens those that wait for an answer
there. Time in the database, of the statements sent again without the ORM between them; the last
column is the whole call. *By hand* is a statement with the same answer on the same indexes."""

READING = """\
Every list is one query, and takes the rows of the one board, or of the one unit that answers, out
of an index: what others hold costs nothing. Ages are not stored, since they grow by themselves; the
database reckons them from the day of sending, as a statement by hand does. Both readers are of the
staff, too, which reads what was opened to it: that rule stands in the statements about
recommendations beside their own. PostgreSQL weighs it on the rows that it has found already, and
what is left of it is reading and planning a longer statement, of a few tenths of a millisecond in
all where the machine has nothing else to do."""
