from odoo import api, fields, models

from ..lib.signing import title_lines

FORMS = [
    ("own", "In the own office"),
    ("kt", "KT. (for the head, a deputy)"),
    ("q", "Q. (acting head)"),
    ("tl", "TL. (by order)"),
    ("tuq", "TUQ. (by authority in writing)"),
]


class DocumentSignatory(models.Model):
    """Who signs, and for whom: TM. … / KT. … / title, name (NĐ 30/2020 Điều 13)."""

    _name = "dan_chu.document.signatory"
    _description = "Signatory of a paper"
    _inherit = ["dan_chu.document.part"]

    on_behalf = fields.Char(
        string="TM.", help="The body that decides together: ỦY BAN NHÂN DÂN. Empty: none."
    )
    form = fields.Selection(
        FORMS,
        default="own",
        required=True,
    )
    principal_title = fields.Char(string="Title of whom they sign for", help="HIỆU TRƯỞNG")
    own_title = fields.Char(string="Title of who signs", help="PHÓ HIỆU TRƯỞNG")
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(string="Name as printed")
    lines = fields.Text(string="Printed above the name", compute="_compute_lines")

    @api.depends("on_behalf", "form", "principal_title", "own_title")
    def _compute_lines(self):
        for signatory in self:
            signatory.lines = "\n".join(signatory._lines())

    @api.onchange("employee_id")
    def _onchange_employee_id(self):
        if not self.employee_id:
            return
        if self._is_for_a_part():
            self.name = self.employee_id.sudo().name
            return
        unit = self.document_id.unit_id
        self.update(self._usual_of(unit, self.employee_id) | {"on_behalf": self.on_behalf})

    def _is_for_a_part(self):
        """Secretary, counter, accountant: whoever is named for it, the title stays."""
        if not self.own_title or self.own_title == self._title_of_head():
            return False
        waits = self._origin.own_title and not self._origin.name
        return bool(waits or self._signs_with_others())

    def _title_of_head(self):
        return self.document_id.unit_id.sudo().institution_id.head_title

    def _signs_with_others(self):
        return False

    def _lines(self):
        self.ensure_one()
        return title_lines(
            self.form,
            self.own_title or "",
            self.principal_title or "",
            self.on_behalf or "",
        )

    @api.model
    def _usual(self, unit, board_name=None):
        """The head signs, of the institution or of the part that has one; a board has its own."""
        if board_name:
            return {"on_behalf": board_name, "form": "own", "own_title": "TRƯỞNG BAN"}
        unit = unit.sudo()
        holder = unit if unit.head_id else unit.institution_id
        return self._usual_of(unit, holder.head_id) if holder else {}

    @api.model
    def _usual_of(self, unit, person):
        """How that person signs for the unit: as head, for the head, or by order."""
        unit, person = unit.sudo(), person.sudo()
        top = unit.institution_id
        head_title = top.head_title or ""
        title = person.job_title or ""
        values = {
            "employee_id": person.id,
            "name": person.name,
            "on_behalf": top.signing_body,
            "form": "own",
            "own_title": head_title,
            "principal_title": False,
        }
        if person and person != top.head_id:
            is_deputy = person in top.deputy_ids
            values |= {
                "form": "kt" if is_deputy else "tl",
                "principal_title": head_title,
                "own_title": title or (is_deputy and f"Phó {head_title}") or "",
            }
        return values
