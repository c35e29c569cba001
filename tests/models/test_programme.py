from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.lib.paper.text import plain_text

from tests.boards import BoardCase


class ProgrammeCase(BoardCase):
    def programme(self, user=None, *lines, **values):
        year = today().year
        return (
            self.env["dan_chu.plan"]
            .with_user(user or self.member)
            .create(
                {
                    "board_id": self.board.id,
                    "unit_id": self.school.id,
                    "kind_id": self.env.ref("dan_chu_co_so.document_kind_ctr").id,
                    "title": "Công tác của Ban Thanh tra nhân dân",
                    "date_from": f"{year}-01-01",
                    "date_to": f"{year}-12-31",
                    "programme_line_ids": [Command.create(line) for line in lines],
                    **values,
                }
            )
        )

    def line(self, **values):
        return {
            "name": "Giám sát mua sắm tài sản",
            "kind": "supervise",
            "time_text": f"Quý III/{today().year}",
            "date_from": f"{today().year}-07-01",
            "date_to": f"{today().year}-09-30",
            "subject_unit_id": self.school.id,
            "subject_text": "Tổ Văn phòng",
            "method": "Trực tiếp",
            "member_ids": [Command.set((self.leader_mandate | self.member_mandate).ids)],
            "product": "Báo cáo giám sát",
            **values,
        }


class TestProgramme(ProgrammeCase):
    def test_members_alone_reach_its_lines(self):
        line = self.programme(None, self.line()).programme_line_ids
        self.assertEqual(line.sealed_board_id, self.board)
        for user in (
            self.officer,
            self.head,
            self.representative,
            self.staff,
            self.sibling_leader,
            self.upper_officer,
        ):
            with self.subTest(user=user.login):
                self.assertFalse(self.as_user(line, user).has_access("read"))
                with self.assertRaises(AccessError):
                    self.as_user(line, user).action_make_inspection()

    def test_the_time_in_words_is_read_into_days(self):
        plan = self.programme()
        with Form(plan) as form, form.programme_line_ids.new() as row:
            row.name = "Kiểm tra quỹ phúc lợi"
            row.time_text = "Tháng 10"
        line = plan.programme_line_ids
        year = plan.period_year
        self.assertEqual((line.date_from, line.date_to), (date(year, 10, 1), date(year, 10, 31)))

    def test_a_line_becomes_an_inspection_with_one_click(self):
        template = self.env.ref("dan_chu_co_so.inspection_template_procurement")
        plan = self.programme(None, self.line(template_id=template.id))
        action = plan.programme_line_ids.action_make_inspection()
        inspection = self.env["dan_chu.inspection"].browse(action["res_id"])
        self.assertEqual(inspection.board_id, self.board)
        self.assertEqual((inspection.kind, inspection.plan_id), ("supervise", plan))
        self.assertEqual(inspection.subject_text, "Tổ Văn phòng")
        self.assertEqual(inspection.date_to, date(today().year, 9, 30))
        self.assertEqual(
            inspection.team_ids.mapped("board_member_id"), self.leader_mandate | self.member_mandate
        )
        self.assertEqual(inspection.team_ids[0].role, "lead")
        self.assertEqual(len(inspection.item_ids), len(template.line_ids))

    def test_a_second_click_opens_the_one_there_is(self):
        line = self.programme(None, self.line()).programme_line_ids
        first = line.action_make_inspection()["res_id"]
        self.assertEqual(line.action_make_inspection()["res_id"], first)
        self.env["dan_chu.inspection"].browse(first).with_user(self.member).action_cancel("Trùng")
        self.assertNotEqual(line.action_make_inspection()["res_id"], first)

    def test_what_is_no_inspection_becomes_none(self):
        line = self.programme(None, self.line(kind=False, name="Họp Ban")).programme_line_ids
        with self.assertRaisesRegex(UserError, "no inspection"):
            line.action_make_inspection()

    def test_a_line_with_an_inspection_stays(self):
        line = self.programme(None, self.line()).programme_line_ids
        line.action_make_inspection()
        with self.assertRaisesRegex(UserError, "stays in the plan"):
            line.unlink()

    def test_members_are_those_of_the_board(self):
        members = self.sibling_board.member_ids
        with self.assertRaises(AccessError):
            self.programme(None, self.line(member_ids=[Command.set(members.ids)]))

    def test_of_the_steering_board_by_the_officer(self):
        plan = self.programme(
            self.officer,
            self.line(kind="steering_check", member_ids=False),
            board_id=self.steering.id,
        )
        action = plan.programme_line_ids.action_make_inspection()
        inspection = self.env["dan_chu.inspection"].browse(action["res_id"])
        self.assertEqual(inspection.board_id, self.steering)
        self.assertFalse(inspection.sealed_board_id)

    def test_of_the_head_by_the_officer(self):
        plan = self.programme(
            self.officer, self.line(kind="self_check", member_ids=False), board_id=False
        )
        action = plan.programme_line_ids.action_make_inspection()
        inspection = self.env["dan_chu.inspection"].browse(action["res_id"])
        self.assertEqual((inspection.author, inspection.board_id.id), ("head", False))

    def test_the_table_is_printed_after_the_text(self):
        plan = self.programme(
            None,
            self.line(),
            section_ids=[Command.create({"text": "Mục đích của chương trình"})],
        )
        rows = plan._programme_rows()
        self.assertEqual(
            rows[0][:4],
            [
                [f"Quý III/{today().year}"],
                ["Giám sát mua sắm tài sản"],
                ["Tổ Văn phòng"],
                ["Trực tiếp"],
            ],
        )
        self.assertEqual(rows[0][4][0], f"Trưởng ban {self.leader.employee_id.name}")
        lines = plain_text(plan.document_id._paper())
        text, heading, row = (
            next(place for place, line in enumerate(lines) if words in line)
            for words in ("Mục đích của chương trình", "Người phụ trách", "Giám sát mua sắm")
        )
        self.assertLess(text, heading)
        self.assertLess(heading, row)
        self.assertEqual(plan._record()["programme_line_ids"], rows)

    def test_lines_rest_when_it_is_issued_and_still_become_inspections(self):
        plan = self.programme(
            self.leader,
            self.line(),
            section_ids=[Command.create({"text": "Mục đích"})],
        )
        plan.action_submit()
        plan.action_issue()
        line = plan.programme_line_ids
        with self.assertRaises(UserError):
            line.name = "Khác"
        self.assertTrue(line.action_make_inspection()["res_id"])
        self.assertEqual(line.inspection_state, "Planned")


