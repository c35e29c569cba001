from markupsafe import Markup

from odoo import models

from ..lib.plan_text import differences


class Plan(models.Model):
    """What a new plan changes in an older one, told to those who follow the older one."""

    _inherit = "dan_chu.plan"

    def _tell_change(self, before):
        """Their own plan stays as it is: they read what differs and decide."""
        lines = self._difference_lines(before)
        named = self.document_id._named_with_kind()
        heading = self.env._("%(new)s changes %(old)s:", new=named, old=before.display_name)
        body = Markup("<p>%s</p><ul>%s</ul>") % (
            heading,
            Markup().join(Markup("<li>%s</li>") % line for line in lines),
        )
        for row in before.sudo().addressee_ids.filtered("lower_plan_id"):
            row.lower_plan_id.message_post(body=body)
            for user in row.unit_id._people("officer"):
                row.lower_plan_id.activity_schedule(
                    "mail.mail_activity_data_todo",
                    summary=self.env._("The upper plan has changed"),
                    note=body,
                    user_id=user.id,
                )

    def _difference_lines(self, before):
        words = {
            "added": self.env._("new"),
            "removed": self.env._("no longer there"),
            "changed": self.env._("changed"),
        }
        found = differences(before._outline(), self._outline())
        lines = []
        for each in found:
            texts = " → ".join(filter(None, (each.before, each.after)))
            lines.append(f"{each.place} {words[each.kind]}: {texts}".strip())
        return lines or [self.env._("the text is the same; its number and date are new.")]

    def _outline(self):
        """[(number, text)] of all that is printed."""
        sections = [
            (section.number or "", section.text) for section in self.section_ids._in_order()
        ]
        tasks = [
            ("", " – ".join(filter(None, (task.name, task.time_text)))) for task in self.task_ids
        ]
        return sections + tasks
