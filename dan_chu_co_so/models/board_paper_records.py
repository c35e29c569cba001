from odoo import models
from odoo.fields import Date

from ..lib.board_words import DONE, lines_of, named_matter, span
from ..lib.citation import long_date
from ..lib.clock import vietnamese
from ..lib.plan_text import running

_ROLES = {"lead": "Trưởng đoàn", "member": "Thành viên", "secretary": "Thư ký"}
_ANSWERS = {"yes": "tán thành", "no": "không tán thành", "other": "ý kiến khác"}
_FINDINGS = {
    "strength": "Ưu điểm",
    "shortcoming": "Hạn chế, thiếu sót",
    "violation": "Dấu hiệu vi phạm pháp luật",
}


class Inspection(models.Model):
    """An inspection in the words of its papers. Who told the board stands in none of them."""

    _inherit = "dan_chu.inspection"

    def _printed(self):
        self.ensure_one()
        matter = named_matter(self.kind, self.name)
        findings = self.finding_ids.filtered(lambda row: not row.corrects_id).sorted(
            lambda row: (row.noted_on, row.id)
        )
        rows = [self._printed_item(item, findings) for item in self.item_ids]
        loose = findings.filtered(lambda row: not row.item_id)
        return {
            "matter": matter,
            "in_sentence": running(matter),
            "done": DONE[self.kind],
            "subject": self._printed_subject(),
            "scope": lines_of(self.scope),
            "period": span(self.period_from, self.period_to),
            "window": span(self.date_from, self.date_to),
            "started": self.started_on,
            "place": self.place or "",
            "method": self.method or "",
            "product": self.product or "",
            "plan": self._cited_plan(),
            "items": rows,
            "strengths": lines_of(self.strengths) + loose._printed("strength"),
            "shortcomings": lines_of(self.shortcomings) + loose._printed("shortcoming"),
            "violations": loose._printed("violation"),
            "conclusion": lines_of(self.conclusion),
            "team": self.team_ids.filtered(lambda row: row.side == "team")._printed(),
            "others": self.team_ids.filtered(lambda row: row.side == "subject")._printed(),
            "requests": [
                {"name": row.name, "due": row.due_on, "given": row.given_on}
                for row in self.request_ids
            ],
            "recommendations": self.recommendation_ids._printed_by_addressee(),
            "opinions": self._printed_opinions(),
            "evidence_count": len(findings.evidence_ids),
        }

    def _printed_subject(self):
        """Who or what is inspected, as it is typed, or the unit."""
        return self.subject_text or self.subject_unit_id.sudo().name or self.unit_id.sudo().name

    def _printed_item(self, item, findings):
        of_item = findings.filtered(lambda row: row.item_id == item)
        note = lines_of(item.note)
        return {
            "name": item.name,
            "legal": item.legal_note or "",
            "strengths": (note if item.result == "ok" else []) + of_item._printed("strength"),
            "shortcomings": (note if item.result == "not" else [])
            + of_item._printed("shortcoming"),
            "violations": of_item._printed("violation"),
            "applies": item.result != "na",
        }

    def _printed_opinions(self):
        """How many members agree: a conclusion is that of the majority."""
        opinions = self.opinion_ids
        agree = opinions.filtered(lambda row: row.answer == "yes")
        board = self.board_id
        members = self._members_who_decide(self.concluded_on) if board else opinions
        return {
            "agree": len(agree) or self.paper_yes_count,
            "of": len(members),
            "others": [
                {
                    "name": row.board_member_id.name,
                    "answer": _ANSWERS[row.answer],
                    "text": row.text or "",
                }
                for row in opinions - agree
            ],
        }

    def _cited_plan(self):
        """The issued plan of this inspection, or the programme it comes of."""
        plan = self.paper_ids.filtered(
            lambda paper: paper.form == "inspection_plan" and paper.state == "issued"
        )[:1]
        return (plan or self.plan_id)._cited() if plan or self.plan_id else ""

    def _evidence_printed(self):
        """Rows of the list of photos and files, in the order in which they were taken."""
        rows = [
            {
                "finding": _FINDINGS[row.finding_id.finding_kind],
                "text": row.finding_id.text or "",
                "file": row.name,
                "when": (row.taken_on or row.added_on) and vietnamese(row.taken_on or row.added_on),
                "who": row.added_by_id.sudo().name,
                "hash": (row.sha256 or "")[:16],
            }
            for row in self.finding_ids.evidence_ids
        ]
        return sorted(rows, key=lambda row: (str(row["when"] or ""), row["file"]))


class InspectionTeam(models.Model):
    _inherit = "dan_chu.inspection.team"

    def _printed(self):
        return [
            {
                "name": row.name,
                "position": row.position or "",
                "role": _ROLES[row.role] if row.side == "team" else "",
                "tasks": row.tasks or "",
            }
            for row in self
        ]


class Finding(models.Model):
    _inherit = "dan_chu.finding"

    def _printed(self, kind):
        """Lines of one kind; what was put right later stands behind what it puts right."""
        return [
            " ".join([*lines_of(row.text), *row._printed_corrections()])
            for row in self.filtered(lambda row: row.finding_kind == kind)
        ]

    def _printed_corrections(self):
        rows = self.correction_ids.sorted(lambda row: (row.noted_on, row.id))
        return [f"(Đính chính, bổ sung: {' '.join(lines_of(row.text))})" for row in rows]


class Recommendation(models.Model):
    _inherit = "dan_chu.recommendation"

    def _printed_by_addressee(self):
        """[{kind, name, rows}]: the head first, then the other bodies in their order."""
        order = {"head": 0, "authority": 1, "directing": 2}
        groups = {}
        for row in self.sorted(lambda row: (order[row.addressee_kind], row.id)):
            key = row.addressee_kind, row._printed_addressee()
            groups.setdefault(key, []).append(
                {
                    "text": " ".join(lines_of(row.text)).rstrip("."),
                    "legal": " ".join(lines_of(row.legal_basis)).rstrip("."),
                }
            )
        return [{"kind": kind, "name": name, "rows": rows} for (kind, name), rows in groups.items()]

    def _printed_addressee(self):
        """Named so that a letter reaches them: "Hiệu trưởng Trường THPT Hoa Sen"."""
        self.ensure_one()
        text = self.addressee_text or ""
        if self.addressee_kind == "directing" and self.board_id:
            return self.board_id._directing_name() or text
        if self.addressee_kind == "head":
            # A draft may not say yet to whom: then it is the head of the own house.
            unit = (self.addressee_unit_id or self.unit_id).sudo()
            title = text or unit.head_title or "Người đứng đầu"
            return title if unit.name in title else f"{title} {unit.name}"
        return text or self.addressee_unit_id.sudo().name or "Cơ quan có thẩm quyền"


class Paper(models.AbstractModel):
    _inherit = "dan_chu.paper"

    def _cited(self):
        """ "Kế hoạch số 02/KH-TTND ngày 05 tháng 01 năm 2027", as far as it is known."""
        self.ensure_one()
        number = self.reference and f"số {self.reference}"
        day = self.date and f"ngày {long_date(Date.to_date(self.date))}"
        named = " ".join(filter(None, (self.kind_id.name, number, day)))
        return named if number and day else f"{named} {running(self.title or '')}".strip()
