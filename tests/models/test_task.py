import hashlib
from base64 import b64decode
from datetime import timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.lib.task_time import write as phrase

from tests.common import DanChuCase
from tests.tasks import PHOTO, Tasks


class TaskCase(Tasks, DanChuCase):
    def steps(self, task):
        return task.step_ids.sorted("id").mapped("action")


class TestLife(TaskCase):
    def test_from_given_to_accepted(self):
        task = self.task()
        own = self.as_user(task, self.staff)
        own.action_start()
        own.action_done("Đã niêm yết tại bảng tin.")
        self.assertEqual((task.state, task.done_by_id), ("done", self.staff))
        self.assertEqual(task.done_on, today())
        self.as_user(task, self.officer).action_accept()
        self.assertEqual(task.state, "accepted")
        self.assertEqual(self.steps(task), ["given", "started", "done", "accepted"])
        self.assertEqual(task.step_ids.sorted("id").mapped("user_id")[-1], self.officer)

    def test_sent_back_with_a_reason_it_is_doing_again(self):
        task = self.task()
        self.as_user(task, self.staff).action_done("Xong.")
        dialog = self.as_user(task, self.officer).action_send_back()
        self.assertEqual(dialog["res_model"], "dan_chu.task.say")
        say = self.env["dan_chu.task.say"].with_user(self.officer)
        say = say.with_context(**dialog["context"]).create({"text": "Thiếu ảnh niêm yết."})
        say.action_say()
        self.assertEqual((task.state, task.done_on, task.result), ("doing", False, "Xong."))
        self.assertEqual(task.step_ids.sorted("id")[-1].text, "Thiếu ảnh niêm yết.")
        note = task.activity_ids.filtered(lambda row: row.user_id == self.staff).note
        self.assertIn("Thiếu ảnh", note)
        own = self.as_user(task, self.staff)
        self.assertEqual(own.open_question, "Sent back: Thiếu ảnh niêm yết.")
        own.action_done()
        self.assertFalse(own.open_question)

    def test_taken_up_again_until_it_is_accepted(self):
        task = self.task()
        own = self.as_user(task, self.staff)
        own.action_done("Xong.")
        own.action_reopen()
        self.assertEqual(task.state, "doing")
        own.action_done()
        self.as_user(task, self.officer).action_accept()
        with self.assertRaisesRegex(UserError, "“Accepted”.*“Done”"):
            self.as_user(task, self.staff).action_reopen()

    def test_a_result_is_asked_for(self):
        with self.assertRaisesRegex(UserError, "write what was done"):
            self.as_user(self.task(), self.staff).action_done()
        task = self.task(needs_evidence=True)
        with self.assertRaisesRegex(UserError, "asks for evidence"):
            self.as_user(task, self.staff).action_done("Đã niêm yết.")
        self.as_user(task, self.staff).evidence_ids = [self.photo()]
        self.as_user(task, self.staff).action_done()
        self.assertEqual(task.state, "done")

    def test_cancelled_with_its_parts_and_a_reason(self):
        task = self.task(
            partner_ids=[Command.create({"who_kind": "unit", "partner_unit_id": self.group.id})]
        )
        self.assertEqual(task.child_ids.addressee_unit_id, self.group)
        self.as_user(task, self.head).action_cancel("Sở đã lùi sang năm sau.")
        self.assertEqual(set((task | task.child_ids).mapped("state")), {"cancelled"})
        with self.assertRaisesRegex(UserError, "“Cancelled”"):
            self.as_user(task, self.staff).action_done("Xong.")

    def test_one_of_a_plan_is_not_given_by_hand(self):
        task = self.task(given=False)
        self.assertFalse(self.as_user(task, self.officer).given_on)
        self.as_user(task, self.officer).action_give()
        self.assertTrue(task.given_on)
        self.assertEqual(self.steps(task), ["given"])


