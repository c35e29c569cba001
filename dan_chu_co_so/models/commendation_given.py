from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..lib.clock import today


class Commendation(models.Model):
    """What was given: entered in the history of whom it was given to, handed over, made known,
    and taken back if it must be."""

    _inherit = "dan_chu.commendation"

    honour_ids = fields.One2many("dan_chu.honour", "commendation_id", string="Entered as")
    handed_over_item_id = fields.Many2one(
        "dan_chu.conference.item",
        string="Handed over at",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    def _put(self, vals):
        res = super()._put(vals)
        if vals.get("state") == "awarded":
            self.sudo()._enter_honours()
        return res

    def action_hand_over(self, day=None, item=None):
        """The certificates were handed over that day, at a conference if the item is named."""
        self._require_holder("officer", "head")
        self._require_state("awarded")
        self._require_standing()
        if not day:
            return self._ask_handing_over()
        day = fields.Date.to_date(day)
        agenda = self.env["dan_chu.conference.item"].browse(getattr(item, "id", item) or ())
        agenda.check_access("read")
        rows = self.sudo()
        if agenda and agenda.sudo().unit_id != rows.addressee_unit_id:
            raise UserError(self.env._("“%s” is an item of another house.", agenda.display_name))
        for row in rows:
            if not row.decided_on <= day <= today():
                raise UserError(
                    self.env._(
                        "%(name)s: handed over on %(day)s cannot be; it was decided on "
                        "%(decided)s.",
                        name=row.name,
                        day=format_date(self.env, day),
                        decided=format_date(self.env, row.decided_on),
                    )
                )
        rows._put({"handed_over_on": day, "handed_over_item_id": agenda.id})
        return True

    def action_publish(self):
        """Made known to the staff of the house, who read it from then on."""
        self._require_holder("officer", "head")
        self._require_state("awarded")
        self._require_standing()
        rows = self.sudo()
        rows.filtered(lambda row: not row.published_on)._put({"published_on": today()})
        rows._chain().honour_ids._mark({"is_published": True})
        return True

    def action_annul(self, words=None, day=None):
        """Taken back by a decision of the head: the entry stays and says so."""
        self._require_holder("head")
        self._require_not_own()
        self._require_state("awarded")
        self._require_standing()
        if not words:
            return self._ask_annulment()
        day = fields.Date.to_date(day) if day else today()
        rows = self.sudo()
        for row in rows:
            if not row.decided_on <= day <= today():
                raise UserError(
                    self.env._(
                        "%(name)s: it cannot be taken back on %(day)s.",
                        name=row.name,
                        day=format_date(self.env, day),
                    )
                )
        if rows.forwarded_id:
            raise UserError(
                self.env._("What the level above has given is taken back by the level above.")
            )
        rows._take_back(words, day)
        return True

    def _require_standing(self):
        """What was taken back rests with what took it back."""
        for row in self.filtered("is_taken_back"):
            raise UserError(
                self.env._("“%s” was taken back: take the line out of the choice.", row.name)
            )

    def _take_back(self, words, day):
        """The entries stay, here and where it was sent up from, and say by what."""
        self._chain().honour_ids._mark(
            {"is_cancelled": True, "cancelled_on": day, "cancelled_words": words}
        )
        for row in self:
            row._note(self.env._("Taken back: %s", words))

    def _ask_handing_over(self):
        return self._ask_given("dan_chu.commendation.hand.over", self.env._("Handed over"))

    def _ask_annulment(self):
        return self._ask_given("dan_chu.commendation.annul", self.env._("Take back"))

    def _ask_given(self, model, title):
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_commendation_ids": self.ids},
        }

    def _chain(self):
        """The lines below from which these were sent up, with themselves."""
        rows = self
        while more := rows.origin_id - rows:
            rows |= more
        return rows

    def _enter_honours(self):
        """Once a person or collective: where it was sent up from, its own house enters it."""
        own = self.filtered(lambda row: row.origin_id.forwarded_id != row)
        own -= (
            self.env["dan_chu.honour"].search([("commendation_id", "in", own.ids)]).commendation_id
        )
        self.env["dan_chu.honour"]._enter([row._honour_values() for row in own])

    def _honour_values(self):
        given = self
        while given.forwarded_id:
            given = given.forwarded_id
        held = given.round_id
        return {
            "unit_id": self.unit_id.institution_id.id,
            "employee_id": self.employee_id.id,
            "subject_unit_id": self.subject_unit_id.id,
            "name": self.name,
            "award_id": given.award_id.id,
            "award_name": given.award_id.name,
            "work_year": held.work_year,
            "years_text": held.years_text,
            "merit": given.summary or self.summary,
            "decided_on": self.decided_on,
            "decision_words": self.decision_words,
            "issuer": given._issuer(),
            "bonus": given.bonus or self.bonus,
            "commendation_id": self.id,
        }

    def _issuer(self):
        """Who has given it, as printed; outside the program it is who decides on the award."""
        self.ensure_one()
        outside = self.award_id.is_decided_above and not self.origin_id
        return (self.award_id.decided_by if outside else False) or self.addressee_unit_id.name


class CommendationRound(models.Model):
    _inherit = "dan_chu.commendation.round"

    def action_hand_over(self):
        """What was given and not handed over yet."""
        self.ensure_one()
        self._require_role("officer", "head")
        rows = self._given().filtered(lambda row: not row.handed_over_on)
        if not rows:
            raise UserError(self.env._("“%s”: nothing waits to be handed over.", self.name))
        return rows.action_hand_over()

    def action_publish(self):
        """All that was given, to all the staff."""
        for row in self:
            row._require_role("officer", "head")
            given = row._given()
            if not given:
                raise UserError(self.env._("“%s”: nothing has been given yet.", row.name))
            given.action_publish()
        return True

    def _given(self):
        self.ensure_one()
        return self.commendation_ids.filtered(
            lambda row: row.state == "awarded" and not row.is_taken_back
        )


class Honour(models.Model):
    _inherit = "dan_chu.honour"

    def _mark(self, vals):
        """What becomes of an entry later."""
        return super().write(vals)

    @api.model
    def _enter(self, vals_list):
        """What came of a round."""
        return super().create(vals_list)
