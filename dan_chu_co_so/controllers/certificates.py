import re

from odoo import http
from odoo.http import content_disposition, request

_NUMBER = re.compile(r"[0-9]{1,10}")


class Certificates(http.Controller):
    """Certificates as files. The models ask who may have them."""

    @http.route(
        "/dan_chu/certificates/<int:number>/<any(a4,a3):size>.pdf",
        type="http",
        auth="user",
        readonly=True,
    )
    def certificates(self, number, size, rows=""):
        chosen = {int(part) for part in rows.split(",") if _NUMBER.fullmatch(part)}
        held = request.env["dan_chu.commendation.round"].browse(number)
        held.check_access("read")
        return self._file(f"giay-khen-{size}.pdf", held._certificates_pdf(size, chosen))

    @http.route(
        "/dan_chu/certificates/sample/<int:number>/<any(a4,a3):size>.pdf",
        type="http",
        auth="user",
        readonly=True,
    )
    def sample(self, number, size):
        look = request.env["dan_chu.certificate"].browse(number)
        return self._file("mau-giay-khen.pdf", look._sample_pdf(size))

    def _file(self, name, data):
        headers = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", content_disposition(name)),
        ]
        return request.make_response(data, headers)
