from odoo import api, fields, models
from odoo.exceptions import UserError

from .document import BodyName

# Inherited from the document, which has no discussion of its own.
_TRACKED = ("title", "kind_id", "unit_id", "number", "symbol", "date", "state")


class Paper(models.AbstractModel):
    """What every kind of official paper inherits: the document by delegation, and its ways.

    A kind adds its own fields, its QWeb body and, if it has rows of its own, their guard
    (`dan_chu.document.part` for what hangs on the document).
    """

    _name = "dan_chu.paper"
    _description = "Kind of official paper"
    _inherits = {"dan_chu.document": "document_id"}
    _inherit = ["dan_chu.guarded.name", "dan_chu.thread", "dan_chu.frozen"]

    document_id = fields.Many2one(
        "dan_chu.document", required=True, index=True, ondelete="restrict", readonly=True
    )

    @api.depends("document_id.display_name")
    def _compute_display_name(self):
        super()._compute_display_name()

    def _name_for_readers(self):
        for paper in self:
            paper.display_name = paper.document_id.display_name

    @api.onchange("unit_id", "kind_id", "board_code", "drafter_code")
    def _onchange_symbol(self):
        self.symbol = self.env["dan_chu.document"]._usual_symbol(self)

    @api.onchange("unit_id", "board_name")
    def _onchange_unit_id(self):
        usual = self.env["dan_chu.document"]._unit_values(self.unit_id, self.board_name)
        for name, value in usual.items():
            self[name] = value

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get("document_id") for vals in vals_list):
            raise UserError(self.env._("A paper has one body: begin a new one."))
        papers = super().create(
            [{**vals, "body_model": BodyName(self._name)} for vals in vals_list]
        )
        papers._forget_asked(set().union(*vals_list))
        return papers

    def write(self, vals):
        if "document_id" in vals:
            raise UserError(self.env._("A paper has one body: begin a new one."))
        if vals.keys() - self._open_after_issue():
            self.document_id._check_open()
        res = super().write(vals)
        self._forget_asked(vals)
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_issued(self):
        self.document_id._unlink_except_issued()

    def unlink(self):
        documents = self.document_id
        super().unlink()
        return documents.unlink()

    def action_submit(self):
        return self.document_id.action_submit()

    def action_return(self, reason=None):
        return self.document_id.action_return(reason)

    def action_issue(self):
        return self.document_id.action_issue()

    def action_record_paper_issue(self, values=None):
        return self.document_id.action_record_paper_issue(values)

    def action_fill_number(self, number=None):
        return self.document_id.action_fill_number(number)

    def action_withdraw(self, reason=None):
        return self.document_id.action_withdraw(reason)

    def action_follow_up(self, how=None):
        """A new draft that replaces, amends, corrects or withdraws this paper."""
        how = how or self.env.context.get("follow_how")
        self.ensure_one()
        self._require_role("officer")
        self.document_id._require_state("issued")
        ways = dict(self._fields["follows_how"]._description_selection(self.env))
        if how not in ways:
            raise UserError(
                self.env._(
                    "Say what the new paper does to “%(name)s”: %(ways)s.",
                    name=self.display_name,
                    ways=", ".join(ways.values()),
                )
            )
        new = self._follow_up(how)
        return {
            "type": "ir.actions.act_window",
            "res_model": new._name,
            "res_id": new.id,
            "view_mode": "form",
        }

    def action_print_pdf(self):
        return self.document_id.action_print_pdf()

    def action_print_docx(self):
        return self.document_id.action_print_docx()

    def _pdf_to_print(self):
        return self.document_id._pdf_to_print()

    def action_verify(self):
        return self.document_id.action_verify()

    def _forget_asked(self, names):
        """Odoo remembers what was asked for; what the document made of it is read again."""
        self.invalidate_recordset([name for name in names if self._fields[name].inherited])

    def _require_role(self, *roles):
        self.document_id._require_role(*roles)

    @api.model
    def _track_get_fields(self):
        tracked = {name for name in _TRACKED if name in self._fields}
        return super()._track_get_fields() | set(self.fields_get(tracked, attributes=()))

    def _open_after_issue(self):
        """Discussion goes on; everything else rests."""
        return self.env["dan_chu.thread"]._fields.keys() - {"id", "display_name"}

    def _settle(self):
        """Just before issue: what is quoted of other papers stays as it reads today."""
        for basis in self.basis_ids:
            basis._keep({"words": basis._words()})

    def _issued(self):
        """What a kind does once its paper is issued."""

    def _numbered(self):
        """What a kind does once its paper has the number that was still open."""

    def _ended(self, reason):
        """What a kind does once its paper is superseded or withdrawn."""

    def _is_closed(self):
        """Once issued, read by those it is sent to, and not by all the house."""
        return False

    def _is_to_head(self):
        """Closed, and written to the head of the own house."""
        return False

    def _own_head(self):
        """What a kind prints otherwise in the head of its papers."""
        return {}

    def _body_template(self):
        """The QWeb body between the head and the foot."""
        form = self.kind_id.head_form
        if self.kind_id.has_authority:
            form = "authority"
        return f"dan_chu_co_so.paper_body_{form}"

    def _missing(self):
        """What nobody could sign the paper without, in words."""
        self.ensure_one()
        missing = []
        if not self.title:
            missing.append(self.env._("its subject"))
        if not any(row.name for row in self.signatory_ids):
            missing.append(self.env._("who signs it"))
        return missing

    def _record_fields(self):
        """Names of the fields that are the content of the kind."""
        return []

    def _record(self):
        """The content as it is in the fields, to be frozen and compared."""
        self.ensure_one()
        own = {name: self._plain(self[name]) for name in self._record_fields()}
        return {**self.document_id._record(), **own}

    def _plain(self, value):
        return self.document_id._plain(value)

    def _follow_up(self, how):
        """What replaces or amends a paper is a paper of the same form (NĐ 30/2020 Điều 18)."""
        new = self.copy()
        new.write({"follows_id": self.document_id.id, "follows_how": how})
        return new
