"""For each model of the access matrix the variants of its rows, and how one is made."""

from odoo.fields import Date

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.board_variants import BOARD_VARIANTS
from tests.access.commendation_variants import COMMENDATION_VARIANTS
from tests.access.conference_variants import CONFERENCE_VARIANTS
from tests.access.plan_variants import PLAN_VARIANTS
from tests.access.variant import Variant, by_the_user, wizard


def _unit(rows, unit, _user):
    kind = rows.env.ref("dan_chu_co_so.unit_kind_section")
    return {"name": "Bộ phận Một cửa", "kind_id": kind.id, "parent_id": unit.id}


def _unit_in_use(rows, unit, user):
    used = rows.env["dan_chu.unit"].create(_unit(rows, unit, user))
    rows.env["dan_chu.unit"].create(_unit(rows, used, user))
    return used


def _contact(rows, unit, _user):
    return {"unit_id": unit.id, "part": "contact", "employee_id": rows.spare_employee.id}


def _assignment(start):
    """`start`: in how many years the role begins, for a year."""

    def values(rows, unit, user):
        return {
            "unit_id": unit.id,
            "user_id": (user or rows.spare_user).id,
            "role": "staff",
            "date_from": Date.add(today(), years=start),
            "date_to": Date.add(today(), years=start + 1),
        }

    return values


def _held(start):
    """On other days than the one that is tried: a role is held once on a day."""
    return lambda rows, unit, user: rows.env["dan_chu.assignment"].create(
        _assignment(start)(rows, unit, user)
    )


def _of_spare(values):
    return lambda rows, unit, _user: values(rows, unit, None)


def _directive(_rows, unit, _user):
    return {"unit_id": unit.id, "name": "Về hội nghị viên chức", "issuer": "Sở Nội vụ"}


def _file(published):
    def values(rows, unit, _user):
        directive = rows.directive(unit, published)
        return rows.case.file_values(directive_id=directive.id)

    return values


def _file_of(published):
    return lambda rows, unit, _user: rows.directive(unit, published, "file").file_ids


def _sent_file(rows, unit, user):
    return _delivery(rows, unit, rows.case.elsewhere, "file").sudo().directive_id.file_ids


def _reader(published, mine):
    def values(rows, unit, user):
        person = rows.employee_of(user) if mine else rows.spare_employee
        return {"directive_id": rows.directive(unit, published).id, "employee_id": person.id}

    return values


def _reader_of(published, mine):
    def make(rows, unit, user):
        person = rows.employee_of(user) if mine else rows.listed_employee
        directive = rows.directive(unit, published, "reader")
        return rows.env["dan_chu.directive.reader"].create(
            {"directive_id": directive.id, "employee_id": person.id}
        )

    return make


def _delivery(rows, unit, sender, purpose="row"):
    directive = rows.directive(sender, True, f"{purpose} {unit.id}")
    return rows.env["dan_chu.delivery"]._send(directive, unit)


def _sent(from_here):
    def values(rows, unit, _user):
        sender, recipient = (
            (unit, rows.case.elsewhere) if from_here else (rows.case.elsewhere, unit)
        )
        return {
            "directive_id": rows.directive(sender, True).id,
            "sender_unit_id": sender.id,
            "unit_id": recipient.id,
            "name": "Gửi thẳng",
            "sent_on": "2025-01-01",
        }

    return values


def _deliver(rows, unit, _user):
    return {"directive_id": rows.directive(unit, True).id}


def _printing(_rows, _unit, _user):
    return {"file_format": "pdf"}


def _from_hr(_rows, _unit, _user):
    return {"line_ids": []}


def _from_hr_line(rows, unit, user):
    wizard = by_the_user("dan_chu.unit.from.hr", _from_hr)(rows, unit, user)
    return {"wizard_id": wizard.id, "name": "Phòng Tổ chức"}


def _text(is_local):
    def values(_rows, unit, _user):
        return {
            "kind": "plan",
            "subject": "thực hiện dân chủ ở cơ sở",
            "unit_id": unit.id if is_local else False,
        }

    return values


