from odoo import models

from ..lib.plan_body import paragraphs
from ..lib.task_time import write
from ..lib.text import capitals
from .task import PARTS


class Plan(models.Model):
    """The annex of tasks of a printed plan: its own, and those it has received from above."""

    _inherit = "dan_chu.plan"

    def _annex_title(self):
        return capitals(f"Danh mục nhiệm vụ thực hiện {self.kind_id.name}")

    def _annex_rows(self):
        """Rows of the table: (heading, None), or (number, task in words)."""
        if not self.has_task_annex:
            return []
        rows, number = [], 0
        for heading, tasks in (*self._own_task_groups(), *self._received_task_groups()):
            if heading:
                rows.append((heading, None))
            for task in tasks:
                number += 1
                rows.append((str(number), task._printed()))
        return rows

    def _own_tasks(self):
        return self.task_ids.filtered(lambda task: task.state != "cancelled")

    def _own_task_groups(self):
        """[(heading, tasks)] in the order of the sections; those that stand under none are last."""
        sections = self.section_ids._in_order()
        tasks = self._own_tasks().sorted(
            lambda task: (task.sequence, task._origin.id or float("inf"))
        )
        under = tasks.grouped(lambda task: task.section_id._origin.id)
        numbers = sections._numbers(self.is_numbered)
        groups = [
            (" ".join(filter(None, (number, *paragraphs(row.text)))), under[row._origin.id])
            for row, number in zip(sections, numbers, strict=True)
            if row._origin.id in under and row._origin
        ]
        rest = under.get(False)
        if rest:
            groups.append(("Nhiệm vụ khác" if groups else "", rest))
        return groups

    def _received_task_groups(self):
        received = self._received_tasks()
        return [
            (f"Nhiệm vụ do {giver.name} giao", tasks)
            for giver, tasks in received.grouped(lambda task: task.unit_id.institution_id).items()
        ]

    def _received_tasks(self):
        """What units above have given to this unit by the plans that this one follows."""
        revisions = self.upper_ids.revision_id.sudo()
        uppers = revisions.filtered(lambda row: row.res_model == self._name).mapped("res_id")
        top = self.unit_id.institution_id
        if not uppers or not top:
            return self.env["dan_chu.task"]
        return (
            self.env["dan_chu.task"]
            .sudo()
            .search(
                [
                    ("plan_id", "in", uppers),
                    ("addressee_unit_id", "child_of", self.unit_id.id),
                    ("addressee_unit_id.institution_id", "=", top.id),
                    ("unit_id.institution_id", "!=", top.id),
                    ("row_kind", "!=", "occurrence"),
                    ("given_on", "!=", False),
                    ("state", "!=", "cancelled"),
                ],
                order="plan_id, sequence, id",
            )
        )


class Task(models.Model):
    _inherit = "dan_chu.task"

    def _printed(self):
        """The columns after the number (STT) in a printed table, each a list of lines."""
        self.ensure_one()
        return {
            "name": paragraphs(self.name),
            "who": self._printed_parties(),
            "time": paragraphs(self._printed_time()),
            "product": paragraphs(self.product),
        }

    def _printed_parties(self):
        """Chủ trì, phối hợp: a line for each part that somebody has in it."""
        words = dict(PARTS)
        lead = self._lead_text()
        if not self.partner_ids:
            is_partner = lead and self.part != "lead"
            return [f"{lead} ({words[self.part].lower()})" if is_partner else lead]
        lines = [f"{words[self.part]}: {lead}"] if lead else []
        for part, rows in self.partner_ids.grouped("part").items():
            lines.append(f"{words[part]}: {', '.join(filter(None, rows.mapped('text')))}")
        return lines

    def _printed_time(self):
        """As it was typed; typed as dates only, in the words of an office."""
        if self.time_text:
            return self.time_text
        try:
            return write(
                self.time_kind,
                self.date_start or None,
                self.date_deadline or None,
                self.recurrence or None,
            )
        except ValueError:
            return f"{self.date_deadline:%d/%m/%Y}" if self.date_deadline else ""
