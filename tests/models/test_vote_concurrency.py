"""Two who press the same button of a vote at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from uuid import uuid4

from odoo import api, fields
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.throwaway import ThrowawayDatabase

PEOPLE = 9


class TestVoteConcurrency(ThrowawayDatabase):
    def setUp(self):
        with self._environment() as env:
            self.vote_id = self._vote_in_session(env).id

    def _vote_in_session(self, env):
        code = uuid4().hex[:6]
        kind = env.ref("dan_chu_co_so.unit_kind_upper_secondary_school")
        unit = env["dan_chu.unit"].create(
            {"name": f"Trường THPT {code}", "code": code, "kind_id": kind.id}
        )
        people = env["hr.employee"].create(
            [{"name": f"Người {n}", "dan_chu_unit_id": unit.id} for n in range(PEOPLE)]
        )
        conference = env["dan_chu.conference"].create(
            {
                "unit_id": unit.id,
                "date": today(),
                "attendee_ids": [Command.create({"employee_id": person.id}) for person in people],
                "vote_ids": [
                    Command.create({"name": "Thông qua chương trình", "matter": "procedure"})
                ],
            }
        )
        conference._put({"state": "called"})
        arrived = {"status": "present", "arrived_on": fields.Datetime.now()}
        conference.attendee_ids._enter(arrived, "list")
        conference._put({"state": "open"})
        return conference.vote_ids

    def _press(self, button, at_once):
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            vote = env["dan_chu.vote"].browse(self.vote_id)
            # The snapshot of each is older than what any of them writes.
            vote.state  # noqa: B018
            at_once.wait(timeout=60)
            return retrying(getattr(vote, button), env)

    def _both_press(self, button):
        at_once = Barrier(2)
        with ThreadPoolExecutor(2) as chairs, mute_logger("odoo.sql_db"):
            answers = [chairs.submit(self._press, button, at_once) for _ in range(2)]
            done = [answer.exception(timeout=120) for answer in answers]
        self.assertEqual(done.count(None), 1, done)
        told = next(filter(None, done))
        self.assertIsInstance(told, UserError)
        return str(told)

    def test_nobody_comes_onto_the_list_while_it_opens(self):
        with self._environment() as env:
            vote = env["dan_chu.vote"].browse(self.vote_id)
            vote.write({"matter": "delegates", "is_election": True, "method": "paper"})
            vote.option_ids = [Command.create({"name": "Người 1"})]
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            vote = env["dan_chu.vote"].browse(self.vote_id)
            self.assertEqual(vote.state, "draft")
            with self._environment() as other:
                other["dan_chu.vote"].browse(self.vote_id).action_open()
            values = {"vote_id": self.vote_id, "name": "Người 2"}
            add = partial(env["dan_chu.vote.option"].create, [values])
            with (
                mute_logger("odoo.sql_db"),
                self.assertRaisesRegex(UserError, "is “Being voted on”"),
            ):
                retrying(add, env)
            cr.rollback()
            self.assertEqual(len(vote.option_ids), 1)

    def test_one_opens_and_one_closes(self):
        self.assertIn("is “Being voted on”", self._both_press("action_open"))
        with self._environment() as env:
            vote = env["dan_chu.vote"].browse(self.vote_id)
            self.assertEqual(vote.base_count, PEOPLE)
            vote.enter_totals({"votes_for": 5})
        self.assertIn("is “Closed”", self._both_press("action_close"))
        with self._environment() as env:
            vote = env["dan_chu.vote"].browse(self.vote_id)
            self.assertEqual((vote.state, vote.outcome), ("closed", "passed"))
