import base64
import binascii
import hashlib

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib import upload


class Evidence(models.AbstractModel):
    """A photo or file that shows something (minh chứng): who added it, when, and its SHA-256."""

    _name = "dan_chu.evidence"
    _description = "Evidence"
    # What is said about it; the bytes, and what is known of them, are what they are.
    _may_change = {"name"}

    name = fields.Char(string="File name", required=True)
    data = fields.Binary(string="File", required=True, attachment=True)
    sha256 = fields.Char(string="SHA-256", readonly=True, copy=False)
    added_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")
    added_on = fields.Datetime(readonly=True, copy=False)

    @api.model_create_multi
    def create(self, vals_list):
        now = fields.Datetime.now()
        return super().create(
            [
                {
                    **vals,
                    **self._of_content(vals.get("name"), vals.get("data")),
                    "added_by_id": self.env.uid,
                    "added_on": now,
                }
                for vals in vals_list
            ]
        )

    def write(self, vals):
        if vals.keys() - self._may_change:
            raise UserError(
                self.env._("A piece of evidence does not change: delete it and add the other one.")
            )
        if not vals.get("name"):
            return super().write(vals)
        for row in self:
            ending = row.name.rpartition(".")[2]
            named = {"name": upload.file_name(vals["name"], (ending,))}
            super(Evidence, row).write({**vals, **named})
        return True

    def _of_content(self, name, data):
        """Its name and SHA-256, if the file is one that is taken."""
        # As text it is a third longer: what is far too large is not even decoded.
        if len(data or b"") > 2 * upload.LARGEST:
            self._refuse_file(name, upload.Refused("huge", limit=upload.LARGEST))
        try:
            content = base64.b64decode(data or b"")
            kind = upload.check(content)
        except binascii.Error:
            self._refuse_file(name, upload.Refused("damaged"))
        except upload.Refused as refused:
            self._refuse_file(name, refused)
        return {
            "name": upload.file_name(name, kind.extensions),
            "sha256": hashlib.sha256(content).hexdigest(),
        }

    def _refuse_file(self, name, refused):
        name = name or self.env._("This file")
        if refused.reason in ("large", "huge"):
            raise UserError(self._say_too_large(name, **refused.values))
        reasons = {
            "empty": self.env._("“%s” is empty: take the photo or choose the file again.", name),
            "damaged": self.env._("“%s” is damaged or cut short: send it again.", name),
            "program": self.env._("“%s” is a program, whatever it is called: not taken.", name),
            "macros": self.env._(
                "“%s” contains macros, which are programs: save it as a PDF and add that.", name
            ),
            "markup": self.env._(
                "“%s” is a web page or a drawing that can carry a program: add a photo or a PDF "
                "of it.",
                name,
            ),
        }
        raise UserError(
            reasons.get(refused.reason)
            or self.env._(
                "“%s” is of a kind that is not taken. Taken are photos (JPEG, PNG, WebP, HEIC), "
                "PDF, Word, Excel, PowerPoint and recordings (MP3, M4A, WAV, OGG, MP4, WebM).",
                name,
            )
        )

    def _say_too_large(self, name, limit, size=None, family=None):
        limit //= upload.MEGABYTE
        if family is None:
            return self.env._(
                "“%(name)s” is too large: no file may have more than %(limit)s MB.",
                name=name,
                limit=limit,
            )
        families = {
            "photo": self.env._("a photo"),
            "document": self.env._("a document"),
            "recording": self.env._("a recording"),
        }
        return self.env._(
            "“%(name)s” has %(size)s MB; %(what)s may have %(limit)s MB at most.",
            name=name,
            size=f"{size:g}",
            what=families[family],
            limit=limit,
        )


class IrAttachment(models.Model):
    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        files = super().create(vals_list)
        if not self.env.su:
            files._refuse_evidence()
        return files

    def write(self, vals):
        """Its SHA-256 was taken when it came: another content is another piece of evidence."""
        names = {"raw", "datas", "db_datas", "store_fname", "res_model", "res_id", "res_field"}
        if vals.keys() & names or not self.env.su:
            self._refuse_evidence()
        res = super().write(vals)
        if vals.keys() & names and not self.env.su:
            self._refuse_evidence()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_evidence_with_its_row(self):
        if not self.env.su:
            self._refuse_evidence()

    def _refuse_evidence(self):
        kinds = self.pool.descendants(["dan_chu.evidence"], "_inherit")
        if any(file.res_model in kinds and file.res_field for file in self.sudo()):
            raise UserError(
                self.env._("A piece of evidence does not change: delete it and add the other one.")
            )
