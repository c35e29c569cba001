"""Inspections and what they bring, the access matrix is tried on."""

import base64
from itertools import count

from odoo import Command, fields

from odoo.addons.dan_chu_co_so.lib.clock import today

PAGE = base64.b64encode(b"%PDF-1.4 bien ban")
OTHER_PAGE = base64.b64encode(b"%PDF-1.4 hoa don")
_ORDER = count(1)


class InspectionRows:
    """Part of `Rows`: each is made once, with the rights of the system.

    `is_sealed`: of the people's inspectorate of the institution; else of another board of it.
    """

    def __init__(self):
        self._inspection_of = self.once(self._make_inspection)
        self._finding_of = self.once(self._make_finding)
        self._petition_of = self.once(self._make_petition)
        self._recommendation_of = self.once(self._make_recommendation)
        self._plain_plan = self.once(self._make_plain_plan)

    def inspection(self, unit, is_sealed, state, purpose=""):
        return self._inspection_of(unit.institution_id, is_sealed, state, purpose)

    def finding(self, unit, is_sealed, state="under_way", user=None):
        return self._finding_of(unit.institution_id, is_sealed, state, user)

    def petition(self, unit, how, user=None):
        return self._petition_of(unit.institution_id, how, user)

    def recommendation(self, unit, how):
        return self._recommendation_of(unit.institution_id, how)

    def mandate(self, unit, user):
        """Of the user in the board of the institution; of somebody else, who has no mandate."""
        members = self.board(unit).member_ids
        own = members.filtered(lambda member: member.employee_id.user_id == user)
        return own or members[:1]

    def programme(self, unit, is_sealed, state):
        plan = self.sealed_plan(unit, state) if is_sealed else None
        return plan or self._plain_plan(unit.institution_id, state)

    def _make_plain_plan(self, top, state):
        line = {"name": "Công khai tài chính", "kind": "self_check"}
        lines = [Command.create(line)]
        return self.case.make_plan(top, state, programme_line_ids=lines).with_env(self.env)

    def _make_inspection(self, top, is_sealed, state, purpose):
        board = self.board(top) if is_sealed else self.other_board(top)
        inspection = self.env["dan_chu.inspection"].create(
            {
                "name": f"Công khai tài chính của {top.name} {purpose}",
                "unit_id": top.id,
                "board_id": board.id,
                "kind": "supervise" if is_sealed else "steering_check",
                "date_from": today(),
                "date_to": today(),
                "item_ids": [Command.create({"name": "Niêm yết tại bảng tin"})],
                "team_ids": [Command.create({"name": "Trần Thị Dân"})],
                "request_ids": [Command.create({"name": "Sổ thu chi quý I"})],
                "file_ids": [Command.create({"name": "bien-ban.pdf", "data": PAGE})],
            }
        )
        inspection._put({"state": state, "started_on": today()})
        return inspection

    def other_board(self, top):
        """Not sealed: `steering`, or one whose members have no account."""
        return self.board(top, "other")

    def opinions(self, unit, is_sealed, state):
        """Of every member."""
        inspection = self.inspection(unit, is_sealed, "under_way", f"ý kiến {state}")
        if not inspection.opinion_ids:
            inspection._put({"state": "under_way"})
            members = inspection.board_id.member_ids
            said = [{"board_member_id": member.id, "answer": "yes"} for member in members]
            inspection.opinion_ids = [Command.create(values) for values in said]
            inspection._put({"state": state})
        return inspection.opinion_ids

    def opinion(self, unit, user, state):
        mandate = self.mandate(unit, user)
        return self.opinions(unit, True, state).filtered(lambda row: row.board_member_id == mandate)

    def _make_finding(self, top, is_sealed, state, user):
        inspection = self.inspection(top, is_sealed, "under_way", f"phát hiện {state}")
        inspection._put({"state": "under_way"})
        env = self.env(user=user) if user else self.env
        finding = (
            env["dan_chu.finding"]
            .sudo()
            .create(
                {
                    "inspection_id": inspection.id,
                    "finding_kind": "shortcoming",
                    "text": "Chưa niêm yết",
                    "evidence_ids": [Command.create({"name": "anh.pdf", "data": PAGE})],
                }
            )
        )
        if is_sealed:
            told = {"finding_id": finding.id, "name": "Lê Thị Báo"}
            self.env["dan_chu.informant"].create(told)
        inspection._put({"state": state})
        return finding.with_env(self.env)

    def _make_petition(self, top, how, user):
        petitions = self.env["dan_chu.petition"]
        board = self.board(top)
        if how == "denunciation":
            return petitions.create(
                {
                    "kind": how,
                    "board_id": board.id,
                    "guidance": "forwarded",
                    "receiving_body": "Công an phường",
                    "forwarded_on": today(),
                }
            )
        said = {"name": f"Bữa ăn bán trú {next(_ORDER)}", "text": "Thiếu định lượng"}
        if how == "on_paper":
            petition = petitions.create({**said, "board_id": board.id})
        else:
            petition = petitions._make(
                [
                    {
                        **said,
                        "kind": "petition",
                        "state": "new",
                        "door": "system",
                        "board_id": board.id,
                        "sealed_board_id": board.id,
                        "received_on": today(),
                    }
                ]
            )
        self.env["dan_chu.informant"].create(
            {
                "petition_id": petition.id,
                "name": "Người báo",
                "user_id": (user or self.spare_user).id,
            }
        )
        file = {"petition_id": petition.id, "name": "don.pdf", "data": PAGE}
        self.env["dan_chu.petition.file"].create(file)
        return petition

    def _make_recommendation(self, top, how):
        author, asked = top, top
        if how.startswith("asked"):
            author, asked = self.case.elsewhere, self.looked_after(top)
        sealed = how.startswith("sealed")
        values = {
            "unit_id": author.id,
            "board_id": sealed and self.board(top).id,
            "text": f"Niêm yết công khai {how}",
            "addressee_unit_id": asked.id,
        }
        if how.startswith("out"):
            below = self.unit_below(top, "ngoài")
            values["addressee_unit_id"] = below.id
        row = self.env["dan_chu.recommendation"].create(values)
        if how.endswith("draft"):
            return row
        row.action_send()
        if how.endswith("given"):
            self._answer(row)
        return row

    def _answer(self, row):
        row.action_receive(fields.Date.to_string(today()))
        row.action_answer(
            {
                "answer_state": "refuse",
                "answer": "Đã niêm yết từ tháng trước.",
                "files": [["tra-loi.pdf", PAGE]],
            }
        )
        if row.addressee_unit_id == row.unit_id:
            row.outcome_person_ids = [Command.create({"name": "Người bị xử lý"})]
