from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.text import fold
from ..lib.unit_names import guess_kind


class UnitFromHr(models.TransientModel):
    """Make or complete the tree of units from HR's companies and departments.

    It shows what it will do before it does it, and a second run finds what the first one made.
    """

    _name = "dan_chu.unit.from.hr"
    _description = "Create units from HR"

    company_ids = fields.Many2many(
        "res.company", string="Companies", default=lambda self: self.env.companies
    )
    parent_id = fields.Many2one(
        "dan_chu.unit", string="Under", help="Where the companies stand. Empty: at the top."
    )
    line_ids = fields.One2many(
        "dan_chu.unit.from.hr.line",
        "wizard_id",
        compute="_compute_line_ids",
        store=True,
        readonly=False,
    )
    create_count = fields.Integer(compute="_compute_counts")
    link_count = fields.Integer(compute="_compute_counts")
    staff_count = fields.Integer(compute="_compute_counts")

    @api.depends("company_ids", "parent_id")
    def _compute_line_ids(self):
        for wizard in self:
            companies = wizard.company_ids._origin
            departments = self.env["hr.department"].search(
                [("company_id", "in", [*companies.ids, False])], order="parent_path"
            )
            sources = [*companies, *departments]
            wizard.line_ids = [Command.clear()] + [
                Command.create(wizard._line_for(source, position))
                for position, source in enumerate(sources)
            ]

    @api.depends("line_ids.action")
    def _compute_counts(self):
        for wizard in self:
            actions = wizard.line_ids.mapped("action")
            wizard.create_count = actions.count("create")
            wizard.link_count = actions.count("link")
            wizard.staff_count = (
                self.env["hr.employee"]
                .sudo()
                .search_count(
                    [
                        ("company_id", "in", wizard.company_ids._origin.ids),
                        ("dan_chu_unit_id", "=", False),
                    ]
                )
            )

    def _line_for(self, source, position):
        is_company = source._name == "res.company"
        link = "company_id" if is_company else "department_id"
        units = self.env["dan_chu.unit"].with_context(active_test=False)
        linked = units.search([(link, "=", source.id)], limit=1)
        if is_company and linked.department_id:
            linked = units
        same_name = units.search([("name", "=", source.name), (link, "=", False)]).filtered(
            lambda unit: fold(unit.name) == fold(source.name)
        )
        found = linked or (same_name if len(same_name) == 1 else units)
        guessed = guess_kind(source.name)
        if guessed == "other":
            guessed = "public_unit" if is_company else "section"
        kind = self.env.ref(f"dan_chu_co_so.unit_kind_{guessed}", raise_if_not_found=False)
        return {
            "sequence": position,
            "company_id": source.id if is_company else False,
            "department_id": False if is_company else source.id,
            "name": source.name,
            "kind_id": found.kind_id.id or (kind and kind.id),
            "unit_id": found.id,
            "action": "keep" if linked else "link" if found else "create",
        }

    def action_apply(self):
        """From the top down, so that every parent is there before its parts."""
        self.ensure_one()
        if not self.line_ids:
            raise UserError(
                self.env._("There is no company or department to make units from. Choose one.")
            )
        by_source = {}
        for line in self.line_ids.sorted("sequence"):
            source = line.company_id or line.department_id
            by_source[source] = line._apply(self._parent_of(line, by_source))
        touched = self.env["dan_chu.unit"].union(*by_source.values())
        touched._adopt_department_staff()
        for unit in touched.filtered(lambda unit: unit.company_id and not unit.department_id):
            self.env["hr.employee"].sudo().search(
                [
                    ("company_id", "=", unit.company_id.id),
                    ("department_id", "=", False),
                    ("dan_chu_unit_id", "=", False),
                ]
            ).dan_chu_unit_id = unit
        action = self.env["ir.actions.act_window"]._for_xml_id("dan_chu_co_so.unit_action")
        return {**action, "domain": [("id", "in", touched.ids)], "target": "main"}

    def _parent_of(self, line, by_source):
        if line.company_id:
            return self.parent_id
        department = line.department_id.parent_id
        while department and not by_source.get(department):
            department = department.parent_id
        return (
            by_source.get(department)
            or by_source.get(line.department_id.company_id)
            or self.parent_id
        )


class UnitFromHrLine(models.TransientModel):
    _name = "dan_chu.unit.from.hr.line"
    _description = "Create units from HR: one unit"
    _order = "sequence, id"

    wizard_id = fields.Many2one("dan_chu.unit.from.hr", required=True, ondelete="cascade")
    sequence = fields.Integer()
    company_id = fields.Many2one("res.company", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    name = fields.Char(required=True)
    kind_id = fields.Many2one("dan_chu.unit.kind")
    unit_id = fields.Many2one("dan_chu.unit", string="Existing unit")
    action = fields.Selection(
        [
            ("create", "Create"),
            ("link", "Link to the existing unit"),
            ("keep", "Already there"),
            ("skip", "Leave out"),
        ],
        string="What will be done",
        required=True,
        default="create",
    )

    def _apply(self, parent):
        """The unit that now stands for this line's source; empty when left out."""
        units = self.env["dan_chu.unit"]
        source = (
            {"company_id": self.company_id.id}
            if self.company_id
            else {"department_id": self.department_id.id}
        )
        if self.action == "skip":
            return units
        if self.action == "keep":
            return self.unit_id
        if self.action == "link":
            if not self.unit_id:
                raise UserError(
                    self.env._("“%s”: choose the unit to link it to, or create one.", self.name)
                )
            self.unit_id.write(source)
            return self.unit_id
        if not self.kind_id:
            raise UserError(self.env._("“%s”: choose what kind of unit it is.", self.name))
        return units.create(
            {"name": self.name, "kind_id": self.kind_id.id, "parent_id": parent.id, **source}
        )
