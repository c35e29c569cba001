from odoo import http
from odoo.http import content_disposition, request

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Progress(http.Controller):
    @http.route("/dan_chu/progress/<int:number>", type="http", auth="user", readonly=True)
    def progress(self, number):
        """The progress sheet of a plan as an Excel file."""
        plan = request.env["dan_chu.plan"].browse(number)
        plan.check_access("read")
        data = request.env["dan_chu.sheet"]._excel_of(plan._progress_sheet())
        name = content_disposition(f"{plan._progress_file_name()}.xlsx")
        return request.make_response(data, [("Content-Type", _XLSX), ("Content-Disposition", name)])
