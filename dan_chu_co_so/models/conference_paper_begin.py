from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..lib.plan_text import running
from .conference_paper import KINDS

_SAID = ("form", "conference_id", "vote_id", "with_list")


class ConferencePaper(models.Model):
    """How a paper of a conference begins: its kind, subject, recipients and signatures."""

    _inherit = "dan_chu.conference.paper"

    @api.model_create_multi
    def create(self, vals_list):
        papers = super().create([self._begun(vals) for vals in vals_list])
        papers.filtered(lambda paper: not paper.content)._compose()
        return papers

    def write(self, vals):
        if vals.keys() & {"conference_id", "form"}:
            raise UserError(self.env._("A paper stays with its conference: begin another one."))
        return super().write(vals)

    @api.onchange("form", "conference_id", "vote_id")
    def _onchange_begun(self):
        """What a new paper begins with is seen while it is chosen."""
        if self._origin or not self.form:
            return
        self.unit_id = self.conference_id.unit_id or self.unit_id
        self.kind_id = self._kind_of(self.form)
        self._fill_usual()

    @api.onchange("unit_id", "board_name")
    def _onchange_unit_id(self):
        super()._onchange_unit_id()
        self._fill_usual()

    def _fill_usual(self):
        if self._origin or not self.form or not self.conference_id:
            return
        for name, value in self._prefilled(self.conference_id, self.vote_id).items():
            field = self._fields[name]
            self[name] = [Command.clear(), *value] if field.type == "one2many" else value

    @api.model
    def _begun(self, vals):
        """The values of a new paper: what was not said is as it is usual."""
        context = self.env.context
        said = {name: vals.get(name, context.get(f"default_{name}")) for name in _SAID}
        form = said["form"]
        if form not in KINDS:
            names = ", ".join(dict(self._fields["form"]._description_selection(self.env)).values())
            raise UserError(self.env._("Say which paper of a conference it is: %s.", names))
        conference = self.env["dan_chu.conference"].browse(said["conference_id"] or ())
        if not conference:
            raise UserError(self.env._("Say of which conference it is a paper."))
        conference.check_access("read")
        vote = self.env["dan_chu.vote"].browse(said["vote_id"] or ())
        vote.check_access("read")
        if form == "counting_minutes" and not vote:
            raise UserError(self.env._("Say of which vote the ballots were counted."))
        prefilled = self.new({"form": form})._prefilled(conference, vote)
        filled = {name: value for name, value in prefilled.items() if value}
        # The form sends what it shows, also where nothing was typed.
        kept = {name: value for name, value in vals.items() if value or name not in filled}
        settled = {
            "form": form,
            "conference_id": conference.id,
            "unit_id": conference.unit_id.id,
            "kind_id": self._kind_of(form).id,
        }
        return {**filled, **kept, **settled}

    def _prefilled(self, conference, vote):
        """What is usual for a paper of this form, each open to change."""
        values = {
            "title": self._usual_title(conference, vote),
            "place": conference.unit_id.sudo().place,
            "basis_ids": self._usual_bases(conference),
            "recipient_ids": self._usual_recipients(conference),
        }
        signatories = self._usual_signatories(conference)
        if signatories:
            values["signatory_ids"] = signatories
        if self.form in ("minutes", "counting_minutes"):
            values["archive"] = "VT, Hồ sơ"
        return values

    def _usual_title(self, conference, vote):
        name = conference._name_with_year()
        if conference.sudo()._ballot_printed():
            name = f"Lấy ý kiến toàn thể thay cho {running(name)}"
        round_ = f" (lần {vote.round_number})" if vote.round_number > 1 else ""
        return {
            "invitation": f"Dự {name}",
            "minutes": name,
            "counting_minutes": f"Kiểm phiếu {running(vote.name or '')}{round_}".strip(),
            "answers": f"Tổng hợp ý kiến, kiến nghị và giải đáp tại {name}",
            "pledge": conference._pledge_title(),
            "report": f"Kết quả {running(name)}",
            "check_notice": f"Kết quả kiểm tra, đánh giá việc thực hiện Nghị quyết {name}",
        }[self.form]

    def _usual_bases(self, conference):
        if self.form == "check_notice":
            law = self.env.ref("dan_chu_co_so.legal_document_law_10_2022")
            return [Command.create({"legal_document_id": law.id})]
        return []

    def _usual_recipients(self, conference):
        speakers = conference._speakers_name()
        everybody = "Toàn thể cán bộ, công chức, viên chức, người lao động"
        rows = {
            "invitation": [("Như thành phần mời", False)],
            "answers": [(everybody, False), (speakers, "know")],
            "pledge": [(speakers, "carry_out")],
            "report": [(speakers, "know")],
            "check_notice": [(everybody, False), (speakers, "know")],
        }.get(self.form, [])
        commands = [Command.create({"name": name, "purpose": purpose}) for name, purpose in rows]
        return self._usual_addressees(conference) + commands

    def _usual_addressees(self, conference):
        """A report goes to the superior body, in the system as well where it is in it."""
        unit = conference.unit_id.sudo()
        superior = unit.parent_id.institution_id
        name = superior.name or unit._superior_name(conference._day_of_papers())
        if self.form != "report" or not name:
            return []
        row = {"place": "addressee", "name": name, "recipient_unit_id": superior.id}
        return [Command.create(row)]

    def _usual_signatories(self, conference):
        """None: the head alone signs, as any paper of the unit."""
        if self.form == "minutes":
            return conference._signed_by("secretary", "THƯ KÝ") + conference._signed_by(
                "chair", "CHỦ TỌA"
            )
        if self.form == "counting_minutes":
            return conference._counters_sign()
        if self.form == "pledge":
            return conference._both_sides_sign()
        return []


