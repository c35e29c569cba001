from datetime import UTC, datetime, time, timedelta

import psycopg2.errors

from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError, UserError

from ..lib import upload
from ..lib.clock import VIET_NAM, today

_FROM_PHONE = ("inspection_id", "item_id", "finding_kind", "text", "present", "corrects_id")
# Later than that the clock of the phone is not believed.
_LONGEST = timedelta(days=31)
_OLDEST_PHOTO = timedelta(days=3650)


class Finding(models.Model):
    """Findings noted on a phone, over a connection that drops."""

    _name = "dan_chu.finding"
    _inherit = ["dan_chu.finding", "dan_chu.noted.on.phone"]

    @api.model
    @api.readonly
    def phone_screen(self, inspection_id=None):
        """All that the screen shows: the inspections under way, and of one of them the checklist,
        the people and the findings of today."""
        self.check_access("read")
        inspections = self.env["dan_chu.inspection"]
        running = inspections.search([("state", "=", "under_way")]).filtered("may_handle")
        chosen = running.filtered(lambda row: row.id == inspection_id)
        if not chosen and not inspection_id and len(running) == 1:
            chosen = running
        return {
            "inspections": [
                {"id": row.id, "name": row.name, "unit": row.unit_id.name} for row in running
            ],
            "inspection": chosen._for_phone() if chosen else False,
            "kinds": self._fields["finding_kind"]._description_selection(self.env),
            "limits": upload.LIMITS,
            "findings": self._of_today(chosen)._for_phone() if chosen else [],
        }

    @api.model
    def record_from_phone(self, values=None):
        """Note a finding, or answer with the one that was noted under the same key.

        `client_key` (a UUID), what `_FROM_PHONE` names, and `seconds_ago`: how long ago it was
        written, by the clock of the phone.
        """
        self.check_access("create")
        values = self._values(values)
        key = self._key(values)
        found = self._of_key(key)
        if found:
            return found._for_phone()[0]
        vals = {name: values[name] for name in _FROM_PHONE if values.get(name)}
        vals["noted_on"] = self._moment(values.get("seconds_ago"), _LONGEST)
        try:
            with self.env.cr.savepoint():
                finding = self.create({**vals, "client_key": key})
        except psycopg2.errors.UniqueViolation as twice:
            # Sent a second time while the first was under way, which this transaction cannot see.
            raise ConcurrencyError(f"Finding {key} is being taken in") from twice
        return finding._for_phone()[0]

    @api.model
    def _of_key(self, key):
        """The finding of the user under this key. Of somebody else's no more is said than that
        the key is taken."""
        found = self.sudo().search([("client_key", "=", key)]).sudo(False)
        if found and found.sudo().author_id != self.env.user:
            raise UserError(self.env._("This key is taken: load the page again."))
        found.check_access("read")
        return found

    def _of_today(self, inspection):
        begin = datetime.combine(today(), time.min, VIET_NAM).astimezone(UTC).replace(tzinfo=None)
        return self.search([("inspection_id", "=", inspection.id), ("noted_on", ">=", begin)])

    def _for_phone(self):
        return [
            {
                "id": row.id,
                "client_key": row.client_key,
                "inspection_id": row.inspection_id.id,
                "finding_kind": row.finding_kind,
                "text": row.text,
                "item": row.item_id.name,
                "present": row.present,
                "noted_on": fields.Datetime.to_string(row.noted_on),
                "author": row.noted_by_id.sudo().name or row.author_id.sudo().name,
                "may_change": row.may_change,
                "corrects_id": row.corrects_id.id,
                "photos": [{"id": file.id, "name": file.name} for file in row.evidence_ids],
            }
            for row in self
        ]


class FindingEvidence(models.Model):
    _inherit = "dan_chu.finding.evidence"

    @api.model
    def record_from_phone(self, values=None):
        """Add a photo to the finding with this `client_key`; a photo sent twice is one photo."""
        self.check_access("create")
        findings = self.env["dan_chu.finding"]
        values = findings._values(values)
        finding = findings._of_key(findings._key(values))
        if not finding:
            raise UserError(self.env._("The finding this photo belongs to has been deleted."))
        name, data = values.get("name"), values.get("data")
        if not isinstance(data, str):
            raise UserError(self.env._("The phone sent nothing that can be read: send it again."))
        content = self._of_content(name, data)
        found = finding.evidence_ids.filtered(lambda file: file.sha256 == content["sha256"])
        if not found:
            taken_on = findings._moment(values.get("taken_seconds_ago"), _OLDEST_PHOTO)
            vals = {"finding_id": finding.id, "name": name, "data": data, "taken_on": taken_on}
            try:
                with self.env.cr.savepoint():
                    found = self.create(vals)
            except psycopg2.errors.UniqueViolation as twice:
                raise ConcurrencyError(f"A photo of {finding.id} is being taken in") from twice
        return {"id": found.id, "name": found.name}


class Inspection(models.Model):
    _inherit = "dan_chu.inspection"

    def action_note_findings(self):
        """The screen for phones, on this inspection."""
        self.ensure_one()
        self.check_access("write")
        self._check_takes_findings()
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.finding_phone_action")
        return {**action, "context": {"active_id": self.id}}

    def _for_phone(self):
        self.ensure_one()
        return {
            "id": self.id,
            "name": self.name,
            "is_sealed": bool(self.sealed_board_id),
            "items": [{"id": item.id, "name": item.name} for item in self.item_ids],
            "people": [row.name for row in self.team_ids],
        }
