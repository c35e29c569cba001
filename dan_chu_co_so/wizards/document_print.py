import base64

from odoo import Command, api, fields, models
from odoo.exceptions import UserError
from odoo.tools.pdf import merge_pdf

from ..lib.packing import numbered, zipped

SLICE = 10


class DocumentPrint(models.TransientModel):
    """Many papers in one go: the browser asks for one slice after the other, and for the file."""

    _name = "dan_chu.document.print"
    _description = "Print many papers"

    document_ids = fields.Many2many("dan_chu.document", string="Papers")
    file_format = fields.Selection(
        [
            ("pdf", "One PDF file"),
            ("pdf_zip", "PDF files in a zip"),
            ("docx_zip", "Word files in a zip"),
        ],
        string="As",
        default="pdf",
        required=True,
    )
    data = fields.Binary(string="File", attachment=True, readonly=True)

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        model, ids = (self.env.context.get(f"active_{name}") for name in ("model", "ids"))
        if model in self._printable_models() and ids:
            chosen = self.env[model].browse(ids)
            documents = chosen if model == "dan_chu.document" else chosen.document_id
            values["document_ids"] = [Command.set(documents.ids)]
        return values

    def _printable_models(self):
        inheriting = self.env.registry["dan_chu.paper"]._inherit_children
        return {"dan_chu.document", *inheriting}

    def print_slice(self, first=0):
        """Lays out the papers from `first` on: how many are done, which failed, where the file is.

        A paper that cannot be printed is named, and the others go on.
        """
        self.ensure_one()
        self.check_access("write")
        documents = self.document_ids
        if not documents:
            raise UserError(self.env._("Choose at least one paper to print."))
        documents.check_access("read")
        if not first:
            self._pieces().unlink()
            self.data = False
        failed = []
        for number, document in enumerate(documents[first : first + SLICE], start=first + 1):
            try:
                self._keep_piece(number, document)
            except UserError as error:  # noqa: PERF203
                failed.append({"id": document.id, "message": str(error)})
        done = min(first + SLICE, len(documents))
        is_last = done == len(documents)
        return {
            "done": done,
            "total": len(documents),
            "failed": failed,
            "url": self._packed_url() if is_last else False,
        }

    def _keep_piece(self, number, document):
        is_word = self.file_format == "docx_zip"
        name = f"{document._file_name()}.{'docx' if is_word else 'pdf'}"
        self.env["ir.attachment"].create(
            {
                "name": numbered(number, name),
                "raw": document._docx_to_print() if is_word else document._pdf_to_print(),
                "res_model": self._name,
                "res_id": self.id,
            }
        )

    def _pieces(self):
        return self.env["ir.attachment"].search(
            [
                ("res_model", "=", self._name),
                ("res_id", "=", self.id),
                ("res_field", "=", False),
            ],
            order="id",
        )

    def _packed_url(self):
        pieces = self._pieces()
        if not pieces:
            return False
        is_zip = self.file_format != "pdf"
        if is_zip:
            packed = zipped((piece.name, piece.raw) for piece in pieces)
        else:
            packed = merge_pdf(pieces.mapped("raw"))
        self.data = base64.b64encode(packed)
        pieces.unlink()
        name = "van-ban.zip" if is_zip else "van-ban.pdf"
        return f"/web/content/{self._name}/{self.id}/data/{name}?download=true"
