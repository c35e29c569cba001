from odoo import http
from odoo.http import content_disposition, request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PDF = "application/pdf"


class ConferenceLists(http.Controller):
    """Lists of a conference as files. The models ask who may have them."""

    @http.route(
        "/dan_chu/conference/<int:number>/"
        "<any(signatures,attendance,opinions):name>.<any(pdf,xlsx):form>",
        type="http",
        auth="user",
        readonly=True,
    )
    def sheet(self, number, name, form):
        conference = self._conference(number)
        sheet = conference._sheet_named(name)
        sheets = request.env["dan_chu.sheet"]
        if form == "pdf":
            data, kind = sheets._pdf_of(conference.sudo().unit_id, sheet), _PDF
        else:
            data, kind = sheets._excel_of(sheet), _XLSX
        return self._file(f"{conference._sheet_file_name(name)}.{form}", data, kind)

    @http.route(
        "/dan_chu/conference/<int:number>/<any(cards,invitations):form>.pdf",
        type="http",
        auth="user",
        readonly=True,
    )
    def codes(self, number, form, rows=""):
        chosen = {int(part) for part in rows.split(",") if part.isdigit()}
        data = self._conference(number)._codes_pdf(form, chosen)
        return self._file(f"{form}.pdf", data, _PDF)

    @http.route(
        "/dan_chu/conference/<int:number>/calendar", type="http", auth="user", readonly=True
    )
    def calendar(self, number):
        data = self._conference(number)._calendar_file()
        return self._file("hoi-nghi.ics", data, "text/calendar")

    def _conference(self, number):
        conference = request.env["dan_chu.conference"].browse(number)
        conference.check_access("read")
        return conference

    def _file(self, name, data, kind):
        headers = [("Content-Type", kind), ("Content-Disposition", content_disposition(name))]
        return request.make_response(data, headers)
