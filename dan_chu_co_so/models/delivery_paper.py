from odoo import api, fields, models

from .document import STATES


class Delivery(models.Model):
    """An issued paper, delivered to a unit it is addressed to."""

    _inherit = "dan_chu.delivery"

    directive_id = fields.Many2one(required=False)
    revision_id = fields.Many2one(
        "dan_chu.revision",
        string="Issued paper",
        index="btree_not_null",
        ondelete="restrict",
        readonly=True,
    )
    document_id = fields.Many2one(
        "dan_chu.document", index="btree_not_null", ondelete="restrict", readonly=True
    )
    current_revision_id = fields.Many2one(
        "dan_chu.revision", compute="_compute_current_revision_id", string="As it stands now"
    )
    paper_state = fields.Selection(STATES, compute="_compute_current_revision_id")
    paper_reference = fields.Char(
        string="Number and symbol", compute="_compute_current_revision_id"
    )

    _one_text = models.Constraint(
        "CHECK(num_nonnulls(directive_id, revision_id) = 1)",
        "What is sent is a directing text or an issued paper.",
    )
    _paper_once_a_unit = models.UniqueIndex(
        "(document_id, unit_id) WHERE document_id IS NOT NULL",
        "This paper has already been sent to the unit.",
    )

    @api.depends("revision_id", "document_id.revision_ids")
    def _compute_current_revision_id(self):
        """Its number may have come later, or it was withdrawn: the recipient reads that too."""
        rows = (
            self.env["dan_chu.revision"]
            .sudo()
            .search([("document_id", "in", self.sudo().document_id.ids), ("is_latest", "=", True)])
        )
        latest = {row.document_id.id: row for row in rows}
        for delivery in self:
            row = latest.get(delivery.sudo().document_id.id, rows.browse())
            delivery.current_revision_id = row.sudo(False)
            delivery.paper_state = row.state
            delivery.paper_reference = row.reference or delivery.reference

    def onchange(self, values, field_names, fields_spec):
        """Nobody fills one in: its computes would tell of any paper that is named."""
        self.check_access("write" if self else "create")
        return super().onchange(values, field_names, fields_spec)

    def action_open_pdf(self):
        self.ensure_one()
        self.check_access("read")
        self._mark_seen()
        return self.current_revision_id.action_open_pdf()

    def action_open_docx(self):
        self.ensure_one()
        self.check_access("read")
        self._mark_seen()
        return self.current_revision_id.action_open_docx()

    @api.model
    def _send_revision(self, revision, document):
        """To every unit of the system that the paper names; the own institution reads anyway."""
        own = document.institution_id
        named = document.recipient_ids.recipient_unit_id
        units = named.filtered(lambda unit: unit.institution_id != own)
        return self._send_revision_to(revision, document, units)

    @api.model
    def _send_revision_to(self, revision, document, units):
        """A unit that has the paper already does not get it twice."""
        has_it = self.search([("document_id", "=", document.id), ("unit_id", "in", units.ids)])
        return self.create(
            [
                {
                    "revision_id": revision.id,
                    "document_id": document.id,
                    "unit_id": unit.id,
                    "sender_unit_id": document.unit_id.id,
                    "name": revision.title,
                    "reference": revision.reference,
                    "issuer": revision.unit_name,
                    "date": revision.date,
                    "sent_on": fields.Datetime.now(),
                }
                for unit in units - has_it.unit_id
            ]
        )

    def _own_directive_values(self):
        values = super()._own_directive_values()
        row = self.current_revision_id.sudo()
        if not row:
            return values
        files = row.pdf_attachment_id | row.docx_attachment_id | row.file_ids
        return {
            **values,
            "kind_id": row.kind_id.id,
            "reference": row.reference,
            "file_ids": [
                fields.Command.create({"name": file.name, "data": file.datas}) for file in files
            ],
        }


class Document(models.Model):
    _inherit = "dan_chu.document"

    delivery_ids = fields.One2many(
        "dan_chu.delivery", "document_id", string="Delivered to", readonly=True
    )
