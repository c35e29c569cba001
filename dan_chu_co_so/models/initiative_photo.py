import base64
import binascii
from io import BytesIO

from PIL import Image

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib import upload

_SHOWABLE = ("image/jpeg", "image/png", "image/webp")


class Initiative(models.Model):
    """The photo of the gallery: one that every browser shows."""

    _inherit = "dan_chu.initiative"

    photo_card = fields.Image(
        string="Photo on the card", related="photo", store=True, max_width=640, max_height=480
    )

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_photo(vals)
        return super().create(vals_list)

    def write(self, vals):
        self._check_photo(vals)
        return super().write(vals)

    @api.model
    def _check_photo(self, vals):
        data = vals.get("photo")
        if not data:
            return
        try:
            content = base64.b64decode(data)
            is_shown = upload.check(content).mimetype in _SHOWABLE
            if is_shown:
                Image.open(BytesIO(content)).load()
        except upload.Refused as refused:
            if refused.reason == "large":
                raise UserError(
                    self.env._(
                        "The photo has %(size)s MB; %(limit)s MB at most are taken.",
                        size=f"{refused.values['size']:g}",
                        limit=refused.values["limit"] // upload.MEGABYTE,
                    )
                ) from None
            is_shown = False
        except (binascii.Error, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            raise UserError(
                self.env._("The photo is damaged or cut short: choose it again.")
            ) from None
        if not is_shown:
            raise UserError(
                self.env._(
                    "This is not a photo that browsers show: choose one saved as JPEG, PNG or "
                    "WebP. A phone that keeps HEIC photos sends JPEG if it is set to “most "
                    "compatible”."
                )
            )
