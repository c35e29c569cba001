from odoo import api, fields, models

CATEGORIES = [
    ("title", "Emulation title"),
    ("form", "Form of commendation"),
    ("prize", "Prize of a movement"),
    ("praise", "Praise (outside the law, no bonus)"),
]


class Award(models.Model):
    """What can be given (danh hiệu thi đua, hình thức khen thưởng, giải thưởng, biểu dương).

    Every number is a rule of the law, by its code: `award.<code>.bonus`, `.limit`, `.majority` …
    """

    _name = "dan_chu.award"
    _description = "Award"
    _inherit = ["dan_chu.folded.search"]
    _order = "sequence, id"
    _folded_fields = ("name", "code")

    code = fields.Char(
        string="Award code", required=True, help="By which its rules are found: lao_dong_tien_tien."
    )
    name = fields.Char(string="Award", required=True)
    category = fields.Selection(CATEGORIES, required=True, default="title", index=True)
    target_kind = fields.Selection(
        [("person", "Persons"), ("collective", "Collectives"), ("both", "Both")],
        string="Given to",
        required=True,
        default="person",
    )
    decided_by = fields.Char(string="Who decides", help="As printed: Thủ trưởng cơ quan, đơn vị.")
    is_decided_above = fields.Boolean(
        string="Decided by a level above", help="The house proposes and sends the list up."
    )
    movement_id = fields.Many2one(
        "dan_chu.movement",
        string="Prize of the movement",
        index="btree_not_null",
        ondelete="restrict",
    )
    legal_document_id = fields.Many2one(
        "dan_chu.legal.document", string="Legal text", index="btree_not_null", ondelete="restrict"
    )
    article = fields.Char()
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    note = fields.Text()

    _code_once = models.UniqueIndex("(code)", "Another award has this code.")
    _well_formed_code = models.Constraint(
        r"CHECK(code ~ '^[a-z][a-z0-9_]*$')",
        "A code is written in small letters, digits and “_”.",
    )

    def _law(self, what, unit, day):
        """What the law in force on that day says of it for that unit: bonus, limit, majority …"""
        self.ensure_one()
        return self.env["dan_chu.rule"]._find(f"award.{self.code}.{what}", unit, day)

    @api.model
    def _rule_code(self, what):
        return f"award.{self.code}.{what}"
