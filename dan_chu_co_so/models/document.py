from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from ..lib.numbering import clean_number, reference, symbol
from .owner_unit import OwnerUnit

STATES = [
    ("draft", "Draft"),
    ("submitted", "Submitted for signature"),
    ("issued", "Issued"),
    ("superseded", "Superseded"),
    ("withdrawn", "Withdrawn"),
]
ISSUED = ("issued", "superseded", "withdrawn")


class BodyName(str):
    """The model a paper's body is in. RPC sends plain text: only code can make a bare paper."""


class Document(models.Model):
    """An official paper (văn bản): what all kinds have in common.

    A kind is a model of its own that inherits this one by delegation (see `dan_chu.paper`), so
    one table knows every paper of a unit. The working paper stays with those who write it;
    what others read of it is its `dan_chu.revision`.
    """

    _name = "dan_chu.document"
    _description = "Official paper"
    _inherit = ["dan_chu.sealed", "dan_chu.stated", "dan_chu.folded.search", "dan_chu.frozen"]
    _order = "date desc nulls first, id desc"
    _rec_name = "title"
    _folded_fields = ("title", "reference", "board_name")
    _frozen_how = "state"
    _frozen_free = ("write_uid", "write_date", "search_text")

    unit_id = OwnerUnit(default=lambda self: self._default_unit())
    body_model = fields.Char(required=True, readonly=True, copy=False)
    kind_id = fields.Many2one(
        "dan_chu.document.kind", required=True, index=True, ondelete="restrict"
    )
    board_name = fields.Char(
        string="Board that issues it",
        help="BAN THANH TRA NHÂN DÂN … Empty: the unit itself.",
    )
    board_code = fields.Char(string="Symbol of the board", help="As in 03/BC-TTND.")
    drafter_code = fields.Char(
        string="Drafting section",
        help="As in the symbol of an official letter, 05/BNV-VP, and after “Lưu: VT”.",
    )
    number = fields.Char(
        copy=False, help="As the office's clerk gave it. Empty: it is filled in later."
    )
    symbol = fields.Char(help="What follows the stroke: KH-TnS in 63/KH-TnS.")
    reference = fields.Char(string="Number and symbol", readonly=True, copy=False)
    number_due_on = fields.Date(string="Number due", compute="_compute_number_due_on")
    place = fields.Char(help="Địa danh, as printed before the date.")
    date = fields.Date(string="Dated", copy=False, help="Empty: the day is left open until issue.")
    title = fields.Char(string="Subject", required=True, help="Trích yếu.")
    urgency = fields.Selection(
        [("urgent", "KHẨN"), ("very_urgent", "THƯỢNG KHẨN"), ("express", "HỎA TỐC")]
    )
    circulation = fields.Selection(
        [("internal", "LƯU HÀNH NỘI BỘ"), ("return", "XEM XONG TRẢ LẠI")],
        help="LƯU HÀNH NỘI BỘ: once issued, only the own institution and those it is sent to "
        "read it, not all the institutions below.",
    )
    copies = fields.Integer(default=1, string="Number of copies")
    archive = fields.Char(string="Kept by", help="Printed last, after “Lưu:”: VT, TCCB.")
    basis_ids = fields.One2many("dan_chu.document.basis", "document_id", copy=True)
    recipient_ids = fields.One2many("dan_chu.document.recipient", "document_id", copy=True)
    signatory_ids = fields.One2many("dan_chu.document.signatory", "document_id", copy=True)
    annex_ids = fields.One2many("dan_chu.document.annex", "document_id", copy=True)
    file_ids = fields.One2many("dan_chu.document.file", "document_id", string="Attached files")
    step_ids = fields.One2many("dan_chu.document.step", "document_id", string="Who did what")
    revision_ids = fields.One2many("dan_chu.revision", "document_id", readonly=True)
    state = fields.Selection(STATES, default="draft", required=True, copy=False, index=True)
    issue_door = fields.Selection(
        [("system", "Approved in the system"), ("paper", "Signed on paper")],
        string="How issued",
        readonly=True,
        copy=False,
    )
    issued_on = fields.Datetime(readonly=True, copy=False)
    approved_by_id = fields.Many2one(
        "res.users",
        string="Approved by",
        readonly=True,
        copy=False,
        ondelete="restrict",
        index="btree_not_null",
    )
    # Of the day of issue: a unit may move under another institution, its numbers do not.
    institution_id = fields.Many2one(
        "dan_chu.unit", readonly=True, copy=False, index="btree_not_null", ondelete="restrict"
    )
    year = fields.Integer(readonly=True, copy=False)
    follows_id = fields.Many2one(
        "dan_chu.document", copy=False, index="btree_not_null", ondelete="restrict"
    )
    follows_how = fields.Selection(
        [
            ("replaces", "Replaces"),
            ("amends", "Amends"),
            ("corrects", "Corrects the form of"),
            ("withdraws", "Withdraws"),
        ],
        string="What it does to that paper",
        copy=False,
    )
    followed_by_ids = fields.One2many("dan_chu.document", "follows_id")

    _number_once_a_year = models.UniqueIndex(
        "(institution_id, year, kind_id, number, (COALESCE(symbol, '')))"
        " WHERE number IS NOT NULL AND institution_id IS NOT NULL",
        "This number and symbol is already used by another paper of the same kind this year.",
    )
    _by_unit_and_day = models.Index("(unit_id, date DESC NULLS FIRST, id DESC) INCLUDE (state)")
    _follows_somehow = models.Constraint(
        "CHECK((follows_id IS NULL) = (follows_how IS NULL))",
        "Say which paper this one follows, and what it does to it.",
    )
    _not_its_own_follower = models.Constraint(
        "CHECK(follows_id <> id)", "A paper cannot follow itself."
    )

    @api.depends("title", "reference", "kind_id.name")
    def _compute_display_name(self):
        super()._compute_display_name()

    def _name_for_readers(self):
        for document in self:
            named = document.reference and f"{document.kind_id.name} {document.reference}"
            document.display_name = ": ".join(filter(None, (named, document.title)))

    @api.depends("issued_on", "number")
    def _compute_number_due_on(self):
        """A paper gets its number on the day it is signed, or on the next working day."""
        for document in self:
            open_ = document.state == "issued" and not document.number
            document.number_due_on = open_ and document._number_due_on()

    @api.model_create_multi
    def create(self, vals_list):
        if not all(isinstance(vals.get("body_model"), BodyName) for vals in vals_list):
            raise UserError(
                self.env._("A paper is begun on the screen of its kind: notice, plan, minutes …")
            )
        units = {vals.get("unit_id") for vals in vals_list} - {None, False}
        # Read at once: each is then asked how it heads its papers.
        self.env["dan_chu.unit"].browse(units).fetch()
        documents = super().create([self._begun(vals) for vals in vals_list])
        documents.follows_id.check_access("read")
        documents._keep_reference()
        return documents

    def write(self, vals):
        if vals.keys() & self._behind_buttons():
            raise UserError(
                self.env._("A paper is submitted, issued and withdrawn by its buttons.")
            )
        self._check_open()
        vals = self._cleaned(vals)
        res = super().write(vals)
        if "follows_id" in vals:
            # What is issued acts on that paper: nobody names one they may not even read.
            self.follows_id.check_access("read")
        if vals.keys() & {"number", "symbol"}:
            self._keep_reference()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_issued(self):
        for document in self.filtered(lambda document: document.state in ISSUED):
            raise UserError(
                self.env._(
                    "“%s” is issued and stays in the books. It may be withdrawn, with the paper "
                    "that says so.",
                    document.display_name,
                )
            )
        self._check_open()

    def unlink(self):
        """The body goes first: it holds on to what all papers have in common."""
        for body in self._bodies():
            body.unlink()
        left = self.exists()
        left.file_ids.unlink()
        return super(Document, left).unlink()

    def action_open(self):
        """The paper on the screen of its kind."""
        self.ensure_one()
        self.check_access("read")
        body = self._body()
        return {
            "type": "ir.actions.act_window",
            "res_model": body._name,
            "res_id": body.id,
            "view_mode": "form",
        }

    def _default_unit(self):
        units = self.env["dan_chu.unit"].browse(self.env.user._dan_chu_reach("officer"))
        return (units & units.institution_id or units)[:1]

    def _begun(self, vals):
        """What a new paper is, whatever was asked for: a draft that nobody has signed."""
        vals = self._cleaned(vals)
        unit = self.env["dan_chu.unit"].browse(vals.get("unit_id"))
        usual = self._unit_values(unit, vals.get("board_name")) if unit else {}
        begun = {**usual, **vals, **dict.fromkeys(self._behind_buttons(), False)}
        begun |= {"state": "draft", "body_model": str(vals["body_model"])}
        if "symbol" not in vals:
            begun["symbol"] = self._usual_symbol(self.new(begun))
        return begun

    def _cleaned(self, vals):
        if not vals.get("number"):
            return vals
        try:
            number = clean_number(vals["number"], self._zero_below())
        except ValueError:
            raise UserError(
                self.env._(
                    "“%s” is not a number of a paper. Type the number alone, such as 63 or 07a: "
                    "the symbol stands in its own field.",
                    vals["number"],
                )
            ) from None
        return {**vals, "number": number}

    def _zero_below(self):
        return int(self.env["dan_chu.rule"]._value("number.leading_zero_below").value)

    def _unit_values(self, unit, board_name=None):
        """What a paper takes over from the unit that issues it, each open to change."""
        top = unit.institution_id
        signatory = self.env["dan_chu.document.signatory"]._usual(unit, board_name)
        return {
            "place": unit.place or top.place,
            "drafter_code": unit.code if unit != top else False,
            "archive": ", ".join(filter(None, (top.archive_mark, unit != top and unit.code))),
            "signatory_ids": [
                fields.Command.clear(),
                *([fields.Command.create(signatory)] if signatory else []),
            ],
        }

    @api.model
    def _usual_symbol(self, paper):
        """Of a paper of any kind, also of one that is still being filled in."""
        if not paper.kind_id:
            return False
        return symbol(
            paper.kind_id.symbol_form,
            paper.kind_id.code,
            paper.board_code or paper.unit_id.institution_id.code or "",
            paper.drafter_code or "",
        )

    def _keep_reference(self):
        for document in self:
            printed = reference(document.number or "", document.symbol or "")
            if (document.reference or "") != printed:
                super(Document, document).write({"reference": printed or False})

    def _body(self):
        """The record of the kind's own model."""
        self.ensure_one()
        bodies = self.env[self.body_model].with_context(active_test=False)
        return bodies.search([("document_id", "=", self.id)], limit=1)

    def _bodies(self):
        """One recordset for each model the papers have their body in."""
        return [
            self.env[name].search([("document_id", "in", same.ids)])
            for name, same in self.grouped("body_model").items()
        ]

    def _move_to(self, state, **values):
        """The one door the state goes through: `write` refuses it, from RPC as from code."""
        if "number" in values:
            values["reference"] = reference(values["number"] or "", self.symbol or "") or False
        super().write({"state": state, **values})

    def _check_open(self):
        """Content changes in a draft only: what is submitted is what will be signed."""
        for document in self:
            if document.state == "submitted":
                raise UserError(
                    self.env._(
                        "“%s” is submitted for signature and does not change. "
                        "Have it returned for correction first.",
                        document.display_name,
                    )
                )
            if document.state in ISSUED:
                raise UserError(
                    self.env._(
                        "“%s” is issued and does not change. A new paper amends, replaces, "
                        "corrects or withdraws it.",
                        document.display_name,
                    )
                )

    def _behind_buttons(self):
        return {
            "state",
            "reference",
            "body_model",
            "issue_door",
            "issued_on",
            "approved_by_id",
            "institution_id",
            "year",
        }

    def _number_due_on(self):
        self.ensure_one()
        return self.unit_id.institution_id._due_date("number.latest", self.date)[0]

    def _day(self):
        """The day whose law, names and margins the paper is printed by."""
        self.ensure_one()
        return self.date or today()
