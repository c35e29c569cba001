from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.citation import long_date
from ..lib.clock import today


class Directive(models.Model):
    """A paper from elsewhere (văn bản chỉ đạo đến): registered, studied, passed on below.

    Of the superior, of the union, the Party or several bodies together: it keeps its own form
    and number, and is not laid out here. A paper of ours may rest on it.

    A draft is the officers' and the head's. Once published, the staff of the institution read
    it; a unit below reads its own `dan_chu.delivery`, and never this record.
    """

    _name = "dan_chu.directive"
    _description = "Directing text"
    _inherit = ["dan_chu.unit.owned", "dan_chu.thread", "dan_chu.folded.search"]
    _order = "received_on desc, id desc"
    _folded_fields = ("name", "reference", "issuer")

    name = fields.Char(string="Subject", required=True, tracking=True)
    origin = fields.Selection(
        [
            ("superior", "Superior body"),
            ("party", "Party"),
            ("union", "Trade union"),
            ("mass", "Front or mass organisation"),
            ("joint", "Several bodies together"),
            ("other", "Other"),
        ],
        string="Sort of issuer",
        default="superior",
        required=True,
    )
    kind_id = fields.Many2one("dan_chu.document.kind", index="btree_not_null", ondelete="restrict")
    link = fields.Char(help="Where it can be read on the web.")
    reference = fields.Char(help="As printed: 25/KH-UBND.", tracking=True)
    issuer = fields.Char(string="From whom", required=True)
    date = fields.Date(string="Dated")
    received_on = fields.Date(required=True, default=lambda self: today(), index=True)
    note = fields.Text(string="What it asks of us")
    file_ids = fields.One2many("dan_chu.directive.file", "directive_id", string="Files")
    reader_ids = fields.One2many("dan_chu.directive.reader", "directive_id", string="To study")
    delivery_ids = fields.One2many("dan_chu.delivery", "directive_id", string="Sent to")
    state = fields.Selection(
        [("draft", "Not published yet"), ("published", "Published")],
        default="draft",
        required=True,
        copy=False,
        index=True,
        tracking=True,
    )
    published_on = fields.Datetime(readonly=True, copy=False)
    published_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    source_delivery_id = fields.Many2one(
        "dan_chu.delivery", readonly=True, copy=False, index="btree_not_null", ondelete="restrict"
    )
    reader_count = fields.Integer(compute="_compute_study")
    studied_count = fields.Integer(compute="_compute_study")
    delivery_count = fields.Integer(compute="_compute_deliveries")
    seen_count = fields.Integer(compute="_compute_deliveries")
    basis_text = fields.Char(string="Printed as a basis", compute="_compute_basis_text")
    has_units_below = fields.Boolean(compute="_compute_has_units_below")

    # With the state, which the rules ask for: counts need not open the table.
    _by_unit_and_day = models.Index("(unit_id, received_on DESC, id DESC) INCLUDE (state)")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        if "unit_id" in fields_list and not values.get("unit_id"):
            units = self.env["dan_chu.unit"].browse(self.env.user._dan_chu_reach("officer"))
            values["unit_id"] = (units & units.institution_id or units)[:1].id
        return values

    @api.depends("kind_id.name", "reference", "date", "issuer", "name")
    def _compute_basis_text(self):
        for directive in self:
            number = directive.reference and f"số {directive.reference}"
            day = directive.date and f"ngày {long_date(directive.date)}"
            issuer = directive.issuer and f"của {directive.issuer}"
            words = (directive.kind_id.name or "Văn bản", number, day, issuer, directive.name)
            directive.basis_text = " ".join(filter(None, words))

    @api.depends("reader_ids.studied_on")
    def _compute_study(self):
        rows = self.env["dan_chu.directive.reader"]._read_group(
            [("directive_id", "in", self.ids)],
            ["directive_id"],
            ["__count", "studied_on:count"],
        )
        counts = {directive.id: (total, done) for directive, total, done in rows}
        for directive in self:
            directive.reader_count, directive.studied_count = counts.get(directive.id, (0, 0))

    @api.depends("delivery_ids.seen_on")
    def _compute_deliveries(self):
        rows = self.env["dan_chu.delivery"]._read_group(
            [("directive_id", "in", self.ids)], ["directive_id"], ["__count", "seen_on:count"]
        )
        counts = {directive.id: (total, seen) for directive, total, seen in rows}
        for directive in self:
            directive.delivery_count, directive.seen_count = counts.get(directive.id, (0, 0))

    @api.depends("unit_id")
    def _compute_has_units_below(self):
        for top, directives in self.grouped(lambda paper: paper.unit_id.institution_id).items():
            below = self.env["dan_chu.unit"].search_count(self._may_go_to_domain(top), limit=1)
            directives.has_units_below = bool(top and below)

    @api.model_create_multi
    def create(self, vals_list):
        kept = {"published_on": False, "published_by_id": False}
        if not self.env.su:
            kept["source_delivery_id"] = False
        return super().create([{**vals, **kept, "state": "draft"} for vals in vals_list])

    def write(self, vals):
        if vals.keys() & {"state", "published_on", "published_by_id", "source_delivery_id"}:
            raise UserError(self.env._("A text is published and taken back by its buttons."))
        if vals.keys() - self._open_after_publication():
            self._check_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_published(self):
        self._check_draft()

    def unlink(self):
        self.file_ids.unlink()
        return super().unlink()

    def action_publish(self):
        self._require_role("officer", "head")
        self._check_draft()
        for directive in self:
            if not directive.file_ids and not directive.note:
                raise UserError(
                    self.env._(
                        "“%s” has neither a file nor a note of what it asks: "
                        "there is nothing to read yet. Add one of them first.",
                        directive.name,
                    )
                )
        self._move_to("published", published_on=fields.Datetime.now(), published_by_id=self.env.uid)

    def action_back_to_draft(self):
        self._require_role("officer", "head")
        for directive in self.filtered("delivery_ids"):
            raise UserError(
                self.env._(
                    "“%(name)s” has been sent to %(count)s units, which may have read it. "
                    "Send them a corrected text instead.",
                    name=directive.name,
                    count=directive.delivery_count,
                )
            )
        self._move_to("draft", published_on=False, published_by_id=False)

    def action_add_all_staff(self):
        """Everybody of the unit and its inner parts who is not on the list yet."""
        self.ensure_one()
        self._require_role("officer", "head")
        inside = self.unit_id._inside()
        staff = (
            self.env["hr.employee.public"].sudo().search([("dan_chu_unit_id", "in", inside.ids)])
        )
        listed = set(self.reader_ids.employee_id.ids)
        self.env["dan_chu.directive.reader"].create(
            [
                {"directive_id": self.id, "employee_id": person.id}
                for person in staff
                if person.id not in listed
            ]
        )

    def action_open_deliver(self):
        self.ensure_one()
        self._require_role("officer", "head")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Send to units below"),
            "res_model": "dan_chu.directive.deliver",
            "view_mode": "form",
            "target": "new",
            "context": {"default_directive_id": self.id},
        }

    def action_open_deliveries(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("dan_chu_co_so.delivery_sent_action")
        return {**action, "domain": [("directive_id", "=", self.id)]}

    def _deliver_to(self, units):
        """One delivery a unit, once. Returns the new ones."""
        self.ensure_one()
        self._require_role("officer", "head")
        if self.state != "published":
            raise UserError(
                self.env._("Publish “%s” first: a draft is not sent to anybody.", self.name)
            )
        outside = units - self._units_it_may_go_to()
        if outside:
            raise UserError(
                self.env._(
                    "%(unit)s may send only to institutions below it, or that it looks after "
                    "for the profession. Not so: %(names)s.",
                    unit=self.unit_id.display_name,
                    names=", ".join(outside[:5].mapped("name")),
                )
            )
        delivery = self.env["dan_chu.delivery"].sudo()
        already = delivery.search([("directive_id", "=", self.id)]).unit_id
        return delivery._send(self.sudo(), units - already)

    def _units_it_may_go_to(self):
        return self.env["dan_chu.unit"].search(self._may_go_to_domain(self.unit_id.institution_id))

    def _may_go_to_domain(self, top):
        return [
            ("is_institution", "=", True),
            ("id", "!=", top.id),
            "|",
            ("id", "child_of", top.id),
            ("professional_superior_id", "=", top.id),
        ]

    def _move_to(self, state, **values):
        """The one door the state goes through: `write` refuses it, from RPC as from code."""
        super().write({"state": state, **values})

    def _check_draft(self):
        for directive in self.filtered(lambda directive: directive.state != "draft"):
            raise UserError(
                self.env._(
                    "“%s” is published and does not change. Take it back to draft first.",
                    directive.name,
                )
            )

    def _open_after_publication(self):
        """Discussion goes on, and so does study; everything else rests."""
        talk = self.env["dan_chu.thread"]._fields.keys() - {"id", "display_name"}
        return talk | {"reader_ids", "study_by"}
