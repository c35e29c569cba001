from odoo import models

from .conference_attendee import AT_THE_DOOR

# What was settled for the day that is gone.
_OF_THE_DAY = ("date", "starts_at", "ends_at", "preparatory_on", "preparatory_note", "work_year")


class Conference(models.Model):
    """Summoned again after too few came (Điều 50 khoản 2)."""

    _inherit = "dan_chu.conference"

    _again_once = models.UniqueIndex(
        "(previous_id) WHERE previous_id IS NOT NULL AND state <> 'cancelled'",
        "This conference has already been summoned again.",
    )

    def action_call_again(self):
        """The next one, with its people, agenda and votes; the day is to be named. Pressed twice,
        it is the same one."""
        self.ensure_one()
        self._require_role("officer")
        self.sudo()._lock()
        self._require_state("failed")
        following = self._following()
        if following:
            return following._open_form()
        vals = {**self.copy_data()[0], **dict.fromkeys(_OF_THE_DAY, False)}
        following = self.create({name: vals[name] for name in vals if name != "work_year"})
        following._put({"previous_id": self.id, "call_number": self.call_number + 1})
        self._copy_lists(following)
        return following._open_form()

    def action_open_previous(self):
        """The conference that was not held, before this one."""
        self.ensure_one()
        self.check_access("read")
        self.previous_id.check_access("read")
        return self.previous_id._open_form()

    def _following(self):
        return self.search([("previous_id", "=", self.id), ("state", "!=", "cancelled")], limit=1)

    def _copy_lists(self, following):
        """The rows point at one another: bodies and allocations come first, votes last."""
        bodies = self._copy_rows(following, self.body_ids)
        sections = self._copy_rows(following, self.allocation_ids, body_id=bodies)
        gone = self.attendee_ids.filtered("has_left")
        self._copy_rows(
            following,
            self.attendee_ids - gone,
            dict.fromkeys(AT_THE_DOOR - {"status"}, False) | {"status": "expected"},
            body_id=bodies,
            allocation_id=sections,
        )
        items = self._copy_rows(following, self.item_ids)
        self._copy_rows(following, self.file_ids, item_id=items)
        votes = self.vote_ids.filtered(lambda vote: vote.state == "draft")
        candidates = votes.option_ids
        copied = self._copy_rows(following, votes, body_id=bodies, item_id=items)
        rows = candidates.copy_data()
        for row in rows:
            row["vote_id"] = copied[row["vote_id"]]
        candidates.create(rows)

    def _copy_rows(self, following, rows, vals=None, **links):
        """{id of a row: id of its copy}; `links` names what the copies point at instead."""
        rows_data = rows.copy_data({"conference_id": following.id, **(vals or {})})
        for row in rows_data:
            for name, numbers in links.items():
                row[name] = numbers.get(row.get(name), False)
        return dict(zip(rows.ids, rows.create(rows_data).ids, strict=True))

    def _open_form(self):
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }
