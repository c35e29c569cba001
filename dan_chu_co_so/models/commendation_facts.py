from collections import defaultdict
from datetime import date

from odoo.tools import SQL

from ..lib.award_rules import Nominee
from ..lib.work_year import work_year

# What is out of the race takes no place under a limit and makes nobody eligible.
OUT = ("withdrawn", "refused", "not_awarded")


class Facts:
    """What is known of many nominees: a fixed number of statements, however many they are.

    Read with the rights of the system: what leaves it are sentences about a nomination, for
    those who read the nomination. Of somebody of another house nothing is told but that.
    """

    def __init__(self, rows):
        self.env = rows.env
        self.env.flush_all()
        self.rows = self._rows(rows.ids)
        self.rounds = {
            row.id: row
            for row in rows.env["dan_chu.commendation.round"]
            .sudo()
            .browse({row["round_id"] for row in self.rows})
        }
        self.years = {held.id: self._year_of(held) for held in self.rounds.values()}
        self.people = {row["employee_id"] for row in self.rows} - {None}
        self.units = {row["subject_unit_id"] for row in self.rows} - {None}
        self.members = self._members()
        self.everybody = self.people.union(*self.members.values())
        self.given = self._given()
        self.nominated = self._nominated()
        self.initiatives = self._initiatives()
        self.kept_back = self._kept_back()
        self.counts, self.staff, self.asked = self._counts(), None, None

    def nominee(self, row):
        """As `lib/award_rules.py` reads it."""
        year = self.year(row)
        whose = row["whose"]
        members = self.members.get(row["subject_unit_id"], ())
        return Nominee(
            year=year,
            rating=row["rating"] or "",
            given=self.given.get(whose, frozenset()),
            now=self._now(whose, row["round_id"], year),
            people=len(members),
            holders=self._holders(members, row["round_id"], year),
            initiatives=self._initiatives_of(whose, row),
        )

    def year(self, row):
        """In which the work year of the round begins."""
        return self.years[row["round_id"]]

    def is_elsewhere(self, row):
        """Somebody who left, or who is no longer of the house that nominates."""
        if not row["employee_id"]:
            return False
        return not row["is_active"] or row["person_house"] != row["house"]

    def others(self, row):
        """The other awards for which the same nominee stands in the same round."""
        whose = row["whose"]
        return self.nominated.get((row["round_id"], *whose), set()) - {row["award_id"]}

    def count(self, row, award_id, per_house):
        house = row["house"] if per_house else None
        return self.counts[row["round_id"], award_id, house]

    def staff_of(self, row, per_house):
        """Of the houses whose units are asked, or of the one that nominates."""
        if self.staff is None:
            self.asked = self._asked()
            self.staff = self._staff(
                {row["house"] for row in self.rows}.union(*self.asked.values())
            )
        houses = {row["house"]} if per_house else self.asked[row["round_id"]] or {row["house"]}
        return sum(self.staff.get(house, 0) for house in houses)

    def _year_of(self, held):
        digits = (held.work_year or "")[:4]
        return int(digits) if digits.isdigit() else held.date_from.year

    def _now(self, whose, round_id, year):
        decided = {award for award, when in self.given.get(whose, ()) if when == year}
        return decided | self.nominated.get((round_id, *whose), set())

    def _holders(self, members, round_id, year):
        holders = defaultdict(set)
        for person in members:
            for award in self._now(("person", person), round_id, year):
                holders[award].add(person)
        return holders

    def _initiatives_of(self, whose, row):
        found = self.initiatives.get(whose, frozenset())
        return len(found | ({row["initiative_id"]} if row["is_recognised"] else set()))

    def _rows(self, ids):
        query = SQL(
            """
            SELECT row.id, row.round_id, row.award_id, row.employee_id, row.subject_unit_id,
                   row.rating, row.initiative_id, row.state,
                   unit.institution_id AS house, person.active AS is_active,
                   place.institution_id AS person_house,
                   initiative.recognised_on IS NOT NULL AS is_recognised
              FROM dan_chu_commendation row
              JOIN dan_chu_unit unit ON unit.id = row.unit_id
              LEFT JOIN hr_employee person ON person.id = row.employee_id
              LEFT JOIN dan_chu_unit place ON place.id = person.dan_chu_unit_id
              LEFT JOIN dan_chu_initiative initiative ON initiative.id = row.initiative_id
             WHERE row.id = ANY(%s)
            """,
            list(ids),
        )
        self.env.cr.execute(query)
        rows = self.env.cr.dictfetchall()
        for row in rows:
            row["whose"] = _whose(row["employee_id"], row["subject_unit_id"])
        return rows

    def _members(self):
        """{collective: ids of its people}"""
        members = defaultdict(set)
        if not self.units:
            return members
        query = SQL(
            """
            SELECT subject.id, person.id
              FROM dan_chu_unit subject
              JOIN dan_chu_unit part ON part.institution_id = subject.institution_id
                                    AND starts_with(part.parent_path, subject.parent_path)
              JOIN hr_employee person ON person.dan_chu_unit_id = part.id AND person.active
             WHERE subject.id = ANY(%s)
            """,
            list(self.units),
        )
        for unit, person in self.env.execute_query(query):
            members[unit].add(person)
        return members

    def _given(self):
        """{person or unit: (award, year) received}"""
        query = SQL(
            """
            SELECT honour.employee_id, honour.subject_unit_id, honour.award_id, honour.work_year,
                   honour.decided_on, unit.work_year_month
              FROM dan_chu_honour honour
              JOIN dan_chu_unit unit ON unit.id = honour.unit_id
             WHERE honour.award_id IS NOT NULL AND honour.is_cancelled IS NOT TRUE
               AND (honour.employee_id = ANY(%s) OR honour.subject_unit_id = ANY(%s))
            """,
            list(self.everybody),
            list(self.units),
        )
        given = defaultdict(set)
        for person, unit, award, said, decided_on, month in self.env.execute_query(query):
            year = _year(said, decided_on, int(month or "1"))
            if year:
                given[_whose(person, unit)].add((award, year))
        return given

    def _nominated(self):
        """{(round, person or unit): awards it stands for there}"""
        query = SQL(
            """
            SELECT round_id, employee_id, subject_unit_id, award_id
              FROM dan_chu_commendation
             WHERE round_id = ANY(%s) AND NOT state = ANY(%s)
               AND (employee_id = ANY(%s) OR subject_unit_id = ANY(%s))
            """,
            list(self.rounds),
            list(OUT),
            list(self.everybody),
            list(self.units),
        )
        nominated = defaultdict(set)
        for round_id, person, unit, award in self.env.execute_query(query):
            nominated[(round_id, *_whose(person, unit))].add(award)
        return nominated

    def _initiatives(self):
        """{person or unit: ids of what was recognised}"""
        query = SQL(
            """
            SELECT id, employee_id, unit_id FROM dan_chu_initiative
             WHERE recognised_on IS NOT NULL AND state <> 'withdrawn'
               AND (employee_id = ANY(%s) OR unit_id = ANY(%s) AND kind <> 'person')
            """,
            list(self.people),
            list(self.units),
        )
        found = defaultdict(set)
        for number, person, unit in self.env.execute_query(query):
            if person:
                found["person", person].add(number)
            found["unit", unit].add(number)
        return found

    def _kept_back(self):
        """{person or unit: rows of what keeps it from being commended, with the house}"""
        days = [held.date_from for held in self.rounds.values()]
        query = SQL(
            """
            SELECT row.employee_id, row.subject_unit_id, row.kind, row.date_from, row.date_to,
                   unit.institution_id
              FROM dan_chu_discipline row
              JOIN dan_chu_unit unit ON unit.id = row.unit_id
             WHERE (row.employee_id = ANY(%s) OR row.subject_unit_id = ANY(%s))
               AND (row.date_to IS NULL OR row.date_to >= %s)
            """,
            list(self.people),
            list(self.units),
            min(days, default=date.min),
        )
        found = defaultdict(list)
        for person, unit, *what in self.env.execute_query(query):
            found[_whose(person, unit)].append(what)
        return found

    def kept_back_by(self, row):
        """(what, until when) on the day of the round, of what the own house has on record."""
        whose = row["whose"]
        day = self.rounds[row["round_id"]].date_from
        for kind, start, end, house in self.kept_back.get(whose, ()):
            if house == row["house"] and start <= day and (not end or day <= end):
                yield kind, end

    def _counts(self):
        """{(round, award, house or None for all): nominations}"""
        query = SQL(
            """
            SELECT row.round_id, row.award_id, unit.institution_id, count(*)
              FROM dan_chu_commendation row
              JOIN dan_chu_unit unit ON unit.id = row.unit_id
             WHERE row.round_id = ANY(%s) AND NOT row.state = ANY(%s)
             GROUP BY 1, 2, 3
            """,
            list(self.rounds),
            list(OUT),
        )
        counts = defaultdict(int)
        for round_id, award, house, number in self.env.execute_query(query):
            counts[round_id, award, house] += number
            counts[round_id, award, None] += number
        return counts

    def _asked(self):
        """{round: houses whose units are asked}"""
        query = SQL(
            """
            SELECT part.round_id, unit.institution_id
              FROM dan_chu_commendation_participant part
              JOIN dan_chu_unit unit ON unit.id = part.unit_id
             WHERE part.round_id = ANY(%s)
            """,
            list(self.rounds),
        )
        asked = defaultdict(set)
        for round_id, house in self.env.execute_query(query):
            asked[round_id].add(house)
        return asked

    def _staff(self, houses):
        query = SQL(
            """
            SELECT unit.institution_id, count(*)
              FROM hr_employee person JOIN dan_chu_unit unit ON unit.id = person.dan_chu_unit_id
             WHERE person.active AND unit.institution_id = ANY(%s)
             GROUP BY 1
            """,
            list(houses),
        )
        return dict(self.env.execute_query(query))


def _whose(person, unit):
    return ("person", person) if person else ("unit", unit)


def _year(said, decided_on, month):
    """In which the work year begins: as it is written, or by the day of the decision."""
    digits = (said or "")[:4]
    if digits.isdigit():
        return int(digits)
    return work_year(month, decided_on)[0].year if decided_on else None
