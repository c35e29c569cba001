from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tools import SQL

from .task import OPEN
from .task_give import QUIET

# Units that are served in one go: in the request itself, or in one step of the background work.
SLICE = 25


class Plan(models.Model):
    """Passing an issued plan down: to each unit the paper, its tasks and a draft of its own."""

    _inherit = "dan_chu.plan"

    is_sending_stopped = fields.Boolean(readonly=True, copy=False)
    has_units_below = fields.Boolean(compute="_compute_has_units_below")
    addressee_count = fields.Integer(compute="_compute_addressees")
    sent_count = fields.Integer(compute="_compute_addressees")
    issued_below_count = fields.Integer(compute="_compute_addressees")
    late_below_count = fields.Integer(compute="_compute_addressees")
    lower_due_on = fields.Date(string="Plans below by", compute="_compute_addressees")

    @api.depends("unit_id")
    def _compute_has_units_below(self):
        may_go_to = self.env["dan_chu.directive"]._may_go_to_domain
        makes_plans = [("kind_id.is_organisation", "=", False)]
        for house, plans in self.grouped(lambda plan: plan.unit_id.institution_id).items():
            domain = [*may_go_to(house), *makes_plans]
            below = house and self.env["dan_chu.unit"].search_count(domain, limit=1)
            plans.has_units_below = bool(below)

    @api.depends("addressee_ids.state", "addressee_ids.sent_on")
    def _compute_addressees(self):
        addressees = self.env["dan_chu.plan.addressee"]
        of_these = [("plan_id", "in", self.ids)]
        rows = addressees._read_group(
            of_these, ["plan_id", "state"], ["__count", "sent_on:count", "date_due:max"]
        )
        late = dict(
            addressees._read_group([*of_these, ("is_late", "=", True)], ["plan_id"], ["__count"])
        )
        counts = {}
        for plan, state, count, sent, due in rows:
            total, reached, issued, last = counts.get(plan.id, (0, 0, 0, False))
            issued += count if state == "issued" else 0
            last = max(filter(None, (last, due)), default=False)
            counts[plan.id] = (total + count, reached + sent, issued, last)
        for plan in self:
            total, reached, issued, last = counts.get(plan.id, (0, 0, 0, False))
            plan.addressee_count, plan.sent_count = total, reached
            plan.issued_below_count, plan.lower_due_on = issued, last
            plan.late_below_count = late.get(plan, 0)

    def action_cascade(self):
        """Choose the units; of an issued plan, send it to those that are still waiting."""
        self.ensure_one()
        self._require_role("officer", "head")
        if self.state == "issued" and self.sent_count < self.addressee_count:
            self.is_sending_stopped = False
            return self._send_down()
        if self.state not in ("draft", "submitted", "issued"):
            self.document_id._require_state("draft", "submitted", "issued")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Pass down"),
            "res_model": "dan_chu.plan.send",
            "view_mode": "form",
            "target": "new",
            "context": {"default_plan_id": self.id},
        }

    def action_stop_sending(self):
        self._require_role("officer", "head")
        self.is_sending_stopped = True

    def _issued(self):
        """Called when the paper is issued: its tasks are given, and it goes down the tree."""
        super()._issued()
        for plan in self:
            plan.task_ids._give()
            plan._tell_followers_below()
            plan._send_up()
            plan._send_down()

    def _numbered(self):
        """Those who owe something of it know it by its number."""
        super()._numbered()
        for plan in self.sudo():
            plan.addressee_ids.filtered("sent_on")._put({"plan_name": plan._called()})
            given = [("plan_id", "=", plan.id), ("given_on", "!=", False)]
            tasks = self.env["dan_chu.task"].sudo().search(given)
            tasks._put({"source_text": plan.document_id._named_with_kind()})

    def _called(self):
        self.ensure_one()
        named = " ".join(filter(None, (self.kind_id.name, self.reference)))
        return f"{named}: {self.title}"

    def _ended(self, reason):
        """What is still open of a plan that is no longer in force is owed by nobody: the plan that
        replaces it gives its own tasks."""
        super()._ended(reason)
        tasks = self.env["dan_chu.task"].search(
            [("plan_id", "in", self.ids), ("given_on", "!=", False), ("state", "in", OPEN)]
        )
        tasks._move_to("cancelled", "cancelled", text=reason)

    def _send_up(self):
        """To those above whose plan it answers, who read it from now on."""
        rows = self.env["dan_chu.plan.addressee"].sudo()
        if self.follows_how == "replaces":
            before = self.sudo().search([("document_id", "=", self.follows_id.id)])
            rows.search([("lower_plan_id", "in", before.ids)])._put({"lower_plan_id": self.id})
        rows.search([("lower_plan_id", "in", self.ids)])._deliver_lower_plans()

    def _send_down(self):
        """The first units at once, the rest in the background."""
        self.ensure_one()
        waiting = self._waiting(SLICE)
        self._send_to(waiting)
        if self._waiting(1):
            self.env.ref("dan_chu_co_so.plan_cron")._trigger()
        return True

    def _waiting(self, limit):
        return (
            self.env["dan_chu.plan.addressee"]
            .sudo()
            .search([("plan_id", "in", self.ids), ("sent_on", "=", False)], limit=limit, order="id")
        )

    @api.model
    def _cron_send_down(self):
        """A step at a time, each committed: what is cut short goes on where it stopped."""
        cron = self.env["ir.cron"]
        domain = [
            ("sent_on", "=", False),
            ("plan_id.state", "=", "issued"),
            ("plan_id.is_sending_stopped", "=", False),
        ]
        rows = self.env["dan_chu.plan.addressee"]
        remaining = rows.search_count(domain)
        cron._commit_progress(remaining=remaining)
        while waiting := rows.search(domain, limit=SLICE, order="plan_id, id"):
            served = sum(
                len(plan._send_to(same)) for plan, same in waiting.grouped("plan_id").items()
            )
            remaining -= served
            # Those left are in the hands of somebody else, who sends to them just now.
            if not served or not cron._commit_progress(served, remaining=max(remaining, 0)):
                break

    def _send_to(self, addressees):
        """All that a unit gets, for each of them; whoever was served meanwhile is left out.

        Returns those that were served.
        """
        if not addressees:
            return addressees
        self.env.flush_all()
        locked = self.env.execute_query(
            SQL(
                "SELECT id FROM dan_chu_plan_addressee WHERE id = ANY(%s) AND sent_on IS NULL"
                " ORDER BY id FOR UPDATE SKIP LOCKED",
                addressees.ids,
            )
        )
        addressees = addressees.browse(number for (number,) in locked).sudo()
        if not addressees:
            return addressees
        plan = self.sudo()
        revision = plan.revision_ids.sorted("sequence")[-1:]
        units = addressees.unit_id
        self.env["dan_chu.delivery"].sudo()._send_revision_to(revision, plan.document_id, units)
        shared = plan.task_ids.filtered(
            lambda task: task.for_addressees and task.state != "cancelled"
        )
        shared._give_to_units(units)
        addressees._put(
            {
                "sent_on": fields.Datetime.now(),
                "revision_id": revision.id,
                "plan_name": plan._called(),
            }
        )
        addressees._take_over_lower_plans()
        addressees.filtered("must_plan")._begin_lower_plans()
        addressees._tell_people()
        return addressees

    def _drop_untouched(self):
        """A draft that was begun for a unit, and in which nobody has written or said anything."""
        answers = self.env["dan_chu.plan.addressee"].search_count(
            [("lower_plan_id", "in", self.ids)], limit=1
        )
        is_as_begun = (
            self.state == "draft"
            and not (answers or self.task_ids or self.target_ids or self.message_ids)
            and all(
                row.write_date == row.create_date
                for part in (self, self.document_id, self.section_ids, self.basis_ids)
                for row in part
            )
        )
        if is_as_begun:
            self.unlink()

    def _sections_that_go_down(self):
        """Those ticked, each with all that stands under it; if none is, the whole text."""
        every = self.section_ids._in_order()
        if not any(section.goes_down for section in every):
            return every._values()
        rows, taken, depth = every._rows(), every.browse(), None
        for section, row in zip(every, rows, strict=True):
            if depth is not None and row.level <= depth:
                depth = None
            if depth is None and section.goes_down:
                depth = row.level
            if depth is not None:
                taken |= section
        return taken._values()