def _rule(rows, unit, _user):
    return {
        "code": f"test.unit_{unit.id}",
        "name": "Số ngày thử",
        "value_kind": "days",
        "value": "5",
        "date_from": "2024-01-01",
        "date_to": "2024-12-31",
        "confidence": "recalled",
        "unit_id": unit.id,
    }


def _day_off(_rows, unit, _user):
    return {
        "name": f"Ngày nghỉ của {unit.name}",
        "calendar_id": unit.resource_calendar_id.id,
        "date_from": "2030-03-01",
        "date_to": "2030-03-02",
    }


def _notice(rows, unit, _user):
    return {
        "unit_id": unit.id,
        "kind_id": rows.env.ref("dan_chu_co_so.document_kind_tb").id,
        "title": "Về lịch trực",
    }


def _papers(find, values=_notice, *, is_created=False):
    """A paper in each state; `find` takes from the notice what is tried."""
    return {
        state: Variant(
            values,
            {"title": "Về lịch nghỉ"},
            make=lambda rows, unit, _user, state=state: find(rows.notice(unit, state)),
            is_created=is_created and state == "draft",
        )
        for state in ("draft", "submitted", "issued")
    }


def _parts(field, values, change):
    """A row of a paper: it changes with the draft, and no more with what is issued."""
    return {
        state: Variant(
            lambda rows, unit, _user, state=state: {
                "document_id": rows.notice(unit, state).document_id.id,
                **values,
            },
            change,
            make=lambda rows, unit, _user, state=state: rows.notice(unit, state)[field],
        )
        for state in ("draft", "issued")
    }


def _received(rows, unit):
    """What is sent to an inner part is sent to its institution: only that receives."""
    return rows.notice(rows.case.elsewhere, "issued", sent_to=unit.institution_id)


def _register(year):
    return lambda _rows, unit, _user: {"unit_id": unit.institution_id.id, "year": year}


def _empty_register(rows, unit, _user):
    """One for an institution, also when it is asked for by an inner part."""
    registers = rows.env["dan_chu.register"]
    named = {"unit_id": unit.institution_id.id, "year": 2030}
    found = registers.search([(name, "=", value) for name, value in named.items()])
    return found or registers.create(named)


def _register_line(notice):
    lines = notice.env["dan_chu.register.line"]
    return lines.search([("document_id", "=", notice.document_id.id)])


def _of_draft(**values):
    return lambda rows, unit, _user: {
        "document_id": rows.notice(unit, "draft").document_id.id,
        **values,
    }


def _duty(rows, code):
    """A duty of its own for each row: an institution switches one off only once."""
    duties = rows.env["dan_chu.duty"]
    rule = "conference.latest"
    found = duties.search([("code", "=", code)])
    return found or duties.create({"name": code, "code": code, "rule_code": rule})


def _duty_off(code):
    """Of the institution, whichever of its parts asks."""
    return lambda rows, unit, _user: {
        "unit_id": unit.institution_id.id,
        "duty_id": _duty(rows, f"{code}_{unit.id}").id,
        "reason": "Không áp dụng",
    }


def _duty_line(rows, unit, _user):
    """An organisation owes nothing and has none: then that of a body out of everybody's reach."""
    top = unit.institution_id
    top = rows.case.elsewhere if top.is_organisation else top
    wanted = [("unit_id", "=", top.id), ("duty_id", "=", _duty(rows, "made").id)]
    return rows.env["dan_chu.duty.line"].search(wanted)


_NOTE = {"note": "Báo cáo trước ngày 15."}
_PAPER = {"paper": "Quyết định số 12/QĐ-HS"}

