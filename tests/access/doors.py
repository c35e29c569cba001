"""The two doors of Odoo's RPC: the web client's session, and the bearer key of `/json/2`."""

from contextlib import contextmanager
from datetime import timedelta
from functools import cache

from odoo.fields import Datetime

from tests.common import DanChuHttpCase

REFUSALS = {
    "odoo.exceptions.AccessError",
    "odoo.exceptions.UserError",
    "odoo.exceptions.ValidationError",
    "odoo.exceptions.MissingError",
    "builtins.AttributeError",  # a private method, to the web client
    "werkzeug.exceptions.NotFound",  # the same, to the bearer of a key
}


class Refused(Exception):
    def __init__(self, name, message):
        super().__init__(f"{name}: {message}")
        self.name = name
        self.message = message


class DoorsCase(DanChuHttpCase):
    def setUp(self):
        super().setUp()
        self.key_of = cache(self._make_key)

    def _make_key(self, user):
        tomorrow = Datetime.now() + timedelta(days=1)
        return self.env["res.users.apikeys"].with_user(user).sudo()._generate("rpc", "k", tomorrow)

    def by_session(self, user, model, method, ids=None, **arguments):
        self.authenticate(user.login, user.login)
        return self.by_same_session(model, method, ids, **arguments)

    def by_same_session(self, model, method, ids=None, **arguments):
        first = arguments.pop("vals_list", ids)
        answer = self.opener.post(
            f"{self.base_url()}/web/dataset/call_kw/{model}/{method}",
            json={
                "jsonrpc": "2.0",
                "method": "call",
                "params": {
                    "model": model,
                    "method": method,
                    "args": [] if first is None else [first],
                    "kwargs": arguments,
                },
            },
        ).json()
        if "error" in answer:
            raise Refused(answer["error"]["data"]["name"], answer["error"]["data"]["message"])
        return answer.get("result")

    def by_key(self, user, model, method, ids=None, **arguments):
        answer = self.url_open(
            f"/json/2/{model}/{method}",
            json=arguments if ids is None else {"ids": ids, **arguments},
            headers={"Authorization": f"Bearer {self.key_of(user)}"},
        )
        if answer.status_code != 200:
            raise Refused(answer.json()["name"], answer.json()["message"])
        return answer.json()

    def by_password(self, user, password, model, method, *arguments):
        """The old door, deprecated and still open."""
        call = [self.env.cr.dbname, user.id, password, model, method, arguments]
        params = {"service": "object", "method": "execute_kw", "args": call}
        answer = self.url_open("/jsonrpc", json={"method": "call", "params": params}).json()
        if "error" in answer:
            raise Refused(answer["error"]["data"]["name"], answer["error"]["data"]["message"])
        return answer.get("result")

    def by_each_door(self, user, model, method, ids=None, **arguments):
        """(door's name, what it answers), undone before the next one is tried."""
        self.key_of(user)
        for door in (self.by_session, self.by_key):
            self.env.flush_all()
            with self._undone():
                yield door.__name__, door(user, model, method, ids, **arguments)

    def assert_refused(self, user, model, method, ids=None, **arguments):
        """Refused at both doors, by a reason and not by a crash; the last reason is returned."""
        reason = None
        self.key_of(user)
        for door in (self.by_session, self.by_key):
            self.env.flush_all()
            with self.subTest(door=door.__name__, user=user.login, call=f"{model}.{method}"):
                with self._undone(), self.assertRaises(Refused) as caught:
                    door(user, model, method, ids, **arguments)
                reason = caught.exception
                self.assertIn(reason.name, REFUSALS, reason.message)
        self.env.invalidate_all()
        return reason

    @contextmanager
    def _undone(self):
        with self.env.cr.savepoint() as savepoint:
            yield
            savepoint.rollback()
        self.env.invalidate_all()
        self.registry.clear_cache()