class TestSides(TaskCase):
    def test_who_owes_sees_it_once_it_is_given(self):
        tasks = self.env["dan_chu.task"]
        task = self.task_from_above(given=False)
        self.assertFalse(tasks.with_user(self.officer).search([("id", "=", task.id)]))
        self.as_user(task, self.upper_officer).action_give()
        self.assertTrue(tasks.with_user(self.officer).search([("id", "=", task.id)]))
        sibling = self.make_user("sibling_officer", ("officer", self.sibling))
        self.assertFalse(tasks.with_user(sibling).search([("id", "=", task.id)]))

    def test_each_side_has_its_own_buttons(self):
        task = self.task_from_above()
        below, above = (self.as_user(task, user) for user in (self.officer, self.upper_officer))
        self.assertEqual((below.may_do, below.may_decide), (True, False))
        self.assertEqual((above.may_do, above.may_decide), (False, True))
        with self.assertRaises(AccessError):
            below.action_accept()
        with self.assertRaises(AccessError):
            above.action_done("Xong.")
        below.action_done("Đã triển khai toàn trường.")
        above.action_accept()
        self.assertEqual(task.state, "accepted")

    def test_a_colleague_neither_sees_it_nor_reports_it(self):
        other = self.make_user("other_teacher", ("staff", self.school))
        task = self.task()
        with self.assertRaises(AccessError):
            task.with_user(other).action_done("Xong.")
        self.assertFalse(self.env["dan_chu.task"].with_user(other).search([("id", "=", task.id)]))

    def test_one_of_all_staff_is_read_by_all_and_reported_by_the_officer(self):
        task = self.task(who_kind="all_staff", lead_employee_id=False)
        own = self.as_user(task, self.staff)
        self.assertEqual((own.name, own.is_mine, own.may_do), (task.name, True, False))
        with self.assertRaises(AccessError):
            own.action_done("Xong.")
        self.as_user(task, self.officer).action_done("Đã phổ biến.")
        self.assertEqual(task.state, "done")

    def test_whose_it_is_the_same_by_search_and_by_record(self):
        own, above = self.task(), self.task_from_above()
        draft = self.task(given=False)
        every = own | above | draft
        of_user = {
            self.staff: {"is_mine": own},
            self.officer: {"is_owed": own | above, "is_given_by_us": own | draft},
            self.upper_officer: {"is_owed": self.env["dan_chu.task"], "is_given_by_us": above},
        }
        for user, expected in of_user.items():
            for name, tasks in expected.items():
                with self.subTest(user=user.login, name=name):
                    seen = self.as_user(every, user)
                    found = seen.search([(name, "=", True), ("id", "in", every.ids)])
                    self.assertEqual(found, tasks.with_user(user))
                    readable = seen._filtered_access("read")
                    self.assertEqual(readable.filtered(name), found)
                    rest = seen.search([(name, "=", False), ("id", "in", every.ids)])
                    self.assertEqual(rest, readable - found)

    def test_nobody_orders_those_beside_or_above(self):
        with self.assertRaisesRegex(UserError, "does not stand below"):
            self.task(addressee_unit_id=self.sibling.id, who_kind="unit", lead_employee_id=False)
        with self.assertRaisesRegex(ValidationError, "is not on the staff of"):
            self.task_from_above(
                who_kind="employee", lead_employee_id=self.upper_officer.employee_id.id
            )


