from markupsafe import Markup

from odoo import api, models
from odoo.exceptions import ValidationError

from ..lib.paper.on_screen import on_screen
from ..lib.paper.rich_text import Unprintable, reduce


class RichText(models.AbstractModel):
    """Text with headings, lists and tables that users type, and that papers print."""

    _name = "dan_chu.rich.text"
    _description = "Printable rich text"

    _rich_fields = ("content",)

    @api.constrains(lambda self: self._rich_fields)
    def _check_printable(self):
        for row in self:
            for name in self._rich_fields:
                row._printable(name)

    def _printable(self, name):
        """The field in the vocabulary of printed papers."""
        self.ensure_one()
        try:
            # Nothing but the vocabulary is left: text is escaped, attributes are our own.
            return Markup(reduce(self[name] or ""))  # noqa: S704
        except Unprintable as error:
            raise ValidationError(
                self.env._(
                    "“%(field)s” holds a piece that is not printed in an official paper: "
                    "%(piece)s. Take it out, or attach it as a file.",
                    field=self._fields[name].get_description(self.env)["string"],
                    piece=error,
                )
            ) from None

    def _on_screen(self, name):
        """The same for eyes before it is printed, the numbers of its articles among it."""
        return Markup(on_screen(self._printable(name)))  # noqa: S704
