"""Movements, rounds and nominations of the school, as far along as a test asks for.

The school holds the round, its two professional groups nominate. `nominator` is officer of the
group, `teacher` is of its staff and on the list; `clever` is another with an account. The council
is `head` in the chair, `secretary`, and `councillors`, whose second is `teacher`, so that one of
them is on the list. `upper_head` signs at the department, `sibling_officer` nominates for the
sibling. Other people have no account.
"""

from datetime import timedelta

from odoo import fields
from odoo.fields import Command
from odoo.tests import HttpCase, TransactionCase

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.boards import BoardMaker
from tests.conferences import ConferenceWorld


class CommendationWorld(BoardMaker, ConferenceWorld):
    staff_total = 20

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.nominator = cls.make_user("nominator", ("officer", cls.group))
        cls.teacher = cls.make_user("teacher", ("staff", cls.group))
        cls.clever = cls.make_user("clever", ("staff", cls.other_group))
        cls.councillor = cls.make_user("councillor", ("staff", cls.other_group))
        cls.councillors = cls.councillor | cls.teacher
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        # Without an account, by turns in the two groups.
        cls.people = cls.people_of(cls.school).filtered(lambda person: not person.user_id)
        cls.council = cls.make_council(
            cls.school,
            (cls.head.employee_id, "head"),
            (cls.secretary.employee_id, "secretary"),
            (cls.councillor.employee_id, "member"),
            (cls.teacher.employee_id, "member"),
        )
        cls.title = cls.make_award("thu_lao_dong", "Lao động thử")
        cls.certificate = cls.make_award(
            "thu_giay_khen", "Giấy khen thử", category="form", target_kind="both"
        )
        cls.upper_title = cls.make_award(
            "thu_chien_si", "Chiến sĩ thử", is_decided_above=True, decided_by="Giám đốc Sở"
        )

    @classmethod
    def make_council(cls, unit, *members, **values):
        return cls.make_board(unit, *members, kind="emulation", **values)

    @classmethod
    def make_award(cls, code, name, **values):
        return cls.quiet["dan_chu.award"].create({"code": code, "name": name, **values}).sudo(False)

    @classmethod
    def make_law(cls, code, value, kind, **values):
        """What the law says under that code for as long as anybody looks back."""
        law = {
            "code": code,
            "name": code,
            "value": value,
            "value_kind": kind,
            "date_from": "2000-01-01",
            "confidence": "practice",
            **values,
        }
        return cls.quiet["dan_chu.rule"].create(law)

    @classmethod
    def make_movement(cls, unit=None, **values):
        return (
            cls.quiet["dan_chu.movement"]
            .create(
                {
                    "unit_id": (unit or cls.school).id,
                    "name": "Dân vận khéo",
                    "date_from": cls.month_ago,
                    **values,
                }
            )
            .with_env(cls.env)
        )

    @classmethod
    def make_initiative(cls, movement, state="draft", *, unit=None, by=None, **values):
        """Begun by that user (or the system) and brought into that state past the buttons."""
        env = cls.quiet(user=by.id, su=True) if by else cls.quiet
        row = (
            env["dan_chu.initiative"]
            .create(
                {
                    "unit_id": (unit or movement.unit_id).id,
                    "movement_id": movement.id,
                    "name": "Giờ học hạnh phúc",
                    "registrant": "Tổ Toán – Tin",
                    "content": "Mỗi tuần một giờ do học sinh tự tổ chức.",
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if state != "draft":
            row._put({"state": state, "registered_on": today()})
        if state in ("recognised", "ended"):
            row._put({"recognised_on": today(), "recognised_paper": "Quyết định số 12/QĐ-HS"})
        return row

    @classmethod
    def make_round(cls, state="draft", *, unit=None, awards=None, asked=None, **values):
        """A round of the school (or that unit) in which these units are asked; of the school its
        groups."""
        unit = unit or cls.school
        asked = asked or (cls.group | cls.other_group if unit == cls.school else unit)
        awards = awards or cls.title | cls.certificate | cls.upper_title
        row = (
            cls.quiet["dan_chu.commendation.round"]
            .create(
                {
                    "unit_id": unit.id,
                    "name": f"Xét thi đua năm học của {unit.name}",
                    "date_from": today(),
                    "deadline": today() + timedelta(days=10),
                    "award_ids": [Command.set(awards.ids)],
                    "board_id": cls.council.id if unit == cls.school else False,
                    "participant_ids": [Command.create({"unit_id": part.id}) for part in asked],
                    **values,
                }
            )
            .with_env(cls.env)
        )
        cls.bring_round_to(row, state)
        return row

    @classmethod
    def bring_round_to(cls, row, state):
        """Into that state, past the buttons, whose own tests have to try them."""
        values = {"state": state}
        if state != "draft":
            values["opened_on"] = fields.Datetime.now()
        if state in ("decided", "closed"):
            values["decided_on"] = today()
        if state == "closed":
            values["closed_on"] = fields.Datetime.now()
        row._put(values)

    @classmethod
    def make_nomination(cls, row, subject=None, state="draft", *, award=None, unit=None, **values):
        """Of a person (with an account or without) or of a unit, in that state past the buttons.

        Nominated by the section the person is of, or by that unit.
        """
        subject = cls.people[0] if subject is None else subject
        if subject._name == "res.users":
            subject = subject.employee_id
        if subject._name == "hr.employee":
            who = {"target": "person", "employee_id": subject.id}
            unit = unit or subject.dan_chu_unit_id
        else:
            who = {"target": "collective", "subject_unit_id": subject.id}
            unit = unit or subject
        award = award or (cls.title if who["target"] == "person" else cls.certificate)
        nomination = (
            cls.quiet["dan_chu.commendation"]
            .create(
                {
                    "round_id": row.id,
                    "unit_id": unit.id,
                    "award_id": award.id,
                    "rating": "excellent",
                    "summary": "Hoàn thành xuất sắc nhiệm vụ năm học",
                    **who,
                    **values,
                }
            )
            .with_env(cls.env)
        )
        cls.bring_to_state(nomination, state)
        return nomination

    @classmethod
    def bring_to_state(cls, nominations, state):
        """As `bring_round_to`."""
        now = fields.Datetime.now()
        values = {"state": state}
        if state not in ("draft", "withdrawn"):
            values |= {"submitted_on": now, "submitted_by_id": cls.nominator.id}
        if state in ("checked", "passed", "refused", "forwarded", "awarded", "not_awarded"):
            values |= {"checked_on": now, "checked_by_id": cls.officer.id}
        if state in ("awarded", "not_awarded"):
            values |= {"decided_on": today(), "decision_words": "Quyết định số 45/QĐ-HS"}
        if state == "returned":
            values["return_reason"] = "Thiếu báo cáo thành tích"
        nominations._put(values)

    @classmethod
    def make_honour(cls, unit, subject, **values):
        """What was given before; imported unless it comes of a nomination."""
        kind = "subject_unit_id" if subject._name == "dan_chu.unit" else "employee_id"
        return (
            cls.quiet["dan_chu.honour"]
            .create(
                {
                    "unit_id": unit.id,
                    kind: subject.id,
                    "name": subject.name,
                    "award_name": "Lao động tiên tiến",
                    "work_year": str(today().year - 1),
                    "is_imported": "commendation_id" not in values,
                    **values,
                }
            )
            .with_env(cls.env)
        )


class CommendationCase(CommendationWorld, TransactionCase):
    pass


class CommendationHttpCase(CommendationWorld, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The tours know buttons and messages by the words of the source.
        cls.env["res.lang"]._activate_lang("en_US")
