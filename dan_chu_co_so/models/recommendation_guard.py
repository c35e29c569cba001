from odoo import api, models
from odoo.exceptions import UserError

from .recommendation import ANSWERED

# What is asked, and of whom. It rests once it is sent.
DEFINITION = {
    "inspection_id",
    "board_id",
    "subject_unit_id",
    "addressee_kind",
    "addressee_unit_id",
    "addressee_text",
    "text",
    "legal_basis",
}
# What became of those who were dealt with: often months after the answer.
OUTCOME = {
    "outcome_act",
    "outcome_form",
    "outcome_authority",
    "outcome_paper",
    "outcome_made_public_on",
    "outcome_person_ids",
}
# Set by what is done with it, never by hand.
BEHIND_BUTTONS = {
    "unit_id",
    "sealed_board_id",
    "inspection_name",
    "author_name",
    "sent_on",
    "received_on",
    "date_due",
    "due_basis",
    "waits_until",
    "answer_state",
    "answer",
    "measures",
    "measure_employee_id",
    "measure_date",
    "answered_on",
    "answered_by_id",
    "answer_door",
    "answer_file_ids",
    "reply_ids",
    "task_id",
    "verification",
    "verified_on",
    "handed_to",
    "is_public",
    "step_ids",
    "state",
    "reminded_for",
    "escalated_for",
}
# Of these, what no button changes once it is sent.
_AT_SENDING = {"unit_id", "sealed_board_id", "inspection_name", "author_name", "sent_on"}


class Recommendation(models.Model):
    """Who writes what in a recommendation, and when."""

    _inherit = "dan_chu.recommendation"
    _frozen_free = ("write_uid", "write_date", *sorted((BEHIND_BUTTONS | OUTCOME) - _AT_SENDING))

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create([self._begun(vals) for vals in vals_list])
        rows._require_author()
        rows._check_inspection_is_open()
        rows._check_addressee()
        return rows

    def write(self, vals):
        names = vals.keys() - self.env["dan_chu.thread"]._fields.keys()
        if names & BEHIND_BUTTONS:
            raise UserError(
                self.env._(
                    "A recommendation is sent, received, answered and verified by its buttons."
                )
            )
        if names:
            self._require_author()
        for row in self:
            row._check_open(names)
        if names & {"inspection_id", "board_id"}:
            raise UserError(
                self.env._("A recommendation stays with the inspection and the board it began in.")
            )
        res = super().write(vals)
        if names & DEFINITION:
            self._check_addressee()
        if names & OUTCOME:
            self.env["dan_chu.recommendation.step"]._book(self, "outcome")
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._require_author()
        for row in self.filtered(lambda row: row.state != "draft"):
            raise UserError(self.env._("“%s” has been sent and stays on record.", row.display_name))

    def _put(self, values):
        """Past the guard above, for what is done by buttons."""
        return super().write(values)

    @api.model
    def _begun(self, vals):
        """A draft of the board of its inspection, whatever was asked for."""
        context = self.env.context
        inspection = self.env["dan_chu.inspection"].browse(
            vals.get("inspection_id", context.get("default_inspection_id")) or ()
        )
        inspection.check_access("read")
        board = self.env["dan_chu.board"].browse(
            vals.get("board_id", context.get("default_board_id")) or ()
        )
        if inspection:
            board = inspection.board_id
        board.check_access("read")
        begun = {
            **vals,
            **dict.fromkeys(BEHIND_BUTTONS | OUTCOME, False),
            "unit_id": (inspection.unit_id or board.unit_id).id
            or vals.get("unit_id")
            or self.env["dan_chu.document"]._default_unit().id,
            "board_id": board.id,
            "inspection_id": inspection.id,
            "sealed_board_id": board.id if board.is_sealed else False,
            "state": "draft",
            "answer_state": "none",
        }
        for name in ("addressee_unit_id", "addressee_text"):
            # A form that did not know the house yet sends nothing: then the usual one is asked.
            if not begun.get(name):
                begun.pop(name, None)
        if not begun.get("subject_unit_id"):
            begun["subject_unit_id"] = (inspection.subject_unit_id or inspection.unit_id).id
        return begun

    def _check_open(self, names):
        self.ensure_one()
        allowed = DEFINITION if self.state == "draft" else set()
        if self.state in ANSWERED:
            allowed = OUTCOME
        refused = names - allowed
        if refused:
            raise UserError(
                self.env._(
                    "“%(row)s” is “%(state)s”: %(fields)s does not change. The text rests once "
                    "it is sent, the answer once it is given; what became of it is written down "
                    "after the answer.",
                    row=self.display_name,
                    state=self._state_name(),
                    fields=", ".join(
                        self._fields[name].get_description(self.env)["string"]
                        for name in sorted(refused & self._fields.keys())
                    ),
                )
            )

    def _check_inspection_is_open(self):
        for inspection in self.sudo().inspection_id:
            if inspection.state in ("closed", "cancelled"):
                raise UserError(
                    self.env._(
                        "“%s” is closed: nothing more is recommended with it.", inspection.name
                    )
                )

    def _check_addressee(self):
        """A board has nobody to ask in another house; a superior asks those below it."""
        for row in self.filtered("addressee_unit_id"):
            top = row.unit_id.institution_id
            asked = row.addressee_unit_id.sudo()
            if asked.institution_id == top:
                continue
            below = self.env["dan_chu.plan.addressee"]._units_it_may_go_to(top)
            if row.sealed_board_id or asked not in below:
                raise UserError(
                    self.env._(
                        "%(asked)s is not of %(top)s: name it as a body outside, in words.",
                        asked=asked.name,
                        top=top.name,
                    )
                )

    def _require_author(self):
        """The members of its board; without such a board, officer or head there."""
        self._require_role("officer", "head")
