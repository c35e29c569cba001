"""The world the tests live in: invented bodies, one user for every role."""

import base64
from itertools import count

from odoo.fields import Command
from odoo.tests import HttpCase, TransactionCase, new_test_user

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models.assignment import GROUPS

ROLES = tuple(GROUPS)
# Nobody is written to while the world is made, which is half the time of making it.
QUIET = {
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
    "no_reset_password": True,
}
# Their day is the day of Viet Nam, also in the seven hours in which it is another one in UTC.
ZONE = "Asia/Ho_Chi_Minh"
# Each notice has its own, whichever institution it is of.
NUMBERS = count(1)
TREE = {
    # attribute: (name, code, kind, parent)
    "province": ("UBND tỉnh Lam Châu", "UBND", "public_unit", None),
    "department": ("Sở Giáo dục và Đào tạo Lam Châu", "SGDĐT", "department", "province"),
    "office": ("Văn phòng Sở", "VP", "section", "department"),
    "division": ("Phòng Giáo dục Trung học", "GDTrH", "section", "department"),
    "school": ("Trường THPT Hoa Sen", "HS", "upper_secondary_school", "department"),
    "group": ("Tổ Toán – Tin", "TT", "professional_group", "school"),
    "subgroup": ("Nhóm Tin học", "TH", "professional_group", "group"),
    "other_group": ("Tổ Ngữ văn", "NV", "professional_group", "school"),
    "union": ("Công đoàn Trường THPT Hoa Sen", "CĐ", "organisation", "school"),
    "sibling": ("Trường THPT Sao Mai", "SM", "upper_secondary_school", "department"),
    "ward": ("UBND phường Bến Ngự", "UBND", "ward_office", "province"),
    "ward_school": ("Trường THCS Đồng Xanh", "ĐX", "lower_secondary_school", "ward"),
    "elsewhere": ("Bệnh viện Đa khoa Hà Khê", "BV", "public_unit", None),
}


