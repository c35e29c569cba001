from markupsafe import Markup

from odoo import models
from odoo.fields import Command

from ..lib.clock import today
from ..lib.plan_text import differences

CHANGING = ("replaces", "amends")


class Plan(models.Model):
    """What a new plan changes in an older one, told to those who follow the older one."""

    _inherit = "dan_chu.plan"

    def _follow_up(self, how):
        new = super()._follow_up(how)
        if how in CHANGING:
            new._offer_to_addressees_of(self)
        return new

    def _offer_to_addressees_of(self, before):
        """It goes to whom the older one went to, as far as they still stand below; what was sent
        and answered stays with the older one."""
        addressees = self.env["dan_chu.plan.addressee"]
        below = addressees._units_it_may_go_to(self.unit_id.institution_id)
        addressees.create(
            [
                {
                    "plan_id": self.id,
                    "unit_id": row.unit_id.id,
                    "must_plan": row.must_plan,
                    "date_due": row.date_due and row.date_due >= today() and row.date_due,
                }
                for row in before.addressee_ids
                if row.unit_id in below
            ]
        )

    def _earlier_plan(self):
        """The plan that this one replaces or amends."""
        if not self.follows_id or self.follows_how not in CHANGING:
            return self.browse()
        return self.sudo().search([("document_id", "=", self.follows_id.id)], limit=1)

    def _tell_followers_below(self):
        """Those it goes to read the differences when it is sent to them; here, all the others."""
        before = self._earlier_plan()
        if not before:
            return
        units = self.addressee_ids.unit_id
        others = before.addressee_ids.filtered(lambda row: row.sent_on and row.unit_id not in units)
        people = others._people_to_tell()
        self.sudo()._tell_change(others, people)
        told = self.env["res.users"].union(*self.sudo().addressee_ids._people_to_tell().values())
        users = told.union(*people.values()) - told
        letters = self.sudo()._letters_below(users, others, people)
        users._dan_chu_mail("dan_chu_co_so.plan_mail", letters)

    def _tell_change(self, rows, people):
        """Their own plan stays as it is: they read what differs and decide."""
        plans = rows.lower_plan_id
        if not plans:
            return
        changes = self._changes_of_earlier()
        body = self._difference_text(changes)
        plans._message_log_batch(bodies=dict.fromkeys(plans.ids, body))
        plans._plan_activities(
            [
                (
                    row.lower_plan_id,
                    user,
                    self.with_context(lang=user.lang).env._("The upper plan has changed"),
                    self.with_context(lang=user.lang)._difference_text(changes),
                    False,
                )
                for row in rows.filtered("lower_plan_id")
                for user in people[row.unit_id]
            ]
        )

    def _changes_of_earlier(self):
        """(name of the earlier plan, what differs), or nothing."""
        before = self._earlier_plan()
        if not before:
            return None
        found = differences(before._outline(), self.sudo()._outline())
        return before.document_id._named_with_kind(), found

    def _difference_text(self, changes):
        earlier, found = changes
        heading = self.env._(
            "%(new)s changes %(old)s:", new=self.document_id._named_with_kind(), old=earlier
        )
        lines = Markup().join(
            Markup("<li>%s</li>") % line for line in self._difference_lines(found)
        )
        return Markup("<p>%s</p><ul>%s</ul>") % (heading, lines)

    def _difference_lines(self, found):
        words = {
            "added": self.env._("new"),
            "removed": self.env._("no longer there"),
            "changed": self.env._("changed"),
        }
        lines = []
        for each in found:
            texts = " → ".join(filter(None, (each.before, each.after)))
            lines.append(f"{each.place} ({words[each.kind]}): {texts}".strip())
        return lines or [self.env._("the text is the same; its number and date are new.")]

    def _outline(self):
        """[(number, text)] of all that is printed."""
        sections = [
            (section.number or "", section.text) for section in self.section_ids._in_order()
        ]
        tasks = [
            ("Nhiệm vụ", " – ".join(filter(None, (task.name, task.time_text))))
            for task in self.task_ids
        ]
        return sections + tasks


class PlanAddressee(models.Model):
    _inherit = "dan_chu.plan.addressee"

    def _take_over_lower_plans(self):
        """What a unit made of the earlier plan follows the new one as well, and stays as it is."""
        for plan, rows in self.sudo().grouped("plan_id").items():
            before = plan._earlier_plan()
            made = {
                row.unit_id: row.lower_plan_id
                for row in before.addressee_ids
                if row.lower_plan_id and row.lower_plan_id.state != "withdrawn"
            }
            taken = rows.filtered(lambda row, made=made: row.unit_id in made)
            for row in taken:
                row._put({"lower_plan_id": made[row.unit_id].id})
            drafts = taken.filtered(lambda row: row.lower_plan_id.state == "draft")
            for row in drafts:
                row.lower_plan_id.upper_ids = [Command.create({"revision_id": row.revision_id.id})]
            if before:
                plan._tell_change(taken, taken._people_to_tell())
