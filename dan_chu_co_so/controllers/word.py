from odoo import http
from odoo.http import content_disposition, request

from ..lib.packing import numbered, zipped

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Word(http.Controller):
    @http.route("/dan_chu/word/<string:ids>", type="http", auth="user", readonly=True)
    def word(self, ids):
        """One Word file, or a zip of several."""
        numbers = [int(part) for part in ids.split(",") if part.isdigit()]
        papers = request.env["dan_chu.document"].browse(numbers)
        papers.check_access("read")
        files = [(f"{paper._file_name()}.docx", paper._docx_to_print()) for paper in papers]
        if len(files) == 1:
            return self._download(*files[0], _DOCX)
        packed = zipped(
            (numbered(place, name), data) for place, (name, data) in enumerate(files, 1)
        )
        return self._download("van-ban.zip", packed, "application/zip")

    def _download(self, name, data, kind):
        return request.make_response(
            data,
            [("Content-Type", kind), ("Content-Disposition", content_disposition(name))],
        )
