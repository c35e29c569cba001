"""First page, count and groups of the directing texts, under a user's rules."""

from functools import partial

from odoo.tools import SQL

from . import people, world
from .measure import best, statements_of, take_turns
from .table import Row, Section

COLUMNS = ("id", "received_on", "reference", "name", "issuer", "unit_id", "state")
PAGE = 80
_ORDER = SQL("ORDER BY received_on DESC, id DESC LIMIT %s", PAGE)
# Where a query a unit is worth while: of many units each would give a page to throw away.
FEW = 50
# For the last column, and to see that all give the same answer.
WHOLE_TURNS = 7

MEASURED = """\
What a list of directing texts asks for: its first 80 rows in its own order (`search_read`), how
many there are (`search_count`), how many a unit (`_read_group`), and the list grouped by unit as
the web client asks for it (`web_read_group`: the first 80 groups with the units' names, and how
many groups there are). The figures are time in the database, of the statements sent again without
the ORM between them; the last column is the whole call with the ORM's own work.

*By hand* is the fastest of three or four statements that give the same answer: with the ids of
the units as one array; with the units found in the same statement, from the user's roles or, as
only the author of that one statement can know, by the branch of the tree they make up; and, where
there are few, with the first rows of each unit merged. *m2m* is the way of OCA's
`operating_unit`, through the same ORM and fields: the reach as rows of a many2many, and the rule
`'|', (unit, '=', False), (unit, 'in', the user's units)`. Our column is NOT NULL, so its first
half costs it nothing here."""

READING = """\
Where we lose, and why:

- *Grouped list.* Odoo joins the units before it counts, so that it can order by their names,
  groups every row by four columns, and asks a second time for the number of groups. By hand one
  counts first and joins 80 names. This is Odoo's own, for every many2one; the count a unit, which
  is what our rules weigh on, is on a par.
- *First page of a whole department.* The ids of its units travel with the statement; a statement
  that knows the branch of the tree sends one path. As Odoo writes them by itself, each id a
  constant, the page was another six times slower: hence the field `OwnerUnit`.
- *First page of a school.* By hand the newest rows of each unit come from the index and are
  merged. The ORM has one statement for one order, and at this size PostgreSQL stands between two
  plans for it: all rows of the school, sorted (half as long again as by hand), or everybody's
  texts, newest first, until 80 are the school's (several times as long). Which one, its random
  sample of the table decides. The more texts there are beside the school's, the surer the first.
- *Counts of a school* differ by some hundredths of a millisecond. Who is officer and staff has
  two rules, and both name their units.

The m2m way is on a par once a process is warm, since both end as ids in the statement. It gains
from `OwnerUnit` here, which it does not have by itself. What sets the ways apart is the cost of
knowing the ids: see "Rights of a user".

PostgreSQL's own `random_page_cost` of 4 is for spinning disks and makes the longer plan likelier.
On a server whose data lies in memory or on solid state disks, set it to 1.1, as this run does."""


def run(env):
    section = Section(
        "First page, count and groups under a user's rules",
        MEASURED,
        ("by hand", "m2m"),
        READING,
        aim=1.2,
    )
    for person in people.ALL:
        user = person.of(env)
        twin = person.twin(env)
        reach = set().union(*(user._dan_chu_reach(role) for role in person.roles))
        for what, ask in _QUESTIONS.items():
            section.rows.append(_row(env, person, user, twin, sorted(reach), what, ask))
    return section


def _row(env, person, user, twin, reach, what, ask):
    ours = partial(ask, _texts(env, user))
    m2m = partial(ask, _texts(env, twin))
    by_hand = _asked(env, _by_hand(env, person, user, reach)[what])
    whole = take_turns(env, {"ours": ours, "m2m": m2m, **by_hand}, WHOLE_TURNS)
    costs = take_turns(
        env,
        {"ours": statements_of(env, ours), "m2m": statements_of(env, m2m), **by_hand},
    )
    return Row(
        f"{what}, {person.what}",
        f"{len(reach):,} units",
        costs["ours"].database,
        (best(costs, "by hand").database, costs["m2m"].database),
        whole["ours"].queries,
        whole["ours"].whole,
    )


