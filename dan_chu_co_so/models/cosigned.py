from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

_TO_DO = "mail.mail_activity_data_todo"
_CONSENT = {"consented_on": False, "consented_by_id": False}


class Cosigned(models.AbstractModel):
    """A paper that several people sign: minutes by secretary and chair, a resolution by head and
    representative. Each approves it in person, once it is submitted and rests."""

    _name = "dan_chu.cosigned"
    _description = "Paper that each of its signatories approves"

    my_consent_waits = fields.Boolean(compute="_compute_my_consent_waits")

    @api.depends("state", "signatory_ids.consented_on")
    @api.depends_context("uid")
    def _compute_my_consent_waits(self):
        for paper in self:
            # Where one alone signs, issuing is the approval.
            asked = paper.state == "submitted" and paper._is_cosigned()
            mine = paper.sudo()._my_signatures() if asked else ()
            paper.my_consent_waits = any(not row.consented_on for row in mine)

    def action_consent(self):
        """The user's own approval. Who signs may be of the staff only, without a right to read
        the working paper: they are shown it where they approve it."""
        for paper in self.sudo():
            mine = paper._my_signatures()
            if not mine:
                raise AccessError(
                    self.env._("You are not among those who sign this paper: nobody signs for you.")
                )
            paper.document_id._require_state("submitted")
            mine._consent()
            paper.document_id._signed_at().activity_unlink([_TO_DO], user_id=self.env.uid)
        return True

    def text_to_sign(self):
        """What is signed, shown to those who sign it: they may have no right to read the paper."""
        self.ensure_one()
        paper = self.sudo()
        if not paper._my_signatures():
            raise AccessError(self.env._("You are not among those who sign this paper."))
        paper.document_id._require_state("submitted")
        return self.env["ir.qweb"]._render("dan_chu_co_so.paper_to_sign", {"paper": paper})

    def _is_cosigned(self):
        return True

    def _shown_at(self):
        """Where the text is shown to those who sign it."""
        return self.conference_id

    def _screen_to_sign(self):
        """Named to those who may not open that."""
        return ""

    def _my_signatures(self):
        return self.signatory_ids.filtered(lambda row: row.employee_id.user_id == self.env.user)


class Paper(models.AbstractModel):
    _inherit = "dan_chu.paper"

    def _is_cosigned(self):
        """Not issued in the system before each of its signatories has approved it."""
        return False


class Document(models.Model):
    _inherit = "dan_chu.document"

    def _check_signs_in_person(self):
        if not self._body()._is_cosigned():
            super()._check_signs_in_person()
            return
        rows = self.sudo().signatory_ids
        # Who signs and issues thereby approves.
        rows.filtered(lambda row: row.employee_id.user_id == self.env.user)._consent()
        waiting = rows.filtered(lambda row: not row.consented_on)
        if waiting:
            raise UserError(
                self.env._(
                    "“%(name)s” is still to be approved by %(people)s. Whoever has no account "
                    "signs by hand: then record it as signed on paper.",
                    name=self.display_name,
                    people=", ".join(row.name or row.own_title or "…" for row in waiting),
                )
            )

    def _move_to(self, state, **values):
        if state == "draft":
            # What comes back is changed, and approved anew.
            self.sudo().signatory_ids.filtered("consented_on")._keep(_CONSENT)
        super()._move_to(state, **values)

    def _remind(self, users, summary, note=None):
        """Who may not open the paper is reminded where it is shown to be signed."""
        able = users.filtered(lambda user: self.with_user(user).sudo(False).has_access("read"))
        super()._remind(able, summary, note)
        place = self._signed_at()
        for user in users - able:
            may_open = place.with_user(user).sudo(False).has_access("read")
            screen = "" if may_open else self._body().sudo()._screen_to_sign()
            place.activity_schedule(
                _TO_DO,
                summary=": ".join(filter(None, (screen, summary, self.title))),
                user_id=user.id,
            )

    def _pass_on(self, users, summary=None, note=None):
        for user in self.sudo().signatory_ids.employee_id.user_id:
            self._signed_at().activity_unlink([_TO_DO], user_id=user.id)
        super()._pass_on(users, summary, note)

    def _signed_at(self):
        """Nothing, for papers that are not signed by several."""
        body = self._body().sudo()
        return body._shown_at() if body._is_cosigned() else self.env["dan_chu.conference"].sudo()


class DocumentSignatory(models.Model):
    _inherit = "dan_chu.document.signatory"

    consented_on = fields.Datetime(string="Approved", readonly=True, copy=False)
    consented_by_id = fields.Many2one(
        "res.users", string="Approved in person by", readonly=True, copy=False, ondelete="restrict"
    )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([{**vals, **_CONSENT} for vals in vals_list])

    def write(self, vals):
        if vals.keys() & _CONSENT.keys():
            raise UserError(self.env._("Each signatory approves the paper in person."))
        return super().write(vals)

    def _signs_with_others(self):
        document = self.document_id._origin
        return bool(document) and document._body()._is_cosigned()

    def _consent(self):
        self.filtered(lambda row: not row.consented_on)._keep(
            {"consented_on": fields.Datetime.now(), "consented_by_id": self.env.uid}
        )
