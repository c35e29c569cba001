from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date

from ..lib.clock import today


class Document(models.Model):
    """Who acts and signs for a board that works by itself holds a mandate in it."""

    _inherit = "dan_chu.document"

    def action_submit(self):
        for document in self:
            document._check_mandate_of_user()
            document._check_mandates_of_signers(document.date or today())
        return super().action_submit()

    def action_issue(self):
        for document in self:
            document._check_mandate_of_user()
        return super().action_issue()

    def action_record_paper_issue(self, values=None):
        for document in self:
            document._check_mandate_of_user()
        return super().action_record_paper_issue(values)

    def _issue(self, door, **values):
        self._check_mandates_of_signers(values["date"])
        return super()._issue(door, **values)

    def _check_mandate_of_user(self):
        """Told to who was a member what any other refusal would leave them to guess."""
        board = self.sudo().sealed_board_id
        if self.env.su or not board or board.id in self.env.user._dan_chu_boards():
            return
        held = board.member_ids.filtered(
            lambda member: member.employee_id.user_id == self.env.user and member.date_to
        )
        if held:
            raise AccessError(
                self.env._(
                    "Your mandate in “%(board)s” ended on %(date)s: those who are members today "
                    "sign and submit its papers.",
                    board=board.name,
                    date=format_date(self.env, max(held.mapped("date_to"))),
                )
            )

    def _check_mandates_of_signers(self, day):
        board = self.sudo().sealed_board_id
        if not board:
            return
        signers = self.sudo().signatory_ids.employee_id
        held = board.member_ids.filtered(lambda member: member.employee_id in signers)
        out = held.employee_id - held._now(day).employee_id
        if out:
            last = held.filtered(lambda member: member.employee_id == out[:1]).sorted("date_from")
            raise UserError(
                self.env._(
                    "“%(paper)s” is dated %(day)s, when %(name)s had no mandate in “%(board)s” "
                    "(%(from)s – %(to)s). Have it signed by who leads the board.",
                    paper=self.display_name,
                    day=format_date(self.env, day),
                    name=out[:1].name,
                    board=board.name,
                    **{
                        "from": format_date(self.env, last[-1:].date_from),
                        "to": format_date(self.env, last[-1:].date_to) or "…",
                    },
                )
            )


class Paper(models.AbstractModel):
    """Asked before the rules are, which tell nobody why."""

    _inherit = "dan_chu.paper"

    def action_submit(self):
        self._check_mandate_of_user()
        return super().action_submit()

    def action_issue(self):
        self._check_mandate_of_user()
        return super().action_issue()

    def action_record_paper_issue(self, values=None):
        self._check_mandate_of_user()
        return super().action_record_paper_issue(values)

    def _check_mandate_of_user(self):
        for document in self.sudo().document_id.sudo(False):
            document._check_mandate_of_user()


class DocumentSignatory(models.Model):
    _inherit = "dan_chu.document.signatory"

    @api.onchange("employee_id")
    def _onchange_employee_id(self):
        member = self._member()
        if not member:
            return super()._onchange_employee_id()
        self.update(member._signs())
        return None

    def _member(self):
        board = self.document_id.board_id.sudo()
        return board.member_ids._now().filtered(
            lambda member: member.employee_id == self.employee_id._origin and member.employee_id
        )[:1]


class BoardMember(models.Model):
    _inherit = "dan_chu.board.member"

    def _signs(self):
        """As head of the board; a deputy for the head (NĐ 30/2020, Điều 13)."""
        self.ensure_one()
        is_head = self.role == "head"
        return {
            "on_behalf": self.board_id.name,
            "form": "own" if is_head else "kt",
            "principal_title": False if is_head else self.board_id.kind_id.head_title,
            "own_title": self._title(),
            "name": self.name,
            "employee_id": self.employee_id.id,
        }
