"""Conferences of the school's staff, as large as a test asks for and as far along.

`self.chair` is the head of the school; `secretary`, `counter` and `clerk` are of its staff and
have that duty once `give_duties` was called. The other people have no account.
"""

from datetime import datetime, time, timedelta
from itertools import cycle, islice, product

from odoo import fields
from odoo.fields import Command
from odoo.tests import HttpCase, TransactionCase

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.common import World

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Vũ", "Bùi", "Đặng", "Hồ")
MIDDLE = ("Văn", "Thị", "Minh", "Thanh", "Ngọc", "Đức", "Hữu", "Kim")
GIVEN = ("An", "Ân", "Ánh", "Bình", "Bính", "Châu", "Dung", "Đạt", "Giang", "Hà", "Hạnh", "Yến")
# Opened with enough people unless it is said otherwise.
HAPPENED = ("open", "ballot", "closed")


class ConferenceWorld(World):
    """A school of `staff_total` people in two professional groups; those with accounts included."""

    staff_total = 30

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.chair = cls.head
        for duty in ("secretary", "counter", "clerk"):
            setattr(cls, duty, cls.make_user(duty, ("staff", cls.other_group)))
        cls.make_staff(cls.school, cls.staff_total, cls.group, cls.other_group)

    @classmethod
    def make_staff(cls, unit, total, *sections):
        """People until the unit has so many, by turns in its sections (or in itself)."""
        missing = total - cls.staff_of(unit)
        names = islice(cycle(product(GIVEN, SURNAMES, MIDDLE)), max(missing, 0))
        places = cycle(sections or (unit,))
        people = cls.quiet["hr.employee"].create(
            [
                {
                    "name": f"{surname} {middle} {given}",
                    "job_title": "Giáo viên",
                    "dan_chu_unit_id": next(places).id,
                }
                for given, surname, middle in names
            ]
        )
        unit.invalidate_recordset(["employee_count"])
        return people.with_env(cls.env)

    @classmethod
    def staff_of(cls, unit):
        unit.invalidate_recordset(["employee_count"])
        return unit.employee_count

    @classmethod
    def people_of(cls, unit):
        return cls.env["hr.employee"].search(
            [("dan_chu_unit_id", "in", unit._inside().ids)], order="id"
        )

    @classmethod
    def make_conference(
        cls, state="draft", *, unit=None, people=None, guests=0, present=None, **values
    ):
        """A conference of all the staff (or of these people), as far along as `state` says.

        `present`: how many are there, the first on the list; all once it is in session.
        """
        unit = unit or cls.school
        people = cls.people_of(unit) if people is None else people
        day = values.pop("date", today())
        begin = fields.Datetime.to_datetime(values.pop("starts_at", None)) or datetime.combine(
            day, time(1)
        )
        conference = (
            cls.quiet["dan_chu.conference"]
            .create(
                {
                    "unit_id": unit.id,
                    "name": "Hội nghị viên chức, người lao động",
                    "date": day,
                    "starts_at": begin,
                    "ends_at": begin + timedelta(hours=4),
                    "location": "Hội trường",
                    **values,
                }
            )
            .with_env(cls.env)
        )
        cls.list_people(conference, people, guests)
        conference._put({"state": "called"})
        if present is None and state in HAPPENED:
            present = len(people)
        if present:
            cls.bring(conference, present)
        cls.bring_to(conference, state)
        return conference

    @classmethod
    def list_people(cls, conference, people, guests=0, **values):
        rows = [
            {
                "conference_id": conference.id,
                "employee_id": person.id,
                "section_id": person.dan_chu_unit_id.id,
                **values,
            }
            for person in people
        ]
        rows += [
            {"conference_id": conference.id, "name": f"Khách mời {n}", "is_guest": True}
            for n in range(1, guests + 1)
        ]
        return cls.quiet["dan_chu.conference.attendee"].create(rows).with_env(cls.env)

    @classmethod
    def summoned(cls, conference):
        return conference.attendee_ids.filtered(lambda row: not row.is_guest and not row.is_off)

    @classmethod
    def bring(cls, conference, count):
        """The first so many of those summoned come."""
        rows = cls.summoned(conference)[:count]
        rows._enter({"status": "present", "arrived_on": fields.Datetime.now()}, "list")
        return rows

    @classmethod
    def bring_to(cls, conference, state):
        """Into that state, past the buttons, whose own tests have to try them."""
        values = {"state": state}
        if state in HAPPENED:
            values |= {"is_valid": True, "opened_on": fields.Datetime.now()}
        if state == "closed":
            values["closed_on"] = fields.Datetime.now()
        conference._put(values)

    @classmethod
    def row_of(cls, conference, user):
        """The user's row on the list."""
        return conference.attendee_ids.filtered(lambda row: row.employee_id == user.employee_id)

    @classmethod
    def give_duties(cls, conference):
        """Chair, secretary, counting committee and clerk."""
        for duty in ("chair", "secretary", "counter", "clerk"):
            cls.row_of(conference, getattr(cls, duty))._put({"duty": duty})

    @classmethod
    def add_items(cls, conference, *names, kind="discussion"):
        return conference.env["dan_chu.conference.item"].create(
            [
                {
                    "conference_id": conference.id,
                    "name": name,
                    "kind": kind,
                    "sequence": 10 * place,
                }
                for place, name in enumerate(names or ("Thảo luận",), 1)
            ]
        )

    @classmethod
    def make_vote(cls, conference, method="hands", *, candidates=(), **values):
        """Being prepared; an election if there are candidates (people of HR)."""
        matter = "election" if candidates else "resolution"
        return conference.env["dan_chu.vote"].create(
            {
                "conference_id": conference.id,
                "name": "Thông qua nghị quyết hội nghị",
                "method": method,
                "matter": matter,
                "option_ids": [Command.create({"employee_id": person.id}) for person in candidates],
                **values,
            }
        )


class ConferenceCase(ConferenceWorld, TransactionCase):
    pass


class ConferenceHttpCase(ConferenceWorld, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The tours know buttons and messages by the words of the source, in whose language the
        # users are; the database has Vietnamese alone.
        cls.env["res.lang"]._activate_lang("en_US")
