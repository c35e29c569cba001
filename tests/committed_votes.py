"""Electronic votes over real connections: each ballot is a transaction that is committed."""

from uuid import uuid4

from odoo import api
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.service.model import retrying

from odoo.addons.dan_chu_co_so.lib.clock import today

from benchmarks import numbers
from tests.common import ZONE
from tests.throwaway import ThrowawayDatabase

# Nobody is written to while people are made.
QUIET = {"no_reset_password": True, "tracking_disable": True, "mail_create_nolog": True}


class CommittedVoteCase(ThrowawayDatabase):
    with_account = 12
    without = 12

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with numbers.committed(cls.name) as env:
            cls._make_house(env)

    @classmethod
    def _make_house(cls, env):
        code = uuid4().hex[:6]
        quiet = env(context={**env.context, **QUIET})
        unit = quiet["dan_chu.unit"].create(
            {
                "name": f"Trường THPT {code}",
                "code": code,
                "kind_id": env.ref("dan_chu_co_so.unit_kind_upper_secondary_school").id,
                "secret_vote_basis": "Điều 12 Quy chế thực hiện dân chủ của nhà trường",
            }
        )
        # Without a password, which takes longer to make than all the rest.
        users = quiet["res.users"].create(
            [
                {"name": login, "login": login, "tz": ZONE}
                for login in (f"{code}_{number}" for number in range(cls.with_account))
            ]
        )
        owners = [*(user.id for user in users), *[False] * cls.without]
        people = quiet["hr.employee"].create(
            [
                {"name": f"Người {number:03}", "dan_chu_unit_id": unit.id, "user_id": owner}
                for number, owner in enumerate(owners)
            ]
        )
        quiet["dan_chu.assignment"].create(
            [
                {"user_id": user.id, "role": "staff", "unit_id": unit.id, "date_from": today()}
                for user in users
            ]
        )
        conference = quiet["dan_chu.conference"].create({"unit_id": unit.id, "date": today()})
        rows = quiet["dan_chu.conference.attendee"].create(
            [{"conference_id": conference.id, "employee_id": person.id} for person in people]
        )
        conference._put({"state": "called"})
        rows._enter({"status": "present"}, "list")
        conference._put({"state": "open", "is_valid": True})
        cls.unit_id, cls.conference_id = unit.id, conference.id
        cls.user_ids = [user.id for user in users]
        cls.people_ids = people.ids

    def _open_vote(self, method="secret", candidates=0, seats=2):
        with self._environment() as env:
            values = {"matter": "election", "seats": seats} if candidates else {}
            vote = env["dan_chu.vote"].create(
                {
                    "conference_id": self.conference_id,
                    "name": "Biểu quyết kín",
                    "method": method,
                    "matter": "other",
                    "option_ids": [
                        Command.create({"employee_id": person})
                        for person in self.people_ids[:candidates]
                    ],
                    **values,
                }
            )
            vote.action_open()
            self.option_ids = vote.option_ids.ids
            return vote.id

    def _codes(self, vote_id):
        """Of those without an account."""
        with self._environment() as env:
            slips = env["dan_chu.vote"].browse(vote_id).action_make_codes()["params"]["slips"]
            return [slip["code"] for slip in slips]

    def _call(self, user_id, vote_id, method, *args):
        """As the server does it: in a transaction of its own, tried again, then committed."""
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, user_id, {"lang": "en_US"})
            vote = env["dan_chu.vote"].browse(vote_id)
            return retrying(lambda: getattr(vote, method)(*args), env)

    def _cast(self, user_id, vote_id, choice, receipt, code=None):
        return self._call(user_id, vote_id, "cast", choice, receipt, code)

    def _close(self, vote_id):
        return self._call(api.SUPERUSER_ID, vote_id, "action_close")