class TestGuards(TaskCase):
    def test_state_is_moved_by_buttons_only(self):
        task = self.as_user(self.task(), self.officer)
        for values in (
            {"state": "accepted"},
            {"given_on": False},
            {"done_on": today()},
            {"has_difficulty": True},
            {"unit_id": self.sibling.id},
            {"plan_id": False},
        ):
            with self.subTest(values), self.assertRaisesRegex(UserError, "by its buttons"):
                task.write(values)

    def test_made_as_done_it_begins_as_to_do(self):
        task = (
            self.env["dan_chu.task"]
            .with_user(self.officer)
            .create(
                {
                    "name": "Tự nhận xong",
                    "state": "accepted",
                    "given_on": "2026-01-01 00:00:00",
                    "row_kind": "addressee",
                    "is_counted": False,
                    "unit_id": self.school.id,
                }
            )
        )
        self.assertEqual((task.state, task.given_on), ("todo", False))
        self.assertEqual((task.row_kind, task.is_counted), ("main", True))
        self.assertEqual(task.copy().state, "todo")

    def test_who_owes_it_does_not_change_what_it_is(self):
        task = self.task_from_above()
        below = self.as_user(task, self.officer)
        for values in ({"name": "Việc khác"}, {"date_deadline": today()}, {"weight": 9}):
            with self.subTest(values), self.assertRaisesRegex(AccessError, "has been given"):
                below.write(values)
        self.assertEqual(
            (below.may_define, below.may_arrange, below.may_report), (False, True, True)
        )
        below.write({"who_kind": "employee", "lead_employee_id": self.staff.employee_id.id})
        own = self.as_user(task, self.staff)
        self.assertEqual((own.may_define, own.may_arrange, own.may_report), (False, False, True))
        with self.assertRaises(AccessError):
            own.lead_employee_id = self.officer.employee_id
        own.result = "Đang làm."
        self.assertEqual(task.result, "Đang làm.")

    def test_accepted_nothing_changes(self):
        task = self.task()
        self.as_user(task, self.staff).action_done("Xong.")
        self.as_user(task, self.officer).action_accept()
        for user in (self.staff, self.officer):
            with self.subTest(user.login), self.assertRaisesRegex(UserError, "does not change"):
                self.as_user(task, user).result = "Khác."
            self.assertFalse(self.as_user(task, user).may_report)
        with self.assertRaisesRegex(UserError, "does not change"):
            self.as_user(task, self.staff).evidence_ids = [self.photo()]

    def test_given_it_is_not_deleted(self):
        with self.assertRaisesRegex(UserError, "cancel it, with the reason"):
            self.as_user(self.task(), self.officer).unlink()
        self.as_user(self.task(given=False), self.officer).unlink()

    def test_steps_are_not_written_by_hand(self):
        task = self.task()
        with self.assertRaisesRegex(UserError, "not written by hand"):
            self.env["dan_chu.task.step"].with_user(self.officer).create(
                {"task_id": task.id, "action": "accepted"}
            )
        with self.assertRaisesRegex(UserError, "not written by hand"):
            self.as_user(task.step_ids, self.officer).write({"text": "khác"})


class TestLate(TaskCase):
    def test_in_the_time_zone_of_who_looks(self):
        task = self.task(days=0)
        # Half past midnight in Viet Nam, still the day before in UTC.
        with freeze_time(f"{today()} 17:30:00"):
            for zone, is_late in (("Asia/Ho_Chi_Minh", True), ("UTC", False)):
                with self.subTest(zone):
                    self.env.invalidate_all()
                    seen = task.with_context(tz=zone)
                    self.assertEqual(seen.is_late, is_late)
                    found = seen.search([("is_late", "=", True), ("id", "=", task.id)])
                    self.assertEqual(bool(found), is_late)

    def test_the_same_by_search_and_by_record(self):
        yesterday = {"date_deadline": today() - timedelta(days=1)}
        late, doing, due = self.task(**yesterday), self.task(**yesterday), self.task(days=0)
        done = self.task(**yesterday)
        self.as_user(doing, self.staff).action_start()
        self.as_user(done, self.staff).action_done("Xong.")
        not_given = self.task(given=False, **yesterday)
        no_day = self.task(date_deadline=False)
        heading = self.task(
            time_kind="recurring",
            recurrence="weekly",
            date_start=today() - timedelta(days=30),
            **yesterday,
        )
        every = late | doing | due | done | not_given | no_day | heading
        self.assertEqual(every.filtered("is_late"), late | doing)
        tasks = self.env["dan_chu.task"]
        self.assertEqual(
            tasks.search([("is_late", "=", True), ("id", "in", every.ids)]), late | doing
        )
        self.assertEqual(
            tasks.search([("is_late", "=", False), ("id", "in", every.ids)]),
            every - late - doing,
        )
        self.assertTrue(heading.child_ids)
        self.assertEqual(set(heading.child_ids.mapped("is_late")), {True})

    def test_filter_of_this_week(self):
        view = self.env.ref("dan_chu_co_so.task_view_search")
        self.assertIn("today =week_start", view.arch)
        monday = today() - timedelta(days=today().weekday())
        inside = self.task(date_deadline=monday + timedelta(days=3))
        outside = self.task(date_deadline=monday + timedelta(days=9))
        found = (inside | outside).search(
            [
                ("id", "in", (inside | outside).ids),
                ("date_deadline", ">=", "today =week_start"),
                ("date_deadline", "<=", "today =week_start +6d"),
            ]
        )
        self.assertEqual(found, inside)


