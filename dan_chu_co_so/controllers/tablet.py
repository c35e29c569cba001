from werkzeug.exceptions import NotFound

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

LANGUAGE = "vi_VN"


class Tablet(http.Controller):
    """A tablet that goes round. It is logged in as nobody: the code says whose ballot it is."""

    @http.route("/dan_chu/tablet/<string:key>", type="http", auth="public", methods=["GET"])
    def tablet(self, key):
        conference = self._conference(key)
        return request.render(
            "dan_chu_co_so.tablet_page",
            {
                "name": conference.name,
                "unit": conference.unit_id.name,
                "key": key,
                "words": self._words(),
            },
        )

    @http.route("/dan_chu/tablet/<string:key>/ballots", type="jsonrpc", auth="public")
    def ballots(self, key, code=None):
        ballots = self._conference(key)._ballots_for(code) if code else []
        if not ballots:
            raise UserError(
                request.env._(
                    "This code is not valid, or has been used: ask for another one.",
                )
            )
        return ballots

    @http.route("/dan_chu/tablet/<string:key>/cast", type="jsonrpc", auth="public")
    def cast(self, key, vote_id=None, choice=None, receipt=None, code=None):
        vote = self._conference(key).vote_ids.filtered(lambda vote: vote.id == vote_id)
        if not vote or not code:
            raise UserError(request.env._("Enter the code on your slip again."))
        return vote.cast(choice, receipt, code)

    def _words(self):
        """Odoo does not translate what stands in data-* attributes of a template."""
        return {
            "for": request.env._("For"),
            "against": request.env._("Against"),
            "blank": request.env._("No opinion"),
            "nobody": request.env._("Nobody"),
            "lost": request.env._("No connection. Nothing is lost: press again."),
        }

    def _conference(self, key):
        if LANGUAGE in dict(request.env["res.lang"].get_installed()):
            request.update_context(lang=LANGUAGE)
        conference = request.env["dan_chu.conference"]._of_tablet(key)
        if not conference:
            raise NotFound()
        return conference
