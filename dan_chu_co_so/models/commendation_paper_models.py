from odoo import models

from ..lib.board_words import lines_of, short, span
from ..lib.plan_text import running

_KINDS = {"model": "Mô hình", "collective": "Điển hình tập thể", "person": "Điển hình cá nhân"}


class Initiative(models.Model):
    """A model in the words of its papers: the ten points of the form, and what it reached."""

    _inherit = "dan_chu.initiative"

    def _printed(self):
        self.ensure_one()
        row = self.sudo()
        result = row.result_ids[:1]
        return {
            "kind": _KINDS[row.kind],
            "name": row.name,
            "registrant": row.registrant,
            "unit": row.unit_id.name,
            "field": row.field_id.name or "",
            "carried_on": "Tiếp tục thực hiện" if row.is_carried_on else "Đăng ký mới",
            "origin": row.origin_words or "",
            "movement": row.movement_id.name,
            "points": row._points_printed(),
            "place": lines_of(row.place),
            "summary": row.summary or "",
            "period": result.period or "",
            "reached": lines_of(result.text) or lines_of(row.summary),
            "next": lines_of(result.next_tasks),
            "score": row._score_printed(),
        }

    def _points_printed(self):
        """(heading, lines) of the form; the short one asks for what makes a registration."""
        forces = [
            f"{word}: {value}"
            for word, value in (
                ("Chủ trì", self.lead),
                ("Phối hợp", self.partners),
                ("Tham gia", self.participants),
            )
            if value
        ]
        when = span(self.date_from, self.date_to)
        points = [
            ("Tên mô hình, điển hình", [self.name]),
            ("Thực trạng, lý do", lines_of(self.reason)),
            ("Mục tiêu, tiêu chí", lines_of(self.goals)),
            ("Nội dung, cách thức thực hiện", lines_of(self.content)),
            ("Địa bàn, đối tượng", lines_of(self.place)),
            ("Lực lượng", lines_of("\n".join(forces))),
            ("Nguồn lực", lines_of(self.resources)),
            ("Thời gian thực hiện", lines_of(self.time_text or when)),
            ("Sản phẩm, kết quả đầu ra", lines_of(self.product)),
            ("Khả năng duy trì, nhân rộng", lines_of(self.upkeep)),
        ]
        if self.movement_id.form == "short":
            return [point for point in points if point[1]]
        return points

    def _score_printed(self):
        """The last points that were settled, of the unit or of who recognises."""
        settled = self.judgement_ids.filtered(
            lambda row: row.settled_on and row.by != "self" and row.maximum
        )
        last = settled.sorted(lambda row: (row.judged_on, row.id))[-1:]
        if not last:
            return ""
        return f"{last.total:g}/{last.maximum:g} điểm ({short(last.judged_on)})".replace(".", ",")


class Movement(models.Model):
    _inherit = "dan_chu.movement"

    def _named(self):
        """ "phong trào “Dân vận khéo”"; what calls itself a movement is not called one twice."""
        name = self.sudo().name or ""
        if name.lower().startswith("phong trào"):
            return name[:1].lower() + name[1:]
        return f"phong trào “{name}”"

    def _printed(self):
        self.ensure_one()
        row = self.sudo()
        return {
            "named": row._named(),
            "launched_by": row.launched_by or "",
            "paper": row.launch_paper or "",
            "slogan": running(row.slogan or ""),
        }
