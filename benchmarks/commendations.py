"""A round of a thousand units and twenty thousand nominations: checks in one pass, first page."""

from functools import partial

from odoo.tools import SQL

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import commendations_by_hand, plans, world
from .measure import statements_of, take_turns
from .table import Row, Section

UNITS = 1_000
NOMINATED = 20  # by a unit
PAGE = 80
SHARE = 15  # of a hundred who are nominated for the title
TURNS = 5
LIST_TURNS = 101
COLUMNS = ("id", "name", "unit_id", "award_id", "rating", "summary", "state")
WORKER, FIGHTER = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"


def run(env):
    units = plans.below(env, UNITS)
    holder = world.unit(env, "D2")
    officer = world.add_user(env, "officer of the round")
    for role in ("officer", "staff"):
        world.give(env, officer, role, holder)
    held = _round(env, holder, units)
    section = Section(
        "A round of twenty thousand nominations",
        MEASURED.format(units=f"{UNITS:,}", rows=f"{UNITS * NOMINATED:,}"),
        ("SQL by hand",),
        READING,
    )
    ours = env(user=officer.id)
    _checks(section, env, ours, held)
    _lists(section, env, ours, held)
    return section


def _checks(section, env, ours, held):
    rows = ours["dan_chu.commendation"].search([("round_id", "=", held.id)])
    queries = set()
    for chosen in (rows[:PAGE], rows):
        candidates = {
            "ours": partial(_against, chosen),
            "by hand": partial(commendations_by_hand.against, env, chosen),
        }
        costs = take_turns(env, candidates, TURNS)
        queries.add(costs["ours"].queries)
        section.add(
            "conditions and limits",
            f"{len(chosen):,} of {len(rows):,}",
            costs["ours"].whole,
            (costs["by hand"].whole,),
            costs["ours"].queries,
        )
    if len(queries) > 1:
        raise AssertionError(f"The queries grow with the nominations: {sorted(queries)}.")


def _lists(section, env, ours, held):
    """Statements against statements; the last column is the whole call."""
    for what, asked, by_hand in (
        ("first page", _page, _page_by_hand),
        ("count", _count, _count_by_hand),
        ("count an award", _groups, _groups_by_hand),
    ):
        call, other = partial(asked, ours, held), partial(by_hand, env, held)
        whole = take_turns(env, {"ours": call, "by hand": other}, TURNS)["ours"]
        costs = take_turns(env, {"ours": statements_of(env, call), "by hand": other}, LIST_TURNS)
        section.rows.append(
            Row(
                f"{what}, officer of the round",
                f"{UNITS * NOMINATED:,} nominations",
                costs["ours"].database,
                (costs["by hand"].database,),
                whole.queries,
                whole.whole,
            )
        )


def _against(rows):
    return sorted(row.id for row in rows._against())


def _page(env, held):
    rows = env["dan_chu.commendation"].search_read(
        [("round_id", "=", held.id)], COLUMNS, limit=PAGE, load=None
    )
    return [tuple(row[name] or None for name in COLUMNS) for row in rows]


def _page_by_hand(env, held):
    order = [SQL.identifier("unit", name.strip()) for name in env["dan_chu.unit"]._order.split(",")]
    return env.execute_query(
        SQL(
            """
            SELECT %s FROM dan_chu_commendation row JOIN dan_chu_unit unit ON unit.id = row.unit_id
             WHERE round_id = %s AND row.addressee_unit_id = %s
             ORDER BY %s, row.sequence, row.id LIMIT %s
            """,
            SQL(", ").join(SQL.identifier("row", name) for name in COLUMNS),
            held.id,
            held.unit_id.id,
            SQL(", ").join(order),
            PAGE,
        )
    )


def _count(env, held):
    return env["dan_chu.commendation"].search_count([("round_id", "=", held.id)])


def _count_by_hand(env, held):
    return env.execute_query(
        SQL(
            """
            SELECT count(*) FROM dan_chu_commendation WHERE round_id = %s
               AND addressee_unit_id = %s AND state NOT IN ('draft', 'withdrawn')
            """,
            held.id,
            held.unit_id.id,
        )
    )[0][0]


def _groups(env, held):
    found = env["dan_chu.commendation"]._read_group(
        [("round_id", "=", held.id)], ["award_id"], ["__count"]
    )
    return [(award.id, count) for award, count in found]


def _groups_by_hand(env, held):
    return env.execute_query(
        SQL(
            """
            SELECT award.id, count(*)
              FROM dan_chu_commendation row JOIN dan_chu_award award ON award.id = award_id
             WHERE round_id = %s AND addressee_unit_id = %s
               AND state NOT IN ('draft', 'withdrawn')
             GROUP BY award.id ORDER BY award.sequence, award.id
            """,
            held.id,
            held.unit_id.id,
        )
    )


def _award(env, code):
    return env.ref(f"dan_chu_co_so.award_{code}")