VARIANTS = {
    "dan_chu.unit.kind": {
        "-": Variant(lambda *_: {"name": "Loại thử"}, {"sequence": 5}),
    },
    "dan_chu.document.kind": {
        "-": Variant(
            lambda *_: {"name": "Bản tin", "code": "BTi"},
            {"note": "Lưu tại văn phòng."},
            make=lambda rows, unit, _user: rows.env["dan_chu.document.kind"].create(
                {"name": "Tờ tin", "code": f"TTi{unit.id}"}
            ),
        ),
    },
    "dan_chu.unit": {
        "-": Variant(_unit, {"place": "Lam Châu"}),
        "in_use": Variant(_unit, {"place": "Lam Châu"}, make=_unit_in_use),
    },
    "dan_chu.unit.superior": {
        "-": Variant(
            lambda rows, unit, _user: {"unit_id": unit.id, "name": "TỈNH ỦY LAM CHÂU"},
            {"name": "UBND TỈNH LAM CHÂU"},
            make=lambda rows, unit, _user: rows.env["dan_chu.unit.superior"].create(
                {
                    "unit_id": rows.env["dan_chu.unit"].create(_unit(rows, unit, _user)).id,
                    "name": "SỞ NỘI VỤ",
                }
            ),
        ),
    },
    "dan_chu.unit.contact": {
        "-": Variant(
            _contact,
            _PAPER,
            make=lambda rows, unit, user: rows.env["dan_chu.unit.contact"].create(
                {**_contact(rows, unit, user), "part": "leader"}
            ),
        ),
    },
    "dan_chu.assignment": {
        "upcoming": Variant(_of_spare(_assignment(2)), _PAPER, make=_held(4)),
        "begun": Variant(_of_spare(_assignment(-4)), _PAPER, make=_held(-2)),
        "mine": Variant(_assignment(-4), _PAPER, make=_held(-2), is_personal=True),
    },
    "dan_chu.directive": {
        "draft": Variant(_directive, _NOTE),
        "issued": Variant(
            _directive,
            _NOTE,
            make=lambda rows, unit, _user: rows.directive(unit, True),
            is_created=False,
        ),
    },
    "dan_chu.directive.file": {
        "draft": Variant(_file(False), {"name": "moi.pdf"}, make=_file_of(False)),
        "issued": Variant(_file(True), {"name": "moi.pdf"}, make=_file_of(True)),
        "sent": Variant(_file(True), {"name": "moi.pdf"}, make=_sent_file, is_created=False),
    },
    "dan_chu.directive.reader": {
        variant: Variant(
            _reader(published, mine),
            {"date_due": "2030-01-01"},
            make=_reader_of(published, mine),
            is_personal=mine,
        )
        for variant, published, mine in [
            ("draft", False, False),
            ("issued", True, False),
            ("my_draft", False, True),
            ("mine", True, True),
        ]
    },
    "dan_chu.delivery": {
        "to": Variant(
            _sent(from_here=False),
            _NOTE,
            make=lambda rows, unit, _user: _delivery(rows, unit, rows.case.elsewhere),
        ),
        "from": Variant(
            _sent(from_here=True),
            _NOTE,
            make=lambda rows, unit, _user: _delivery(rows, rows.case.elsewhere, unit),
        ),
        "paper_to": Variant(
            _sent(from_here=False),
            _NOTE,
            make=lambda rows, unit, _user: _received(rows, unit).document_id.delivery_ids,
            is_created=False,
        ),
        "paper_from": Variant(
            _sent(from_here=True),
            _NOTE,
            make=lambda rows, unit, _user: (
                rows.notice(unit, "issued", sent_to=rows.case.elsewhere).document_id.delivery_ids
            ),
            is_created=False,
        ),
    },
    "dan_chu.notice": _papers(lambda notice: notice, is_created=True),
    "dan_chu.document": _papers(lambda notice: notice.document_id),
    "dan_chu.document.basis": _parts(
        "basis_ids", {"words": "Nghị định số 59/2023/NĐ-CP"}, {"words": "Kế hoạch năm học"}
    ),
    "dan_chu.document.recipient": _parts(
        "recipient_ids", {"name": "Công đoàn"}, {"name": "Các tổ"}
    ),
    "dan_chu.document.signatory": _parts(
        "signatory_ids", {"name": "Trần Thị Ký"}, {"own_title": "PHÓ HIỆU TRƯỞNG"}
    ),
    "dan_chu.document.annex": _parts("annex_ids", {"name": "Biểu mẫu"}, {"is_landscape": True}),
    "dan_chu.document.file": _parts(
        "file_ids", {"name": "a.txt", "data": "bm9p"}, {"name": "b.txt"}
    ),
    "dan_chu.document.step": {
        "-": Variant(
            lambda rows, unit, user: {
                "document_id": rows.notice(unit, "issued").document_id.id,
                "unit_id": unit.id,
                "action": "returned",
                "user_id": (user or rows.spare_user).id,
                "done_on": "2025-01-01",
            },
            {"reason": "Khác"},
            make=lambda rows, unit, _user: rows.notice(unit, "issued").step_ids[:1],
        ),
    },
    "dan_chu.revision": {
        variant: Variant(_notice, {"title": "Khác"}, make=make, is_created=False)
        for variant, make in {
            "issued": lambda rows, unit, _user: rows.notice(unit, "issued").revision_ids,
            "internal": lambda rows, unit, _user: (
                rows.notice(unit, "issued", circulation="internal").revision_ids
            ),
            "sent": lambda rows, unit, _user: _received(rows, unit).revision_ids,
        }.items()
    },
    "dan_chu.register": {
        "empty": Variant(_register(2031), {"sort": "typed"}, make=_empty_register),
        "used": Variant(
            _register(2031),
            {"sort": "own"},
            make=lambda rows, unit, _user: _register_line(rows.notice(unit, "issued")).register_id,
            is_created=False,
        ),
    },
    "dan_chu.register.line": {
        "-": Variant(
            lambda rows, unit, _user: {
                "register_id": _register_line(rows.notice(unit, "issued")).register_id.id,
                "unit_id": unit.id,
                "document_id": rows.notice(unit, "draft").document_id.id,
                "number": 7,
                "is_own": False,
            },
            {"number": 7},
            make=lambda rows, unit, _user: _register_line(rows.notice(unit, "issued")),
        ),
    },
    "dan_chu.document.reason": wizard(
        "dan_chu.document.reason", _of_draft(reason="Sai tên"), {"reason": "Sai ngày"}
    ),
    "dan_chu.document.number": wizard(
        "dan_chu.document.number", _of_draft(number="63"), {"number": "64"}
    ),
    "dan_chu.document.paper.issue": wizard(
        "dan_chu.document.paper.issue",
        _of_draft(date="2025-03-01", name="Nguyễn Văn Ký", form="own"),
        {"name": "Trần Thị Ký"},
    ),
    "dan_chu.document.print": wizard(
        "dan_chu.document.print", _printing, {"file_format": "pdf_zip"}
    ),
    "dan_chu.directive.deliver": wizard("dan_chu.directive.deliver", _deliver, {"scope": "chosen"}),
    "dan_chu.unit.from.hr": wizard("dan_chu.unit.from.hr", _from_hr, {"parent_id": False}),
    "dan_chu.unit.from.hr.line": wizard(
        "dan_chu.unit.from.hr.line", _from_hr_line, {"action": "skip"}
    ),
    "dan_chu.legal.document": {
        "common": Variant(_text(is_local=False), _NOTE),
        "local": Variant(_text(is_local=True), _NOTE),
    },
    "dan_chu.rule": {
        "-": Variant(
            _rule,
            _NOTE,
            make=lambda rows, unit, user: rows.env["dan_chu.rule"].create(
                {**_rule(rows, unit, user), "date_from": "2025-01-01", "date_to": False}
            ),
        ),
    },
    "dan_chu.duty": {
        "-": Variant(
            lambda *_: {"name": "Thử", "code": "tried", "rule_code": "conference.latest"},
            _NOTE,
            make=lambda rows, *_: _duty(rows, "made"),
        ),
    },
    "dan_chu.duty.off": {
        "-": Variant(
            _duty_off("tried"),
            {"reason": "Đã gộp"},
            make=lambda rows, unit, user: rows.env["dan_chu.duty.off"].create(
                _duty_off("made")(rows, unit, user)
            ),
        ),
    },
    "dan_chu.duty.line": {
        "-": Variant(
            lambda *_: {},
            {"task_id": False},
            make=_duty_line,
            is_created=False,
        ),
    },
    **PLAN_VARIANTS,
    **CONFERENCE_VARIANTS,
    **COMMENDATION_VARIANTS,
    "resource.calendar.leaves": {
        "whole": Variant(_day_off, {"name": "Ngày làm bù"}),
    },
}
for _model, _rows in BOARD_VARIANTS.items():
    VARIANTS.setdefault(_model, {}).update(_rows)
