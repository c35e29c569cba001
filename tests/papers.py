"""What the tests of official papers share: a school whose head and deputy have a login."""

import base64

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.common import DanChuCase


class PaperCase(DanChuCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.deputy = cls.make_user("deputy", ("head", cls.school))
        cls.quiet["hr.employee"].browse(cls.head.employee_id.id).name = "Lê Thị Hạnh"
        cls.quiet["hr.employee"].browse(cls.deputy.employee_id.id).write(
            {"name": "Trần Văn Phú", "job_title": "Phó Hiệu trưởng"}
        )
        cls.school.write(
            {
                "head_id": cls.head.employee_id.id,
                "head_title": "Hiệu trưởng",
                "deputy_ids": [Command.set(cls.deputy.employee_id.ids)],
                "place": "Lam Châu",
            }
        )
        cls.year = today().year

    @classmethod
    def kind(cls, code):
        return cls.env["dan_chu.document.kind"].search([("code", "=", code)])

    @classmethod
    def paper(cls, kind="TB", user=None, **values):
        """A draft of the school, as its officer writes it."""
        values = {
            "unit_id": cls.school.id,
            "kind_id": cls.kind(kind).id,
            "title": "Tổ chức Hội nghị viên chức và người lao động",
            "content": "<p>Nhà trường thông báo như sau.</p>",
            **values,
        }
        notices = cls.env["dan_chu.notice"].with_user(user or cls.officer)
        return notices.with_context(mail_create_nolog=True).create(values)

    @classmethod
    def issued(cls, notice=None, **values):
        """Issued by the head, in the system."""
        notice = notice or cls.paper(**values)
        notice.with_user(cls.officer).action_submit()
        notice.with_user(cls.head).action_issue()
        return notice

    @classmethod
    def recorded(cls, notice=None, values=None, **fields):
        """Signed by hand, and recorded by the officer."""
        notice = notice or cls.paper(**fields)
        notice.with_user(cls.officer).action_record_paper_issue({"date": today(), **(values or {})})
        return notice

    @staticmethod
    def meeting():
        """What an invitation cannot do without."""
        return {
            "invited": "Các tổ trưởng",
            "event_name": "Hội nghị viên chức và người lao động",
            "starts_at": "2026-10-05 01:00:00",
            "location": "Phòng họp số 1",
        }

    @classmethod
    def register(cls, **values):
        return cls.env["dan_chu.register"].create(
            {"unit_id": cls.school.id, "year": cls.year, "sort": "own", **values}
        )

    @staticmethod
    def scan(name="scan.pdf", data=b"%PDF-1.7 scan"):
        return {"name": name, "data": base64.b64encode(data)}

    @classmethod
    def files_of(cls, records):
        """All stored files, those of fields too, that hang on the rows."""
        return cls.env["ir.attachment"].search(
            [
                ("res_model", "=", records._name),
                ("res_id", "in", records.ids),
                ("res_field", "in", [False, *records._fields]),
            ]
        )
