"""Inspections of the school's board, by its members, for tests of their life."""

import base64
from datetime import timedelta

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.boards import BoardCase

PDF = base64.b64encode(b"%PDF-1.4 bien ban")


class InspectionCase(BoardCase):
    def setUp(self):
        super().setUp()
        self.day = today()

    def inspect(self, user=None, **values):
        """Of the school's board, begun by the member: a supervision four weeks from now."""
        first = today() + timedelta(days=28)
        return (
            self.env["dan_chu.inspection"]
            .with_user(user or self.member)
            .create(
                {
                    "name": "Giám sát công khai tài chính",
                    "kind": "supervise",
                    "board_id": self.board.id,
                    "subject_unit_id": self.school.id,
                    "date_from": first,
                    "date_to": first + timedelta(days=2),
                    **values,
                }
            )
        )

    def inspect_for_head(self, **values):
        """A check of the head: nobody's board, worked on by officers."""
        return self.inspect(
            self.officer,
            name="Tự kiểm tra sổ sách",
            kind="self_check",
            board_id=False,
            unit_id=self.school.id,
            **values,
        )

    def under_way(self, **values):
        inspection = self.inspect(kind="verify", date_from=today(), date_to=today(), **values)
        inspection.action_start()
        return inspection

    def add_minutes(self, inspection, **values):
        inspection.file_ids = [
            Command.create({"name": "bien-ban.pdf", "data": PDF, "what": "minutes", **values})
        ]

    def concluded(self, **values):
        inspection = self.under_way(**values)
        self.add_minutes(inspection)
        for user in (self.member, self.leader):
            inspection.with_user(user).action_agree()
        inspection.action_conclude()
        return inspection
