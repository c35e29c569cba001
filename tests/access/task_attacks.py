"""What the attacks on tasks share: tasks of several houses, and who tries."""

import base64

from tests.access.doors import DoorsCase, Refused

TASK = "dan_chu.task"
PARTNER = "dan_chu.task.partner"
EVIDENCE = "dan_chu.task.evidence"
SECRET = "Việc mật của đơn vị khác"
SECRET_WORDS = "Vướng mắc mật"
PHOTO = base64.b64encode(b"\x89PNG\r\n\x1a\n anh chup buoi hop").decode()
# What a caller may send along; none of it is a key.
CONTEXTS = (
    {},
    {"tracking_disable": True, "mail_notrack": True, "mail_activity_automation_skip": True},
    {"install_mode": True, "import_file": True, "module": "dan_chu_co_so", "_force_unlink": True},
    {"su": True, "uid": 1, "force": True, "bypass": True, "active_test": False},
)


class TaskAttacks(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.teacher = cls.make_user("teacher", ("staff", cls.school))
        cls.colleague = cls.make_user("colleague", ("staff", cls.school))
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        cls.draft = cls.make_task(cls.school, name=SECRET)
        cls.foreign = cls.make_task(cls.sibling, given=True, name=SECRET)
        cls.foreign.action_report_difficulty(SECRET_WORDS)
        cls.owed = cls.make_task(cls.department, cls.school, given=True)
        cls.not_yet = cls.make_task(cls.department, cls.school, name=SECRET)
        cls.mine = cls.make_task(
            cls.school,
            given=True,
            who_kind="employee",
            lead_employee_id=cls.teacher.employee_id.id,
        )
        photo = {"task_id": cls.mine.id, "name": "anh.png", "data": PHOTO}
        cls.photo = cls.env[EVIDENCE].create(photo)
        cls.photo_file = cls._file_of(cls.photo)

    @classmethod
    def _file_of(cls, evidence):
        return cls.env["ir.attachment"].search(
            [
                ("res_model", "=", EVIDENCE),
                ("res_id", "=", evidence.id),
                ("res_field", "=", "data"),
            ]
        )

    def _said(self, user, model, method, ids=None, **arguments):
        try:
            answer = str(self.by_session(user, model, method, ids, **arguments))
        except Refused as refused:
            answer = str(refused)
        self.env.invalidate_all()
        return answer

    def _assert_untold(self, user, model, method, ids=None, **arguments):
        answer = self._said(user, model, method, ids, **arguments)
        for secret in (SECRET, SECRET_WORDS):
            self.assertNotIn(secret, answer)
