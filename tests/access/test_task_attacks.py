"""Tasks over real RPC: what another side, a colleague or an outsider does with them."""

from datetime import timedelta

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.task_attacks import CONTEXTS, EVIDENCE, PARTNER, PHOTO, SECRET, TASK, TaskAttacks


class TestMaking(TaskAttacks):
    def test_a_new_task_is_nothing_but_new(self):
        asked = {
            "given_on": "2026-01-01 00:00:00",
            "state": "accepted",
            "parent_id": self.foreign.id,
            "row_kind": "addressee",
            "is_counted": False,
            "done_by_id": self.head.id,
            "lead_user_id": self.head.id,
            "source_model": "dan_chu.duty",
            "source_id": 1,
            "source_text": "Luật",
            "duty_year": 2026,
        }
        values = {"name": "Tự giao", "unit_id": self.school.id}
        by_default = {f"default_{name}": value for name, value in asked.items()}
        for vals, context in (({**values, **asked}, {}), (values, by_default)):
            for _door, made in self.by_each_door(
                self.officer, TASK, "create", vals_list=[vals], context=context
            ):
                task = self.env[TASK].browse(made)
                self.assertEqual((task.state, task.row_kind), ("todo", "main"))
                self.assertTrue(task.is_counted)
                for name in asked.keys() - {"state", "row_kind", "is_counted"}:
                    self.assertFalse(task[name], name)

    def test_no_task_is_made_in_the_name_of_another_unit(self):
        for unit in (self.sibling, self.department, self.elsewhere):
            values = {"name": "Giao hộ", "unit_id": unit.id}
            self.assert_refused(self.officer, TASK, "create", vals_list=[values])
            self.assert_refused(self.head, TASK, "create", vals_list=[values])
            for _door, made in self.by_each_door(
                self.officer,
                TASK,
                "create",
                vals_list=[{"name": "Giao hộ"}],
                context={"default_unit_id": unit.id, "default_addressee_unit_id": unit.id},
            ):
                task = self.env[TASK].browse(made)
                self.assertEqual(task.unit_id | task.addressee_unit_id, self.school)
        for user in (self.teacher, self.manager, self.upper_supervisor, self.no_role):
            values = {"name": "Tự giao", "unit_id": self.school.id}
            self.assert_refused(user, TASK, "create", vals_list=[values])

    def test_those_beside_and_above_are_given_nothing(self):
        made = self.make_task(self.school)
        for unit in (self.sibling, self.department, self.elsewhere):
            goes = {"addressee_unit_id": unit.id}
            values = {"name": "Giao ngang", "unit_id": self.school.id}
            self.assert_refused(self.officer, TASK, "create", vals_list=[{**values, **goes}])
            for task in (made, self.mine):
                self.assert_refused(self.officer, TASK, "write", [task.id], vals=goes)
            self.assert_refused(self.upper_officer, TASK, "write", [self.owed.id], vals=goes)

    def test_nor_as_partners(self):
        made = self.make_task(self.school)
        outside = self.sibling_officer.employee_id
        for partner in (
            {"who_kind": "unit", "partner_unit_id": self.sibling.id},
            {"who_kind": "unit", "partner_unit_id": self.department.id},
            {"who_kind": "employee", "employee_id": outside.id},
        ):
            rows = {"partner_ids": [Command.create(partner)]}
            values = {"name": "Phối hợp", "unit_id": self.school.id, **rows}
            self.assert_refused(self.officer, TASK, "create", vals_list=[values])
            self.assert_refused(self.officer, TASK, "write", [made.id], vals=rows)
            self.assert_refused(
                self.officer, PARTNER, "create", vals_list=[{"task_id": made.id, **partner}]
            )
            own = {"task_id": made.id, "who_kind": "position", "words": "Kế toán"}
            row = self.env[PARTNER].create(own)
            self.assert_refused(self.officer, PARTNER, "write", [row.id], vals=partner)
        made.partner_ids = [Command.create({"who_kind": "unit", "partner_unit_id": self.group.id})]
        made._give()
        self.assertEqual(made.child_ids.addressee_unit_id, self.group)

    def test_a_copy_of_a_given_task_is_not_given(self):
        for _door, made in self.by_each_door(
            self.officer, TASK, "copy", [self.mine.id], default={"given_on": "2026-01-01"}
        ):
            self.assertFalse(self.env[TASK].browse(made).given_on)
        # Who owes a task does not make one in the name of who gave it.
        self.assert_refused(self.officer, TASK, "copy", [self.owed.id])


