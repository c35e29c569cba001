from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.clock import today

_CONTENT = ("answer_state", "answer", "measures", "measure_employee_id", "measure_date")


class Recommendation(models.Model):
    """How a recommendation is answered, and how an answer that does not come is urged."""

    _inherit = "dan_chu.recommendation"

    def action_answer(self, values=None):
        """By the head, in the system; or written down by the board from a paper, with the paper.

        `values`: answer_state, answer, measures, measure_employee_id, measure_date; from a paper
        also answered_on and files, as [name, base64] pairs.
        """
        if not values:
            return self._open_answer()
        self.ensure_one()
        door = self._answer_door()
        self._require_received()
        vals = {name: values.get(name) or False for name in _CONTENT}
        self._check_answer(vals)
        day = today()
        if door == "paper":
            day = fields.Date.to_date(values.get("answered_on")) or day
            self._check_day(day, self.received_on, self.env._("received"))
            self._check_paper(values.get("files"))
        row = self.sudo()
        given = {**vals, "is_given": True, "answered_on": day, "answer_door": door}
        row._open_reply()._put(given)
        row.env["dan_chu.recommendation.file"]._add_given(row, values.get("files") or ())
        row._cancel_task()
        row._move_to(
            "answered",
            "answered",
            text=row._answer_in_words(vals),
            date=day,
            **vals,
            answered_on=day,
            answered_by_id=self.env.uid,
            answer_door=door,
            waits_until=False,
        )
        row._make_task()
        row._drop_reminders()
        row._tell_author(lambda env: env._("The answer has come: verify it"))
        return True

    def action_urge(self, text=None):
        """Each press is one entry and one mail to the head, and stays on record."""
        for row in self:
            if not (row._is_urger() or self.env.su):
                raise AccessError(
                    self.env._(
                        "“%s”: answers are urged by the representative of the staff.",
                        row.display_name,
                    )
                )
        self._require_state("sent", "received", "not_settled")
        for row in self.sudo():
            row._note("urged", text)
            row._tell_addressee(lambda env: env._("You are urged to answer a recommendation"), text)
            row._mail_addressee(text)
        return True

    def _open_answer(self):
        """The sheet on which the house prepares its answer; for the board, what a paper says."""
        self.ensure_one()
        self.check_access("read")
        reply = self.env["dan_chu.recommendation.reply"].search(
            Domain("recommendation_id", "=", self.id) & Domain("is_given", "=", False), limit=1
        )
        if reply:
            return {
                "type": "ir.actions.act_window",
                "name": self.env._("Answer"),
                "res_model": reply._name,
                "res_id": reply.id,
                "view_mode": "form",
            }
        self._answer_door()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Answer"),
            "res_model": "dan_chu.recommendation.answer",
            "view_mode": "form",
            "target": "new",
            "context": {"default_recommendation_id": self.id},
        }

    def _answer_door(self):
        """Whose answer it is gives it here; the board writes down what came on paper."""
        self.ensure_one()
        if self._is_answerer():
            return "system"
        if self._is_author() or self.env.su:
            return "paper"
        raise AccessError(
            self.env._(
                "“%s”: the answer is given by the head of the unit, or by the body that directs "
                "the board; the board writes down an answer on paper.",
                self.display_name,
            )
        )

    def _require_received(self):
        if self.state == "sent":
            raise UserError(
                self.env._(
                    "“%s” has not been received: note the day of receipt first. The term of the "
                    "answer runs from it.",
                    self.display_name,
                )
            )
        self._require_state("received", "not_settled")

    def _check_answer(self, vals):
        answer = vals["answer_state"]
        if answer not in ("accept", "part", "refuse"):
            raise UserError(self.env._("Say whether it is accepted, accepted in part, or refused."))
        if answer in ("part", "refuse") and not vals["answer"]:
            raise UserError(self.env._("What is refused is refused with the reason: write it."))
        if self.addressee_kind == "head" and answer in ("accept", "part"):
            names = ("measures", "measure_employee_id", "measure_date")
            missing = [
                self._fields[name].get_description(self.env)["string"]
                for name in names
                if not vals[name]
            ]
            if missing:
                raise UserError(
                    self.env._(
                        "What is accepted is done by somebody, until a day: %s is missing.",
                        ", ".join(missing),
                    )
                )
            self._check_person(vals["measure_employee_id"])
        if answer == "refuse":
            vals.update(dict.fromkeys(("measures", "measure_employee_id", "measure_date"), False))

    def _check_person(self, person_id):
        person = self.env["hr.employee"].sudo().browse(person_id).exists()
        top = self.addressee_unit_id.sudo().institution_id
        if person.dan_chu_unit_id.institution_id != top:
            raise UserError(
                self.env._(
                    "%(person)s is not on the staff of %(unit)s.",
                    person=person.name or person_id,
                    unit=top.name,
                )
            )

    def _check_paper(self, files):
        if not files:
            raise UserError(
                self.env._(
                    "An answer that came on paper is written down with the paper: add the scan."
                )
            )

    def _open_reply(self):
        return self.reply_ids.filtered(lambda reply: not reply.is_given)[:1]

    def _answer_in_words(self, vals):
        """What was answered stays in the log, whatever is answered later."""
        answers = dict(self._fields["answer_state"]._description_selection(self.env))
        person = self.env["hr.employee"].sudo().browse(vals["measure_employee_id"] or ()).name
        day = vals["measure_date"] and format_date(self.env, vals["measure_date"])
        who = ", ".join(filter(None, (person, day)))
        return "\n".join(
            filter(None, (answers[vals["answer_state"]], vals["answer"], vals["measures"], who))
        )
