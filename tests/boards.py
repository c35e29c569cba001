"""Boards that work by themselves: in the school, in its sibling and in the department.

`board` is that of the school: `leader` is its head, `member` a member with an account, and the
third has none. The others have one head each. All were recognised a month ago.
"""

from datetime import timedelta

from odoo.fields import Command
from odoo.tests import HttpCase, TransactionCase

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.common import World


class BoardMaker(World):
    """A world without boards, in which a test makes its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.month_ago = today() - timedelta(days=30)

    @classmethod
    def make_board(cls, unit, *members, kind="inspectorate", recognised=True, **values):
        """A board of (employee, role); at work since a month ago unless it is a draft."""
        board = (
            cls.quiet["dan_chu.board"]
            .create(
                {
                    "unit_id": unit.id,
                    "kind_id": cls.env.ref(f"dan_chu_co_so.board_kind_{kind}").id,
                    "date_from": cls.month_ago,
                    "elected_on": cls.month_ago,
                    "staff_count": 40,
                    "member_ids": [
                        Command.create({"employee_id": person.id, "role": role})
                        for person, role in members
                    ],
                    **values,
                }
            )
            .with_env(cls.env)
        )
        if recognised:
            board.action_recognise(board.date_from, "Quyết định số 09/QĐ-CĐ")
        return board


class BoardWorld(BoardMaker):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.leader = cls.make_user("leader", ("staff", cls.school))
        cls.member = cls.make_user("member", ("staff", cls.school))
        cls.third = cls.make_employee("Người thứ ba", cls.school)
        cls.board = cls.make_board(
            cls.school,
            (cls.leader.employee_id, "head"),
            (cls.member.employee_id, "member"),
            (cls.third, "member"),
        )
        cls.leader_mandate, cls.member_mandate, cls.third_mandate = cls.board.member_ids
        cls.sibling_leader = cls.make_user("sibling_leader", ("staff", cls.sibling))
        cls.sibling_board = cls.make_board(cls.sibling, (cls.sibling_leader.employee_id, "head"))
        cls.upper_leader = cls.make_user("upper_leader", ("staff", cls.department))
        cls.upper_board = cls.make_board(cls.department, (cls.upper_leader.employee_id, "head"))
        # Not sealed: works through the officers and the head of the school.
        cls.steering = cls.make_board(
            cls.school, (cls.head.employee_id, "head"), kind="steering", symbol="BCĐ"
        )


class BoardCase(BoardWorld, TransactionCase):
    pass


class BoardHttpCase(BoardWorld, HttpCase):
    pass