class TestWriting(TaskAttacks):
    def test_what_only_buttons_change_is_written_by_nobody(self):
        changes = (
            {"state": "accepted"},
            {"given_on": "2026-01-01 00:00:00"},
            {"done_by_id": self.head.id},
            {"unit_id": self.sibling.id},
            {"parent_id": self.owed.id},
            {"lead_user_id": self.officer.id},
            {"source_id": 1},
            {"is_counted": False},
            {"step_ids": [Command.create({"action": "accepted"})]},
            {"step_ids": [Command.clear()]},
            {"child_ids": [Command.link(self.foreign.id)]},
        )
        for context in CONTEXTS:
            for vals in changes:
                for user in (self.officer, self.head, self.teacher):
                    arguments = {"vals": vals, "context": context}
                    self.assert_refused(user, TASK, "write", [self.mine.id], **arguments)

    def test_who_owes_it_rewrites_nothing_of_it(self):
        week = {"date_deadline": str(today() + timedelta(days=7)), "time_text": "Tuần sau"}
        for vals in (
            {"name": "Dễ hơn"},
            week,
            {"needs_evidence": False},
            {"weight": 9},
            {"note": "Không cần"},
            {"addressee_unit_id": self.group.id},
            {"child_ids": [Command.create({"name": "Phụ"})]},
        ):
            for user in (self.officer, self.head):
                for context in CONTEXTS:
                    arguments = {"vals": vals, "context": context}
                    self.assert_refused(user, TASK, "write", [self.owed.id], **arguments)
        for method in ("action_accept", "action_grant_date"):
            self.assert_refused(self.officer, TASK, method, [self.owed.id])
        for method in ("action_send_back", "action_refuse_date", "action_cancel"):
            self.assert_refused(self.officer, TASK, method, [self.owed.id], reason="Thôi")
        self.assert_refused(self.officer, TASK, "unlink", [self.owed.id])

    def test_who_gave_it_does_not_do_it_nor_say_who_does(self):
        person = self.teacher.employee_id.id
        for vals in (
            {"result": "Đã xong"},
            {"who_kind": "employee", "lead_employee_id": person},
            {"partner_ids": [Command.create({"who_kind": "position", "words": "Kế toán"})]},
            {"evidence_ids": [Command.create({"name": "a.png", "data": PHOTO})]},
        ):
            self.assert_refused(self.upper_officer, TASK, "write", [self.owed.id], vals=vals)
        for method in ("action_start", "action_done", "action_reopen"):
            self.assert_refused(self.upper_officer, TASK, method, [self.owed.id])
        wizard = self.env["dan_chu.task.reassign"].with_user(self.upper_officer)
        wizard = wizard.create(
            {
                "task_ids": [Command.set(self.owed.ids)],
                "who_kind": "position",
                "position": "Kế toán",
            }
        )
        self.assert_refused(self.upper_officer, wizard._name, "action_reassign", [wizard.id])

    def test_a_task_of_another_unit_is_nobodys(self):
        for task in (self.foreign, self.not_yet):
            for user in (self.officer, self.head, self.teacher, self.two_roles, self.manager):
                for method, arguments in (
                    ("read", {"fields": ["name"]}),
                    ("write", {"vals": {"result": "x"}}),
                    ("action_start", {}),
                    ("action_done", {"result": "Xong"}),
                    ("action_accept", {}),
                    ("action_cancel", {"reason": "Thôi"}),
                    ("action_report_difficulty", {"text": "Khó"}),
                    ("action_answer_difficulty", {"text": "Dễ"}),
                    ("action_give", {}),
                    ("action_open_source", {}),
                    ("action_copy_reminder", {}),
                    ("action_open_close", {}),
                    ("action_open_reassign", {}),
                    ("copy", {}),
                    ("unlink", {}),
                    ("message_post", {"body": "Tôi đây"}),
                ):
                    reason = self.assert_refused(user, TASK, method, [task.id], **arguments)
                    self.assertNotIn(SECRET, reason.message)

    def test_a_colleague_neither_reads_nor_reports_it(self):
        for method, arguments in (
            ("read", {"fields": ["name"]}),
            ("write", {"vals": {"result": "Tôi làm"}}),
            ("action_start", {}),
            ("action_done", {"result": "Tôi làm"}),
            ("action_report_difficulty", {"text": "Khó"}),
            ("action_ask_date", {"date": "2030-01-01", "reason": "Bận"}),
        ):
            self.assert_refused(self.colleague, TASK, method, [self.mine.id], **arguments)
        row = {"task_id": self.mine.id}
        for model, values in (
            ("dan_chu.task.say", {**row, "what": "difficulty", "text": "Khó"}),
            ("dan_chu.task.close", {"line_ids": [Command.create({**row, "result": "Xong"})]}),
        ):
            self.assert_refused(self.colleague, model, "create", vals_list=[values])
        own = self.make_task(self.school, given=True, who_kind="all_staff", name="Học tập")
        self.assert_refused(self.colleague, TASK, "action_done", [own.id], result="Xong cả")
        self.assert_refused(self.colleague, TASK, "write", [own.id], vals={"result": "Xong cả"})

    def test_accepted_it_changes_for_nobody(self):
        task = self.make_task(self.school, given=True)
        evidence = self.env[EVIDENCE].create({"task_id": task.id, "name": "a", "data": PHOTO})
        task.action_done("Xong")
        task.action_accept()
        for user in (self.officer, self.head):
            for context in CONTEXTS:
                for vals in (
                    {"result": "Khác"},
                    {"name": "Khác"},
                    {"evidence_ids": [Command.delete(evidence.id)]},
                    {"evidence_ids": [Command.create({"name": "b", "data": PHOTO})]},
                ):
                    arguments = {"vals": vals, "context": context}
                    self.assert_refused(user, TASK, "write", [task.id], **arguments)
                self.assert_refused(user, EVIDENCE, "unlink", [evidence.id], context=context)
            for method in ("action_reopen", "action_done", "action_accept", "action_start"):
                self.assert_refused(user, TASK, method, [task.id])

    def test_an_import_gives_nothing(self):
        names = [".id", "state", "given_on"]
        rows = [[str(self.draft.id), "done", "2026-01-01 00:00:00"]]
        for _door, answer in self.by_each_door(self.officer, TASK, "load", fields=names, data=rows):
            self.assertFalse(answer["ids"])
        self.assertEqual((self.draft.state, self.draft.given_on), ("todo", False))
