import base64
import binascii

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib import upload
from ..lib.paper.pdf import write_layout
from ..lib.picture import as_jpeg, svg_of
from ..lib.signing import authority
from .document_paper import COUNTRY, MOTTO
from .owner_unit import OwnerUnit

SIZES = ("a4", "a3")


class Certificate(models.Model):
    """How the certificates of an institution look (mẫu giấy khen, giấy chứng nhận)."""

    _name = "dan_chu.certificate"
    _description = "Look of certificates"
    _inherit = ["dan_chu.unit.owned", "dan_chu.readable.links"]
    _rec_name = "unit_id"
    _order = "unit_id"

    unit_id = OwnerUnit(default=lambda self: self.env["dan_chu.movement"]._default_unit())
    background = fields.Binary(
        attachment=True,
        help="A picture as wide as an A4 sheet across: frame, emblem, ornament.",
    )
    is_blank = fields.Boolean(
        string="Printed on blanks",
        help="The sheets bear frame and national title already: neither is printed again.",
    )
    giver = fields.Char(
        string="Given by, as printed", help="Empty: the title of the head and the unit."
    )
    opening = fields.Char(
        string="Word before the award", help="Tặng, Tặng thưởng. Empty: as is usual for the award."
    )
    seal = fields.Selection(
        [("right", "At the right"), ("center", "In the middle")],
        string="Signature and seal",
        required=True,
        default="right",
    )
    register_words = fields.Char(
        string="Entry in the book", default="Vào sổ khen thưởng số: ………", help="Empty: none."
    )

    _one_a_unit = models.UniqueIndex("(unit_id)", "This unit has its certificate already.")

    @api.constrains("unit_id")
    def _check_institution(self):
        for row in self:
            if not row.unit_id.is_institution:
                raise ValidationError(
                    self.env._("Certificates are given by an institution, not by a part of it.")
                )

    @api.model_create_multi
    def create(self, vals_list):
        named = self._named_by_default()
        rows = super().create([self._with_picture({**named, **vals}) for vals in vals_list])
        rows._require_role("officer")
        return rows

    def write(self, vals):
        self._require_role("officer")
        return super().write(self._with_picture(vals))

    def action_sample(self, size="a4"):
        """As it looks with a name that is as long as names get."""
        self.ensure_one()
        self.check_access("read")
        if size not in SIZES:
            size = "a4"
        return {
            "type": "ir.actions.act_url",
            "url": f"/dan_chu/certificates/sample/{self.id}/{size}.pdf",
        }

    @api.model
    def _of(self, unit):
        """Of the institution, or what is usual."""
        return self.sudo().search([("unit_id", "=", unit.id)]) or self.sudo().new(
            {"unit_id": unit.id, "register_words": self._default_words()}
        )

    @api.model
    def _default_words(self):
        return self.default_get(["register_words"]).get("register_words")

    def _pdf(self, size, rows):
        """`rows`: the words of each certificate, from `lib.certificate`."""
        self.ensure_one()
        look = self.sudo()
        unit = look.unit_id
        giver = look.giver or authority(unit.name, unit.head_title or "", unit.signing_body or "")
        content = {
            "size": size,
            "title": f"Giấy khen, giấy chứng nhận của {unit.name}",
            "country": COUNTRY,
            "motto": MOTTO,
            "is_blank": look.is_blank,
            "background": look._background_svg(),
            "seal": look.seal,
            "rows": [{"giver": giver, **row} for row in rows],
        }
        return self.env["dan_chu.document"]._or_told(
            lambda paper: write_layout("certificate.typ", paper), content
        )

    def _sample_pdf(self, size):
        self.ensure_one()
        self.check_access("read")
        commendations = self.env["dan_chu.commendation"]
        return self._pdf(size, [commendations._sample_certificate(self)])

    def _background_svg(self):
        if not self.background or self.is_blank:
            return None
        return svg_of(base64.b64decode(self.background))

    @api.model
    def _with_picture(self, vals):
        data = vals.get("background")
        if not data:
            return vals
        try:
            picture = as_jpeg(base64.b64decode(data))
        except upload.Refused as refused:
            raise UserError(self._say_refused(refused)) from None
        except (binascii.Error, ValueError):
            raise UserError(self._say_refused(upload.Refused("damaged"))) from None
        return {**vals, "background": base64.b64encode(picture)}

    @api.model
    def _say_refused(self, refused):
        if refused.reason == "large":
            return self.env._(
                "The background has %(size)s MB; %(limit)s MB at most are taken.",
                size=f"{refused.values['size']:g}",
                limit=refused.values["limit"] // upload.MEGABYTE,
            )
        if refused.reason == "damaged":
            return self.env._("The background is damaged or cut short: choose it again.")
        return self.env._(
            "The background is a picture saved as JPEG, PNG or WebP; this file is none. Export it "
            "as one of them from the program it was drawn in."
        )
