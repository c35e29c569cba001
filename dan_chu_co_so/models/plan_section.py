from odoo import api, fields, models

from ..lib.outline import Row, numbers, settled

ROLES = [
    ("heading", "Heading"),
    ("item", "Numbered item"),
    ("dash", "Dash"),
    ("paragraph", "Paragraph"),
    ("lead_in", "Lead-in"),
]


class PlanSection(models.Model):
    """A row of a plan's text (mục). The tree is kept as the order of the rows and their levels:
    a row stands under the nearest one above it of a smaller level."""

    _name = "dan_chu.plan.section"
    _description = "Section of a plan"
    _inherit = ["dan_chu.guarded.name", "dan_chu.plan.part"]
    _rec_name = "text"

    level = fields.Integer(default=1, required=True, aggregator=False)
    role = fields.Selection(ROLES, string="Kind of row", default="paragraph", required=True)
    typed_number = fields.Char(string="Number as typed")
    number = fields.Char(compute="_compute_number")
    text = fields.Text(required=True)
    goes_down = fields.Boolean(
        string="Goes down",
        help="The draft plan of each unit below begins with the sections ticked and those under "
        "them; with the whole text, if none is.",
    )
    task_ids = fields.One2many("dan_chu.task", "section_id", string="Tasks")

    _level_from_one = models.Constraint(
        "CHECK(level BETWEEN 1 AND 9)", "A section stands on one of the levels 1 to 9."
    )

    @api.depends(
        "plan_id.is_numbered",
        "plan_id.section_ids.sequence",
        "plan_id.section_ids.level",
        "plan_id.section_ids.role",
        "typed_number",
    )
    def _compute_number(self):
        for plan, sections in self.grouped("plan_id").items():
            # A row in memory may still name its plan as that is stored, with the row as it was.
            every = ((plan.section_ids - sections._origin) | sections)._in_order()
            for section, number in zip(every, every._numbers(plan.is_numbered), strict=True):
                if section in sections:
                    section.number = number

    def _numbers(self, is_numbered):
        """What stands before each of these rows, which are the text of one plan in its order."""
        if is_numbered:
            return numbers(self._rows())
        return [row.typed_number or "" for row in self]

    def _in_order(self):
        return self.sorted(lambda row: (row.sequence, row._origin.id or row.id.origin or 0))

    def _rows(self):
        return [
            Row(section.level or 1, section.role, section.text or "", section.typed_number or None)
            for section in self
        ]

    def _settle(self):
        """No row stands two levels deeper than the one above it."""
        every = self._in_order()
        for section, level in zip(every, settled(every._rows()), strict=True):
            if section.level != level:
                section.level = level

    def _values(self):
        """To be copied into another plan."""
        return [
            {
                "sequence": place,
                "level": section.level,
                "role": section.role,
                "typed_number": section.typed_number,
                "text": section.text,
            }
            for place, section in enumerate(self._in_order(), start=1)
        ]