class TestTalk(TaskCase):
    def test_a_difficulty_waits_for_its_answer_which_is_kept(self):
        task = self.task_from_above()
        below = self.as_user(task, self.officer)
        below.action_report_difficulty("Trường <b>chưa</b> có bảng tin điện tử.")
        self.assertTrue(task.has_difficulty)
        above = self.as_user(task, self.upper_officer)
        self.assertIn("chưa", above.open_question)
        note = task.activity_ids.filtered(lambda row: row.user_id == self.upper_officer).note
        self.assertIn("&lt;b&gt;", str(note))
        with self.assertRaises(AccessError):
            self.as_user(task, self.officer).action_answer_difficulty("Tự trả lời.")
        above.action_answer_difficulty("Dùng bảng tin giấy.")
        self.assertFalse(task.has_difficulty)
        said = self.as_user(task, self.officer).open_question
        self.assertEqual(said, "Difficulty answered: Dùng bảng tin giấy.")
        self.assertEqual(
            task.step_ids.sorted("id").mapped("text")[1:],
            ["Trường <b>chưa</b> có bảng tin điện tử.", "Dùng bảng tin giấy."],
        )
        self.assertTrue(task.activity_ids.filtered(lambda row: row.user_id == self.officer))

    def test_a_new_date_is_asked_for_and_granted(self):
        task = self.task()
        old = task.date_deadline
        own = self.as_user(task, self.staff)
        with self.assertRaisesRegex(UserError, "later than the deadline"):
            own.action_ask_date(str(old), "Chưa xong.")
        new = old + timedelta(days=7)
        say = self.env["dan_chu.task.say"].with_user(self.staff)
        offered = say.create({"task_id": task.id, "what": "date_asked", "text": "…"})
        self.assertEqual(offered.date, new)
        say.create(
            {"task_id": task.id, "what": "date_asked", "date": new, "text": "Mưa bão."}
        ).action_say()
        self.assertEqual((task.date_asked, task.date_deadline), (new, old))
        self.assertIn(": Mưa bão.", self.as_user(task, self.officer).open_question)
        self.as_user(task, self.officer).action_grant_date()
        self.assertEqual((task.date_asked, task.date_deadline), (False, new))
        self.assertEqual(task.time_text, phrase("at_latest", deadline=new))
        self.assertEqual(self.steps(task)[1:], ["date_asked", "date_granted"])

    def test_a_new_date_is_refused_with_a_reason(self):
        task = self.task()
        old = task.date_deadline
        own = self.as_user(task, self.staff)
        own.action_ask_date(str(old + timedelta(days=7)), "Chưa xong.")
        self.as_user(task, self.head).action_refuse_date("Sở đã chốt ngày.")
        self.assertEqual((task.date_asked, task.date_deadline), (False, old))
        with self.assertRaisesRegex(UserError, "no new date was asked for"):
            self.as_user(task, self.head).action_grant_date()


