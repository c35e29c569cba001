"""What speaks against nominations, as one statement finds it: the peer of `commendations.py`."""

from odoo.tools import SQL


def against(env, rows):
    """Of all the awards of a round, by the rules in force on its day; ids without a word why."""
    held = rows.round_id
    found = env.execute_query(
        SQL(
            AGAINST,
            rows=rows.ids,
            round=held.id,
            day=held.date_from,
            year=int(held.work_year[:4]),
        )
    )
    return [number for (number,) in found]


AGAINST = """
WITH law AS (
    SELECT code, value FROM dan_chu_rule
     WHERE date_from <= %(day)s AND (date_to IS NULL OR date_to >= %(day)s)
       AND unit_id IS NULL AND unit_kind_id IS NULL
), asked AS (
    SELECT award.id AS award_id, award.code, condition.id AS condition_id, condition.kind, law.value
      FROM dan_chu_award award
      JOIN dan_chu_award_condition condition ON condition.award_id = award.id
      JOIN law ON law.code = 'award.' || award.code || '.' || condition.code
), least AS (
    SELECT award_id, place
      FROM asked
      JOIN (VALUES ('hoàn thành xuất sắc nhiệm vụ', 1), ('hoàn thành tốt nhiệm vụ', 2),
                   ('hoàn thành nhiệm vụ', 3), ('không hoàn thành nhiệm vụ', 4))
        AS words (said, place)
        ON lower(value) IN (said, said || ' trở lên')
     WHERE kind = 'rating'
), goes_with AS (
    SELECT asked.award_id, asked.condition_id, given.dan_chu_award_id AS other_id
      FROM asked
      JOIN dan_chu_award_condition_given_rel given
        ON given.dan_chu_award_condition_id = asked.condition_id
     WHERE asked.kind = 'same_year'
), counted AS (
    SELECT unit.institution_id AS house, row.award_id, count(*) AS number
      FROM dan_chu_commendation row JOIN dan_chu_unit unit ON unit.id = row.unit_id
     WHERE round_id = %(round)s AND state NOT IN ('withdrawn', 'refused', 'not_awarded')
     GROUP BY 1, 2
), over AS (
    SELECT counted.house, counted.award_id
      FROM counted
      JOIN dan_chu_award award ON award.id = counted.award_id
      JOIN law ON law.code = 'award.' || award.code || '.limit'
      LEFT JOIN counted base ON base.house = counted.house AND base.award_id = award.limit_award_id
     WHERE counted.number > floor(coalesce(base.number, 0) * law.value::numeric / 100)
), given AS (
    SELECT honour.employee_id, honour.award_id
      FROM dan_chu_honour honour JOIN dan_chu_unit unit ON unit.id = honour.unit_id
     WHERE honour.is_cancelled IS NOT TRUE AND %(year)s = CASE
           WHEN honour.work_year ~ '^[0-9]{4}' THEN left(honour.work_year, 4)::int
           ELSE extract(year FROM honour.decided_on
                        - make_interval(months => unit.work_year_month::int - 1))
       END
), standing AS (
    SELECT row.id, row.employee_id, row.award_id, award.category
      FROM dan_chu_commendation row JOIN dan_chu_award award ON award.id = row.award_id
     WHERE round_id = %(round)s AND state NOT IN ('withdrawn', 'refused', 'not_awarded')
), twice AS (
    SELECT employee_id, category FROM standing
     WHERE category IN ('form', 'prize')
     GROUP BY employee_id, category HAVING count(DISTINCT award_id) > 1
), met AS (
    SELECT DISTINCT employee_id, condition_id
      FROM (SELECT employee_id, award_id FROM standing UNION SELECT * FROM given) AS had
      JOIN goes_with ON goes_with.other_id = had.award_id
), lacking AS (
    SELECT standing.id
      FROM standing
      JOIN (SELECT DISTINCT award_id, condition_id FROM goes_with) AS goes USING (award_id)
      LEFT JOIN met USING (employee_id, condition_id)
     WHERE met.employee_id IS NULL
), kept AS (
    SELECT kept.employee_id, unit.institution_id AS house
      FROM dan_chu_discipline kept JOIN dan_chu_unit unit ON unit.id = kept.unit_id
     WHERE kept.date_from <= %(day)s AND (kept.date_to IS NULL OR kept.date_to >= %(day)s)
)
SELECT row.id
  FROM dan_chu_commendation row
  JOIN dan_chu_unit unit ON unit.id = row.unit_id
  JOIN dan_chu_award award ON award.id = row.award_id
  LEFT JOIN hr_employee person ON person.id = row.employee_id
  LEFT JOIN dan_chu_unit place ON place.id = person.dan_chu_unit_id
  LEFT JOIN over ON over.house = unit.institution_id AND over.award_id = row.award_id
  LEFT JOIN least ON least.award_id = row.award_id
 WHERE row.id = ANY(%(rows)s)
   AND row.state NOT IN ('withdrawn', 'refused', 'not_awarded', 'awarded')
   AND (over.house IS NOT NULL
     OR person.active IS NOT TRUE
     OR place.institution_id IS DISTINCT FROM unit.institution_id
     OR least.place < coalesce(
            array_position('{excellent,good,fair,poor}'::varchar[], row.rating), 5)
     OR (row.employee_id, unit.institution_id) IN (SELECT employee_id, house FROM kept)
     OR (row.employee_id, row.award_id) IN (SELECT employee_id, award_id FROM given)
     OR (row.employee_id, award.category) IN (SELECT employee_id, category FROM twice)
     OR row.id IN (SELECT id FROM lacking))
 ORDER BY row.id
"""