def _round(env, holder, units):
    """In every house two are rated too low; in each tenth five stand for the higher title, which
    is over the limit; in others one, in each fourth without the title that goes with it. Half of
    all have awards of a year before."""
    worker, fighter = _award(env, WORKER), _award(env, FIGHTER)
    fighter.write({"limit_of": "award", "limit_award_id": worker.id, "limit_per": "house"})
    env["dan_chu.rule"].create(
        {
            "code": f"award.{FIGHTER}.limit",
            "name": "Tỷ lệ Chiến sĩ thi đua cơ sở",
            "value": str(SHARE),
            "value_kind": "percent",
            "comparison": "at_most",
            "date_from": world.FIRST_DAY,
            "confidence": "practice",
        }
    )
    held = env["dan_chu.commendation.round"].create(
        {
            "unit_id": holder.id,
            "name": "Xét thi đua, khen thưởng",
            "date_from": today(),
            "award_ids": [(6, 0, (worker | fighter).ids)],
        }
    )
    held._put({"state": "open"})
    env.flush_all()
    env.cr.execute(
        SQL(
            """
            WITH house AS (
                SELECT unit, place FROM unnest(%(units)s) WITH ORDINALITY AS house (unit, place)
            ), seat AS (
                SELECT unit, n, unit || '-' || n AS name
                  FROM house CROSS JOIN generate_series(1, %(people)s) AS n
            ), resource AS (
                INSERT INTO resource_resource (name, resource_type, tz, time_efficiency, active)
                SELECT name, 'user', 'Asia/Ho_Chi_Minh', 100, true FROM seat
                RETURNING id, name
            ), person AS (
                INSERT INTO hr_employee (name, active, resource_id, company_id, dan_chu_unit_id)
                SELECT 'Nguyễn Văn ' || n, true, resource.id, %(company)s, unit
                  FROM seat JOIN resource USING (name)
                RETURNING id, name, dan_chu_unit_id
            ), part AS (
                INSERT INTO dan_chu_commendation_participant (round_id, unit_id, addressee_unit_id)
                SELECT %(round)s, unit, %(holder)s FROM house
            ), honour AS (
                INSERT INTO dan_chu_honour (unit_id, employee_id, name, award_id, award_name,
                                            work_year, is_imported)
                SELECT dan_chu_unit_id, id, name, %(worker)s, 'Lao động tiên tiến', '2020', true
                  FROM person WHERE id %% 2 = 0
            ), line AS (
                SELECT unit, slot, CASE
                           WHEN slot <= 15 THEN slot
                           WHEN place %% 10 = 0 THEN slot - 10
                           WHEN slot < 20 OR place %% 4 = 1 THEN slot
                           ELSE 19
                       END AS n,
                       slot = 20 OR slot > 15 AND place %% 10 = 0 AS is_higher
                  FROM house CROSS JOIN generate_series(1, %(people)s) AS slot
            )
            INSERT INTO dan_chu_commendation (round_id, unit_id, addressee_unit_id, employee_id,
                target, name, award_id, rating, state, sequence, summary)
            SELECT %(round)s, unit, %(holder)s, person.id, 'person', person.name,
                   CASE WHEN is_higher THEN %(fighter)s ELSE %(worker)s END,
                   CASE WHEN n IN (1, 11) THEN 'fair' ELSE 'good' END, 'submitted', 10,
                   'Hoàn thành tốt nhiệm vụ'
              FROM line JOIN person
                ON dan_chu_unit_id = unit AND person.name = 'Nguyễn Văn ' || n
            """,
            units=units.ids,
            people=NOMINATED,
            company=env.company.id,
            round=held.id,
            holder=holder.id,
            worker=worker.id,
            fighter=fighter.id,
        )
    )
    env.cr.execute("ANALYZE hr_employee, dan_chu_commendation, dan_chu_honour")
    env.invalidate_all()
    env.registry.clear_cache()
    return held


MEASURED = f"""\
One round in which {{units}} units nominate {{rows}} times: for the title of the year and for the
higher one, for which a house may nominate {SHARE} of a hundred of those with the title. Some are
rated too low, some stand for the higher title alone, some houses are over the limit. First what
speaks against them, of a page and of all in one pass, seconds of the whole call; *by hand* is one
statement that finds the same nominations. Then what the officer of the round opens: the first
{PAGE} in the order of the list, how many there are, and how many an award; time in the database,
of the statements sent again without the ORM between them, and beside it the whole call."""

READING = """\
The number of queries is the same for a page as for all, or this run would have ended with an error.
The statement by hand answers with ids. It asks as ours does, for all awards of the round: ratings,
awards that go with others, limits of a house, discipline, who has left, who received the same
before or is nominated twice; for a page, too, it goes through the whole round. It knows neither
limits of a round, nor conditions that none of these awards has (awards of years before, members of
a collective, initiatives), nor rules of a single unit. Ours answers with a sentence and its
article; the rest is Python, row by row."""
