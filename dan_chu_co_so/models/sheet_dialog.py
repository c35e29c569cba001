import base64

from odoo import fields, models
from odoo.exceptions import AccessError

from ..lib.sheet import shown
from .owner_unit import OwnerUnit


class SheetDialog(models.AbstractModel):
    """A table chosen in a dialog: shown there, and saved as PDF or Excel."""

    _name = "dan_chu.sheet.dialog"
    _description = "Dialog that shows a sheet"
    _inherit = ["dan_chu.readable.links"]
    _file_name = None

    unit_id = OwnerUnit(
        "dan_chu.unit",
        required=True,
        default=lambda self: self.env["dan_chu.document"]._default_unit(),
    )
    shown = fields.Html(compute="_compute_shown", sanitize=False)
    data = fields.Binary(string="File", attachment=True, readonly=True)

    def _sheet(self):
        """The `Sheet` of what is chosen."""
        raise NotImplementedError

    def _compute_shown(self):
        for dialog in self:
            dialog.shown = dialog._is_of_house() and self.env["ir.qweb"]._render(
                "dan_chu_co_so.sheet_on_screen", {"sheet": dialog._sheet(), "shown": shown}
            )

    def action_pdf(self):
        self.ensure_one()
        self._check_is_of_house()
        sheets = self.env["dan_chu.sheet"]
        return self._file(sheets._pdf_of(self.unit_id, self._sheet(), landscape=True), "pdf")

    def action_excel(self):
        self.ensure_one()
        self._check_is_of_house()
        return self._file(self.env["dan_chu.sheet"]._excel_of(self._sheet()), "xlsx")

    def _is_of_house(self):
        """A letterhead is used by the officers and the head of its unit."""
        unit = self.unit_id._origin
        reach = self.env.user._dan_chu_reach
        return bool(unit) and any(unit.id in reach(role) for role in ("officer", "head"))

    def _check_is_of_house(self):
        self.check_access("write")
        if not self._is_of_house():
            raise AccessError(
                self.env._("This is for the officers and the head of %s.", self.unit_id.name)
            )

    def _file(self, data, ending):
        self.data = base64.b64encode(data)
        url = f"/web/content/{self._name}/{self.id}/data/{self._file_name}.{ending}?download=true"
        return {"type": "ir.actions.act_url", "url": url}
