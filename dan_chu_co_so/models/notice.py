from odoo import api, fields, models
from odoo.exceptions import ValidationError


class Notice(models.Model):
    """A general paper: notice, invitation, official letter, submission to the superior."""

    _name = "dan_chu.notice"
    _description = "General paper"
    _inherit = ["dan_chu.paper", "dan_chu.rich.text"]
    _order = "id desc"
    _rec_name = "title"

    content = fields.Html(string="Text")
    invited = fields.Text(help="One a line.")
    event_name = fields.Char(string="To take part in")
    chair = fields.Char(string="Chaired by")
    secretary = fields.Char()
    starts_at = fields.Datetime(string="Begins")
    ends_at = fields.Datetime(string="Ends")
    location = fields.Char(string="Place of the meeting")
    is_meeting = fields.Boolean(compute="_compute_is_meeting")

    _ends_after_start = models.Constraint(
        "CHECK(ends_at >= starts_at)", "A meeting cannot end before it begins."
    )

    @api.depends("kind_id")
    def _compute_is_meeting(self):
        invitation = self.env.ref("dan_chu_co_so.document_kind_gm")
        for notice in self:
            notice.is_meeting = (
                notice.kind_id == invitation or notice.kind_id.head_form == "minutes"
            )

    @api.constrains("document_id", "kind_id")
    def _check_is_general(self):
        for notice in self:
            if not notice.kind_id.is_general:
                raise ValidationError(
                    self.env._(
                        "“%s” has a screen of its own: a general paper is a notice, an "
                        "invitation, an official letter or a submission.",
                        notice.kind_id.name,
                    )
                )

    def _body_template(self):
        if self.kind_id == self.env.ref("dan_chu_co_so.document_kind_gm"):
            return "dan_chu_co_so.paper_body_invitation"
        return super()._body_template()

    def _missing(self):
        missing = super()._missing()
        if self.is_meeting:
            missing += [
                self._fields[name].get_description(self.env)["string"]
                for name in ("invited", "starts_at", "location")
                if not self[name]
            ]
        elif not self._printable("content").striptags().strip():
            missing.append(self._fields["content"].get_description(self.env)["string"])
        return missing

    def _record_fields(self):
        return [
            "content",
            "invited",
            "event_name",
            "chair",
            "secretary",
            "starts_at",
            "ends_at",
            "location",
        ]

    def _follow_up(self, how):
        """A correction of the form is made by an official letter (công văn đính chính)."""
        if how not in ("corrects", "withdraws"):
            return super()._follow_up(how)
        return self._letter_about(self.document_id, how)

    @api.model
    def _letter_about(self, document, how):
        """The official letter that corrects the form of a paper of any kind, or withdraws it."""
        letter = self.env.ref("dan_chu_co_so.document_kind_cv")
        verb = {"corrects": "đính chính", "withdraws": "thu hồi"}[how]
        named = document._named_with_kind()
        return self.create(
            {
                "unit_id": document.unit_id.id,
                "kind_id": letter.id,
                "title": f"{verb} {named}",
                "follows_id": document.id,
                "follows_how": how,
                "recipient_ids": [
                    fields.Command.create(
                        {
                            "place": row.place,
                            "recipient_unit_id": row.recipient_unit_id.id,
                            "name": row.name,
                            "purpose": row.purpose,
                        }
                    )
                    for row in document.recipient_ids
                ],
            }
        )
