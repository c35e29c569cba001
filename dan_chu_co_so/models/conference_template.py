from odoo import fields, models


class ConferenceTemplate(models.Model):
    """An agenda to begin from (chương trình hội nghị mẫu)."""

    _name = "dan_chu.conference.template"
    _description = "Template of an agenda"
    _inherit = ["dan_chu.folded.search"]
    _order = "sequence, id"
    _folded_fields = ("name",)

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    conference_kind = fields.Selection(
        [("full", "Full"), ("delegates", "Of delegates"), ("extraordinary", "Extraordinary")],
        string="For conferences of the kind",
        help="Empty: for every kind.",
    )
    unit_kind_ids = fields.Many2many(
        "dan_chu.unit.kind", string="Kinds of units", help="Empty: for every unit."
    )
    note = fields.Text()
    line_ids = fields.One2many(
        "dan_chu.conference.template.line", "template_id", string="Agenda items", copy=True
    )

    def _suiting(self, unit, kind):
        """Those for such a unit and such a conference, the most particular first."""
        rows = self.filtered(
            lambda row: (
                (not row.unit_kind_ids or unit.kind_id in row.unit_kind_ids)
                and row.conference_kind in (False, kind)
            )
        )
        return rows.sorted(
            lambda row: (not row.conference_kind, not row.unit_kind_ids, row.sequence, row.id)
        )

    def _item_values(self, unit):
        """Rows of an agenda, with the speakers as they are called in that unit."""
        self.ensure_one()
        named = self._speakers(unit)
        return [
            {
                "name": line.name,
                "kind": line.kind,
                "speaker": line.speaker or named.get(line.speaker_role),
                "minutes": line.minutes,
                "legal_note": line.legal_note,
                "sequence": 10 * place,
            }
            for place, line in enumerate(self.line_ids, start=1)
        ]

    def _speakers(self, unit):
        """As they are printed."""
        unit = unit.sudo()
        head = unit.head_title or "Người đứng đầu"
        union = "Chủ tịch Công đoàn" if unit.has_union else False
        representative = union or unit.representative_body or "Đại diện người lao động"
        return {
            "head": head,
            "representative": representative,
            "both": f"{head}; {representative}",
            "inspectorate": "Trưởng Ban Thanh tra nhân dân",
            "chair": "Chủ tọa",
            "secretary": "Thư ký",
            "counters": "Trưởng ban kiểm phiếu",
            "staff": "Người dự hội nghị",
        }
