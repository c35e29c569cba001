from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..lib.clock import today

# What goes up with a nomination, so that nobody types it again.
_DOSSIER = ("target", "name", "position", "rating", "summary", "achievements", "sequence")
_DOSSIER_LINKS = ("employee_id", "subject_unit_id", "initiative_id")


class Commendation(models.Model):
    """Sent up: into the round of the level above, or on paper to a superior that works without
    the program."""

    _inherit = "dan_chu.commendation"

    origin_id = fields.Many2one(
        "dan_chu.commendation",
        string="Sent up from",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    origin_words = fields.Char(string="Found below", readonly=True, copy=False)
    forwarded_on = fields.Datetime(string="Sent up on", readonly=True, copy=False)
    forwarded_paper = fields.Char(
        string="Sent up with", readonly=True, copy=False, help="As printed: Tờ trình số 12/TTr-…"
    )

    _sent_up_once = models.UniqueIndex(
        "(origin_id) WHERE origin_id IS NOT NULL AND state <> 'withdrawn'",
        "This nomination has been sent up already.",
    )

    def action_forward(self, to_round=None, paper=None, award=None):
        """Into the round above, or with a paper; which of them is asked for where neither is
        given. `award`: where the round above has another one for it."""
        self._require_holder("officer", "head")
        self._require_state("passed")
        if not to_round and not paper:
            return self._ask_where()
        rows = self.sudo()
        if to_round:
            upper = rows.env["dan_chu.commendation.round"].browse(getattr(to_round, "id", to_round))
            award = rows.env["dan_chu.award"].browse(getattr(award, "id", award) or ())
            rows._send_into(upper.exists(), award.exists(), paper)
        else:
            self._check_not_past_the_head()
            rows._put(
                {
                    "state": "forwarded",
                    "forwarded_on": fields.Datetime.now(),
                    "forwarded_paper": paper,
                }
            )
        return True

    def _check_not_past_the_head(self):
        """What comes back on paper is typed in by an officer: so what the head decides is let go
        by the head, but for the own line, which goes up anyway."""
        for house, rows in self.sudo(False).grouped("addressee_unit_id").items():
            heads = rows._heads_stand_for(house)
            rows.filtered(
                lambda row, heads=heads: (
                    not row.sudo().award_id.is_decided_above
                    and not any(row._is_line_of(*each) for each in heads)
                )
            )._require_holder("head")

    @api.model
    def _heads_stand_for(self, house):
        """For whom each head of a house stands, with an account or without."""
        lines = self.env["dan_chu.assignment"].sudo()
        held = lines.search(
            lines._in_force_domain(today())
            & Domain("role", "=", "head")
            & Domain("unit_id", "=", house.id)
        )
        found = [self._stands_for(user) for user in held.user_id]
        head = house.sudo().head_id
        return [*found, self._person_stands_for(head)] if head else found

    def _goes_up(self):
        """Whether the level above decides: not on what came up from below, which is here for it."""
        self.ensure_one()
        return self.award_id.is_decided_above and not self.origin_id

    def _ask_where(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Send up"),
            "res_model": "dan_chu.commendation.forward",
            "view_mode": "form",
            "target": "new",
            "context": {"default_commendation_ids": self.ids},
        }

    def _send_into(self, upper, award, paper):
        for house, rows in self.grouped("addressee_unit_id").items():
            if upper not in rows._rounds_above(house):
                raise UserError(
                    self.env._(
                        "The round chosen takes no nominations of %s today. Ask the level above "
                        "to open it to you, or send the list up on paper.",
                        house.name,
                    )
                )
        # Nobody closes it before the list is in.
        upper._check_takes_lists()
        now = fields.Datetime.now()
        made = self.browse()
        for row in self:
            given = award or row.award_id
            row._check_goes_into(upper, given)
            made |= self._add([row._values_above(upper, given)])
        for row, above in zip(self, made, strict=True):
            row._copy_files_to(above)
            row._put(
                {
                    "state": "forwarded",
                    "forwarded_id": above.id,
                    "forwarded_on": now,
                    "forwarded_paper": paper,
                }
            )
        made._put({"state": "submitted", "submitted_on": now, "submitted_by_id": self.env.uid})

    @api.model
    def _rounds_above(self, house):
        """Rounds of other institutions that take nominations of this house today."""
        rounds = self.env["dan_chu.commendation.round"].sudo()
        return rounds.search(
            Domain("state", "=", "open")
            & Domain("unit_id", "!=", house.id)
            & Domain("participant_ids.unit_id", "=", house.id)
            & (Domain("deadline", "=", False) | Domain("deadline", ">=", today()))
        )

    def _check_goes_into(self, upper, award):
        if award not in upper.award_ids:
            raise UserError(
                self.env._(
                    "“%(award)s” is not among the awards of “%(round)s”: choose for which of "
                    "them %(name)s is sent up.",
                    award=award.name,
                    round=upper.name,
                    name=self.name,
                )
            )
        if award.target_kind not in (self.target, "both"):
            raise UserError(
                self.env._(
                    "“%(award)s” is not for nominees of this kind: %(name)s.",
                    award=award.name,
                    name=self.name,
                )
            )
        same = Domain("round_id", "=", upper.id) & Domain("award_id", "=", award.id)
        same &= Domain("state", "!=", "withdrawn")
        person, part = self.employee_id, self.subject_unit_id
        who = Domain("employee_id", "=", person.id) if person else Domain.FALSE
        who |= Domain("subject_unit_id", "=", part.id) if part else Domain.FALSE
        if self.search_count(same & who, limit=1):
            raise UserError(
                self.env._(
                    "%(name)s is nominated for “%(award)s” in “%(round)s” already.",
                    name=self.name,
                    award=award.name,
                    round=upper.name,
                )
            )

    def _values_above(self, upper, award):
        house = self.addressee_unit_id
        found = ": ".join(filter(None, (house.name, self.council_words)))
        return {
            **{name: self[name] for name in _DOSSIER},
            **{name: self[name].id for name in _DOSSIER_LINKS},
            "round_id": upper.id,
            "unit_id": house.id,
            "award_id": award.id,
            "origin_id": self.id,
            "origin_words": found,
            "state": "draft",
        }

    def _copy_files_to(self, above):
        self.env["dan_chu.commendation.file"].create(
            [
                {**file._values_to_copy(), "commendation_id": above.id}
                for file in self.file_ids.with_context(bin_size=False)
            ]
        )


class CommendationFile(models.Model):
    _inherit = "dan_chu.commendation.file"

    def _values_to_copy(self):
        return {"name": self.name, "data": self.data, "note": self.note, "kind": self.kind}