def _texts(env, user):
    return env(user=user.id)["dan_chu.directive"]


def page(texts):
    rows = texts.search_read([], COLUMNS, limit=PAGE, load=None)
    return [tuple(row[name] for name in COLUMNS) for row in rows]


def _count(texts):
    return [(texts.search_count([]),)]


def _groups(texts):
    return [(unit.id, count) for unit, count in texts._read_group([], ["unit_id"], ["__count"])]


def _grouped_list(texts):
    answer = texts.web_read_group([], ["unit_id"], ["__count"], limit=PAGE)
    return [(*group["unit_id"], group["__count"], answer["length"]) for group in answer["groups"]]


_QUESTIONS = {
    "first page": page,
    "count": _count,
    "count a unit": _groups,
    "grouped list": _grouped_list,
}


def page_by_hand(env, person, user, ids):
    return _asked(env, _by_hand(env, person, user, ids)["first page"])


def _asked(env, statements):
    def ask(statement):
        env.cr.execute(statement)
        return env.cr.fetchall()

    return {f"by hand, {name}": partial(ask, statement) for name, statement in statements.items()}


def _by_hand(env, person, user, ids):
    """{question: {name: statement}}"""
    columns = SQL(", ").join(map(SQL.identifier, COLUMNS))
    published = SQL("state = 'published'") if person.roles == ("staff",) else SQL("TRUE")
    array = SQL("%s::int[]", "{" + ",".join(map(str, ids)) + "}")
    where = {
        "array": SQL("unit_id = ANY(%s) AND %s", array, published),
        "roles": SQL(
            """
            unit_id IN (SELECT part.id
                          FROM dan_chu_assignment held
                          JOIN dan_chu_unit home ON home.id = held.unit_id
                          JOIN dan_chu_unit part ON part.institution_id = home.institution_id
                         WHERE held.user_id = %s AND held.role = %s) AND %s
            """,
            user.id,
            person.roles[0],
            published,
        ),
        "branch": SQL(
            "unit_id IN (SELECT id FROM dan_chu_unit WHERE parent_path LIKE %s) AND %s",
            f"{world.unit(env, person.top).parent_path}%",
            published,
        ),
    }
    pages = {
        name: SQL("SELECT %s FROM dan_chu_directive WHERE %s %s", columns, condition, _ORDER)
        for name, condition in where.items()
    }
    if len(ids) <= FEW:
        pages["merged"] = SQL(
            """
            SELECT text.* FROM unnest(%s) AS part CROSS JOIN LATERAL (
                SELECT %s FROM dan_chu_directive WHERE unit_id = part AND %s %s
            ) AS text %s
            """,
            array,
            columns,
            published,
            _ORDER,
            _ORDER,
        )
    return {
        "first page": pages,
        "count": {
            name: SQL("SELECT count(*) FROM dan_chu_directive WHERE %s", condition)
            for name, condition in where.items()
        },
        "count a unit": {
            name: SQL(
                """
                SELECT unit_id, count(*) FROM dan_chu_directive
                 WHERE %s GROUP BY unit_id ORDER BY unit_id
                """,
                condition,
            )
            for name, condition in where.items()
        },
        "grouped list": {
            name: SQL(
                """
                WITH counted AS MATERIALIZED (
                    SELECT unit_id, count(*) AS count FROM dan_chu_directive
                     WHERE %s GROUP BY unit_id
                )
                SELECT part.id,
                       CASE WHEN part.id = top.id THEN part.name
                            ELSE part.name || ' – ' || coalesce(top.short_name, top.name) END,
                       count, (SELECT count(*) FROM counted)
                  FROM counted
                  JOIN dan_chu_unit part ON part.id = counted.unit_id
                  JOIN dan_chu_unit top ON top.id = part.institution_id
                 ORDER BY part.sequence, part.name, part.id LIMIT %s
                """,
                condition,
                PAGE,
            )
            for name, condition in where.items()
        },
    }
