import json

from odoo import api, fields, models
from odoo.tools import SQL

from ..lib.citation import long_date
from ..lib.paper.canonical import canonical, sha256
from ..lib.plan_text import running
from .document import STATES
from .owner_unit import OwnerUnit

EVENTS = [
    ("issued", "Issued"),
    ("numbered", "Number filled in"),
    ("amended", "Amended by another paper"),
    ("corrected", "Form corrected by another paper"),
    ("superseded", "Superseded"),
    ("withdrawn", "Withdrawn"),
]


class Revision(models.Model):
    """What was issued, as it was issued (bản ban hành); and what became of it since.

    This is what others read of a paper. A row holds the whole content, its hash, and the hash of
    the row before: whoever changes one in the database breaks the chain behind it.
    """

    _name = "dan_chu.revision"
    _description = "Issued paper"
    _inherit = ["dan_chu.guarded.name", "dan_chu.folded.search", "dan_chu.append.only"]
    _order = "date desc, id desc"
    _rec_name = "title"
    _folded_fields = ("title", "reference", "kind_name", "unit_name")
    _frozen_free = ("search_text", "write_uid", "write_date")

    document_id = fields.Many2one(
        "dan_chu.document", string="Paper", required=True, index=True, ondelete="restrict"
    )
    res_model = fields.Char(required=True)
    res_id = fields.Many2oneReference(model_field="res_model", required=True)
    sequence = fields.Integer(string="No.", required=True, aggregator=False)
    event = fields.Selection(EVENTS, required=True)
    state = fields.Selection(STATES, string="The paper is", required=True)
    reason = fields.Char()
    unit_id = OwnerUnit("dan_chu.unit", required=True, index=True, ondelete="restrict")
    unit_name = fields.Char(string="Issued by", required=True)
    kind_id = fields.Many2one("dan_chu.document.kind", required=True, ondelete="restrict")
    kind_name = fields.Char(string="Kind as issued", required=True)
    title = fields.Char(string="Subject", required=True)
    reference = fields.Char(string="Number and symbol")
    date = fields.Date(string="Dated", required=True)
    signers = fields.Char(string="Signed by")
    is_internal = fields.Boolean(string="Within the institution")
    issue_door = fields.Selection(
        [("system", "Approved in the system"), ("paper", "Signed on paper")],
        string="How issued",
        required=True,
    )
    content = fields.Text(required=True)
    content_sha256 = fields.Char(string="SHA-256", required=True)
    previous_sha256 = fields.Char(string="SHA-256 of the row before")
    issued_by_id = fields.Many2one(
        "res.users", string="Done by", required=True, index=True, ondelete="restrict"
    )
    issued_on = fields.Datetime(string="On", required=True)
    pdf_attachment_id = fields.Many2one(
        "ir.attachment", string="PDF", required=True, ondelete="restrict"
    )
    docx_attachment_id = fields.Many2one(
        "ir.attachment", string="Word", required=True, ondelete="restrict"
    )
    file_ids = fields.Many2many(
        "ir.attachment", string="Attached files", compute="_compute_file_ids"
    )
    delivery_ids = fields.One2many("dan_chu.delivery", "revision_id", string="Sent to")
    basis_text = fields.Char(compute="_compute_basis_text")
    is_latest = fields.Boolean(compute="_compute_is_latest", search="_search_is_latest")

    _in_order = models.UniqueIndex("(document_id, sequence)", "The row before has just changed.")
    _by_unit_and_day = models.Index("(unit_id, date DESC, id DESC)")

    @api.depends("title", "reference", "kind_name")
    def _compute_display_name(self):
        super()._compute_display_name()

    def _name_for_readers(self):
        for revision in self:
            named = " ".join(filter(None, (revision.kind_name, revision.reference)))
            revision.display_name = f"{named}: {revision.title}"

    @api.depends("kind_name", "reference", "date", "unit_name", "title")
    def _compute_basis_text(self):
        """In full, as it stands after “Căn cứ” in another paper."""
        for revision in self:
            number = revision.reference and f"số {revision.reference}"
            day = revision.date and f"ngày {long_date(revision.date)}"
            words = (
                revision.kind_name,
                number,
                day,
                f"của {revision.unit_name}",
                running(revision.title),
            )
            revision.basis_text = " ".join(filter(None, words))

    def _compute_file_ids(self):
        """What was attached: the scan of what was signed on paper, and the rest."""
        of_papers = self.search([("document_id", "in", self.document_id.ids)])
        files = self.env["ir.attachment"].search(
            [("res_model", "=", self._name), ("res_id", "in", of_papers.ids)]
        )
        printed = of_papers.pdf_attachment_id | of_papers.docx_attachment_id
        paper_of = {row.id: row.document_id for row in of_papers}
        attached = (files - printed).grouped(lambda file: paper_of[file.res_id])
        for revision in self:
            revision.file_ids = attached.get(revision.document_id)

    @api.depends("document_id.revision_ids")
    def _compute_is_latest(self):
        latest = set(
            self.env.execute_query(
                SQL(
                    "SELECT DISTINCT ON (document_id) id FROM dan_chu_revision"
                    " WHERE document_id = ANY(%s) ORDER BY document_id, sequence DESC",
                    self.document_id.ids,
                )
            )
        )
        for revision in self:
            revision.is_latest = (revision.id,) in latest

    @api.model
    def _search_is_latest(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        later = SQL(
            "(SELECT mine.id FROM dan_chu_revision mine WHERE NOT EXISTS (SELECT FROM"
            " dan_chu_revision later WHERE later.document_id = mine.document_id"
            " AND later.sequence > mine.sequence))"
        )
        return [("id", "in", later)]

    def action_open_pdf(self):
        self.ensure_one()
        self.check_access("read")
        return self._download(self.pdf_attachment_id)

    def action_open_docx(self):
        self.ensure_one()
        self.check_access("read")
        return self._download(self.docx_attachment_id)

    def _download(self, attachment):
        return {"type": "ir.actions.act_url", "url": f"/web/content/{attachment.id}?download=true"}

    @api.model
    def _append(self, document, event, reason=None):
        """The next row of a paper: its content if that is new, and always what became of it."""
        document = document.sudo()
        last = document.revision_ids.sorted("sequence")[-1:]
        printed = event in ("issued", "numbered")
        body = document._body()
        paper = document._paper() if event == "issued" else None
        if event == "numbered":
            paper = document._with_number(body._issued_paper())
        files = document._printed_files(paper) if printed else last._files()
        attached = document._attached_files() if printed else []
        now = fields.Datetime.now()
        meta = {
            "event": event,
            "sequence": last.sequence + 1,
            "state": document.state,
            "reason": reason or None,
            "previous_sha256": last.content_sha256 or None,
            "issued_by": self.env.user.name,
            "issued_on": fields.Datetime.to_string(now),
            "unit_name": document._unit_name(),
            "kind_name": document.kind_id.name,
            "title": document.title,
            "reference": document.reference or None,
            "date": fields.Date.to_string(document.date),
            "signers": ", ".join(filter(None, document.signatory_ids.mapped("name"))) or None,
            "is_internal": document.circulation == "internal" or bool(document.sealed_board_id),
            "is_closed": body._is_closed(),
            "is_to_head": body._is_to_head(),
            "issue_door": document.issue_door,
        }
        content = canonical(
            {
                "revision": meta,
                "paper": paper,
                "record": body._record() if printed else None,
                "files": [
                    {"name": file["name"], "sha256": sha256(file["raw"])}
                    for file in (*files, *attached)
                ],
            }
        )
        columns = {name: value for name, value in meta.items() if name != "issued_by"}
        stored = self.env["ir.attachment"]
        if printed:
            stored = stored._dan_chu_frozen([*files, *attached])
        pdf, docx = stored[:2] or (last.pdf_attachment_id, last.docx_attachment_id)
        revision = self._add(
            {
                **columns,
                "issued_on": now,
                "issued_by_id": self.env.uid,
                "document_id": document.id,
                "res_model": body._name,
                "res_id": body.id,
                "unit_id": document.unit_id.id,
                "sealed_board_id": document.sealed_board_id.id,
                "kind_id": document.kind_id.id,
                "content": content,
                "content_sha256": sha256(content),
                "pdf_attachment_id": pdf.id,
                "docx_attachment_id": docx.id,
            }
        )
        stored._dan_chu_hang_on(revision)
        return revision

    def _as_it_stands(self):
        """The newest row of the same paper: its number may have come later."""
        self.ensure_one()
        return self.search(
            [("document_id", "=", self.document_id.id)], order="sequence desc", limit=1
        )

    def _files(self):
        """The two prints of the row, as they are stored."""
        self.ensure_one()
        return [
            {"name": file.name, "raw": file.raw}
            for file in (self.pdf_attachment_id, self.docx_attachment_id)
        ]

    def _parsed(self):
        return json.loads(self.content)
