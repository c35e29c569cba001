from odoo import fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from .petition import BARE, OPEN

VERIFIED = "Xác minh theo phản ánh, kiến nghị của người lao động"


class Petition(models.Model):
    """The life of a petition: new → taken up → verified → answered, or refused with the reason."""

    _inherit = "dan_chu.petition"

    def action_accept(self):
        self._require_open("new")
        self._put({"state": "accepted"})
        return True

    def action_refuse(self, reason=None):
        """Outside what the board looks at (Điều 61 khoản 7), or nothing to go by."""
        self._require_open("new", "accepted")
        if not self._words(reason):
            return self._ask("refuse")
        return self._reply("refused", reason)

    def action_take_into(self, inspection_id=None, kind=None, name=None):
        """Verified in an inspection that there is, or in a new one: a verification by request
        (Điều 61 khoản 4), called `name`, or the day-to-day supervision of the quarter.

        What the petition says is not copied: others are told of inspections.
        """
        self._require_open("new", "accepted")
        self.ensure_one()
        if not inspection_id and not kind:
            return self._ask("take")
        inspection = (
            self._inspection_there_is(inspection_id) if inspection_id else self._inspect(kind, name)
        )
        self._put({"state": "in_inspection", "inspection_id": inspection.id})
        return True

    def action_answer(self, answer=None):
        """In writing, to whoever petitioned (NĐ 59/2023/NĐ-CP, Điều 22 khoản 2 điểm b)."""
        self._require_open(*OPEN)
        if not self._words(answer):
            return self._ask("answer")
        return self._reply("answered", answer)

    def action_forward(self, guidance=None, receiving_body=None, day=None):
        """It is a denunciation by what it says: the person is guided, or it is forwarded, and of
        all else nothing stays (Điều 58 khoản 2, Điều 61 khoản 7)."""
        self._require_open(*OPEN)
        self.ensure_one()
        if guidance not in ("guided", "forwarded") or not self._words(receiving_body):
            return self._ask("forward")
        kept = self.sudo()
        kept.file_ids.unlink()
        kept.informant_ids.unlink()
        self._put(
            {
                **BARE,
                "kind": "denunciation",
                "state": "forwarded",
                "guidance": guidance,
                "receiving_body": receiving_body.strip(),
                "forwarded_on": fields.Date.to_date(day) or today(),
            }
        )
        return True

    def _reply(self, state, words):
        self._put({"state": state, "answer": words.strip(), "answered_on": today()})
        return True

    def _inspection_there_is(self, inspection_id):
        inspection = self.env["dan_chu.inspection"].browse(inspection_id)
        inspection.check_access("read")
        if inspection.sealed_board_id != self.sealed_board_id:
            raise UserError(
                self.env._(
                    "“%(inspection)s” is not one of “%(board)s”.",
                    inspection=inspection.display_name,
                    board=self.board_id.display_name,
                )
            )
        if inspection.state in ("closed", "cancelled"):
            raise UserError(
                self.env._("“%s” is closed: choose another one.", inspection.display_name)
            )
        return inspection

    def _inspect(self, kind, name):
        inspections = self.env["dan_chu.inspection"]
        if kind == "standing":
            return inspections._standing(self.board_id)
        if kind != "verify":
            raise UserError(
                self.env._(
                    "A petition is verified, or looked at in the day-to-day supervision: no other "
                    "kind is begun from it."
                )
            )
        return inspections.create(
            {
                "name": name or self._name_to_verify(),
                "kind": kind,
                "board_id": self.board_id.id,
                "subject_unit_id": self.unit_id.id,
            }
        )

    def _name_to_verify(self):
        """The words of who asked for confidence might be known by."""
        return f"Xác minh: {self.name}" if not self.is_confidential else VERIFIED

    def _require_open(self, *states):
        self._require_role("officer")
        self._require_state(*states)

    def _words(self, text):
        return bool((text or "").strip())

    def _ask(self, step):
        self.ensure_one()
        steps = self.env["dan_chu.petition.say"]._fields["step"]
        return {
            "type": "ir.actions.act_window",
            "name": dict(steps._description_selection(self.env))[step],
            "res_model": "dan_chu.petition.say",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_petition_id": self.id, "default_step": step},
        }
