from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools.mail import formataddr

from ..lib.calendar_file import event
from ..lib.clock import vietnamese
from ..lib.text import slug

_TEMPLATE = "dan_chu_co_so.conference_invitation_mail"


class Conference(models.Model):
    """Invitations: a mail a person with a calendar file; printed for whoever has no address."""

    _inherit = "dan_chu.conference"

    invitation_version = fields.Integer(
        readonly=True, copy=False, help="Rises when day or place were told anew."
    )

    def _button_fields(self):
        return super()._button_fields() | {"invitation_version"}

    def action_invite(self):
        """To everybody on the list who has had no invitation yet."""
        rows = self._rows_to_invite()
        return self._send_invitations(rows.filtered(lambda row: not row.invited_on))

    def action_invite_again(self):
        """To everybody on the list, because day, time or place have changed."""
        rows = self._rows_to_invite()
        self._put({"invitation_version": self.invitation_version + 1})
        return self._send_invitations(rows, again=True)

    def action_calendar_file(self):
        self.ensure_one()
        self.check_access("read")
        return {"type": "ir.actions.act_url", "url": f"/dan_chu/conference/{self.id}/calendar"}

    def _rows_to_invite(self):
        self._require_role("officer")
        self._require_state("called")
        self.ensure_one()
        if not self.date:
            raise UserError(
                self.env._("“%s” has no day yet: nobody can be invited.", self.display_name)
            )
        return self.attendee_ids.filtered(lambda row: not row.is_off and not row.has_left)

    def _send_invitations(self, rows, again=False):
        reached = rows._reached_at()
        calendar = self._calendar_attachment()
        letters = (
            self.env["mail.mail"]
            .sudo()
            .create(
                [
                    {
                        **self._invitation_to(row, again),
                        "email_to": address,
                        "attachment_ids": [(4, calendar.id)],
                    }
                    for row, address in reached.items()
                ]
            )
        )
        rows.browse(row.id for row in reached)._put({"invited_on": fields.Datetime.now()})
        if letters:
            self.env.ref("mail.ir_cron_mail_scheduler_action").sudo()._trigger()
        words = [self.env._("%s invitations are on their way by mail.", len(letters))]
        rest = len(rows) - len(reached)
        if rest:
            words.append(
                self.env._("%s people have no e-mail address: print their invitations.", rest)
            )
        return self._tell(" ".join(words), bool(rest))

    def _invitation_to(self, row, again):
        """In the language of the person, if they use the program."""
        user = row.sudo().employee_id.user_id
        own = self.with_context(lang=user.lang or self.env.lang)
        subject = own.env._("Invitation: %s", self.name)
        if again:
            subject = own.env._("Changed: %s", self.name)
        sender = self.env.company.sudo()
        return {
            "subject": subject,
            "email_from": sender.partner_id.email_formatted
            if sender.email
            else self.env.ref("base.user_root").sudo().email_formatted,
            "body_html": own.env["ir.qweb"]._render(
                _TEMPLATE,
                {
                    "greeting": own.env._("Dear %s,", row.name),
                    "subject": subject,
                    "again": again,
                    "conference": self.name,
                    "inviter": self.unit_id.name,
                    "rows": own._invitation_rows(),
                    "items": self.item_ids.mapped("name"),
                    "base": self.get_base_url(),
                    "link": row._check_in_url() if user and not row.is_guest else False,
                },
                minimal_qcontext=True,
            ),
            "auto_delete": True,
            "state": "outgoing",
        }

    def _invitation_rows(self):
        """[(what, its words)] in the language of whoever reads it."""
        rows = [
            (self.env._("Time"), self._time_words()),
            (self.env._("Venue"), self.location),
            (self.env._("Online"), self.online_link),
        ]
        return [(label, words) for label, words in rows if words]

    def _time_words(self):
        """As printed: 7 giờ 30 phút, thứ Sáu, ngày 09 tháng 10 năm 2026."""
        if not self.date:
            return ""
        days = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
        weekday = self.date.weekday()
        name = f"thứ {days[weekday]}" if weekday < len(days) else "Chủ nhật"
        day = f"{name}, ngày {self.date:%d} tháng {self.date:%m} năm {self.date:%Y}"
        if not self.starts_at:
            return day
        start = vietnamese(self.starts_at)
        return f"{start.hour} giờ {start.minute:02d} phút, {day}"

    def _calendar_attachment(self):
        return (
            self.env["ir.attachment"]
            .sudo()
            .create(
                {
                    "name": f"{slug(self.name)}.ics",
                    "raw": self._calendar_file(),
                    "mimetype": "text/calendar",
                    "res_model": self._name,
                    "res_id": self.id,
                }
            )
        )

    def _calendar_file(self):
        self.ensure_one()
        conference = self.sudo()
        if not (conference.starts_at or conference.date):
            raise UserError(self.env._("“%s” has no day yet.", self.display_name))
        database = self.env["ir.config_parameter"].sudo().get_param("database.uuid")
        return event(
            f"conference-{self.id}@{database}",
            conference.name,
            conference.starts_at or conference.date,
            conference.starts_at and conference.ends_at,
            location=conference.location or "",
            text="\n".join(conference.item_ids.mapped("name")),
            link=conference.online_link or "",
            version=conference.invitation_version,
            written=fields.Datetime.now(),
        )


class ConferenceAttendee(models.Model):
    _inherit = "dan_chu.conference.attendee"

    invited_on = fields.Datetime(string="Invited on", readonly=True, copy=False)

    def _reached_at(self):
        """{row: address}, of those who have one: the user's, that of HR, that of the guest."""
        rows = self.sudo()
        people = self.env["hr.employee.public"].sudo().browse(rows.employee_id.ids)
        known = {person.id: person.work_email for person in people}
        reached = {}
        for row in rows:
            user = row.employee_id.user_id
            address = user.email or known.get(row.employee_id.id) or row.email
            if address:
                reached[row.sudo(False)] = formataddr((row.name, address))
        return reached

    def _check_in_url(self):
        self.ensure_one()
        return f"{self.get_base_url()}/dan_chu/check-in/{self.sudo().token}"
