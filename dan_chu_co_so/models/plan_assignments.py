from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.plan_text import running
from .document import ISSUED
from .task import PARTS


class Plan(models.Model):
    """Thông báo phân công nhiệm vụ: who does what of a plan, as a draft notice."""

    _inherit = "dan_chu.plan"

    def action_draft_assignments(self):
        self.ensure_one()
        self._require_role("officer")
        groups = self._assignments()
        if not groups:
            raise UserError(
                self.env._("“%s” has no tasks to assign: add them first.", self.display_name)
            )
        notice = self.env["dan_chu.notice"].create(
            {
                "unit_id": self.unit_id.id,
                "kind_id": self.env.ref("dan_chu_co_so.document_kind_tb").id,
                "board_name": self.board_name,
                "board_code": self.board_code,
                "title": f"Phân công nhiệm vụ thực hiện {self._named_in_sentence()}",
                "content": self._assignments_content(groups),
                "basis_ids": [Command.create(self._assignments_basis())],
                "recipient_ids": [
                    Command.create({"purpose": "carry_out", **group["recipient"]})
                    for group in groups
                    if group["recipient"]
                ],
            }
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": notice._name,
            "res_id": notice.id,
            "view_mode": "form",
        }

    def _named_in_sentence(self):
        return f"{self.kind_id.name} {running(self.title)}"

    def _assignments_basis(self):
        revision = self.sudo().revision_ids.sorted("sequence")[-1:]
        if self.state in ISSUED and revision:
            return {"verb": "carrying_out", "revision_id": revision.id}
        words = f"{self._named_in_sentence()} của {self.document_id._unit_name()}"
        return {"verb": "carrying_out", "words": words}

    def _assignments_content(self, groups):
        return self.env["ir.qweb"]._render(
            "dan_chu_co_so.plan_assignments",
            {"unit_name": self.document_id._unit_name(), "groups": groups},
            raise_if_not_found=True,
        )

    def _assignments(self):
        """A group for each who is named, in the order of the plan: name, recipient, rows."""
        words = dict(PARTS)
        groups = {}
        for task in self._own_tasks() | self._received_tasks():
            for party in (task, *task.partner_ids):
                key, name, recipient = party._assigned_party(self)
                if not name:
                    continue
                group = groups.setdefault(key, {"name": name, "recipient": recipient, "rows": []})
                group["rows"].append({**task._printed(), "part": words[party.part]})
        return list(groups.values())

    def _unit_recipient(self, unit):
        """In the system a paper goes to institutions; parts of another are named in words."""
        house = self.unit_id.institution_id
        if unit == house:
            return None
        is_addressable = unit.institution_id in (unit, house)
        return {"name": unit.name, **({"recipient_unit_id": unit.id} if is_addressable else {})}


class Task(models.Model):
    _inherit = "dan_chu.task"

    def _assigned_party(self, plan):
        """(key, name, recipient) of who leads the task."""
        self.ensure_one()
        name = self._lead_text()
        if self.who_kind == "unit" and not self.for_addressees:
            unit = self.addressee_unit_id.sudo()
            return unit, name, plan._unit_recipient(unit)
        return _named(self.who_kind, self.lead_employee_id, name)


class TaskPartner(models.Model):
    _inherit = "dan_chu.task.partner"

    def _assigned_party(self, plan):
        self.ensure_one()
        if self.who_kind == "unit" and self.partner_unit_id:
            unit = self.partner_unit_id.sudo()
            return unit, self.text, plan._unit_recipient(unit)
        return _named(self.who_kind, self.employee_id, self.text)


def _named(who_kind, employee, name):
    """A person with the title that tells two of one name apart; all others in their words."""
    if who_kind != "employee":
        return name, name, {"name": name}
    title = employee.sudo().job_title
    named = ", ".join(filter(None, (name, title)))
    return employee, named, {"name": named}
