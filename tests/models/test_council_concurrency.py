"""Members who vote, and people who close a session, at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

from odoo import api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.committed_votes import QUIET
from tests.common import ZONE
from tests.throwaway import ThrowawayDatabase

MEMBERS = 4
LINES = 3


class TestCouncilConcurrency(ThrowawayDatabase):
    def setUp(self):
        with self._environment() as env:
            quiet = env(context={**env.context, **QUIET})
            session = self._session_under_way(quiet)
            self.session_id = session.id
            self.line_ids = session.line_ids.ids
            self.user_ids = session.attendance_ids.employee_id.user_id.ids

    def _session_under_way(self, env):
        code = uuid4().hex[:6]
        kind = env.ref("dan_chu_co_so.unit_kind_upper_secondary_school")
        unit = env["dan_chu.unit"].create(
            {"name": f"Trường THPT {code}", "code": code, "kind_id": kind.id}
        )
        users = env["res.users"].create(
            [
                {"name": login, "login": login, "tz": ZONE}
                for login in (f"{code}_{number}" for number in range(MEMBERS))
            ]
        )
        people = env["hr.employee"].create(
            [{"name": user.name, "dan_chu_unit_id": unit.id, "user_id": user.id} for user in users]
        )
        env["dan_chu.assignment"].create(
            [
                {"user_id": user.id, "role": "staff", "unit_id": unit.id, "date_from": today()}
                for user in users
            ]
        )
        board = env["dan_chu.board"].create(
            {
                "unit_id": unit.id,
                "kind_id": env.ref("dan_chu_co_so.board_kind_emulation").id,
                "date_from": today(),
            }
        )
        roles = ["head", "secretary", *["member"] * (MEMBERS - 2)]
        members = env["dan_chu.board.member"].create(
            [
                {"board_id": board.id, "employee_id": person.id, "role": role, "date_from": today()}
                for person, role in zip(people, roles, strict=True)
            ]
        )
        members._put({"recognised_on": today()})
        board._put({"state": "active", "recognised_on": today()})
        award = env["dan_chu.award"].create({"code": f"thu_{code}", "name": "Giấy khen thử"})
        held = env["dan_chu.commendation.round"].create(
            {"unit_id": unit.id, "name": "Đợt xét", "date_from": today(), "award_ids": award.ids}
        )
        held._put({"state": "council"})
        nominated = env["hr.employee"].create(
            [{"name": f"Người {number}", "dan_chu_unit_id": unit.id} for number in range(LINES)]
        )
        for person in nominated:
            env["dan_chu.commendation"].create(
                {
                    "round_id": held.id,
                    "unit_id": unit.id,
                    "employee_id": person.id,
                    "award_id": award.id,
                }
            )._put({"state": "checked"})
        session = env["dan_chu.council.session"].create(
            {"round_id": held.id, "board_id": board.id, "method": "named"}
        )
        session.action_take_in()
        session.action_open()
        return session

    def _call(self, user_id, method, *args, at_once=None):
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, user_id, {"lang": "en_US"})
            session = env["dan_chu.council.session"].browse(self.session_id)
            if at_once:
                # The snapshot of each is older than what any of them writes.
                session.sudo().state  # noqa: B018
                at_once.wait(timeout=60)
            return retrying(lambda: getattr(session, method)(*args), env)

    def _all_at_once(self, calls):
        at_once = Barrier(len(calls))
        with ThreadPoolExecutor(len(calls)) as people, mute_logger("odoo.sql_db"):
            answers = [people.submit(self._call, *call, at_once=at_once) for call in calls]
            return [answer.exception(timeout=120) for answer in answers]

    def _for(self, *lines):
        return dict.fromkeys(map(str, lines or self.line_ids), "for")

    def test_all_members_vote_at_once_and_every_vote_counts(self):
        told = self._all_at_once([(user, "cast", self._for()) for user in self.user_ids])
        self.assertEqual(told, [None] * MEMBERS)
        self._call(api.SUPERUSER_ID, "action_close")
        with self._environment() as env:
            session = env["dan_chu.council.session"].browse(self.session_id)
            self.assertEqual(session.line_ids.mapped("votes_for"), [MEMBERS] * LINES)

    def test_the_same_vote_sent_twice_at_once_is_one(self):
        user = self.user_ids[0]
        told = self._all_at_once([(user, "cast", self._for())] * 2)
        self.assertEqual(told, [None, None])
        with self._environment() as env:
            ballots = env["dan_chu.commendation.ballot"]
            self.assertEqual(ballots.search_count([("session_id", "=", self.session_id)]), LINES)

    def test_two_different_votes_of_one_member_at_once_leave_the_first(self):
        user, line = self.user_ids[0], self.line_ids[0]
        told = self._all_at_once(
            [(user, "cast", {str(line): choice}) for choice in ("for", "against")]
        )
        self.assertEqual(told.count(None), 1, told)
        refused = next(filter(None, told))
        self.assertIsInstance(refused, UserError)
        self.assertIn("does not change", str(refused))

    def test_two_who_close_at_once_close_it_once(self):
        self._call(self.user_ids[0], "cast", self._for())
        chair, secretary = self.user_ids[:2]
        told = self._all_at_once([(chair, "action_close"), (secretary, "action_close")])
        self.assertEqual(told.count(None), 1, told)
        refused = next(filter(None, told))
        self.assertIsInstance(refused, UserError)
        self.assertIn("Closed", str(refused))

    def test_a_vote_while_it_is_closed_is_counted_or_refused(self):
        self._call(self.user_ids[0], "cast", self._for())
        late, closed = self._all_at_once(
            [(self.user_ids[2], "cast", self._for()), (api.SUPERUSER_ID, "action_close")]
        )
        self.assertIsNone(closed)
        with self._environment() as env:
            session = env["dan_chu.council.session"].browse(self.session_id)
            ballots = env["dan_chu.commendation.ballot"].search_count(
                [("session_id", "=", session.id)]
            )
            counted = sum(session.line_ids.mapped("votes_for"))
        self.assertEqual((session.id, counted), (self.session_id, ballots))
        if late:
            self.assertIsInstance(late, UserError)
        self.assertEqual(ballots, LINES if late else 2 * LINES)
