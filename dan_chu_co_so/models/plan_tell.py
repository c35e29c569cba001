from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import format_date

ASKED = "dan_chu_co_so.activity_own_plan"


class Plan(models.Model):
    _inherit = "dan_chu.plan"

    def _issued(self):
        """Who was asked for this plan has made it."""
        super()._issued()
        self.sudo().activity_unlink([ASKED])

    def _plan_activities(self, rows):
        """[(plan, user, summary, note, day)] at once; mailed is one letter a person instead."""
        model, kind = self.env["ir.model"]._get_id(self._name), self.env.ref(ASKED)
        activities = self.env["mail.activity"].sudo()
        return activities.with_context(mail_activity_quick_update=True).create(
            [
                {
                    "activity_type_id": kind.id,
                    "automated": True,
                    "res_model_id": model,
                    "res_id": plan.id,
                    "user_id": user.id,
                    "summary": summary,
                    "note": note,
                    "date_deadline": day or fields.Date.context_today(self),
                }
                for plan, user, summary, note, day in rows
            ]
        )


class PlanAddressee(models.Model):
    """Telling the people of the units below: an entry in each draft, and one mail a person."""

    _inherit = "dan_chu.plan.addressee"

    def _tell_people(self, again=False):
        """Of a plan that goes to several units of one person, they hear once."""
        for plan, rows in self.sudo().grouped("plan_id").items():
            every = plan.addressee_ids
            people = every._people_to_tell()
            rows._ask_for_own_plans(people)
            known = self.env["res.users"]
            if not again:
                served = every.filtered("sent_on") - rows
                known = known.union(*(people[row.unit_id] for row in served))
            users = known.union(*(people[row.unit_id] for row in rows)) - known
            letters = plan._letters_below(users, rows if again else every, people, again)
            users._dan_chu_mail("dan_chu_co_so.plan_mail", letters)

    def _people_to_tell(self):
        """{unit: its officers, or else its head}"""
        units = self.unit_id
        officers, heads = units._people_by_unit("officer"), units._people_by_unit("head")
        return {unit: officers[unit] or heads[unit] for unit in units}

    def _ask_for_own_plans(self, people):
        asked = self.filtered(lambda row: row.must_plan and row.lower_plan_id.state == "draft")
        plans = asked.lower_plan_id
        names = tuple(set(asked.mapped("plan_name")))
        earlier = self.env["mail.activity"].search(
            Domain("activity_type_id", "=", self.env.ref(ASKED).id)
            & Domain("res_model", "=", plans._name)
            & Domain("res_id", "in", plans.ids)
        )
        earlier.filtered(lambda row: (row.summary or "").endswith(names)).unlink()
        plans._plan_activities(
            [
                (
                    row.lower_plan_id,
                    user,
                    self.with_context(lang=user.lang).env._(
                        "Make your own plan: %s", row.plan_name
                    ),
                    False,
                    row.date_due,
                )
                for row in asked
                for user in people[row.unit_id]
            ]
        )


class PlanLetter(models.Model):
    _inherit = "dan_chu.plan"

    def _letters_below(self, users, rows, people, again=False):
        """One a person, of all their units among the rows."""
        changes = self._changes_of_earlier()
        theirs = {user: rows.browse() for user in users}
        for row in rows:
            for user in people[row.unit_id] & users:
                theirs[user] |= row
        return {
            user: self._letter_below(user, rows, again, changes) for user, rows in theirs.items()
        }

    def _letter_below(self, user, rows, again, changes):
        """In the language of who reads it."""
        own = self.with_context(lang=user.lang)
        name = self.document_id._named_with_kind()
        subject = own.env._("Plan from above: %s", name)
        if again:
            subject = own.env._("Your own plan is awaited: %s", name)
        return {
            "subject": subject,
            "again": again,
            "name": f"{name}: {self.title}",
            "sender": self.unit_id.name,
            "units": [own._asked_in_words(row) for row in rows],
            "has_tasks": any(self.task_ids.mapped("for_addressees")),
            "earlier": changes and own.env._("What differs from %s:", changes[0]),
            "changes": own._difference_lines(changes[1]) if changes else [],
        }

    def _asked_in_words(self, row):
        if not row.must_plan or row.state == "issued":
            return row.unit_name
        if not row.date_due:
            return self.env._("%s makes its own plan", row.unit_name)
        day = format_date(self.env, row.date_due)
        return self.env._("%(unit)s makes its own plan by %(day)s", unit=row.unit_name, day=day)
