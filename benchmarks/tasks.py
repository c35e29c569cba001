"""200,000 tasks in a thousand units: what the lists of an officer ask for."""

from functools import partial

from odoo import fields
from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import people, world
from .first_page import FEW
from .measure import best, statements_of, take_turns
from .table import Row, Section

TASKS = 200_000
PAGE = 80
COLUMNS = ("id", "name", "unit_id", "addressee_unit_id", "who_kind", "date_deadline", "state")
_ORDER = SQL("ORDER BY date_deadline, id LIMIT %s", PAGE)
WHOLE_TURNS = 7


def run(env):
    _make(env)
    section = Section("Tasks under an officer's rules", MEASURED, ("by hand",), READING, aim=1.2)
    for person in (people.OFFICER, people.WARD):
        user = person.of(env)
        reach = sorted(user._dan_chu_reach("officer"))
        for what, ask in _QUESTIONS.items():
            section.rows.append(_row(env, person, user, reach, what, ask))
    return section


def _row(env, person, user, reach, what, ask):
    ours = partial(ask, env(user=user.id)["dan_chu.task"])
    by_hand = {
        f"by hand, {name}": partial(_sent, env, statement)
        for name, statement in _by_hand(what, reach, fields.Date.context_today(user)).items()
    }
    whole = take_turns(env, {"ours": ours, **by_hand}, WHOLE_TURNS)
    costs = take_turns(env, {"ours": statements_of(env, ours), **by_hand})
    return Row(
        f"{what}, {person.what}",
        f"{len(reach):,} units",
        costs["ours"].database,
        (best(costs, "by hand").database,),
        whole["ours"].queries,
        whole["ours"].whole,
    )


def _sent(env, statement):
    env.cr.execute(statement)
    return env.cr.fetchall()


def _page(tasks, domain=()):
    rows = tasks.search_read(list(domain), COLUMNS, limit=PAGE, load=None)
    return [tuple(row[name] for name in COLUMNS) for row in rows]


def _count(tasks):
    return [(tasks.search_count([]),)]


def _by_unit(tasks):
    groups = tasks._read_group([], ["addressee_unit_id"], ["__count"])
    return [(unit.id, count) for unit, count in groups]


_LATE = [("is_late", "=", True)]
_QUESTIONS = {
    "first page": _page,
    "late ones": lambda tasks: _page(tasks, _LATE),
    "how many are late": lambda tasks: [(tasks.search_count(_LATE),)],
    "count": _count,
    "count a unit": _by_unit,
}


def _by_hand(what, ids, day):
    """{way: statement}. Who is an officer sees nothing more by being of the staff as well."""
    array = SQL("%s::int[]", "{" + ",".join(map(str, ids)) + "}")
    late = SQL("TRUE")
    if "late" in what:
        late = SQL(
            "state IN ('todo', 'doing') AND date_deadline < %s AND given_on IS NOT NULL"
            " AND is_counted",
            day,
        )
    gave = SQL("unit_id = ANY(%s)", array)
    owes = SQL("given_on IS NOT NULL AND addressee_unit_id = ANY(%s)", array)
    columns = SQL(", ").join(map(SQL.identifier, COLUMNS))
    sides = {
        "or": SQL("FROM dan_chu_task WHERE (%s OR %s) AND %s", gave, owes, late),
        "two halves": SQL(
            """
            FROM (SELECT * FROM dan_chu_task WHERE %(gave)s AND %(late)s
                  UNION ALL
                  SELECT * FROM dan_chu_task WHERE %(owes)s AND NOT %(gave)s AND %(late)s) AS task
            """,
            gave=gave,
            owes=owes,
            late=late,
        ),
    }
    if what in ("count", "how many are late"):
        return {name: SQL("SELECT count(*) %s", rows) for name, rows in sides.items()}
    if what == "count a unit":
        return {
            name: SQL(
                """
                SELECT addressee_unit_id, count(*) %s
                 GROUP BY addressee_unit_id ORDER BY addressee_unit_id
                """,
                rows,
            )
            for name, rows in sides.items()
        }
    pages = {name: SQL("SELECT %s %s %s", columns, rows, _ORDER) for name, rows in sides.items()}
    halves = [
        SQL("(SELECT %s FROM dan_chu_task WHERE %s AND %s %s)", columns, half, late, _ORDER)
        for half in (gave, owes)
    ]
    pages["two pages"] = SQL("%s %s", SQL(" UNION ").join(halves), _ORDER)
    if len(ids) <= FEW:
        halves = [
            SQL("(SELECT %s FROM dan_chu_task WHERE %s AND %s %s)", columns, half, late, _ORDER)
            for half in (
                SQL("unit_id = place"),
                SQL("addressee_unit_id = place AND given_on IS NOT NULL"),
            )
        ]
        pages["merged"] = SQL(
            "SELECT DISTINCT task.* FROM unnest(%s) AS place CROSS JOIN LATERAL (%s) AS task %s",
            array,
            SQL(" UNION ").join(halves),
            _ORDER,
        )
    return pages


