"""What the tests of tasks share: tasks that a school gave to its people, and one from above."""

import base64
from datetime import timedelta

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

PHOTO = base64.b64encode(b"\x89PNG\r\n\x1a\n buoi hop")


class Tasks:
    @classmethod
    def task(cls, *, unit=None, given=True, days=5, **values):
        """A task in the school, for the member of its staff unless said otherwise."""
        task = (
            cls.quiet["dan_chu.task"]
            .create(
                {
                    "name": "Niêm yết công khai quy chế dân chủ",
                    "unit_id": (unit or cls.school).id,
                    "who_kind": "employee",
                    "lead_employee_id": cls.staff.employee_id.id,
                    "date_deadline": today() + timedelta(days=days),
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if given:
            task._give()
        return task

    @classmethod
    def task_from_above(cls, **values):
        """The department gave it to the school, where nobody is named yet."""
        return cls.task(
            unit=cls.department,
            **{
                "addressee_unit_id": cls.school.id,
                "who_kind": "unit",
                "lead_employee_id": False,
                **values,
            },
        )

    @classmethod
    def photo(cls):
        return Command.create({"name": "anh-niem-yet.png", "data": PHOTO})
