import io
import zipfile

from odoo import http
from odoo.http import content_disposition, request

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
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, (name, data) in enumerate(files, start=1):
                archive.writestr(f"{number:03d}-{name}", data)
        return self._download("van-ban.zip", packed.getvalue(), "application/zip")

    def _download(self, name, data, kind):
        return request.make_response(
            data,
            [("Content-Type", kind), ("Content-Disposition", content_disposition(name))],
        )
