from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ConferenceAllocation(models.Model):
    """How many delegates a section sends, and whom it has chosen (phân bổ đại biểu).

    The law names no number a section: what the head and the representative agreed is entered.
    """

    _name = "dan_chu.conference.allocation"
    _description = "Delegates of a section"
    _inherit = ["dan_chu.conference.part"]
    _rec_name = "section"

    section_id = fields.Many2one(
        "dan_chu.unit",
        string="Section of the staff",
        index="btree_not_null",
        ondelete="restrict",
        help="Which chooses them.",
    )
    section = fields.Char(
        string="Chosen by",
        required=True,
        compute="_compute_section",
        store=True,
        readonly=False,
        precompute=True,
        help="As printed: Tổ Toán – Tin; Đại biểu đương nhiên.",
    )
    body_id = fields.Many2one(
        "dan_chu.conference.body", index="btree_not_null", ondelete="restrict"
    )
    people_count = fields.Integer(string="Head-count")
    number = fields.Integer(string="Delegates to choose")
    met_on = fields.Date(string="Met on")
    present_count = fields.Integer(string="Came to the meeting")
    note = fields.Char(help="How they were chosen: show of hands, ballot.")
    delegate_ids = fields.One2many(
        "dan_chu.conference.attendee", "allocation_id", string="Delegates"
    )
    file_ids = fields.One2many(
        "dan_chu.conference.allocation.file", "allocation_id", string="Minutes of the section"
    )
    chosen_count = fields.Integer(string="Chosen", compute="_compute_chosen_count")
    listed_ids = fields.Many2many("hr.employee.public", compute="_compute_listed_ids")

    _section_once = models.UniqueIndex(
        "(conference_id, section_id) WHERE section_id IS NOT NULL",
        "This section has its line in the allocation already.",
    )
    _counts = models.Constraint(
        "CHECK(people_count >= 0 AND number >= 0 AND present_count >= 0)",
        "People are counted in whole numbers, not below zero.",
    )

    @api.depends("section_id")
    def _compute_section(self):
        for row in self:
            row.section = row.section_id.sudo().name or row.section

    @api.depends("delegate_ids.is_off")
    def _compute_chosen_count(self):
        """Also of those who are being chosen, and not saved yet."""
        for row in self:
            row.chosen_count = len(row.delegate_ids.filtered(lambda delegate: not delegate.is_off))

    @api.depends("delegate_ids.employee_id", "conference_id")
    def _compute_listed_ids(self):
        """Who need not be offered again."""
        attendees = self.env["dan_chu.conference.attendee"]
        for row in self:
            listed = attendees.search([("conference_id", "=", row.conference_id._origin.id)])
            people = (listed - row._origin.delegate_ids).employee_id | row.delegate_ids.employee_id
            row.listed_ids = people.ids

    @api.constrains("section_id", "body_id", "conference_id")
    def _check_same_house(self):
        for row in self:
            if row.body_id and row.body_id.conference_id != row.conference_id:
                raise ValidationError(
                    self.env._("“%s” is a body of another conference.", row.body_id.name)
                )

    def action_open_delegates(self):
        """The people of the section, to choose from."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Delegates: %s", self.section),
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
        }