class TestEvidence(TaskCase):
    def test_its_digest_is_of_its_content(self):
        task = self.task()
        self.as_user(task, self.staff).evidence_ids = [self.photo()]
        row = task.evidence_ids
        self.assertEqual(row.sha256, hashlib.sha256(b64decode(PHOTO)).hexdigest())
        self.assertEqual(row.added_by_id, self.staff)

    def test_its_content_stays_what_it_was(self):
        task = self.task()
        self.as_user(task, self.staff).evidence_ids = [self.photo()]
        row = self.as_user(task.evidence_ids, self.staff)
        refused = "does not change: delete it"
        with self.assertRaisesRegex(UserError, refused):
            row.data = b"a2hhYw=="
        with self.assertRaisesRegex(UserError, refused):
            row.sha256 = "0" * 64
        file = self.env["ir.attachment"].search(
            [("res_model", "=", row._name), ("res_id", "=", row.id), ("res_field", "=", "data")]
        )
        self.assertEqual(len(file), 1)
        own = self.as_user(file, self.staff)
        for values in ({"raw": b"khac"}, {"datas": "a2hhYw=="}, {"res_id": 0}, {"res_field": "x"}):
            with self.subTest(values), self.assertRaisesRegex(UserError, refused):
                own.write(values)
        with self.assertRaisesRegex(UserError, refused):
            own.unlink()
        second = {
            "name": "data",
            "raw": b"khac",
            "res_model": row._name,
            "res_id": row.id,
            "res_field": "data",
        }
        with self.assertRaisesRegex(UserError, refused):
            self.env["ir.attachment"].with_user(self.staff).create(second)
        loose = self.env["ir.attachment"].with_user(self.staff).create({"name": "x", "raw": b"k"})
        with self.assertRaisesRegex(UserError, refused):
            loose.write({name: second[name] for name in ("res_model", "res_id", "res_field")})
        self.env.invalidate_all()
        self.assertEqual(row.data, PHOTO)

    def test_it_comes_and_goes_as_a_whole_while_the_task_is_open(self):
        task = self.task()
        self.as_user(task, self.staff).evidence_ids = [self.photo(), self.photo()]
        self.as_user(task.evidence_ids[0], self.staff).unlink()
        self.assertEqual(task.evidence_count, 1)
        self.as_user(task, self.staff).action_done()
        self.as_user(task, self.officer).action_accept()
        with self.assertRaisesRegex(UserError, "does not change"):
            self.as_user(task.evidence_ids, self.staff).unlink()

    def test_only_of_a_task_one_may_report(self):
        other = self.make_user("other_teacher", ("staff", self.school))
        with self.assertRaises(AccessError):
            self.env["dan_chu.task.evidence"].with_user(other).create(
                {"task_id": self.task().id, "name": "x.png", "data": PHOTO}
            )
        above = self.task_from_above()
        with self.assertRaisesRegex(AccessError, "has been given"):
            self.as_user(above, self.upper_officer).evidence_ids = [self.photo()]


class TestForm(TaskCase):
    def test_time_typed_as_printed_is_read_into_dates(self):
        form = Form(self.env["dan_chu.task"].with_user(self.officer))
        form.name = "Tổ chức hội nghị"
        form.time_text = "trước ngày 15/3/2027"
        self.assertEqual((form.time_kind, str(form.date_deadline)), ("before", "2027-03-14"))
        task = form.save()
        self.assertEqual((task.unit_id, task.addressee_unit_id), (self.school, self.school))

    def test_days_chosen_are_written_as_they_will_be_printed(self):
        form = Form(self.env["dan_chu.task"].with_user(self.officer))
        form.name = "Tổ chức hội nghị"
        form.date_deadline = "2027-03-15"
        self.assertEqual(form.time_text, "Chậm nhất ngày 15/3/2027")
        form.time_text = "Quý III/2027"
        self.assertEqual(str(form.date_deadline), "2027-09-30")
        form.time_kind = "before"
        self.assertEqual(form.time_text, "Trước ngày 01/10/2027")

    def test_source_opens_only_for_those_who_may_read_it(self):
        with self.assertRaisesRegex(AccessError, "working paper of another unit"):
            self.as_user(self.task_from_above(), self.officer).action_open_source()


class TestGrowth(TaskCase):
    """A list of sixty tasks costs as many queries as one of ten."""

    def test_list_of_an_officer(self):
        for number in range(60):
            make = self.task if number % 2 else self.task_from_above
            make(name=f"Việc {number}")
        names = (
            "name",
            "who_text",
            "is_late",
            "state",
            "date_deadline",
            "may_define",
            "may_arrange",
            "may_report",
            "has_parts",
            "has_difficulty",
        )
        specification = {name: {} for name in names}
        for name in ("addressee_unit_id", "lead_employee_id", "giving_house_id", "owing_house_id"):
            specification[name] = {"fields": {"display_name": {}}}
        tasks = self.env["dan_chu.task"].with_user(self.officer)
        tasks.web_search_read([], specification, limit=1)

        def queries(limit):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            domain = [("is_owed", "=", True), ("is_counted", "=", True)]
            found = tasks.web_search_read(domain, specification, limit=limit)["records"]
            self.assertEqual(len(found), limit)
            return self.env.cr.sql_log_count - before

        self.assertEqual(queries(60), queries(10))
