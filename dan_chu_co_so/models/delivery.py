from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from .owner_unit import OwnerUnit


class Delivery(models.Model):
    """A published text, sent to one unit (văn bản được gửi đến): received, seen.

    What the recipient reads is copied here at the time of sending, so that the sender's
    record, its discussion and its later life stay with the sender.
    """

    _name = "dan_chu.delivery"
    _description = "Text sent to a unit"
    _inherit = ["dan_chu.unit.owned", "dan_chu.folded.search"]
    _order = "sent_on desc, id desc"
    _rec_name = "name"
    _folded_fields = ("name", "reference", "issuer")

    directive_id = fields.Many2one(
        "dan_chu.directive",
        string="Directing text",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    sender_unit_id = OwnerUnit(
        "dan_chu.unit", required=True, index=True, ondelete="restrict", readonly=True
    )
    name = fields.Char(string="Subject", required=True, readonly=True)
    reference = fields.Char(readonly=True)
    issuer = fields.Char(string="From whom", readonly=True)
    date = fields.Date(string="Dated", readonly=True)
    note = fields.Text(string="What it asks of us", readonly=True)
    sent_on = fields.Datetime(required=True, readonly=True)
    received_on = fields.Datetime(string="Acknowledged on", readonly=True)
    received_by_id = fields.Many2one("res.users", string="Acknowledged by", readonly=True)
    seen_on = fields.Datetime(string="First opened", readonly=True)
    file_ids = fields.Many2many("dan_chu.directive.file", compute="_compute_file_ids")
    own_directive_ids = fields.One2many("dan_chu.directive", "source_delivery_id")
    own_directive_count = fields.Integer(compute="_compute_own_directive_count", compute_sudo=True)
    is_recipient = fields.Boolean(compute="_compute_is_recipient", search="_search_is_recipient")

    _once_a_unit = models.UniqueIndex(
        "(directive_id, unit_id)", "This text has already been sent to the unit."
    )

    @api.depends("directive_id")
    def _compute_file_ids(self):
        for delivery in self:
            delivery.file_ids = delivery.sudo().directive_id.file_ids.sudo(False)

    @api.depends("own_directive_ids")
    def _compute_own_directive_count(self):
        for delivery in self:
            delivery.own_directive_count = len(delivery.own_directive_ids)

    @api.depends_context("uid")
    def _compute_is_recipient(self):
        mine = self.env.user._dan_chu_reach("staff")
        for delivery in self:
            delivery.is_recipient = delivery.unit_id.id in mine

    @api.model
    def _search_is_recipient(self, operator, value):
        if operator != "in":
            return NotImplemented
        mine = self.env.user._dan_chu_reach("staff")
        return [("unit_id", "in" if True in value else "not in", mine)]

    def web_read(self, specification):
        """Opening it in a form is seeing it; a list of many is not."""
        if len(self) == 1:
            self._mark_seen()
        return super().web_read(specification)

    def action_receive(self):
        self._require_role("officer", "head")
        self._mark_seen()
        super(Delivery, self.sudo().filtered(lambda row: not row.received_on)).write(
            {"received_on": fields.Datetime.now(), "received_by_id": self.env.uid}
        )

    def action_take_over(self):
        """Into the unit's own file of directing texts, typed by nobody."""
        self.ensure_one()
        self._require_role("officer", "head")
        if self.own_directive_ids:
            raise UserError(
                self.env._("“%s” is already in your unit's file of directing texts.", self.name)
            )
        self.action_receive()
        own = self.env["dan_chu.directive"].sudo().create(self.sudo()._own_directive_values())
        return {
            "type": "ir.actions.act_window",
            "res_model": "dan_chu.directive",
            "res_id": own.id,
            "view_mode": "form",
        }

    def _own_directive_values(self):
        self.ensure_one()
        return {
            "unit_id": self.unit_id.id,
            "name": self.name,
            "reference": self.reference,
            "issuer": self.issuer,
            "date": self.date,
            "received_on": today(),
            "note": self.note,
            "source_delivery_id": self.id,
            "file_ids": [
                fields.Command.create({"name": file.name, "data": file.data})
                for file in self.directive_id.file_ids
            ],
        }

    def _mark_seen(self):
        unseen = self.filtered(lambda row: not row.seen_on and row.is_recipient)
        super(Delivery, unseen.sudo()).write({"seen_on": fields.Datetime.now()})

    @api.model
    def _send(self, directive, units):
        """The one place a delivery is made; users hold no right to create one."""
        return self.create(
            [
                {
                    "directive_id": directive.id,
                    "unit_id": unit.id,
                    "sender_unit_id": directive.unit_id.id,
                    "name": directive.name,
                    "reference": directive.reference,
                    "issuer": directive.issuer,
                    "date": directive.date,
                    "note": directive.note,
                    "sent_on": fields.Datetime.now(),
                }
                for unit in units
            ]
        )
