from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..lib.clock import today

MOST_FILES = 10


class Petition(models.Model):
    """The door of the staff to their board."""

    _inherit = "dan_chu.petition"

    @api.model
    def hand_in(self, values=None):
        """A petition of whoever calls; its id.

        `values`: `name` (what it is about), `text`, `is_confidential`, and if need be `board_id`,
        `contact`, `files` ([{"name", "data"}], the data in base64).
        """
        values = values or {}
        board = self._board_to_turn_to(values.get("board_id"))
        said = self._said(values)
        files = values.get("files") or []
        if len(files) > MOST_FILES:
            raise UserError(
                self.env._(
                    "%(count)s files: at most %(most)s go with a petition.",
                    count=len(files),
                    most=MOST_FILES,
                )
            )
        user = self.env.user
        # Made by the system, in a context of its own: no row tells whose request it was.
        system = self.env(user=SUPERUSER_ID, su=True, context={"lang": self.env.lang})
        petition = system[self._name]._make(
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
        system["dan_chu.petition.file"].create(
            [
                {"petition_id": petition.id, "name": file.get("name"), "data": file.get("data")}
                for file in files
            ]
        )
        system["dan_chu.informant"].create(
            {
                "petition_id": petition.id,
                "user_id": user.id,
                "employee_id": self._employee_of(user, board).id,
                "name": user.sudo().name,
                "contact": values.get("contact") or False,
            }
        )
        # Written by the system too: what is left to compute would be written by the caller.
        petition.flush_recordset()
        petition._tell_the_board()
        return petition.id

    @api.model
    def _said(self, values):
        name, text = (str(values.get(key) or "").strip() for key in ("name", "text"))
        if not name or not text:
            raise UserError(self.env._("Say what it is about, and then in your words what it is."))
        if values.get("is_confidential") not in (True, False):
            raise UserError(
                self.env._(
                    "Choose: named, and the board may say who raised it; or confidential, and it "
                    "tells nobody (Luật 10/2022/QH15, Điều 9 khoản 2)."
                )
            )
        return {"name": name, "text": text, "is_confidential": values["is_confidential"]}

    @api.model
    def _boards_to_turn_to(self):
        """The people's inspectorates at work of the institutions on whose staff the user is."""
        return (
            self.env["dan_chu.board"]
            .sudo()
            .search(
                Domain("unit_id", "in", self.env.user._dan_chu_reach("staff"))
                & Domain("state", "=", "active")
                & Domain("kind_id.is_sealed", "=", True)
                & Domain("kind_id.is_of_residents", "=", False)
            )
        )

    @api.model
    def _board_to_turn_to(self, board_id=None):
        if not self.env.user._dan_chu_reach("staff"):
            raise AccessError(self._whom_else_to_turn_to())
        boards = self._boards_to_turn_to()
        if not boards:
            raise UserError(self._whom_else_to_turn_to())
        board = boards.filtered(lambda board: board.id == board_id) if board_id else boards
        if not board:
            raise AccessError(self.env._("You are not on the staff of which this is the board."))
        if len(board) > 1:
            raise UserError(
                self.env._("Choose the board: %s.", ", ".join(boards.mapped("display_name")))
            )
        return board

    @api.model
    def _whom_else_to_turn_to(self):
        reach = self.env.user._dan_chu_reach("staff")
        unit = self.env["dan_chu.unit"].sudo().browse(reach).institution_id[:1]
        if not unit:
            return self.env._("You are on the staff of no unit: there is no board to turn to.")
        body = "Ban Chấp hành Công đoàn" if unit.has_union else unit.representative_body
        return self.env._(
            "No people's inspectorate is at work in %(unit)s. Where there is none, its work is "
            "done by: %(body)s (Luật 10/2022/QH15, Điều 63 khoản 2 điểm e). Turn there.",
            unit=unit.name,
            body=body or self.env._("the body that represents the staff"),
        )

    @api.model
    def _employee_of(self, user, board):
        own = user.sudo().employee_ids
        return own.filtered(lambda person: person.dan_chu_unit_id.institution_id == board.unit_id)[
            :1
        ]

    def _tell_the_board(self):
        """That something has come, and nothing of it: mails go through many hands."""
        for board in self.board_id:
            members = board.member_ids._now().filtered("recognised_on")
            users = members.employee_id.user_id.filtered(
                lambda user, board=board: board.id in user._dan_chu_boards()
            )
            users._dan_chu_mail(
                "dan_chu_co_so.petition_mail",
                {
                    user: {
                        "subject": user.with_context(lang=user.lang).env._(
                            "Something has come to your board"
                        ),
                        "board": board.name,
                    }
                    for user in users
                },
            )
