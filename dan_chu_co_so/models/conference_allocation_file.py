from odoo import api, fields, models


class ConferenceAllocationFile(models.Model):
    """The minutes of the meeting at which a section chose its delegates."""

    _name = "dan_chu.conference.allocation.file"
    _description = "Minutes of the choice of delegates"
    _inherit = ["dan_chu.conference.part", "dan_chu.evidence"]
    _order = "id"
    _may_change = frozenset(("name", "sequence"))

    allocation_id = fields.Many2one(
        "dan_chu.conference.allocation", required=True, index=True, ondelete="cascade"
    )

    @api.model_create_multi
    def create(self, vals_list):
        """The conference is that of the section."""
        rows = self.env["dan_chu.conference.allocation"]
        default = self.env.context.get("default_allocation_id")
        named = []
        for vals in vals_list:
            row = rows.browse(vals.get("allocation_id", default))
            row.check_access("write")
            named.append({**vals, "conference_id": row.conference_id.id})
        return super().create(named)