class TestBegin(ProgrammeCase):
    def _wizard(self, user, **context):
        wizards = self.env["dan_chu.plan.begin"].with_user(user)
        return Form(wizards.with_context(**context))

    def test_a_member_begins_that_of_the_own_board_from_the_template(self):
        with self._wizard(self.member) as form:
            self.assertEqual(form.board_id, self.board)
            self.assertEqual(form.unit_id, self.school)
            form.template_id = self.env.ref("dan_chu_co_so.plan_template_people_inspectorate")
        action = form.save().action_begin()
        plan = self.env["dan_chu.plan"].browse(action["res_id"])
        self.assertEqual((plan.board_id, plan.sealed_board_id), (self.board, self.board))
        self.assertEqual(plan.board_name, self.board.name)
        self.assertFalse(plan.task_ids)
        self.assertEqual(plan.recipient_ids.mapped("purpose")[-2:], ["know", "carry_out"])
        self.assertIn("các thành viên của Ban nghiêm túc", plan.closing_usual)
        self.assertEqual(plan.closing_usual.count("của Ban Thanh tra nhân dân"), 1)
        kinds = set(plan.programme_line_ids.mapped("kind"))
        self.assertEqual(kinds, {"check", "supervise", False})
        self.assertFalse(self.as_user(plan, self.officer).has_access("read"))

    def test_the_template_has_the_seven_contents(self):
        template = self.env.ref("dan_chu_co_so.plan_template_people_inspectorate")
        for words in (
            "MỤC ĐÍCH",
            "YÊU CẦU",
            "NỘI DUNG",
            "THỜI GIAN",
            "KINH PHÍ",
            "TỔ CHỨC THỰC HIỆN",
            "ĐIỀU KIỆN BẢO ĐẢM",
        ):
            self.assertIn(words, template.outline)

    def test_an_officer_begins_none_for_the_board(self):
        with self._wizard(self.officer) as form:
            self.assertFalse(form.board_id)
            form.template_id = self.env.ref("dan_chu_co_so.plan_template_people_inspectorate")
        wizard = form.save()
        wizard.sudo().board_id = self.board
        with self.assertRaises(AccessError):
            self.as_user(wizard, self.officer).action_begin()

    def test_a_member_begins_none_without_the_board(self):
        with self._wizard(self.member) as form:
            form.template_id = self.env.ref("dan_chu_co_so.plan_template_people_inspectorate")
        wizard = form.save()
        wizard.sudo().board_id = False
        with self.assertRaises(AccessError):
            self.as_user(wizard, self.member).action_begin()

    def test_the_programme_of_the_next_year_has_the_lines_a_year_later(self):
        plan = self.programme(None, self.line())
        action = plan.action_copy_next_period()
        line = self.env["dan_chu.plan"].browse(action["res_id"]).programme_line_ids
        year = today().year + 1
        self.assertEqual((line.time_text, line.date_to), (f"Quý III/{year}", date(year, 9, 30)))
        self.assertEqual(line.sealed_board_id, self.board)

    def test_a_new_programme_on_its_screen_is_one_of_the_own_board(self):
        plans = self.env["dan_chu.plan"].with_user(self.member).with_context(of_own_board=True)
        with Form(plans) as form:
            self.assertEqual(form.board_id, self.board)
            form.title = "Công tác quý IV"
        plan = form.save()
        self.assertEqual((plan.sealed_board_id, plan.kind_id.code), (self.board, "CTr"))
        self.assertEqual(plan.purpose_ids.code, "inspectorate")