class Conference(models.Model):
    _inherit = "dan_chu.conference"

    def _with_duty(self, duty):
        """Those on the list with that duty, in its order; who has none of them chairs by law."""
        rows = self.env["dan_chu.conference.attendee"].sudo()
        return rows.search(
            [("conference_id", "=", self.id), ("duty", "=", duty), ("is_off", "=", False)],
            order="sequence, id",
        )

    def _chairs(self):
        """[(employee, name, position)]: named for it, or else the head (Điều 51 khoản 1)."""
        rows = self._with_duty("chair")
        if rows:
            return [(row.employee_id, row.name, row.position or "") for row in rows]
        unit = self.unit_id.sudo()
        head = unit.head_id
        return [(head, head.name, unit.head_title or "")] if head else []

    def _signed_by(self, duty, title):
        """The first of those with that duty."""
        if duty == "chair":
            person, name = next(((each[0], each[1]) for each in self._chairs()), (None, False))
        else:
            row = self._with_duty(duty)[:1]
            person, name = row.employee_id, row.name
        employee = person.id if person else False
        return [Command.create({"own_title": title, "name": name, "employee_id": employee})]

    def _counters_sign(self):
        """Its members first, at the right who leads the counting committee: the first of them."""
        rows = self._with_duty("counter")
        if not rows:
            return [
                Command.create({"own_title": "THÀNH VIÊN"}),
                Command.create({"own_title": "TRƯỞNG BAN"}),
            ]
        return [
            Command.create(
                {
                    "own_title": "TRƯỞNG BAN" if row == rows[0] else "THÀNH VIÊN",
                    "name": row.name,
                    "employee_id": row.employee_id.id,
                }
            )
            for row in (*rows[1:], rows[0])
        ]

    def _both_sides_sign(self):
        """The union and the head (Điều 51 khoản 4 điểm h)."""
        unit = self.unit_id.sudo()
        speaker = unit._people("representative")[:1].employee_id.sudo()
        union = {
            "own_title": self._speaker_title(),
            "name": speaker.name,
            "employee_id": speaker.id,
        }
        head = self.env["dan_chu.document.signatory"]._usual(unit)
        return [Command.create(union), Command.create(head)]
