from odoo import http
from odoo.exceptions import AccessError
from odoo.http import content_disposition, request


class Honours(http.Controller):
    """The decision on an award, as it was issued. The model asks who reads it."""

    @http.route(
        "/dan_chu/honours/<int:number>/decision.pdf", type="http", auth="user", readonly=True
    )
    def decision(self, number):
        honour = request.env["dan_chu.honour"].browse(number).exists()
        try:
            data = honour and honour._decision_pdf()
        except AccessError:
            data = None
        if not data:
            raise request.not_found()
        headers = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", content_disposition("quyet-dinh.pdf", "inline")),
        ]
        return request.make_response(data, headers)
