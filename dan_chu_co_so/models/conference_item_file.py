from odoo import api, fields, models
from odoo.exceptions import ValidationError


class ConferenceItemFile(models.Model):
    """A paper for the conference, sent before it (tài liệu hội nghị): its people read it once
    they are summoned."""

    _name = "dan_chu.conference.item.file"
    _description = "Paper for a conference"
    _inherit = ["dan_chu.conference.part", "dan_chu.evidence"]
    _open_in = ("draft", "called", "open")
    _may_change = frozenset(("name", "sequence", "item_id"))

    item_id = fields.Many2one(
        "dan_chu.conference.item",
        string="Agenda item",
        index="btree_not_null",
        ondelete="set null",
        help="Empty: for the whole conference.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        items = self.env["dan_chu.conference.item"]
        return super().create(
            [
                {"conference_id": items.browse(vals["item_id"]).conference_id.id, **vals}
                if vals.get("item_id")
                else vals
                for vals in vals_list
            ]
        )

    @api.constrains("item_id", "conference_id")
    def _check_same_conference(self):
        for row in self.filtered("item_id"):
            if row.item_id.conference_id != row.conference_id:
                raise ValidationError(
                    self.env._("“%s” is on the agenda of another conference.", row.item_id.name)
                )


class ConferenceItem(models.Model):
    _inherit = "dan_chu.conference.item"

    file_ids = fields.One2many("dan_chu.conference.item.file", "item_id", string="Papers")
    file_count = fields.Integer(string="Number of papers", compute="_compute_file_count")

    @api.depends("file_ids")
    def _compute_file_count(self):
        counts = dict(
            self.env["dan_chu.conference.item.file"]._read_group(
                [("item_id", "in", self._origin.ids)], ["item_id"], ["__count"]
            )
        )
        for item in self:
            item.file_count = counts.get(item._origin, 0)


class Conference(models.Model):
    _inherit = "dan_chu.conference"

    file_ids = fields.One2many(
        "dan_chu.conference.item.file", "conference_id", string="Papers sent before"
    )
