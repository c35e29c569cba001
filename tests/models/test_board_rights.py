from datetime import timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.boards import BoardCase

INSPECTOR = "dan_chu_co_so.group_inspector"


class TestBoardRights(BoardCase):
    """The role of an inspector follows the mandate, and nothing else gives it."""

    def boards(self, user, leads=False):
        return set(user._dan_chu_boards(leads))

    def lines(self, user):
        return self.env["dan_chu.assignment"].search(
            [("user_id", "=", user.id), ("role", "=", "inspector")], order="id"
        )

    def assert_inspects(self, user, *boards):
        self.env.invalidate_all()
        self.assertEqual(self.boards(user), {board.id for board in boards})
        self.assertIs(user.has_group(INSPECTOR), bool(boards))

    def test_recognition_gives_the_role(self):
        board = self.make_board(
            self.school,
            (self.staff.employee_id, "member"),
            name="Ban khác",
            recognised=False,
        )
        self.assert_inspects(self.staff)
        self.as_user(board, self.representative).action_recognise()
        line = self.lines(self.staff)
        self.assertEqual(
            (line.unit_id, line.date_from, line.date_to, line.board_id),
            (self.school, today(), False, board),
        )
        self.assertIn(board.id, self.boards(self.staff))

    def test_who_leads_is_asked_of_the_role(self):
        self.assertEqual(self.boards(self.leader, leads=True), {self.board.id})
        self.assertEqual(self.boards(self.member, leads=True), set())
        self.assertEqual(self.boards(self.member), {self.board.id})
        self.as_user(self.member_mandate, self.representative).role = "deputy"
        self.assertEqual(self.boards(self.member, leads=True), {self.board.id})

    def test_who_leads_is_not_the_officer_s_to_choose(self):
        for user in (self.officer, self.two_roles):
            with self.assertRaises(AccessError):
                self.as_user(self.member_mandate, user).role = "head"

    def test_nobody_makes_themselves_the_leader(self):
        self.assign(self.member, "representative", self.school)
        with self.assertRaisesRegex(AccessError, "somebody else"):
            self.as_user(self.member_mandate, self.member).role = "head"
        self.as_user(self.third_mandate, self.member).role = "deputy"

    def test_a_board_of_a_decision_makes_no_inspector(self):
        self.assert_inspects(self.head)
        self.assertFalse(self.lines(self.head))

    def test_the_role_ends_with_the_mandate(self):
        self.member_mandate._end_mandate(today(), "resigned")
        self.assert_inspects(self.member, self.board)
        self.assertEqual(self.lines(self.member).date_to, today())
        with freeze_time(f"{today() + timedelta(days=1)} 03:00:00"):
            self.env["dan_chu.assignment"]._cron_follow_the_day()
            self.assert_inspects(self.member)

    def test_a_mandate_that_ended_yesterday_is_gone_at_once(self):
        self.member_mandate._end_mandate(today() - timedelta(days=1), "released")
        self.assert_inspects(self.member)

    def test_the_role_ends_with_the_board(self):
        self.board.action_end(today() - timedelta(days=1), "Giải thể")
        for user in (self.leader, self.member):
            self.assert_inspects(user)

    def test_waiting_for_the_election_it_goes_on(self):
        with freeze_time(f"{self.board.date_to + timedelta(days=200)} 03:00:00"):
            self.env["dan_chu.assignment"]._cron_follow_the_day()
            self.assert_inspects(self.member, self.board)

    def test_who_becomes_head_reads_no_more(self):
        line = self.assign(self.member, "head", self.school)
        self.assert_inspects(self.member)
        # Taken back, the role comes back too, and the days between are not covered.
        line.write({"date_to": today() - timedelta(days=1)})
        self.assert_inspects(self.member, self.board)
        ended, again = self.lines(self.member)
        self.assertEqual((ended.date_from, again.date_from), (self.month_ago, today()))
        self.assertEqual(ended.date_to, today() - timedelta(days=1))

    def test_who_will_be_head_reads_no_more_from_that_day_on(self):
        start = today() + timedelta(days=5)
        self.assign(self.member, "head", self.school, start)
        self.assert_inspects(self.member, self.board)
        with freeze_time(f"{start} 00:00:00"):
            self.env["dan_chu.assignment"]._cron_follow_the_day()
            self.assert_inspects(self.member)

    def test_head_of_an_inner_part_is_no_head_of_the_house(self):
        self.assign(self.member, "head", self.group)
        self.assert_inspects(self.member, self.board)

    def test_deputy_and_chief_accountant_read_no_more(self):
        employee = self.member.employee_id
        for values in (
            {"head_id": employee.id},
            {"deputy_ids": [Command.link(employee.id)]},
            {"chief_accountant_id": employee.id},
        ):
            with self.subTest(values):
                self.school.write(values)
                self.assert_inspects(self.member)
                self.school.write(
                    {
                        "head_id": False,
                        "deputy_ids": [Command.clear()],
                        "chief_accountant_id": False,
                    }
                )
                self.assert_inspects(self.member, self.board)

    def test_who_leaves_the_house_reads_no_more(self):
        employee = self.member.employee_id
        employee.dan_chu_unit_id = self.group
        self.assert_inspects(self.member, self.board)
        employee.dan_chu_unit_id = self.sibling
        self.assert_inspects(self.member)
        employee.dan_chu_unit_id = self.school
        self.assert_inspects(self.member, self.board)
        employee.active = False
        self.assert_inspects(self.member)

    def test_another_login_takes_over_and_the_old_one_reads_no_more(self):
        other = self.make_user("other_login")
        employee = self.member.employee_id
        employee.user_id = other
        self.assert_inspects(self.member)
        self.assert_inspects(other, self.board)

    def test_the_next_board_goes_on_with_the_files(self):
        following = self.make_board(
            self.school,
            (self.staff.employee_id, "head"),
            (self.third, "member"),
            recognised=False,
        )
        following.action_recognise()
        self.assert_inspects(self.staff, self.board, following)
        self.assertEqual(self.boards(self.staff, leads=True), {self.board.id, following.id})
        with freeze_time(f"{today() + timedelta(days=1)} 03:00:00"):
            self.env["dan_chu.assignment"]._cron_follow_the_day()
            self.assert_inspects(self.member)

    def test_the_files_of_another_house_or_kind_are_not_taken_over(self):
        self.assertFalse(self.sibling_board.predecessor_id)
        commune = self.make_board(
            self.school, (self.staff.employee_id, "head"), kind="commune_inspectorate"
        )
        self.assertFalse(commune.predecessor_id)

    def test_the_role_is_given_and_cut_by_nobody_s_hand(self):
        values = {"user_id": self.staff.id, "unit_id": self.school.id, "role": "inspector"}
        for extra in ({}, {"board_id": self.board.id, "board_member_id": self.third_mandate.id}):
            with self.assertRaises(AccessError):
                self.env["dan_chu.assignment"].with_user(self.manager).create({**values, **extra})
        line = self.lines(self.member)
        with self.assertRaisesRegex(AccessError, "comes of a mandate"):
            self.as_user(line, self.manager).action_end_today()
        self.assert_inspects(self.member, self.board)

    def test_an_account_that_is_closed_inspects_no_more(self):
        self.member.active = False
        self.env.invalidate_all()
        self.assertFalse(self.member._dan_chu_boards())
        self.member.active = True
        self.assert_inspects(self.member, self.board)

    def test_a_role_of_hand_is_not_tied_to_a_board(self):
        line = (
            self.env["dan_chu.assignment"]
            .with_user(self.manager)
            .create(
                {
                    "user_id": self.staff.id,
                    "unit_id": self.sibling.id,
                    "role": "staff",
                    "board_id": self.sibling_board.id,
                }
            )
        )
        self.assertFalse(line.board_id)
        with self.assertRaises(AccessError):
            self.as_user(line, self.manager).write({"board_id": self.board.id})

    def test_nothing_is_written_when_nothing_has_changed(self):
        before = self.env["dan_chu.assignment"].search([], order="id")
        stamps = before.mapped("write_date")
        (self.board | self.upper_board | self.sibling_board)._sync_inspectors()
        after = self.env["dan_chu.assignment"].search([], order="id")
        self.assertEqual(after, before)
        self.assertEqual(after.mapped("write_date"), stamps)

    def test_many_boards_are_followed_in_few_queries(self):
        def queries(boards):
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            boards._sync_inspectors()
            return self.env.cr.sql_log_count - before

        few = queries(self.board)
        many = queries(self.board | self.upper_board | self.sibling_board)
        self.assertLess(many, few + 4)
