from odoo import api, fields, models
from odoo.exceptions import ValidationError


class DocumentRecipient(models.Model):
    """To whom a paper goes: under “Kính gửi” or under “Nơi nhận”, and what for."""

    _name = "dan_chu.document.recipient"
    _description = "Recipient of a paper"
    _inherit = ["dan_chu.document.part"]

    place = fields.Selection(
        [("addressee", "Kính gửi"), ("recipient", "Nơi nhận")],
        string="Printed under",
        default="recipient",
        required=True,
    )
    recipient_unit_id = fields.Many2one(
        "dan_chu.unit",
        string="Unit in the system",
        index="btree_not_null",
        ondelete="restrict",
        help="It receives the paper in the system at issue. Empty: words only.",
    )
    name = fields.Char(string="As printed", required=True)
    purpose = fields.Selection(
        [
            ("report", "để b/c"),
            ("carry_out", "để th/h"),
            ("coordinate", "để p/h"),
            ("know", "để biết"),
            ("post", "để niêm yết"),
        ]
    )

    @api.onchange("recipient_unit_id")
    def _onchange_recipient_unit_id(self):
        if self.recipient_unit_id:
            self.name = self.recipient_unit_id.name

    @api.constrains("recipient_unit_id", "document_id")
    def _check_is_an_institution(self):
        for row in self.filtered("recipient_unit_id"):
            unit = row.recipient_unit_id
            if unit.institution_id not in (unit, row.unit_id.institution_id):
                raise ValidationError(
                    self.env._(
                        "%(unit)s is an inner part of %(top)s: address the paper to %(top)s.",
                        unit=unit.name,
                        top=unit.institution_id.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        units = self.env["dan_chu.unit"]
        return super().create(
            [
                vals
                if vals.get("name") or not vals.get("recipient_unit_id")
                else {**vals, "name": units.browse(vals["recipient_unit_id"]).name}
                for vals in vals_list
            ]
        )

    def _printed(self):
        self.ensure_one()
        purpose = dict(self._fields["purpose"].selection).get(self.purpose)
        return f"{self.name} ({purpose})" if purpose else self.name
