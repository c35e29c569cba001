from werkzeug.exceptions import NotFound

from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.http import request


class CheckIn(http.Controller):
    """The code on the invitation, read by the phone's own camera: a link, which asks for a login.

    A desk checks the person in, the person themselves where the conference allows it. To anybody
    else the code says nothing, not even whose it is.
    """

    @http.route("/dan_chu/check-in/<string:token>", type="http", auth="user", methods=["GET"])
    def show(self, token):
        row, is_desk = self._row(token)
        return self._page(row, is_desk)

    @http.route("/dan_chu/check-in/<string:token>", type="http", auth="user", methods=["POST"])
    def enter(self, token):
        """Opening a link changes nothing, whoever opens it: the page sends this by itself."""
        row, is_desk = self._row(token)
        problem = ""
        try:
            with request.env.cr.savepoint():
                if is_desk:
                    row.conference_id.sudo(False)._check_in(row.id, {"stage": "present"}, "code")
                else:
                    row._check_in_self()
        except (UserError, AccessError) as refused:
            problem = str(refused)
        return self._page(row, is_desk, problem, is_done=not problem)

    def _row(self, token):
        """(row, whether the user checks people in there)"""
        rows = request.env["dan_chu.conference.attendee"].sudo()
        row = rows.search([("token", "=", token)], limit=1)
        is_desk = bool(row) and row.conference_id.sudo(False)._is_at_desk()
        if not is_desk and (not row or row.employee_id.user_id != request.env.user):
            raise NotFound
        return row, is_desk

    def _page(self, row, is_desk, problem="", is_done=False):
        conference = row.conference_id
        running = conference.state in ("called", "open")
        values = {
            "row": row,
            "conference": conference,
            "when": conference._when(),
            "words": row._stage_words(),
            "stage": row._stage(),
            "is_desk": is_desk,
            "is_done": is_done,
            "problem": problem,
            "may_enter": running and (is_desk or conference.self_check_in),
            "is_at_once": is_desk and not is_done and not problem,
            "is_over": not running,
        }
        return request.render("dan_chu_co_so.check_in_page", values)
