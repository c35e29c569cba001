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
        named = self._named_by_default()
        for vals in vals_list:
            self._check_photo({**named, **vals})
        return super().create(vals_list)

    def write(self, vals):
        self._check_photo(vals)
        return super().write(vals)

    @api.onchange("photo")
    def _onchange_photo(self):
        """Told at once and taken out again: kept in the form it would block all that is typed."""
        words = self._photo_refused(self.photo)
        if not words:
            return None
        self.photo = self._origin.photo
        return {"warning": {"title": self.env._("Photo"), "message": words}}

    @api.model
    def _check_photo(self, vals):
        for name in ("photo", "photo_card"):
            words = self._photo_refused(vals.get(name))
            if words:
                raise UserError(words)

    @api.model
    def _photo_refused(self, data):
        """In words, if it is none that is taken."""
        if not data:
            return None
        try:
            content = base64.b64decode(data)
            is_shown = upload.check(content).mimetype in _SHOWABLE
            if is_shown:
                Image.open(BytesIO(content)).load()
        except upload.Refused as refused:
            if refused.reason == "large":
                return self.env._(
                    "The photo has %(size)s MB; %(limit)s MB at most are taken.",
                    size=f"{refused.values['size']:g}",
                    limit=refused.values["limit"] // upload.MEGABYTE,
                )
            is_shown = False
        except (binascii.Error, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
            return self.env._("The photo is damaged or cut short: choose it again.")
        if is_shown:
            return None
        return self.env._(
            "This is not a photo that browsers show: choose one saved as JPEG, PNG or "
            "WebP. A phone that keeps HEIC photos sends JPEG if it is set to “most "
            "compatible”."
        )