def _make(env):
    """In the first ward: half given by it to its schools, half by schools in their own house."""
    ward = world.unit(env, "D1W1")
    env.cr.execute(
        SQL(
            """
            WITH place AS (
                SELECT array_agg(id ORDER BY id) AS every,
                       array_agg(id ORDER BY id) FILTER (WHERE is_institution) AS own_seal
                  FROM dan_chu_unit WHERE parent_path LIKE %(branch)s
            ),
            made AS (
                SELECT number, abs(hashint4(number)) AS dice
                  FROM generate_series(1, %(count)s) AS number
            ),
            sides AS (
                SELECT number, dice,
                       CASE WHEN number %% 2 = 0
                            THEN own_seal[1 + dice %% cardinality(own_seal)]
                            ELSE every[1 + dice %% cardinality(every)] END AS owes
                  FROM made CROSS JOIN place
            )
            INSERT INTO dan_chu_task (name, search_text, unit_id, addressee_unit_id, row_kind,
                part, who_kind, state, weight, is_counted, time_kind, given_on, date_deadline)
            SELECT 'Thực hiện dân chủ ở cơ sở, việc số ' || number,
                   'thuc hien dan chu o co so, viec so ' || number,
                   CASE WHEN number %% 2 = 0 THEN %(ward)s ELSE unit.institution_id END, owes,
                   'main', 'lead', 'unit',
                   (ARRAY['todo', 'doing', 'done', 'accepted', 'accepted'])[1 + dice / 11 %% 5],
                   1, true, 'at_latest',
                   CASE WHEN dice / 7 %% 20 > 0 THEN now() END,
                   %(day)s::date - 300 + dice %% 365
              FROM sides JOIN dan_chu_unit unit ON unit.id = owes
            """,
            branch=f"{ward.parent_path}%",
            ward=ward.id,
            count=TASKS,
            day=today(),
        )
    )
    env.cr.execute("ANALYZE dan_chu_task")


MEASURED = """\
200,000 tasks in the thousand units of a ward: half given by the ward to its schools, half by the
schools in their own house, one in twenty not given yet. An officer sees what the own units gave
and, once it is given, what they owe. Measured are the first 80 by deadline, the first 80 late ones
and how many they are, the count, and the count of each unit that owes some. The figures are time
in the database, of the statements sent again without the ORM between them; the last column is the
whole call. *By hand* is the fastest of two or three statements with the same answer, on the same
indexes: both sides in one OR; each side by itself, put together; for a page, a page of each side;
and, where there are few units, the first rows of each merged."""

READING = """\
The two sides of a task are two rules, which Odoo joins by OR. For a school PostgreSQL makes of it a
BitmapOr of the two indexes. Tried, and slower or no better: the sides as two halves put together by
UNION (`id IN (…)` of it would be the form of such a rule), which made the ward's page a hundred
times slower, as it finds all before it takes 80; a page of each side, which is by hand the best
for late ones in a wide reach, but is no rule, as a rule knows nothing of pages.

What a page did lack was its order: without an index on deadline and id, the ward's first page read
and sorted all 200,000 (110 ms). With one it takes the first 80 that it meets, and a second one,
of open tasks only, does so for late ones past years of closed ones.

Late ones in a wide reach: the thousand ids stand twice in the statement, and reading and planning
them is most of its time; by hand each half is planned with half of them."""
