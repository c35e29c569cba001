from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.tools import format_date

from ..lib.board_vote import is_majority
from ..lib.clock import today
from ..lib.text import fold
from .inspection import NOTIFIED_KINDS


class Inspection(models.Model):
    """What the law asks of an inspection: it warns, and stays in sight."""

    _inherit = "dan_chu.inspection"

    @api.depends("kind", "state", "date_from", "unit_id", "reported_on", "notified_on")
    def _compute_notice(self):
        for inspection in self:
            law = (
                inspection.kind in NOTIFIED_KINDS
                and inspection.date_from
                and inspection.unit_id
                and inspection._notice_law(inspection.date_from)
            )
            inspection.notice_latest_on = law and law[0]
            inspection.notice_warning = law and inspection._notice_words(*law)

    @api.depends(
        "notice_warning",
        "notice_short_reason",
        "subject_unit_id",
        "team_ids.employee_id",
        "team_ids.name",
        "team_ids.side",
        "team_ids.role",
        "board_id.member_ids.date_to",
        "door",
        "paper_yes_count",
        "state",
    )
    def _compute_warning(self):
        for inspection in self:
            warnings = [inspection.notice_warning, *inspection._team_warnings()]
            warnings.append(inspection._majority_warning())
            inspection.warning = "\n".join(filter(None, warnings)) or False

    def _notice_words(self, latest, answer):
        self.ensure_one()
        words = {
            "latest": format_date(self.env, latest),
            "count": answer.value.length,
            "citation": answer.citation,
        }
        if self.state == "cancelled":
            return False
        told = [day for day in (self.reported_on, self.notified_on) if day]
        if not told and self.door == "paper":
            return self.env._(
                "It is not on record that it was reported and notified %(count)s working days "
                "before (%(citation)s).",
                **words,
            )
        if not told:
            return today() > latest and self.env._(
                "It was to be reported and notified by %(latest)s, %(count)s working days before "
                "it begins (%(citation)s): announced now, it needs a reason.",
                **words,
            )
        if max(told) <= latest:
            return False
        return self.env._(
            "Announced on %(day)s, later than %(latest)s, %(count)s working days before it begins "
            "(%(citation)s). Reason: %(reason)s.",
            day=format_date(self.env, max(told)),
            reason=self.notice_short_reason or "…",
            **words,
        )

    def _team_warnings(self):
        team = self.team_ids.filtered(lambda row: row.side == "team")
        if self.state in ("closed", "cancelled") or not team:
            return
        if not team.filtered(lambda row: row.role == "lead"):
            yield self.env._("The team has no head.")
        present = {fold(row.name or "") for row in self.team_ids - team}
        for row in team:
            if row.name and fold(row.name) in present:
                yield self.env._(
                    "%s stands on both sides: if it is the same person, take another one.",
                    row.name,
                )
        subject = self.subject_unit_id.sudo()
        if subject and not subject.is_institution:
            for row in team:
                if row.employee_id.sudo().dan_chu_unit_id == subject:
                    yield self.env._(
                        "%(person)s works in %(unit)s, which is inspected.",
                        person=row.name,
                        unit=subject.name,
                    )
        for row in team if self.state in ("planned", "announced", "under_way") else ():
            member = row.board_member_id
            if member.date_to and member.date_to < today():
                yield self._mandate_text(member)

    def _majority_warning(self):
        if self.door != "paper" or not self.sealed_board_id or self.kind == "standing":
            return False
        members = self._members_who_decide(self.concluded_on)
        agreeing = min(self.paper_yes_count, len(members))
        if not members or is_majority(agreeing, len(members)):
            return False
        return self.env._(
            "By the minutes %(yes)s of %(all)s members agreed: no majority (Nghị định số "
            "59/2023/NĐ-CP, Điều 20 khoản 3).",
            yes=self.paper_yes_count,
            all=len(members),
        )

    def _mandate_text(self, member):
        return self.env._(
            "The mandate of %(person)s ended on %(day)s: an ended mandate neither acts nor signs.",
            person=member.name,
            day=format_date(self.env, member.date_to),
        )

    @api.constrains("subject_employee_id", "subject_unit_id", "team_ids")
    def _check_team(self):
        """Nobody inspects themselves, and an ended mandate does not act."""
        for inspection in self:
            team = inspection.team_ids.filtered(lambda row: row.side == "team")
            inspected = inspection._inspected()
            for row in team.filtered("employee_id"):
                if row.employee_id not in inspected:
                    continue
                raise ValidationError(
                    self.env._(
                        "%(person)s is inspected in “%(name)s” and cannot be of its team: take "
                        "another member.",
                        person=row.name,
                        name=inspection.name,
                    )
                )
            inspection._check_mandates(inspection.started_on or inspection.date_from or today())

    def _check_mandates(self, day):
        self.ensure_one()
        for member in self.team_ids.filtered(lambda row: row.side == "team").board_member_id:
            if member.date_to and member.date_to < day:
                raise ValidationError(self._mandate_text(member))

    def _inspected(self):
        """Persons who are inspected: as named, and who leads the inspected inner part."""
        self.ensure_one()
        subject = self.subject_unit_id.sudo()
        present = self.team_ids.filtered(lambda row: row.side == "subject").employee_id
        people = self.subject_employee_id | present
        return people if subject.is_institution else people | subject.head_id.sudo(False)
