from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.clock import today
from .commendation_paper import KINDS, OF_HOLDER, SOURCES, WITH_INITIATIVES, WITH_LINES
from .initiative import LIVING

_SAID = ("form", "unit_id", "line_ids", "initiative_ids", *dict.fromkeys(SOURCES.values()))
_STAYS = {"form", *SOURCES.values()}
_BASES = (
    "dan_chu_co_so.legal_document_law_06_2022",
    "dan_chu_co_so.legal_document_law_06_2026",
    "dan_chu_co_so.legal_document_decree_98_2023",
    "dan_chu_co_so.legal_document_decree_152_2025",
)
_RESTS_ON_LAW = ("decision", "proposal")
# Once registered, a model is told of.
_TOLD = ("registered", *LIVING, "ended")
# A unit proposes whom nobody has refused or decided on.
_PROPOSED = ("draft", "submitted", "checked", "returned", "passed", "forwarded")


class CommendationPaper(models.Model):
    """How such a paper begins: its kind, subject, bases, recipients, signatures and lines."""

    _inherit = "dan_chu.commendation.paper"

    @api.model_create_multi
    def create(self, vals_list):
        papers = super().create([self._begun(vals) for vals in vals_list])
        papers.filtered(lambda paper: not paper.content)._compose()
        return papers

    def write(self, vals):
        if vals.keys() & _STAYS:
            raise UserError(self.env._("A paper stays with what it tells of: begin another one."))
        if vals.keys() & {"line_ids", "initiative_ids"}:
            vals = {"is_list_chosen": True, **vals}
        return super().write(vals)

    @api.onchange("form", *dict.fromkeys(SOURCES.values()))
    def _onchange_begun(self):
        """What a new paper begins with is seen while it is chosen."""
        if self._origin or not self.form:
            return
        self.round_id = self.session_id.round_id or self.commendation_id.round_id or self.round_id
        self.unit_id = self._house_of(self.unit_id) or self.unit_id
        self.kind_id = self._kind_of(self.form)
        self._fill_usual()

    @api.onchange("unit_id", "board_name")
    def _onchange_unit_id(self):
        super()._onchange_unit_id()
        self._fill_usual()

    def _fill_usual(self):
        if self._origin or not self.form or not self[SOURCES[self.form]]:
            return
        if not self._is_for_user(self.unit_id):
            return
        for name, value in self._prefilled().items():
            field = self._fields[name]
            self[name] = [Command.clear(), *value] if field.type == "one2many" else value

    @api.model
    def _is_for_user(self, unit):
        """What a paper is begun with is read past the rules: for those who may write it."""
        reach = self.env.user._dan_chu_reach
        return self.env.su or any(unit._origin.id in reach(role) for role in ("officer", "head"))

    @api.model
    def _begun(self, vals):
        """The values of a new paper: what was not said is as it is usual."""
        context = self.env.context
        said = {name: vals.get(name, context.get(f"default_{name}")) for name in _SAID}
        form = said["form"]
        if form not in KINDS:
            names = ", ".join(dict(self._fields["form"]._description_selection(self.env)).values())
            raise UserError(self.env._("Say which paper on commendations it is: %s.", names))
        source = SOURCES[form]
        row = self.env[self._fields[source].comodel_name].browse(said[source] or ())
        if not row:
            raise UserError(self.new({"form": form})._source_missing())
        row.check_access("read")
        settled = {"form": form, source: row.id, "kind_id": self._kind_of(form).id}
        if source in ("session_id", "commendation_id"):
            settled["round_id"] = row.sudo().round_id.id
        begun = self.new({**settled, "unit_id": said["unit_id"]})
        house = begun._house_of(begun.unit_id)
        if not house:
            raise UserError(self.env._("Say of which unit it is a paper."))
        settled["unit_id"] = begun.unit_id = house.id
        filled = {name: value for name, value in begun._prefilled().items() if value}
        # The form sends what it shows, also where nothing was typed.
        kept = {name: value for name, value in vals.items() if value or name not in filled}
        return {**filled, **kept, **settled}

    def _house_of(self, given):
        """Whose paper it is: the holder's, the nominating unit's, or whose of the user's units."""
        if self.form in OF_HOLDER:
            return self.round_id.sudo().unit_id.sudo(False)
        if self.form == "achievement":
            return self.commendation_id.sudo().unit_id.sudo(False)
        if self.form == "initiative_form":
            return self.initiative_id.sudo().unit_id.sudo(False)
        return given._origin or given or self[SOURCES[self.form]].sudo().unit_id.sudo(False)

    def _prefilled(self):
        """What is usual for a paper of this form, each open to change."""
        unit = self.unit_id.sudo()
        values = {
            "title": self._usual_title(),
            "place": unit.place or unit.institution_id.place,
            "basis_ids": self._usual_bases(),
            "recipient_ids": self._usual_recipients(),
        }
        signatories = self._usual_signatories()
        if signatories:
            values["signatory_ids"] = signatories
        if self.form in ("council_minutes", "counting_minutes"):
            values["board_name"] = self.session_id.sudo().board_id.name
            values["board_code"] = self.session_id.sudo().board_id.symbol
            values["archive"] = "VT, Hồ sơ"
        if self._is_of_section():
            # It speaks to its own house, not by order of that house's head.
            values["board_name"] = unit.name
        if self.form in WITH_LINES:
            values["line_ids"] = [Command.set(self._usual_lines().ids)]
        if self.form in WITH_INITIATIVES:
            values["initiative_ids"] = [Command.set(self._usual_initiatives().ids)]
        return values

    def _is_of_section(self):
        unit = self.unit_id.sudo()
        return self.form == "proposal" and unit != unit.institution_id and bool(unit.head_id)

    def _usual_title(self):
        held = self.round_id.sudo()
        when = held._when_printed() if held else ""
        movement = (self.movement_id or self.initiative_id.movement_id)._named()
        award = self.commendation_id.sudo().award_id._named()
        return {
            "proposal": f"Về việc đề nghị khen thưởng {when}",
            "council_minutes": f"Họp xét thi đua, khen thưởng {when}",
            "counting_minutes": f"Kiểm phiếu xét thi đua, khen thưởng {when}",
            "achievement": f"Thành tích đề nghị xét, tặng {award}",
            "decision": f"công nhận danh hiệu thi đua, khen thưởng {when}",
            "bonus_list": f"Kèm theo danh hiệu thi đua, hình thức khen thưởng {when}",
            "summary": f"Kết quả xét thi đua, khen thưởng {when}",
            "initiative_form": f"Mô hình, điển hình {movement}",
            "initiative_list": f"Kết quả thực hiện mô hình, điển hình {movement}",
            "recognition_proposal": f"Về việc đề nghị công nhận mô hình, điển hình {movement}",
        }[self.form].strip()

    def _usual_bases(self):
        """The law and its decree as they are in force on the day of the round."""
        if self.form not in _RESTS_ON_LAW:
            return []
        day = self.round_id.sudo().date_from or today()
        texts = [self.env.ref(name, raise_if_not_found=False) for name in _BASES]
        bases = [
            Command.create({"legal_document_id": text.id})
            for text in texts
            if text and text._is_in_force(day)
        ]
        if self.form == "decision" and (words := self.round_id.sudo()._council_as_basis()):
            bases.append(Command.create({"verb": "considering", "words": words}))
        return bases

    def _usual_recipients(self):
        unit = self.unit_id.sudo()
        rows = {
            "decision": [("Như Điều 3", False)],
            "summary": [("Toàn thể cán bộ, công chức, viên chức, người lao động", False)],
            "bonus_list": [("Bộ phận kế toán", "carry_out")],
        }.get(self.form, [])
        commands = [Command.create({"name": name, "purpose": purpose}) for name, purpose in rows]
        if self.form not in ("proposal", "recognition_proposal", "initiative_form"):
            return commands
        held = (self.round_id or self.movement_id or self.initiative_id.movement_id).sudo().unit_id
        superior = unit.parent_id.institution_id if held == unit.institution_id else held
        if held != unit and unit.institution_id == held:
            superior = held
        name = superior.name or unit._superior_name(today())
        row = {"place": "addressee", "name": name, "recipient_unit_id": superior.id}
        return [Command.create(row), *commands] if name else commands

    def _usual_signatories(self):
        """None: the head alone signs, as any paper of the unit."""
        sign = self.env["dan_chu.document.signatory"]
        unit = self.unit_id.sudo()
        if self._is_of_section():
            head = unit.head_id
            signs = {"own_title": head.job_title, "name": head.name, "employee_id": head.id}
            return [Command.create(signs)]
        if self.form == "council_minutes":
            session = self.session_id.sudo()
            return [
                session.secretary_id._signs_as("THƯ KÝ"),
                session.chair_id._signs_as("CHỦ TRÌ"),
            ]
        if self.form == "counting_minutes":
            titles = ("THÀNH VIÊN", "TRƯỞNG BAN KIỂM PHIẾU")
            return [Command.create({"own_title": title}) for title in titles]
        if self.form == "bonus_list":
            return [
                Command.create({"own_title": "KẾ TOÁN"}),
                Command.create(sign._usual(unit)),
            ]
        written_of, title = {
            "achievement": (self.commendation_id, "NGƯỜI BÁO CÁO"),
            "initiative_form": (self.initiative_id, "NGƯỜI ĐĂNG KÝ"),
        }.get(self.form, (self.commendation_id.browse(), ""))
        person = written_of.sudo().employee_id
        if person:
            reporter = {"own_title": title, "name": person.name, "employee_id": person.id}
            confirms = sign._usual(unit)
            # Nobody confirms the own report: that of a section's head is the house's.
            if confirms and confirms.get("employee_id") == person.id:
                confirms = sign._usual(unit.institution_id)
            others = [confirms] if confirms and confirms.get("employee_id") != person.id else []
            return [Command.create(values) for values in (*others, reporter)]
        return []

    def _usual_lines(self):
        """Those that wait for this paper; who signs a decision stands in it with no line."""
        held, unit = self.round_id.sudo(), self.unit_id
        rows = held.commendation_ids
        awarded = rows.filtered(lambda row: row.state == "awarded")
        if self.form == "bonus_list" and awarded:
            # What the level above has given comes with the level above's own bonus.
            rows = awarded.filtered(lambda row: not row.forwarded_on and not row.is_taken_back)
        elif self.form in ("decision", "bonus_list"):
            rows = held._to_decide()
            head = unit.sudo().institution_id.head_id
            if head:
                stands_for = rows._person_stands_for(head)
                rows = rows.filtered(lambda row: not row._is_line_of(*stands_for))
        elif unit == held.unit_id:
            rows = rows.filtered(
                lambda row: row._goes_up() and row.state in ("passed", "forwarded")
            )
        else:
            rows = rows.filtered(lambda row: row.unit_id == unit and row.state in _PROPOSED)
        return rows.sudo(False)

    def _usual_initiatives(self):
        """What was registered in the movement: by all for who holds it, else of the own house."""
        movement, unit = self.movement_id.sudo(), self.unit_id.sudo()
        wanted = ("judged",) if self.form == "recognition_proposal" else _TOLD
        rows = movement.initiative_ids.filtered(lambda row: row.state in wanted)
        if movement.unit_id != unit:
            top = unit.institution_id
            rows = rows.filtered(
                lambda row: (
                    row.unit_id == unit or (unit == top and row.unit_id.institution_id == top)
                )
            )
        return rows.sudo(False)


class BoardMember(models.Model):
    _inherit = "dan_chu.board.member"

    def _signs_as(self, title):
        return Command.create(
            {"own_title": title, "name": self.name, "employee_id": self.employee_id.id}
        )
