"""Recommendations of the school's board, as far along as is asked for."""

import base64
from datetime import timedelta

from odoo.addons.dan_chu_co_so.lib.clock import today

REC = "dan_chu.recommendation"
REPLY = "dan_chu.recommendation.reply"
PDF = base64.b64encode(b"%PDF-1.4 tra loi kien nghi").decode()


class Recommendations:
    """Beside a `BoardWorld`."""

    @classmethod
    def make_inspection(cls, board=None, state="concluded", **values):
        board = board or cls.board
        inspection = (
            cls.quiet["dan_chu.inspection"]
            .create(
                {
                    "board_id": board.id,
                    "kind": "check" if board.is_sealed else "steering_check",
                    "name": "Kiểm tra công khai tài chính",
                    "subject_unit_id": board.unit_id.id,
                    "date_from": today() - timedelta(days=20),
                    "date_to": today() - timedelta(days=19),
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if state != "planned":
            inspection._put({"state": state, "concluded_on": today() - timedelta(days=19)})
        return inspection

    @classmethod
    def make_recommendation(cls, state="draft", inspection=None, days_ago=3, **values):
        """Sent and received `days_ago`; answered, where that is asked for, by `cls.head`."""
        inspection = inspection or cls.make_inspection()
        row = (
            cls.quiet[REC]
            .create(
                {
                    "inspection_id": inspection.id,
                    "text": "Công khai dự toán năm tại bảng tin",
                    "legal_basis": "Luật Thực hiện dân chủ ở cơ sở, Điều 46",
                    **values,
                }
            )
            .with_env(cls.env)
        )
        day = today() - timedelta(days=days_ago)
        if state == "draft":
            return row
        row.action_send(day)
        if state == "sent":
            return row
        row.action_receive(day)
        if state == "received":
            return row
        row.with_user(cls.head).action_answer(cls.acceptance())
        if state != "answered":
            raise ValueError(f"No test has asked for {state} yet.")
        return row

    @classmethod
    def acceptance(cls, **values):
        return {
            "answer_state": "accept",
            "answer": "Nhà trường tiếp thu.",
            "measures": "Niêm yết dự toán tại bảng tin",
            "measure_employee_id": cls.staff.employee_id.id,
            "measure_date": today() + timedelta(days=5),
            **values,
        }
