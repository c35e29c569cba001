"""Movements, initiatives, rounds and nominations, the access matrix is tried on."""

from datetime import timedelta

from odoo.fields import Command, Datetime

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.conference_rows import PAGE


class CommendationRows:
    """Part of `Rows`: each is made once, with the rights of the system.

    A round is that of an institution; those asked in it are the unit itself and, beside it, a
    body with no place in this tree.
    """

    def __init__(self):
        self._movement_of = self.once(self._make_movement)
        self._initiative_of = self.once(self._make_initiative)
        self._round_of = self.once(self._make_round)
        self._nomination_of = self.once(self._make_nomination)
        self._honour_of = self.once(self._make_honour)
        self._commendation_paper = self.once(self._make_commendation_paper)
        self._given_of = self.once(self._make_given)
        self._result_of = self.once(self._make_result)
        self._judgement_of = self.once(self._make_judgement)
        self._criteria_of = self.once(self._make_criteria)
        self._council_of = self.once(self._make_council)
        self._session_of = self.once(self._make_session)
        self.award = self.once(self._make_award)

    def movement(self, unit, is_open_below=True, purpose=""):
        return self._movement_of(unit, is_open_below, purpose)

    def _make_movement(self, unit, is_open_below, purpose):
        return self.env["dan_chu.movement"].create(
            {
                "unit_id": unit.id,
                "name": f"Dân vận khéo {purpose} của {unit.name}",
                "date_from": today(),
                "is_open_below": is_open_below,
            }
        )

    def initiative(self, unit, state, user=None, sent_by=None):
        """Of another, unless a user is named who began it; in the movement of the unit, if a
        body is named that sent it there."""
        return self._initiative_of(unit, state, user, sent_by)

    def initiative_values(self, unit):
        return {
            "unit_id": unit.id,
            "movement_id": self.movement(unit, purpose="có mô hình").id,
            "name": f"Giờ học hạnh phúc của {unit.name}",
            "registrant": "Tổ Toán – Tin",
            "content": "Mỗi tuần một giờ.",
        }

    def _make_initiative(self, unit, state, user, sent_by):
        initiatives = self.env["dan_chu.initiative"]
        if user:
            initiatives = initiatives.with_user(user).sudo()
        whose = {"unit_id": sent_by.id} if sent_by else {}
        row = initiatives.create({**self.initiative_values(unit), **whose}).with_env(self.env)
        if state != "draft":
            row._put({"state": state})
        if state == "recognised":
            row._put({"recognised_on": today()})
        return row

    def _make_award(self):
        return self.env["dan_chu.award"].create(
            {"code": "thu_matrix", "name": "Danh hiệu thử", "target_kind": "both"}
        )

    def commendation_round(self, holder, state, asked, purpose=""):
        return self._round_of(holder, state, asked, purpose)

    def _make_round(self, holder, state, asked, purpose):
        """`asked` is a unit that nominates in it."""
        row = self.env["dan_chu.commendation.round"].create(
            {
                "unit_id": holder.id,
                "name": f"Xét thi đua {purpose} của {holder.name}",
                "date_from": today(),
                "deadline": today() + timedelta(days=5),
                "award_ids": [Command.set(self.award().ids)],
                "participant_ids": [Command.create({"unit_id": asked.id})],
            }
        )
        if state != "draft":
            row._put({"state": state})
        return row

    def round_for(self, unit):
        """In which the institution nominates, and that part of it."""
        top = unit.institution_id
        row = self.commendation_round(top, "open", top, "của cả đơn vị")
        if unit not in row.participant_ids.unit_id:
            row.participant_ids.create({"round_id": row.id, "unit_id": unit.id})
        return row

    def in_own_round(self, unit, state):
        return self._nomination_of(unit.institution_id, unit, state)

    def sent_here(self, unit, state):
        """By a body with no place in this tree."""
        return self._nomination_of(unit.institution_id, self.case.elsewhere, state)

    def nomination_values(self, row, unit):
        person = self.case.make_employee(f"Người được đề nghị {unit.id}", unit)
        return {
            "round_id": row.id,
            "unit_id": unit.id,
            "award_id": self.award().id,
            "employee_id": person.id,
        }

    def _make_nomination(self, holder, unit, state):
        row = self.commendation_round(holder, "open", unit, "có danh sách")
        nomination = self.env["dan_chu.commendation"].create(self.nomination_values(row, unit))
        if state != "draft":
            nomination._put({"state": state})
        return nomination

    def decided(self, unit):
        top = unit.institution_id
        return self.commendation_round(top, "decided", top, "có báo cáo")

    def commendation_paper(self, unit, state):
        return self._commendation_paper(unit.institution_id, state)

    def _make_commendation_paper(self, top, state):
        return self._carried_on(
            "dan_chu.commendation.paper",
            state,
            form="summary",
            unit_id=top.id,
            round_id=self.decided(top).id,
        )

    def honour(self, unit, user=None):
        """From before the program; that of a user, if one is named."""
        return self._honour_of(unit, user)

    def honour_given(self, unit, is_published):
        """Of a nomination of that unit, which was awarded."""
        return self._given_of(unit, is_published)

    def _make_given(self, unit, is_published):
        row = self.commendation_round(unit.institution_id, "open", unit, "có khen thưởng")
        nomination = self.env["dan_chu.commendation"].create(self.nomination_values(row, unit))
        return self.env["dan_chu.honour"].create(
            {
                "unit_id": unit.id,
                "employee_id": nomination.employee_id.id,
                "name": nomination.name,
                "award_name": "Danh hiệu thử",
                "commendation_id": nomination.id,
                "is_published": is_published,
            }
        )

    def honour_values(self, unit):
        return {
            "unit_id": unit.id,
            "employee_id": self._person_of(unit, "có thành tích").id,
            "name": "Nguyễn Thị Dư",
            "award_name": "Lao động tiên tiến",
            "is_imported": True,
        }

    def _make_honour(self, unit, user):
        whose = {"employee_id": self.employee_of(user).id} if user else {}
        return self.env["dan_chu.honour"].create({**self.honour_values(unit), **whose})

    def result(self, initiative):
        """Of a period, with a photo."""
        return self._result_of(initiative)

    def _make_result(self, initiative):
        return self.env["dan_chu.initiative.result"].create(
            {
                "initiative_id": initiative.id,
                "period": "Học kì I",
                "text": "Đã làm ở 12 lớp.",
                "file_ids": [Command.create({"name": "anh.pdf", "data": PAGE})],
            }
        )

    def judgement(self, initiative, by, settled=False):
        return self._judgement_of(initiative, by, settled)

    def _make_judgement(self, initiative, by, settled):
        line = {"name": "Thiết thực", "maximum": 10, "points": 5}
        sheet = self.env["dan_chu.initiative.judgement"]._add(
            [
                {
                    "initiative_id": initiative.id,
                    "by": by,
                    "set_id": self.criteria(initiative.movement_id.unit_id, "used").id,
                    "score_ids": [Command.create(line)],
                }
            ]
        )
        if settled:
            sheet._put({"settled_on": Datetime.now(), "settled_by_id": self.spare_user.id})
        return sheet

    def criteria(self, unit, variant):
        return self._criteria_of(unit, variant)

    def _make_criteria(self, unit, variant):
        return self.env["dan_chu.criteria.set"].create(
            {
                "unit_id": unit.id,
                "name": f"Tiêu chí {variant} của {unit.name}",
                "line_ids": [Command.create({"name": "Thiết thực", "points": 10})],
            }
        )

    def criteria_used(self, unit):
        self.judgement(self.initiative(unit, "running"), "unit", True)
        return self.criteria(unit, "used")

    def session(self, unit, state, user=None):
        """Of the council of the institution; written by the user, if one is named."""
        return self._session_of(unit.institution_id, state, user)

    def council(self, unit):
        return self._council_of(unit.institution_id)

    def _make_council(self, top):
        chair = self.case.make_employee(f"Chủ tịch Hội đồng {top.name}", top)
        return self.case.make_board(top, (chair, "head"), kind="emulation").with_env(self.env)

    def _make_session(self, top, state, user):
        row = self.commendation_round(top, "open", top, f"có phiên họp {state} {user and user.id}")
        nomination = self.env["dan_chu.commendation"].create(self.nomination_values(row, top))
        nomination._put({"state": "checked"})
        session = self.env["dan_chu.council.session"].create(
            {"round_id": row.id, "board_id": self.council(top).id, "method": "named"}
        )
        line = session._take_in(nomination)
        session.flush_recordset()
        if user:
            session._put({"secretary_user_id": user.id})
        if state == "draft":
            return session
        session._put({"state": "open"})
        session.flush_recordset()
        self.env["dan_chu.commendation.ballot"]._add(
            [
                {
                    "line_id": line.id,
                    "session_id": session.id,
                    "attendance_id": session.attendance_ids[:1].id,
                    "name": "Chủ tịch",
                    "choice": "for",
                    "cast_by_id": (user or self.spare_user).id,
                }
            ]
        )
        self.env.flush_all()
        session._put({"state": state})
        return session