class PlanAddressee(models.Model):
    _inherit = "dan_chu.plan.addressee"

    def _begin_lower_plans(self):
        """A draft in each unit that has no plan of its own yet: the upper plan as first basis,
        the sections that go down."""
        rows = self.sudo().filtered(lambda row: not row.lower_plan_id)
        for plan, same in rows.grouped("plan_id").items():
            sections = plan._sections_that_go_down()
            drafts = (
                self.env["dan_chu.plan"]
                .sudo()
                .with_context(**QUIET)
                .create([row._lower_values(sections) for row in same])
            )
            for row, draft in zip(same, drafts, strict=True):
                row._put({"lower_plan_id": draft.id})

    def _deliver_lower_plans(self):
        for row in self.sudo():
            plan = row.lower_plan_id
            self.env["dan_chu.delivery"].sudo()._send_revision_to(
                plan.revision_ids.sorted("sequence")[-1:],
                plan.document_id,
                row.sender_unit_id.institution_id,
            )

    def _lower_values(self, sections):
        plan = self.plan_id
        return {
            "unit_id": self.unit_id.id,
            "kind_id": plan.kind_id.id,
            "title": plan.title,
            "purpose_ids": [Command.set(plan.purpose_ids.ids)],
            "period_kind": plan.period_kind,
            "period_year": plan.period_year,
            "date_from": plan.date_from,
            "date_to": plan.date_to,
            "upper_ids": [Command.create({"revision_id": self.revision_id.id})],
            "basis_ids": [
                Command.create({"verb": "carrying_out", "revision_id": self.revision_id.id})
            ],
            "section_ids": [Command.create(values) for values in sections],
        }

    def action_remind(self):
        self._require_sender()
        late = self.filtered(lambda row: row.sent_on and row.state in ("none", "draft"))
        if not late:
            raise UserError(self.env._("Nobody on this list still owes a plan."))
        late._tell_people(again=True)
        late.sudo()._put({"reminded_on": fields.Date.context_today(self)})
