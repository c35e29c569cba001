from odoo import api, models
from odoo.exceptions import UserError, ValidationError

from .inspection import BEFORE_CONCLUSION, NOTIFIED_KINDS

# Settled by what is done with the inspection, never by hand.
BEHIND_BUTTONS = {
    "sealed_board_id",
    "state",
    "door",
    "reported_on",
    "notified_on",
    "notice_short_reason",
    "announced_on",
    "started_on",
    "concluded_on",
    "followed_up_on",
    "closed_on",
    "cancel_reason",
    "paper_yes_count",
}
# By which it is reached.
_KNOWN_BY = {"unit_id", "board_id"}
# What was notified.
_NOTIFIED = {"kind", "date_from"}
# Rows with guards of their own.
_ROWS = {
    "item_ids",
    "team_ids",
    "request_ids",
    "opinion_ids",
    "file_ids",
    "finding_ids",
    "recommendation_ids",
    "petition_ids",
    "paper_ids",
}


class Inspection(models.Model):
    """What of an inspection may be written, and when."""

    _inherit = "dan_chu.inspection"

    @api.constrains("board_id", "unit_id")
    def _check_board_of_unit(self):
        for inspection in self.filtered("board_id"):
            if inspection.board_id.unit_id != inspection.unit_id:
                raise ValidationError(
                    self.env._(
                        "“%(board)s” is not a board of %(unit)s.",
                        board=inspection.board_id.display_name,
                        unit=inspection.unit_id.name,
                    )
                )

    @api.constrains("subject_unit_id", "unit_id", "board_id")
    def _check_subject_is_within_reach(self):
        """A people's inspectorate never reaches a lower unit; others go down, and nowhere else."""
        for inspection in self.filtered("subject_unit_id"):
            subject, top = inspection.subject_unit_id.sudo(), inspection.unit_id.institution_id
            if subject.institution_id == top:
                continue
            if inspection.sealed_board_id:
                raise ValidationError(
                    self.env._(
                        "%(unit)s is not a part of %(top)s: the people's inspectorate works in "
                        "its own institution alone (Luật Thực hiện dân chủ ở cơ sở, Điều 61).",
                        unit=subject.name,
                        top=top.name,
                    )
                )
            below = self.env["dan_chu.plan.addressee"].sudo()._units_it_may_go_to(top)
            if subject.institution_id not in below:
                raise ValidationError(
                    self.env._(
                        "%(unit)s does not stand below %(top)s, which cannot inspect it.",
                        unit=subject.name,
                        top=top.name,
                    )
                )

    @api.constrains("programme_line_id", "plan_id", "unit_id", "board_id")
    def _check_programme(self):
        for inspection in self.sudo():
            plan = inspection.plan_id
            line = inspection.programme_line_id
            if plan and (
                (plan.unit_id, plan.sealed_board_id)
                != (inspection.unit_id, inspection.sealed_board_id)
                or (line and line.plan_id != plan)
            ):
                raise ValidationError(
                    self.env._(
                        "“%s”: the programme is one of another unit or board.", inspection.name
                    )
                )

    @api.constrains("kind", "period_from")
    def _check_quarter_of_standing(self):
        for inspection in self.filtered(lambda row: row.kind == "standing"):
            first = inspection.period_from
            if not first or first.day != 1 or first.month % 3 != 1:
                raise ValidationError(
                    self.env._(
                        "“%s”: day-to-day supervision is kept by quarters; its period begins on "
                        "the first day of one.",
                        inspection.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        rows = [self._begun(vals) for vals in vals_list]
        self._check_links(rows)
        return super().create(rows)

    def write(self, vals):
        names = vals.keys() - self.env["dan_chu.thread"]._fields.keys() - _ROWS
        if names & BEHIND_BUTTONS:
            raise UserError(
                self.env._(
                    "An inspection is announced, begun, concluded and closed by its buttons."
                )
            )
        if names & _KNOWN_BY:
            raise UserError(
                self.env._("An inspection stays with the unit and the board that made it.")
            )
        for inspection in self:
            inspection._check_may_write(names)
        self._check_links([vals])
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_announced(self):
        for inspection in self:
            if inspection.state != "planned" or inspection.sudo().finding_ids:
                raise UserError(
                    self.env._(
                        "“%s” stays on record: cancel it, with the reason.",
                        inspection.display_name,
                    )
                )

    def _begun(self, vals):
        """What a new inspection is, whatever was asked for: one that nobody has announced."""
        default = self.env.context.get("default_board_id")
        chosen = vals["board_id"] if "board_id" in vals else default or self._default_board()
        board = self.env["dan_chu.board"].browse(chosen or ())
        if board:
            board.check_access("read")
        unit = board.unit_id.id or vals.get("unit_id") or self._default_unit().id
        return {
            **vals,
            **dict.fromkeys(BEHIND_BUTTONS, False),
            "state": "planned",
            "door": "system",
            "board_id": board.id,
            "unit_id": unit,
            "sealed_board_id": board.id if board.is_sealed else False,
        }

    def _check_may_write(self, names):
        self.ensure_one()
        if not names:
            return
        if self.state not in BEFORE_CONCLUSION:
            raise UserError(
                self.env._(
                    "“%(name)s” is “%(state)s” and does not change any more.",
                    name=self.display_name,
                    state=self._state_name(),
                )
            )
        if self.state != "planned" and self.kind in NOTIFIED_KINDS and names & _NOTIFIED:
            raise UserError(
                self.env._(
                    "“%s” was announced for its first day: announce it again to move it.",
                    self.display_name,
                )
            )

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)
