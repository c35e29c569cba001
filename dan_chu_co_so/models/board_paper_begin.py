from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.board_words import DONE, named_matter
from ..lib.plan_text import running
from .board_paper import KINDS

# What subject, bases and recipients of a new paper depend on, beside board and inspection.
_SAID = ("report_period", "period_from", "period_to", "recommendation_ids")
_PERIOD_WORDS = {"term": "nhiệm kỳ", "conference": "báo cáo tại hội nghị", "on_demand": ""}


class BoardPaper(models.Model):
    """How a paper of a board begins: its kind, subject, bases, recipients and signatures."""

    _inherit = "dan_chu.board.paper"

    @api.model_create_multi
    def create(self, vals_list):
        papers = super().create([self._begun(vals) for vals in vals_list])
        papers.filtered(lambda paper: not paper.content)._compose()
        return papers

    @api.onchange("form", "board_id", "inspection_id", "recommendation_ids")
    def _onchange_begun(self):
        """What a new paper begins with is seen while it is chosen."""
        if self._origin or not self.form:
            return
        board = self.inspection_id.board_id if self.inspection_id else self.board_id
        unit = self.inspection_id.unit_id or board.unit_id
        self.board_id = board
        self.unit_id = unit or self.unit_id
        self.kind_id = self._kind_of(self.form)
        if self.form == "periodic_report" and board and not self.period_from:
            self.report_period = self.report_period or "quarter"
            self._onchange_report_period()
        self._fill_usual()

    @api.onchange("report_period")
    def _onchange_report_period(self):
        if self.report_period and self.board_id:
            self.period_from, self.period_to = self.board_id._report_period(self.report_period)

    @api.onchange("period_from", "period_to")
    def _onchange_period(self):
        if not self._origin and self.form == "periodic_report":
            self.title = self._usual_title(self.board_id, self.inspection_id)

    @api.onchange("unit_id", "board_name")
    def _onchange_unit_id(self):
        super()._onchange_unit_id()
        self._fill_usual()

    def _fill_usual(self):
        if self._origin or not self.form or not (self.board_id or self.inspection_id):
            return
        for name, value in self._prefilled(self.board_id, self.inspection_id).items():
            field = self._fields[name]
            self[name] = [Command.clear(), *value] if field.type == "one2many" else value

    @api.model
    def _begun(self, vals):
        """The values of a new paper: what was not said is as it is usual."""
        context = self.env.context
        said = {
            name: vals.get(name, context.get(f"default_{name}"))
            for name in ("form", "board_id", "inspection_id", "unit_id", *_SAID)
        }
        form = said["form"]
        if form not in KINDS:
            names = ", ".join(dict(self._fields["form"]._description_selection(self.env)).values())
            raise UserError(self.env._("Say which paper of a board it is: %s.", names))
        inspection = self.env["dan_chu.inspection"].browse(said["inspection_id"] or ())
        inspection.check_access("read")
        board = inspection.board_id
        if not inspection:
            board = self.env["dan_chu.board"].browse(said["board_id"] or ())
        board.check_access("read")
        settled = {
            "form": form,
            "unit_id": (inspection.unit_id or board.unit_id).id or said["unit_id"],
            "board_id": board.id,
            "kind_id": self._kind_of(form).id,
        }
        if form == "periodic_report" and board and not (said["period_from"] and said["period_to"]):
            said["report_period"] = said["report_period"] or "quarter"
            first, last = board._report_period(said["report_period"])
            said |= {"period_from": first, "period_to": last}
        period = {name: said[name] for name in _SAID if said[name]}
        prefilled = self.new({"form": form, **period})._prefilled(board, inspection)
        filled = {name: value for name, value in prefilled.items() if value}
        # The form sends what it shows, also where nothing was typed.
        kept = {name: value for name, value in vals.items() if value or name not in filled}
        return {**filled, **period, **kept, **settled}

    def _prefilled(self, board, inspection):
        """What is usual for a paper of this form, each open to change."""
        unit = inspection.unit_id or board.unit_id
        values = {
            "title": self._usual_title(board, inspection),
            "place": unit.sudo().place,
            "basis_ids": self._usual_bases(board, inspection),
            "recipient_ids": self._usual_recipients(board, inspection),
            "signatory_ids": self._usual_signatories(board, inspection),
        }
        if board:
            values |= {
                "board_name": board.name,
                "board_code": board.symbol,
                "archive": ", ".join(filter(None, ("VT", board.symbol))),
            }
        return values

    def _usual_title(self, board, inspection):
        matter = inspection and named_matter(inspection.kind, inspection.name)
        name = board.name or ""
        term = (board.term and f" nhiệm kỳ {board.term}") or ""
        titles = {
            "member_list": f"Danh sách thành viên {name}{term}",
            "first_meeting": f"Họp {name}{term} lần thứ nhất",
            "inspection_plan": matter,
            "team_decision": matter and f"thành lập Đoàn {running(matter)}",
            "notice": matter and f"Về việc {running(matter)}",
            "minutes": matter,
            "report": matter and f"Kết quả {running(matter)}",
            "recommendation_letter": f"kiến nghị sau {running(matter)}"
            if matter
            else f"kiến nghị của {name}",
            "periodic_report": f"Kết quả hoạt động của {name} {self._period_words()}".strip(),
        }
        return titles.get(self.form) or False

    def _period_words(self):
        """ "quý III năm 2026", "6 tháng đầu năm 2026", or the days."""
        first, last = self.period_from, self.period_to
        kind = self.report_period
        if not first or not last:
            return _PERIOD_WORDS.get(kind, "")
        if kind == "quarter":
            return f"quý {('I', 'II', 'III', 'IV')[(first.month - 1) // 3]} năm {first.year}"
        if kind == "half_year":
            half = "đầu" if first.month < 7 else "cuối"
            return f"6 tháng {half} năm {first.year}"
        if kind == "year":
            is_calendar = (first.day, first.month) == (1, 1)
            return f"năm {first.year}" if is_calendar else f"năm học {first.year} - {last.year}"
        days = f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
        return " ".join(filter(None, (_PERIOD_WORDS.get(kind), f"({days})")))

    def _usual_bases(self, board, inspection):
        if self.form in ("recommendation_letter", "periodic_report", "report"):
            return []
        legal = [self.env.ref("dan_chu_co_so.legal_document_law_10_2022")]
        if board.is_sealed:
            legal.append(self.env.ref("dan_chu_co_so.legal_document_decree_59_2023"))
        bases = [Command.create({"legal_document_id": text.id}) for text in legal]
        cited = inspection._cited_plan() if inspection else board.recognition_paper
        if cited and self.form != "inspection_plan":
            verb = "carrying_out" if inspection else "based_on"
            bases.append(Command.create({"verb": verb, "words": cited}))
        elif self.form == "inspection_plan" and inspection.plan_id:
            cited = inspection.plan_id._cited()
            bases.append(Command.create({"verb": "carrying_out", "words": cited}))
        return bases

    def _usual_recipients(self, board, inspection):
        house = (inspection.unit_id or board.unit_id).sudo().institution_id
        directing = board._directing_name() if board else ""
        head = house.head_title and f"{house.head_title} {house.name}"
        subject = inspection._printed_subject() if inspection else ""
        subject_row = {"name": subject, "recipient_unit_id": self._outside(inspection, house)}
        rows = {
            "member_list": [(directing, "report"), (head, "know")],
            "first_meeting": [(directing, "report")],
            "inspection_plan": [(directing, "report"), (subject_row, "carry_out"), (head, "know")],
            "team_decision": [("Như Điều 3", False)],
            "notice": [(subject_row, "carry_out"), (directing, "report"), (head, "know")],
            "minutes": [(subject_row, False)],
            "report": [(directing, "report"), (head, "know"), (subject_row, "know")],
            "recommendation_letter": [(directing, "report")],
            "periodic_report": [],
        }[self.form]
        commands = [
            Command.create(
                {"purpose": purpose, **(who if isinstance(who, dict) else {"name": who})}
            )
            for who, purpose in rows
            if (who["name"] if isinstance(who, dict) else who)
        ]
        addressees = self._usual_addressees(directing)
        named = {row["name"] for _code, _id, row in addressees}
        return addressees + [row for row in commands if row[2]["name"] not in named]

    def _outside(self, inspection, house):
        """A unit of another institution gets the paper in the system; the own house reads it."""
        unit = inspection.subject_unit_id.sudo()
        return unit.id if unit and unit == unit.institution_id and unit != house else False

    def _usual_addressees(self, directing):
        names = {
            "recommendation_letter": [
                group["name"] for group in self.recommendation_ids._origin._printed_by_addressee()
            ],
            "periodic_report": [directing],
        }.get(self.form, [])
        return [Command.create({"place": "addressee", "name": name}) for name in names if name]

    def _usual_signatories(self, board, inspection):
        if self.form == "first_meeting":
            chair = board.unit_id.sudo()._people("representative")[:1].employee_id
            return [
                Command.create({"own_title": "THƯ KÝ"}),
                Command.create({"own_title": "CHỦ TỌA", "name": chair.name or board.head_id.name}),
            ]
        rows = [Command.create(self._usual_signatory(board, inspection))]
        if self.form == "minutes":
            other = inspection.team_ids.filtered(lambda row: row.side == "subject")[:1]
            title = f"ĐẠI DIỆN BÊN ĐƯỢC {DONE[inspection.kind].upper()}" if inspection else ""
            rows.insert(0, Command.create({"own_title": title, "name": other.name}))
        return rows

    def _usual_signatory(self, board, inspection):
        if not board:
            return self.env["dan_chu.document.signatory"]._usual(inspection.unit_id)
        leader = board.sudo().head_id
        if leader:
            return leader._signs()
        return {"on_behalf": board.name, "own_title": board.kind_id.head_title}

    @api.model
    def _draft_letter(self, recommendations):
        draft = self.search(
            [
                ("form", "=", "recommendation_letter"),
                ("state", "=", "draft"),
                ("recommendation_ids", "in", recommendations.ids),
            ],
            limit=1,
        )
        return draft._brought_up_to_date()
