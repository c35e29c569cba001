"""What a person ever got: ten rows and a thousand, in as many queries."""

from functools import partial

from odoo.tools import SQL

from . import world
from .measure import take_turns
from .table import Section

SIZES = (10, 1_000)
OTHERS = 100_000
HOUSES = ("D1W1S8", "D1W1S9")
PAGE = 80
TURNS = 15
COLUMNS = ("id", "award_name", "work_year", "merit", "decided_on", "decision_words")
YEARS = 10


def run(env):
    units = [world.unit(env, code) for code in HOUSES]
    officer = world.add_user(env, "officer of the history")
    for role in ("officer", "staff"):
        world.give(env, officer, role, env["dan_chu.unit"].concat(*units))
    people = [_person(env, unit, size) for unit, size in zip(units, SIZES, strict=True)]
    _rows(env, people)
    section = Section("History of a person", MEASURED, ("SQL by hand",), READING)
    for what, user, candidates in (
        ("my awards, on the phone", None, (_page, _page_by_hand)),
        ("in the person's record, officer", officer, (_card, None)),
        ("years of the house side by side", officer, (_side_by_side, None)),
    ):
        queries = set()
        for person, size in zip(people, SIZES, strict=True):
            ours, by_hand = candidates
            asked = {"ours": partial(ours, env(user=(user or person.user_id).id), person)}
            if by_hand:
                asked["by hand"] = partial(by_hand, env, person)
            costs = take_turns(env, asked, TURNS)
            queries.add(costs["ours"].queries)
            section.add(
                what,
                f"{size:,} awards",
                costs["ours"].whole,
                (costs["by hand"].whole if by_hand else None,),
                costs["ours"].queries,
            )
        if len(queries) > 1:
            raise AssertionError(f"{what}: queries grow with the awards: {sorted(queries)}.")
    return section


def _page(env, person):
    """As the card list of the phone asks for it: the first page, and how many there are."""
    # Of a page that is not full the client counts the rows itself.
    asked = env["dan_chu.honour"].with_context(force_search_count=True)
    answer = asked.web_search_read(
        [("employee_id.user_id", "=", env.uid)], {name: {} for name in COLUMNS}, limit=PAGE
    )
    rows = [
        tuple(str(row[name]) if row[name] else None for name in COLUMNS)
        for row in answer["records"]
    ]
    return rows, answer["length"]


def _page_by_hand(env, person):
    rows = env.execute_query(
        SQL(
            """
            SELECT %s, count(*) OVER () FROM dan_chu_honour WHERE employee_id = %s
             ORDER BY decided_on DESC, id DESC LIMIT %s
            """,
            SQL(", ").join(map(SQL.identifier, COLUMNS)),
            person.id,
            PAGE,
        )
    )
    return [tuple(str(value) if value else None for value in row[:-1]) for row in rows], rows[0][-1]


def _card(env, person):
    """The awards as the page in the person's record asks for them."""
    rows = env["dan_chu.honour"].search_read(
        [("employee_id", "=", person.id)], COLUMNS, limit=PAGE, load=None
    )
    return len(rows)


def _side_by_side(env, person):
    """The whole house as the screen shows it."""
    sheets = env["dan_chu.honour.sheet"]
    sheet = sheets.new({"unit_id": person.dan_chu_unit_id.id, "year_count": YEARS})
    return len(sheet._sheet().tables[0].lines)


def _person(env, unit, size):
    user = world.add_user(env, f"with {size} awards")
    world.give(env, user, "staff", unit)
    return env["hr.employee"].create(
        {"name": f"Nguyễn Văn {size}", "user_id": user.id, "dan_chu_unit_id": unit.id}
    )


def _rows(env, people):
    env.flush_all()
    elsewhere = world.unit(env, "D1W2S1")
    for person, size in [*zip(people, SIZES, strict=True), (None, OTHERS)]:
        env.cr.execute(
            SQL(
                """
                INSERT INTO dan_chu_honour (unit_id, employee_id, name, award_name, work_year,
                    merit, decided_on, decision_words, is_imported)
                SELECT %s, %s, 'Nguyễn Văn An', 'Lao động tiên tiến', (2016 + n %% %s)::text,
                       'Hoàn thành tốt nhiệm vụ', date '2016-05-31' + n %% 3600,
                       'Quyết định số ' || n || '/QĐ-THCS', true
                  FROM generate_series(1, %s) AS n
                """,
                (person.dan_chu_unit_id if person else elsewhere).id,
                person and person.id,
                YEARS,
                size,
            )
        )
    env.cr.execute("ANALYZE dan_chu_honour")
    env.invalidate_all()
    env.registry.clear_cache()


MEASURED = f"""\
Somebody with {SIZES[0]} awards in one house and somebody with {SIZES[1]:,} in another, among
{OTHERS:,} of others. What the phone asks for under “My awards” (the first {PAGE} with their
decisions, and how many there are), the awards in the person's record as an officer opens it, and
the table of the house with {YEARS} years side by side. Seconds of the whole call. *By hand* is one
statement with the same answer."""

READING = """\
The number of queries is the same, or this run would have ended with an error. What
“My awards” cost over the statement is the ORM, the rules of the reader and what the web client is
given with the rows."""
