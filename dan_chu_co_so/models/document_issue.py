from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date

from ..lib.clock import today
from .document import ISSUED

# What stands on a signed paper; whatever else is sent along is not taken.
_SIGNED = ("on_behalf", "form", "principal_title", "own_title", "name")
# What an issued paper does to the one it follows.
_EFFECT = {
    "replaces": "superseded",
    "withdraws": "withdrawn",
    "amends": "amended",
    "corrects": "corrected",
}


class Document(models.Model):
    """The life of a paper: draft → submitted → issued → superseded or withdrawn."""

    _inherit = "dan_chu.document"

    def action_submit(self):
        self._require_role("officer", "head")
        self._require_state("draft")
        for document in self:
            document._check_ready()
        self._move_to("submitted")
        self._book_step("submitted")

    def action_return(self, reason=None):
        """Back to draft, to be corrected. From the form, the reason is asked for."""
        self._require_role("officer", "head")
        self._require_state("submitted")
        if not reason:
            return self._ask("dan_chu.document.reason", self.env._("Return for correction"))
        self._move_to("draft")
        self._book_step("returned", reason)
        return True

    def action_issue(self):
        """Approved and issued by the head, in the system."""
        self._require_role("head")
        self._require_state("submitted")
        for document in self:
            document._check_signs_in_person()
            document._issue("system", date=document.date or today())

    def action_record_paper_issue(self, values=None):
        """Issued on paper, and recorded here: {"date", "number", "signatories", "scan"}."""
        self._require_role("officer", "head")
        self._require_state("draft", "submitted")
        if values is None:
            return self._ask("dan_chu.document.paper.issue", self.env._("Signed on paper"))
        for document in self:
            document._record_paper_issue(values)
        return True

    def action_fill_number(self, number=None):
        """The number the office's clerk gave after the signature: the one later addition."""
        self._require_role("officer", "head")
        self._require_state("issued")
        if not number:
            return self._ask("dan_chu.document.number", self.env._("Fill in the number"))
        for document in self:
            document._fill_number(number)
        return True

    def action_withdraw(self, reason=None):
        """Thu hồi (NĐ 30/2020 Điều 18). From the form, the reason and the paper are asked for."""
        self._require_role("head")
        self._require_state("issued", "superseded")
        if not reason:
            return self._ask("dan_chu.document.reason", self.env._("Withdraw"), action="withdraw")
        for document in self:
            document._becomes("withdrawn", reason)
        return True

    def _ask(self, wizard, title, **defaults):
        self.ensure_one()
        values = {"document_id": self.id, **defaults}
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": wizard,
            "view_mode": "form",
            "target": "new",
            "context": {f"default_{name}": value for name, value in values.items()},
        }

    def _book_step(self, action, reason=None):
        self.env["dan_chu.document.step"]._book(self, action, reason)

    def _check_ready(self):
        """Refuse what nobody could sign: each kind adds what it cannot do without."""
        self.ensure_one()
        missing = self._body()._missing()
        if missing:
            raise UserError(
                self.env._(
                    "“%(name)s” cannot be signed yet. Still missing: %(missing)s.",
                    name=self.display_name,
                    missing=", ".join(missing),
                )
            )

    def _check_signs_in_person(self):
        """Approval in the system is the person's own: nobody gives it for another."""
        signers = self.sudo().signatory_ids.employee_id.user_id
        if signers and self.env.user not in signers:
            raise AccessError(
                self.env._(
                    "“%(name)s” is to be signed by %(signer)s. Return it to have the signatory "
                    "changed; or, if it was signed by hand, record it as signed on paper.",
                    name=self.display_name,
                    signer=", ".join(signers.mapped("name")),
                )
            )

    def _record_paper_issue(self, values):
        if not values.get("date"):
            raise UserError(self.env._("Type the date that stands on the signed paper."))
        # What was signed may differ from what was submitted for signature.
        self._move_to("draft")
        self._take_over_signers(values.get("signatories", ()))
        if values.get("scan"):
            file = {name: values["scan"].get(name) for name in ("name", "data")}
            self.file_ids = [fields.Command.create({**file, "is_scan": True})]
        kept = self._cleaned({"number": values.get("number") or self.number})
        self._issue("paper", date=fields.Date.to_date(values["date"]), **kept)

    def _take_over_signers(self, signed):
        """Those who really signed, in the order of the paper; the rest is as it was prepared."""
        rows = self.signatory_ids
        for place, values in enumerate(signed):
            kept = {name: values[name] for name in _SIGNED if name in values}
            row = rows[place : place + 1]
            if not row:
                self.signatory_ids = [fields.Command.create(kept)]
                continue
            if kept.get("name", row.name) != row.name:
                kept["employee_id"] = False
            row.write(kept)

    def _issue(self, door, **values):
        self.ensure_one()
        self._check_ready()
        if values["date"] > today():
            raise UserError(
                self.env._(
                    "“%(name)s” is dated %(date)s, which is still to come: a paper bears the "
                    "day it is signed.",
                    name=self.display_name,
                    date=format_date(self.env, values["date"]),
                )
            )
        self._check_number_is_free(values.get("number", self.number), values["date"].year)
        self._body()._settle()
        # The database keeps the parts of an issued paper: they go there before it is one.
        self.env.flush_all()
        self._move_to(
            "issued",
            **values,
            issue_door=door,
            issued_on=fields.Datetime.now(),
            approved_by_id=self.env.uid if door == "system" else False,
            institution_id=self.unit_id.institution_id.id,
            year=values["date"].year,
        )
        self._book_step("issued" if door == "system" else "recorded")
        self._affect_the_followed()
        # Last of all, so that others who issue in the same register wait as briefly as can be.
        self._enter_register()
        revision = self.env["dan_chu.revision"]._append(self, "issued")
        self.env["dan_chu.delivery"].sudo()._send_revision(revision, self.sudo())
        self._body()._issued()

    def _fill_number(self, number):
        self.ensure_one()
        if self.number:
            raise UserError(
                self.env._(
                    "“%(name)s” already has the number %(number)s, which does not change.",
                    name=self.display_name,
                    number=self.number,
                )
            )
        cleaned = self._cleaned({"number": number})
        self._check_number_is_free(cleaned["number"], self.year)
        self._move_to("issued", **cleaned)
        self._book_step("numbered")
        self._enter_register()
        self.env["dan_chu.revision"]._append(self, "numbered")
        self._body()._numbered()

    def _enter_register(self):
        """The number as it was typed, or the next one of a series that is kept here."""
        self.ensure_one()
        register = self.env["dan_chu.register"]._of(self)
        if register.sort == "own":
            if self.number:
                raise UserError(
                    self.env._(
                        "Papers of this kind are numbered in “%(register)s”, which gives the next "
                        "number at issue. Leave the number of “%(name)s” empty.",
                        register=register.display_name,
                        name=self.display_name,
                    )
                )
            line = self.env["dan_chu.register.line"]._take_next(register, self)
            number = self._cleaned({"number": str(line.number)})["number"]
            self._move_to(self.state, number=number)
        elif self.number:
            self.env["dan_chu.register.line"]._book(register, self)

    def _check_number_is_free(self, number, year):
        if not number:
            return
        top = self.unit_id.institution_id
        taken = self.sudo().search(
            [
                ("id", "!=", self.id),
                ("institution_id", "=", top.id),
                ("year", "=", year),
                ("kind_id", "=", self.kind_id.id),
                ("number", "=", number),
                ("symbol", "=", self.symbol or False),
            ],
            limit=1,
        )
        if taken:
            raise UserError(
                self.env._(
                    "Number %(reference)s of %(year)s is already that of another paper of "
                    "%(unit)s, dated %(date)s. Ask the office's clerk for the right one.",
                    reference=taken.reference,
                    year=year,
                    unit=top.name,
                    date=format_date(self.env, taken.date),
                )
            )

    def _affect_the_followed(self):
        followed = self.follows_id.sudo()
        if not followed:
            return
        if followed.state not in ISSUED or followed.institution_id != self.institution_id:
            raise UserError(
                self.env._(
                    "“%s” is not an issued paper of the same institution.", followed.display_name
                )
            )
        # An inner part does not withdraw what the institution has issued.
        self.follows_id._require_role("officer", "head")
        effect = _EFFECT[self.follows_how]
        followed.with_user(self.env.user).sudo()._becomes(effect, self._named_with_kind())

    def _becomes(self, effect, reason):
        """A further row of the chain; only two of the effects end the paper's life."""
        self.ensure_one()
        if effect == "withdrawn" or (effect == "superseded" and self.state == "issued"):
            self._move_to(effect)
            self._body()._ended(reason)
        self._book_step(effect, reason)
        self.env["dan_chu.revision"]._append(self, effect, reason)

    def _named_with_kind(self):
        self.ensure_one()
        return f"{self.kind_id.name} {self.reference or self.title}"
