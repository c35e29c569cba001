from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

KINDS = [
    ("speech", "Speech"),
    ("question", "Question, proposal"),
    ("answer", "Reply"),
    ("conclusion", "Conclusion"),
]
_BY_THE_SYSTEM = {"author_id", "noted_on", "client_key"}
# Once the minutes are with those who sign them, what they were written from rests.
_MINUTES_REST = ("submitted", "issued", "superseded")


class ConferenceNote(models.Model):
    """What somebody said at a conference, as the secretary notes it while it is said."""

    _name = "dan_chu.conference.note"
    _description = "Note of what was said"
    _inherit = ["dan_chu.conference.part"]
    _order = "conference_id, noted_on, id"
    _rec_name = "text"
    # After the end as well: a secretary completes in the evening what the hand could not follow.
    _open_in = ("called", "open", "ballot", "closed")
    _frozen_how = "note"

    item_id = fields.Many2one(
        "dan_chu.conference.item", string="Agenda item", index="btree_not_null", ondelete="set null"
    )
    note_kind = fields.Selection(KINDS, string="What it is", required=True, default="speech")
    speaker = fields.Char(help="As printed: Đỗ Thu Hà, Tổ Toán – Tin.")
    text = fields.Text(string="What was said", required=True)
    answers_id = fields.Many2one(
        "dan_chu.conference.note", string="Replies to", index="btree_not_null", ondelete="set null"
    )
    noted_on = fields.Datetime(readonly=True, copy=False)
    author_id = fields.Many2one(
        "res.users", string="Noted by", readonly=True, copy=False, ondelete="restrict"
    )
    client_key = fields.Char(readonly=True, copy=False)

    _key_once = models.UniqueIndex("(client_key) WHERE client_key IS NOT NULL")

    @api.constrains("item_id", "answers_id", "conference_id")
    def _check_same_conference(self):
        for note in self.sudo():
            for other in (note.item_id, note.answers_id):
                if other and other.conference_id != note.conference_id:
                    raise ValidationError(
                        self.env._("A note is of an item of its own conference's agenda.")
                    )

    @api.model_create_multi
    def create(self, vals_list):
        kept = [
            {
                **{name: vals[name] for name in vals if name not in _BY_THE_SYSTEM},
                "author_id": self.env.uid,
                "noted_on": fields.Datetime.now(),
            }
            for vals in vals_list
        ]
        return super().create(kept)

    def write(self, vals):
        if vals.keys() & _BY_THE_SYSTEM:
            raise UserError(self.env._("Who noted what, and when, is kept by the system."))
        return super().write(vals)

    @api.model
    def _check_open(self, conferences):
        super()._check_open(conferences)
        at_rest = self._minutes_at_rest(conferences)
        if at_rest:
            raise UserError(
                self.env._(
                    "The minutes of “%s” are submitted for signature or issued: what was noted "
                    "does not change any more. Have them returned for correction first.",
                    at_rest[:1].conference_id.display_name,
                )
            )

    @api.model
    def _minutes_at_rest(self, conferences):
        papers = self.env["dan_chu.conference.paper"].sudo()
        return papers.search(
            [
                ("conference_id", "in", conferences.ids),
                ("form", "=", "minutes"),
                ("state", "in", _MINUTES_REST),
            ]
        )


class Conference(models.Model):
    _inherit = "dan_chu.conference"

    note_ids = fields.One2many(
        "dan_chu.conference.note",
        "conference_id",
        string="Notes",
        groups="dan_chu_co_so.group_officer,dan_chu_co_so.group_head,"
        "dan_chu_co_so.group_representative",
    )