class World:
    """A department with two schools, a ward with one, and who works there.

    `self.<attribute of TREE>` is the unit, `self.<role>` the user with that role in the school.
    """

    test_tags = {"standard", "at_install", "post_install"}
    test_module = "dan_chu_co_so"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.user.tz = ZONE
        cls.quiet = cls.env(context={**cls.env.context, **QUIET})
        for attribute, (name, code, kind, parent) in TREE.items():
            unit = cls.make_unit(name, kind, getattr(cls, parent) if parent else None, code=code)
            setattr(cls, attribute, unit)
        cls.ward_school.professional_superior_id = cls.department
        for role in ROLES:
            setattr(cls, role, cls.make_user(role, (role, cls.school)))
        cls.upper_supervisor = cls.make_user("upper_supervisor", ("supervisor", cls.department))
        cls.upper_officer = cls.make_user("upper_officer", ("officer", cls.department))
        # Officer of the school and plain staff of its sibling: writes in the one only.
        cls.two_roles = cls.make_user("two_roles", ("officer", cls.school), ("staff", cls.sibling))
        cls.ended = cls.make_user("ended")
        cls.assign(cls.ended, "officer", cls.school, "2020-01-01", "2020-12-31")
        cls.manager = cls.make_user("manager", groups="dan_chu_co_so.group_manager")
        cls.no_role = cls.make_user("no_role")
        cls.hr_officer = cls.make_user("hr_officer", groups="hr.group_hr_user")

    @classmethod
    def make_unit(cls, name, kind, parent=None, **values):
        return (
            cls.quiet["dan_chu.unit"]
            .create(
                {
                    "name": name,
                    "kind_id": cls.env.ref(f"dan_chu_co_so.unit_kind_{kind}").id,
                    "parent_id": parent.id if parent else False,
                    **values,
                }
            )
            .with_env(cls.env)
        )

    @classmethod
    def make_user(cls, login, *held, groups="base.group_user"):
        """An internal user who is on the staff of the first unit named in `held`."""
        user = new_test_user(cls.quiet, login, groups, lang="en_US", tz=ZONE).with_env(cls.env)
        for role, unit in held:
            cls.assign(user, role, unit)
        if held:
            cls.make_employee(login, held[0][1], user_id=user.id)
        return user

    @classmethod
    def make_employee(cls, name, unit=None, **values):
        return (
            cls.quiet["hr.employee"]
            .create({"name": name, "dan_chu_unit_id": unit.id if unit else False, **values})
            .with_env(cls.env)
        )

    @classmethod
    def assign(cls, user, role, unit, date_from=None, date_to=None):
        return cls.env["dan_chu.assignment"].create(
            {
                "user_id": user.id,
                "role": role,
                "unit_id": unit.id,
                "date_from": date_from or today(),
                "date_to": date_to,
            }
        )

    @classmethod
    def make_directive(cls, unit, *, published=False, **values):
        """A directing text with one file, in the unit's own register."""
        directive = (
            cls.quiet["dan_chu.directive"]
            .create(
                {
                    "unit_id": unit.id,
                    "name": f"Về thực hiện dân chủ tại {unit.name}",
                    "reference": "25/KH-UBND",
                    "issuer": "UBND tỉnh Lam Châu",
                    "file_ids": [Command.create(cls.file_values())],
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if published:
            directive.action_publish()
        return directive

    @classmethod
    def make_notice(cls, unit, state="draft", **values):
        """A notice (thông báo) of the unit with one row of each sort, as far as `state` says."""
        part = {
            "basis_ids": {"words": "Luật Thực hiện dân chủ ở cơ sở năm 2022"},
            "recipient_ids": {"name": "Các tổ chuyên môn", "purpose": "carry_out"},
            "signatory_ids": {"own_title": "HIỆU TRƯỞNG", "name": "Nguyễn Văn Ký"},
            "annex_ids": {"name": "Danh sách", "content": "<p>Gồm 12 người.</p>"},
            "file_ids": cls.file_values(),
        }
        notice = (
            cls.quiet["dan_chu.notice"]
            .create(
                {
                    "unit_id": unit.id,
                    "kind_id": cls.env.ref("dan_chu_co_so.document_kind_tb").id,
                    "number": str(next(NUMBERS)),
                    "title": f"Về hội nghị viên chức của {unit.name}",
                    "content": "<p>Hội nghị họp vào sáng thứ Sáu.</p>",
                    **{name: [Command.create(row)] for name, row in part.items()},
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if state != "draft":
            notice.action_submit()
        if state == "issued":
            notice.action_issue()
        return notice

    @classmethod
    def make_plan(cls, unit, state="draft", **values):
        """A plan (kế hoạch) of the unit for this year, with one row of each sort."""
        year = today().year
        part = {
            "section_ids": {"role": "heading", "text": f"MỤC ĐÍCH của {unit.name}"},
            "target_ids": {"name": "Công khai tài chính", "value": 95},
            "signatory_ids": {"own_title": "HIỆU TRƯỞNG", "name": "Nguyễn Văn Ký"},
        }
        plan = (
            cls.quiet["dan_chu.plan"]
            .create(
                {
                    "unit_id": unit.id,
                    "number": str(next(NUMBERS)),
                    "title": f"Thực hiện dân chủ tại {unit.name}",
                    "date_from": f"{year}-01-01",
                    "date_to": f"{year}-12-31",
                    **{name: [Command.create(row)] for name, row in part.items()},
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if state != "draft":
            plan.action_submit()
        if state == "issued":
            plan.action_issue()
        return plan

    @classmethod
    def make_task(cls, unit, addressee=None, *, given=False, **values):
        """A task that the unit gives, or will give, to the addressee or to itself."""
        task = (
            cls.quiet["dan_chu.task"]
            .create(
                {
                    "unit_id": unit.id,
                    "addressee_unit_id": (addressee or unit).id,
                    "name": f"Công khai tài chính của {unit.name}",
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if given:
            task._give()
        return task

    @classmethod
    def file_values(cls, **values):
        return {"name": "ke-hoach.txt", "data": base64.b64encode(b"noi dung"), **values}

    @classmethod
    def as_user(cls, records, user):
        """The same records as the user sees them with their next request: nothing is cached."""
        cls.env.flush_all()
        cls.env.invalidate_all()
        return records.with_user(user)


class DanChuCase(World, TransactionCase):
    pass


class DanChuHttpCase(World, HttpCase):
    pass
