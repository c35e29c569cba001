"""An inspection of the school's board with something of everything its papers tell."""

import base64
import io

from PIL import Image

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.boards import BoardCase

TELLER = "Người Báo Tin Kín"


class BoardPaperCase(BoardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        names = {cls.leader: "Vũ Minh Tâm", cls.member: "Đỗ Thu Hà", cls.head: "Lê Thị Hạnh"}
        for user, name in names.items():
            cls.quiet["hr.employee"].browse(user.employee_id.id).name = name
            mandate = cls.board.member_ids.filtered(
                lambda row, user=user: row.employee_id == user.employee_id
            )
            mandate._put({"name": name})
        cls.school.write(
            {"head_id": cls.head.employee_id.id, "head_title": "Hiệu trưởng", "place": "Lam Châu"}
        )
        cls.board._put({"directing_body": "Ban Chấp hành Công đoàn", "term": "2026 - 2028"})
        cls.inspection = cls.make_inspection()

    @classmethod
    def make_inspection(cls, **values):
        """Under way, with a finding of each kind and a recommendation to two addressees."""
        inspection = (
            cls.env["dan_chu.inspection"]
            .with_user(cls.leader)
            .create(
                {
                    "board_id": cls.board.id,
                    "kind": "supervise",
                    "name": "việc thu, chi đầu năm học",
                    "subject_unit_id": cls.other_group.id,
                    "scope": "Các khoản thu thỏa thuận\nViệc công khai thu, chi",
                    "period_from": "2026-08-01",
                    "period_to": "2026-09-30",
                    "date_from": today(),
                    "date_to": today(),
                    "place": "Phòng họp số 2",
                    "item_ids": [
                        Command.create({"name": "Niêm yết các khoản thu", "legal_note": "Điều 46"}),
                        Command.create({"name": "Phiếu thu và sổ quỹ"}),
                    ],
                    "team_ids": [
                        Command.create(
                            {
                                "board_member_id": cls.leader_mandate.id,
                                "role": "lead",
                                "tasks": "Phụ trách chung",
                            }
                        ),
                        Command.create({"board_member_id": cls.member_mandate.id}),
                        Command.create(
                            {"side": "subject", "name": "Phạm Văn Kế", "position": "Tổ trưởng"}
                        ),
                    ],
                    "request_ids": [Command.create({"name": "Sổ quỹ tiền mặt", "due_on": today()})],
                    **values,
                }
            )
        )
        inspection.action_announce({"reason": "Theo yêu cầu của hội nghị"})
        inspection.action_start()
        first, second = inspection.item_ids
        cls.note(inspection, "strength", "Đã niêm yết đủ 30 ngày", item_id=first.id)
        cls.note(inspection, "shortcoming", "Còn 03 phiếu thu thiếu chữ ký", item_id=second.id)
        cls.note(
            inspection,
            "violation",
            "Thu ngoài danh mục 01 khoản",
            evidence_ids=[Command.create({"name": "anh-1.png", "data": cls.photo()})],
            informant_ids=[Command.create({"name": TELLER, "contact": "0900 000 000"})],
        )
        for kind, text in (("head", "Hoàn trả khoản thu sai"), ("directing", "Theo dõi việc trả")):
            cls.env["dan_chu.recommendation"].with_user(cls.leader).create(
                {"inspection_id": inspection.id, "addressee_kind": kind, "text": text}
            )
        return inspection

    @classmethod
    def note(cls, inspection, kind, text, **values):
        return (
            cls.env["dan_chu.finding"]
            .with_user(cls.leader)
            .create({"inspection_id": inspection.id, "finding_kind": kind, "text": text, **values})
        )

    @staticmethod
    def photo():
        file = io.BytesIO()
        Image.new("RGB", (4, 4), "red").save(file, "PNG")
        return base64.b64encode(file.getvalue())

    @classmethod
    def paper(cls, form, user=None, **values):
        """A draft as a member of the board begins it."""
        papers = cls.env["dan_chu.board.paper"].with_user(user or cls.leader)
        of_board = form in ("member_list", "first_meeting", "periodic_report")
        source = {"board_id": cls.board.id} if of_board else {"inspection_id": cls.inspection.id}
        if form == "recommendation_letter":
            to_head = cls.inspection.recommendation_ids.filtered(
                lambda row: row.addressee_kind == "head"
            )
            source["recommendation_ids"] = [Command.set(to_head.ids)]
        return papers.create({"form": form, **source, **values})

    @classmethod
    def issued(cls, paper):
        paper.action_submit()
        paper.action_issue()
        return paper
