from datetime import timedelta
from unittest.mock import patch

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form

from odoo.addons.base.models.ir_cron import IrCron
from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.boards import BoardCase

TERM = "dan_chu_co_so.activity_board_term"
VACANCY = "dan_chu_co_so.activity_board_vacancy"
UNFIT = "dan_chu_co_so.activity_board_unfit"
LAW = "Luật Thực hiện dân chủ ở cơ sở"


class BoardTest(BoardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Nothing is committed within a test.
        patcher = patch.object(IrCron, "_commit_progress", lambda *_args, **_values: 1.0)
        patcher.start()
        cls.addClassCleanup(patcher.stop)

    def warnings(self, board):
        self.env.invalidate_all()
        return (board.warnings or "").splitlines()

    def told(self, board, kind):
        """(login, words) of what the program reminds of."""
        rows = self.env["mail.activity"].search(
            [
                ("res_model", "=", "dan_chu.board"),
                ("res_id", "=", board.id),
                ("activity_type_id", "=", self.env.ref(kind).id),
            ]
        )
        return sorted((row.user_id.login, row.summary) for row in rows)

    def remind(self, day=None):
        """As the cron does, at half past seven in Viet Nam."""
        with freeze_time(f"{day or today()} 00:30:00"):
            self.env["dan_chu.board"]._cron_remind()

    def wizard(self, model, user, **values):
        return self.env[model].with_user(user).create(values)


class TestBoardLaw(BoardTest):
    """What the law asks warns, with its article; nothing is refused for it."""

    def test_a_board_as_the_law_wants_it_has_no_warning(self):
        self.assertEqual(self.warnings(self.board), [])
        self.assertEqual(self.steering.warnings, False)

    def test_each_warning_ends_with_its_article(self):
        board = self.make_board(self.school, (self.third, "head"), recognised=False)
        self.assertEqual(
            self.warnings(board)[0],
            f"1 members: there are to be at least 3. (Điều 60 khoản 1 {LAW})",
        )

    def test_ten_members_want_a_reason(self):
        people = [self.make_employee(f"Người {n}", self.school) for n in range(10)]
        board = self.make_board(
            self.school, *((person, "member") for person in people), recognised=False
        )
        self.assertIn("more than 9 only where", self.warnings(board)[0])
        board.is_special = True
        self.assertIn("Điều 21 khoản 2 Nghị định số 59/2023/NĐ-CP", self.warnings(board)[0])
        board.special_reason = "Ba điểm trường; đã thống nhất với Hiệu trưởng"
        self.assertEqual(
            [line for line in self.warnings(board) if "members" in line],
            [],
        )

    def test_seven_people_have_no_board_of_their_own(self):
        self.board.staff_count = 7
        self.assertIn("7 people work here", self.warnings(self.board)[0])
        self.board.is_substitute = True
        self.assertEqual(self.warnings(self.board), [])

    def test_without_a_number_the_head_count_of_today_is_taken(self):
        self.upper_board.staff_count = 0
        self.assertIn("3 people work here", self.warnings(self.upper_board)[0])
        for n in range(5):
            self.make_employee(f"Người {n}", self.office)
        self.assertNotIn("people work here", self.warnings(self.upper_board)[0])

    def test_who_leads_the_house_is_named(self):
        expected = {
            "head_id": "Người thứ ba is the head: not to be a member.",
            "chief_accountant_id": "Người thứ ba is the chief accountant: not to be a member.",
        }
        for field, sentence in expected.items():
            with self.subTest(field):
                self.school[field] = self.third
                self.assertEqual(self.warnings(self.board), [f"{sentence} (Điều 60 khoản 2 {LAW})"])
                self.school[field] = False
        self.school.deputy_ids = self.third
        self.assertIn("a deputy of the head", self.warnings(self.board)[0])

    def test_who_has_left_is_named(self):
        self.third.dan_chu_unit_id = self.sibling
        self.assertIn("Người thứ ba does not work here", self.warnings(self.board)[0])

    def test_recognised_in_five_working_days(self):
        board = self.make_board(
            self.school,
            *((person, "member") for person in self.board.member_ids.employee_id),
            recognised=False,
            elected_on="2024-05-10",
            date_from="2024-05-10",
            date_to="2026-05-10",
        )
        # Friday; the fifth working day is the Friday after.
        board.action_recognise("2024-05-18")
        late = [line for line in self.warnings(board) if line.startswith("Recognised on")]
        article = "(Điều 21 khoản 1 Nghị định số 59/2023/NĐ-CP)"
        said = f"Recognised on 18/05/2024: it was to be done by 17/05/2024. {article}"
        self.assertEqual(late, [said])

    def test_the_term_is_two_years_and_the_board_goes_on(self):
        self.assertEqual(self.board.date_to, self.month_ago.replace(year=self.month_ago.year + 2))
        after = self.board.date_to + timedelta(days=1)
        with freeze_time(f"{after} 03:00:00"):
            self.env.invalidate_all()
            self.assertTrue(self.board.is_awaiting_election)
            self.assertIn(
                self.board,
                self.env["dan_chu.board"].search([("is_awaiting_election", "=", True)]),
            )
            self.assertIn("waited for", self.warnings(self.board)[0])

    def test_the_commune_goes_by_its_villages(self):
        board = self.make_board(
            self.ward,
            kind="commune_inspectorate",
            recognised=False,
            village_count=6,
            member_ids=[Command.create({"name": f"Người {n}"}) for n in range(5)],
        )
        self.assertEqual(board.directing_body, "Ủy ban Mặt trận Tổ quốc Việt Nam cấp xã")
        self.assertFalse(board.date_to)
        self.assertEqual(
            [line.partition(" (")[2] for line in self.warnings(board)],
            [f"Điều 36 khoản 1 {LAW})", f"Điều 36 khoản 2 {LAW})"],
        )

    def test_a_form_that_is_filled_in_is_warned_of_at_once(self):
        with Form(self.env["dan_chu.board"].with_user(self.representative)) as form:
            form.unit_id = self.school
            form.kind_id = self.env.ref("dan_chu_co_so.board_kind_inspectorate")
            form.staff_count = 40
            with form.member_ids.new() as line:
                line.employee_id = self.third
            self.assertEqual(form.name, "Ban Thanh tra nhân dân")
            self.assertIn("1 members", form.warnings)


class TestBoardLife(BoardTest):
    def draft(self, **values):
        return self.make_board(
            self.school,
            (self.staff.employee_id, "member"),
            (self.third, "member"),
            recognised=False,
            **values,
        )

    def test_recognised_by_the_representative_and_by_nobody_else(self):
        board = self.draft()
        for user in (self.officer, self.head, self.leader, self.upper_officer, self.manager):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(board, user).action_recognise()
        dialog = self.wizard(
            "dan_chu.board.recognise",
            self.representative,
            board_id=board.id,
            date=today(),
            paper="Quyết định số 12/QĐ-CĐ",
        )
        self.assertEqual(dialog.member_ids, board.member_ids)
        dialog.action_recognise()
        self.assertEqual(
            (board.state, board.recognised_on, board.recognition_paper),
            ("active", today(), "Quyết định số 12/QĐ-CĐ"),
        )

    def test_where_nobody_speaks_for_the_staff_the_officer_records_it(self):
        board = self.make_board(self.department, (self.third, "head"), recognised=False)
        self.as_user(board, self.upper_officer).action_recognise()
        self.assertEqual(board.state, "active")

    def test_a_board_of_the_head_s_is_put_to_work_by_officer_or_head(self):
        for user in (self.officer, self.head):
            board = self.make_board(
                self.school, (self.third, "head"), kind="working_group", recognised=False
            )
            self.as_user(board, user).action_recognise()
            self.assertEqual(board.state, "active")
            board.action_end()

    def test_nobody_recognises_themselves(self):
        board = self.make_board(
            self.school, (self.representative.employee_id, "member"), recognised=False
        )
        with self.assertRaisesRegex(AccessError, "among the members"):
            self.as_user(board, self.representative).action_recognise()

    def test_not_before_it_was_elected_nor_ahead(self):
        board = self.draft(elected_on=today() - timedelta(days=3))
        for day in (today() - timedelta(days=4), today() + timedelta(days=1)):
            with self.assertRaises(UserError):
                board.action_recognise(day)
        board.action_recognise(today() - timedelta(days=3))

    def test_without_members_there_is_nothing_to_recognise(self):
        with self.assertRaisesRegex(UserError, "no member to recognise"):
            self.make_board(self.school, recognised=False).action_recognise()
        with self.assertRaisesRegex(UserError, "no member to recognise"):
            self.board.action_recognise()

    def test_the_next_board_takes_over(self):
        following = self.draft(name="Ban Thanh tra nhân dân nhiệm kỳ mới")
        following.action_recognise()
        self.assertEqual(self.board.state, "ended")
        self.assertEqual(self.board.ended_on, today())
        self.assertEqual(set(self.board.member_ids.mapped("end_reason")), {"term"})
        self.assertEqual(following.predecessor_id, self.board)

    def test_boards_of_a_decision_stand_side_by_side(self):
        groups = [
            self.make_board(self.school, (self.third, "head"), kind="working_group", name=f"Tổ {n}")
            for n in (1, 2)
        ]
        self.assertEqual([group.state for group in groups], ["active", "active"])

    def test_what_stands_behind_buttons_is_not_written(self):
        officer = self.as_user(self.board, self.officer)
        for values in (
            {"state": "draft"},
            {"recognised_on": today()},
            {"recognition_paper": "x"},
            {"predecessor_id": self.sibling_board.id},
            {"unit_id": self.sibling.id},
            {"kind_id": self.steering.kind_id.id},
        ):
            with self.subTest(values), self.assertRaises(UserError):
                officer.write(values)
        made = officer.create(
            {
                "unit_id": self.school.id,
                "kind_id": self.board.kind_id.id,
                "state": "active",
                "recognised_on": today(),
                "predecessor_id": self.board.id,
            }
        )
        self.assertEqual(
            (made.state, made.recognised_on, made.predecessor_id.id), ("draft", False, False)
        )

    def test_only_who_directs_ends_a_board_that_works_by_itself(self):
        for user in (self.officer, self.head, self.leader):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.as_user(self.board, user).action_end(today(), "Giải thể")
        with self.assertRaises(UserError):
            self.board.action_end(self.month_ago - timedelta(days=1), "Giải thể")
        dialog = self.wizard(
            "dan_chu.board.end",
            self.representative,
            board_id=self.board.id,
            date=today(),
            reason="Giải thể",
        )
        dialog.action_end()
        self.assertEqual((self.board.state, self.board.end_reason), ("ended", "Giải thể"))
        with self.assertRaises(UserError):
            self.as_user(self.board, self.officer).write({"directing_body": "x"})
        with self.assertRaises(UserError):
            self.as_user(self.board.member_ids, self.officer).write({"tasks": "x"})

    def test_what_was_recognised_stays_on_record(self):
        with self.assertRaises(UserError):
            self.board.unlink()
        with self.assertRaises(UserError):
            self.third_mandate.unlink()
        draft = self.draft()
        draft.member_ids[0].unlink()
        draft.unlink()

    def test_of_an_institution_only(self):
        with self.assertRaises(ValidationError):
            self.make_board(self.group, recognised=False)

    def test_a_kind_in_use_keeps_who_reads_its_papers(self):
        for values in ({"is_sealed": False}, {"code": "other"}):
            with self.assertRaises(UserError):
                self.board.kind_id.write(values)
        self.board.kind_id.write({"note": "…", "is_sealed": True})


class TestBoardMember(BoardTest):
    def end(self, user, **values):
        values = {"member_id": self.third_mandate.id, "date": today(), **values}
        return self.wizard("dan_chu.board.mandate.end", user, **values)

    def test_released_and_replaced(self):
        substitute = self.make_employee("Người thay", self.school)
        self.end(
            self.representative,
            reason="resigned",
            note="Xin thôi vì lý do sức khỏe",
            is_replaced=True,
            employee_id=substitute.id,
        ).action_end()
        self.assertEqual(
            (self.third_mandate.date_to, self.third_mandate.end_reason), (today(), "resigned")
        )
        successor = self.board.member_ids.filtered("replaces_id")
        self.assertEqual(
            (successor.name, successor.replaces_id, successor.date_from),
            ("Người thay", self.third_mandate, today() + timedelta(days=1)),
        )
        self.assertTrue(self.as_user(self.board, self.representative).is_to_recognise)
        self.as_user(self.board, self.representative).action_recognise(today(), "QĐ 15")
        self.assertEqual((successor.recognised_on, successor.recognition_paper), (today(), "QĐ 15"))
        self.assertEqual(self.board.seat_count, 3)

    def test_ended_by_who_directs_and_by_nobody_else(self):
        for user in (self.officer, self.head, self.leader):
            with self.subTest(user.login), self.assertRaises(AccessError):
                self.end(user, reason="released").action_end()
        with self.assertRaisesRegex(UserError, "by its button"):
            self.as_user(self.third_mandate, self.officer).write({"date_to": today()})
        self.assertFalse(self.third_mandate.date_to)

    def test_not_before_it_began_and_not_twice(self):
        with self.assertRaises(UserError):
            self.end(
                self.representative, date=self.month_ago - timedelta(days=1), reason="moved"
            ).action_end()
        yesterday = today() - timedelta(days=1)
        self.end(self.representative, date=yesterday, reason="moved").action_end()
        with self.assertRaises(UserError):
            self.end(self.representative, reason="moved").action_end()

    def test_a_recognised_person_is_not_made_another(self):
        officer = self.as_user(self.third_mandate, self.officer)
        for values in (
            {"employee_id": self.staff.employee_id.id},
            {"name": "Ai khác"},
            {"date_from": today()},
            {"recognised_on": False},
            {"board_id": self.steering.id},
        ):
            with self.subTest(values), self.assertRaises(UserError):
                officer.write(values)
        officer.write({"tasks": "Giám sát công khai"})
        self.assertEqual(self.third_mandate.tasks, "Giám sát công khai")

    def test_a_new_line_is_not_recognised_by_hand(self):
        member = (
            self.env["dan_chu.board.member"]
            .with_user(self.officer)
            .create(
                {
                    "board_id": self.board.id,
                    "employee_id": self.staff.employee_id.id,
                    "recognised_on": today(),
                }
            )
        )
        self.assertFalse(member.recognised_on)

    def test_who_is_not_recognised_does_not_lead(self):
        self.env["dan_chu.board.member"].with_user(self.officer).create(
            {
                "board_id": self.board.id,
                "employee_id": self.staff.employee_id.id,
                "role": "head",
                "sequence": 0,
                "date_from": today(),
            }
        )
        self.assertEqual(self.board.head_id, self.leader_mandate)
        self.assertEqual(self.board.member_count, 3)

    def test_nobody_is_a_member_twice(self):
        with self.assertRaises(ValidationError):
            self.board.member_ids = [Command.create({"employee_id": self.third.id})]

    def test_the_people_s_inspection_has_no_secretary(self):
        with self.assertRaises(ValidationError):
            self.third_mandate.role = "secretary"

    def test_the_place_of_another_board_s_member_is_not_taken(self):
        with self.assertRaises(ValidationError):
            self.env["dan_chu.board.member"].create(
                {
                    "board_id": self.board.id,
                    "name": "Người thay",
                    "replaces_id": self.sibling_board.member_ids.id,
                }
            )

    def test_the_first_meeting_chooses_and_divides(self):
        meeting = self.wizard(
            "dan_chu.board.meeting", self.representative, board_id=self.board.id, date=today()
        )
        self.assertEqual(meeting.line_ids.member_id, self.board.member_ids)
        roles = dict(zip(self.board.member_ids, ("member", "head", "deputy"), strict=True))
        for line in meeting.line_ids:
            line.write({"role": roles[line.member_id], "tasks": f"Việc của {line.member_id.name}"})
        meeting.action_hold()
        self.assertEqual(self.board.member_ids.mapped("role"), list(roles.values()))
        self.assertEqual(self.board.head_id, self.member_mandate)
        self.assertEqual(self.third_mandate.tasks, "Việc của Người thứ ba")
        self.assertEqual(self.board.first_met_on, today())

    def test_the_first_meeting_chooses_one_head(self):
        for role in ("head", "member"):
            meeting = self.wizard(
                "dan_chu.board.meeting", self.representative, board_id=self.board.id
            )
            meeting.line_ids.write({"role": role})
            with self.assertRaisesRegex(UserError, "one head"):
                meeting.action_hold()

    def test_the_first_meeting_is_entered_by_who_directs(self):
        for user in (self.officer, self.head):
            meeting = self.wizard("dan_chu.board.meeting", user, board_id=self.board.id)
            with self.subTest(user.login), self.assertRaises(AccessError):
                meeting.action_hold()

    def test_another_s_dialog_is_not_opened(self):
        dialog = self.end(self.representative, reason="moved")
        with self.assertRaises(AccessError):
            self.as_user(dialog, self.officer).action_end()
        with self.assertRaises(AccessError):
            self.wizard(
                "dan_chu.board.end", self.officer, board_id=self.sibling_board.id, reason="x"
            )


class TestBoardReminder(BoardTest):
    def test_a_term_that_ends_is_told_once_and_anew_when_it_moves(self):
        end = self.board.date_to
        self.remind(end - timedelta(days=61))
        self.assertEqual(self.told(self.board, TERM), [])
        words = f"The term ends on {end:%d/%m/%Y}"
        whom = [self.officer, self.representative, self.two_roles]
        expected = sorted((user.login, words) for user in whom)
        for day in (end - timedelta(days=60), end - timedelta(days=59)):
            self.remind(day)
            self.assertEqual(self.told(self.board, TERM), expected)
        self.board.date_to = end + timedelta(days=1)
        self.remind(end)
        self.assertEqual(len(self.told(self.board, TERM)), len(whom))
        self.assertIn(f"{end + timedelta(days=1):%d/%m/%Y}", self.told(self.board, TERM)[0][1])

    def test_an_empty_seat_is_told_until_it_is_filled(self):
        self.remind()
        self.assertEqual(self.told(self.board, VACANCY), [])
        self.third_mandate._end_mandate(today() - timedelta(days=1), "resigned")
        self.remind()
        self.remind()
        logins = [login for login, words in self.told(self.board, VACANCY) if "2 of 3" in words]
        self.assertEqual(
            logins, sorted(u.login for u in (self.officer, self.representative, self.two_roles))
        )
        self.env["dan_chu.board.member"].create(
            {
                "board_id": self.board.id,
                "name": "Người thay",
                "replaces_id": self.third_mandate.id,
                "date_from": today(),
            }
        )
        self.board.action_recognise()
        self.remind()
        self.assertEqual(self.told(self.board, VACANCY), [])

    def test_a_member_who_becomes_a_deputy_head_is_told_of(self):
        self.school.deputy_ids = self.third
        self.remind()
        self.remind()
        told = self.told(self.board, UNFIT)
        self.assertEqual(len(told), 3)
        self.assertIn("Người thứ ba is a deputy of the head", told[0][1])
        self.school.deputy_ids = False
        self.remind()
        self.assertEqual(self.told(self.board, UNFIT), [])

    def test_what_has_ended_is_not_asked_for(self):
        self.school.deputy_ids = self.third
        self.remind()
        self.assertTrue(self.told(self.board, UNFIT))
        self.board.action_end(today(), "Giải thể")
        self.assertFalse(self.told(self.board, UNFIT))
        self.remind()
        self.assertFalse(self.told(self.board, UNFIT))
