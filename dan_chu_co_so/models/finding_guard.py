from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

# What its author still changes while the inspection is under way.
_OPEN = {"item_id", "finding_kind", "text", "present", "evidence_ids"}
# Whoever told the board is no part of the finding: their names are mended at any time.
_BESIDE = {"informant_ids"}


class Finding(models.Model):
    """Who notes what, and until when."""

    _inherit = "dan_chu.finding"

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_inspection_id")
        named = [vals.get("inspection_id", default) for vals in vals_list]
        inspections = self.env["dan_chu.inspection"].browse(set(named) - {None, False})
        inspections.check_access("write")
        inspections._hold()
        for vals, inspection_id in zip(vals_list, named, strict=True):
            if inspection_id:
                inspection = inspections.browse(inspection_id)
                inspection._check_takes_findings(is_correction=bool(vals.get("corrects_id")))
        mandates = self._mandates(inspections)
        now = fields.Datetime.now()
        return super().create(
            [
                {
                    **vals,
                    **self._of_author(vals, inspections.browse(inspection_id or ()), mandates),
                    "noted_on": min(fields.Datetime.to_datetime(vals.get("noted_on")) or now, now),
                }
                for vals, inspection_id in zip(vals_list, named, strict=True)
            ]
        )

    def write(self, vals):
        if vals.keys() - _OPEN - _BESIDE:
            raise UserError(
                self.env._(
                    "Where a finding was made, by whom and when does not change: delete it and "
                    "note it again, or correct it by a new line."
                )
            )
        if vals.keys() & _OPEN:
            self._check_may_change()
        return super().write(vals)

    def unlink(self):
        # Their files go with them, which the database alone would leave behind.
        self._check_may_change()
        self.evidence_ids.unlink()
        return super().unlink()

    @api.model
    def _of_author(self, vals, inspection, mandates):
        """Who it is of and who reaches it: settled by who writes it, where."""
        author = {"author_id": self.env.uid, "noted_by_id": mandates.get(inspection.board_id.id)}
        if self.env.su:
            author |= {name: vals[name] for name in author if vals.get(name)}
        return {
            **author,
            "unit_id": inspection.unit_id.id,
            "sealed_board_id": inspection.sealed_board_id.id,
        }

    @api.model
    def _mandates(self, inspections):
        """Of the user today, by the id of the board."""
        members = (
            self.env["dan_chu.board.member"]
            .sudo()
            .search_fetch(
                [
                    ("board_id", "in", inspections.sudo().board_id.ids),
                    ("employee_id.user_id", "=", self.env.uid),
                ],
                ["board_id", "unit_id", "name", "date_from", "date_to"],
            )
        )
        return {member.board_id.id: member.id for member in members._now()}

    def _check_may_change(self):
        self.inspection_id._check_takes_findings()
        if self.env.su:
            return
        for finding in self:
            if finding.author_id != self.env.user:
                raise UserError(
                    self.env._(
                        "This was noted by %s, who alone changes it. Note what you see yourself "
                        "as a line of your own that adds to it.",
                        finding.author_id.sudo().name,
                    )
                )


class Inspection(models.Model):
    _inherit = "dan_chu.inspection"

    def _hold(self):
        """What is noted while somebody concludes comes before the conclusion, or is refused."""
        self.env.cr.execute(
            SQL("SELECT FROM dan_chu_inspection WHERE id = ANY(%s) FOR SHARE", self.ids)
        )

    def _check_takes_findings(self, is_correction=False):
        for inspection in self:
            if inspection.state in ("planned", "announced"):
                raise UserError(
                    self.env._(
                        "“%s” has not begun: start it, then note what you find.",
                        inspection.display_name,
                    )
                )
            if inspection.state in ("closed", "cancelled"):
                raise UserError(
                    self.env._(
                        "“%s” is closed or cancelled: nothing more is noted in it.",
                        inspection.display_name,
                    )
                )
            if inspection.state != "under_way" and not is_correction:
                raise UserError(
                    self.env._(
                        "“%s” is concluded: what was noted in it does not change. A correction "
                        "is a new line that names the one it corrects.",
                        inspection.display_name,
                    )
                )
