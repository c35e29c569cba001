from odoo import fields, models


class InitiativeField(models.Model):
    """A field of life in which a model works (lĩnh vực): kinh tế, văn hóa - xã hội …"""

    _name = "dan_chu.initiative.field"
    _description = "Field of an initiative"
    _order = "sequence, id"

    name = fields.Char(string="Field", required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)


class InitiativeLevel(models.Model):
    """At which level a model is recognised, by whom, from when until when: levels come and go."""

    _name = "dan_chu.initiative.level"
    _description = "Level of recognition"
    _order = "sequence, id"

    name = fields.Char(string="Level", required=True, help="Cấp cơ sở; cấp xã; cấp tỉnh.")
    body = fields.Char(string="Recognising body", help="As printed: Ban Thường vụ Tỉnh ủy.")
    sequence = fields.Integer(default=10)
    date_from = fields.Date(string="Valid from")
    date_to = fields.Date(string="Valid until", help="The last day.")
    note = fields.Text()

    _ends_after_start = models.Constraint(
        "CHECK(date_to >= date_from)", "A level cannot end before it begins."
    )
