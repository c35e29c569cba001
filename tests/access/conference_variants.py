"""Rows of conferences for the access matrix: see `variants.py`."""

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.conference_rows import OTHER_PAGE
from tests.access.resolution_variants import RESOLUTION_VARIANTS
from tests.access.variant import Variant, wizard

_STATES = ("draft", "called", "open", "closed")


def _conferences():
    return {
        state: Variant(
            lambda _rows, unit, _user: {
                "unit_id": unit.institution_id.id,
                "name": "Hội nghị viên chức",
                "date": today(),
            },
            {"location": "Hội trường B"},
            make=lambda rows, unit, _user, state=state: rows.conference(unit, state),
            is_created=state == "draft",
        )
        for state in _STATES
    }


def _parts(field, values, change, states=("draft", "called", "closed"), kind="full"):
    """Rows of a conference in each of these states."""
    return {state: _part(state, kind, field, values, change) for state in states}


def _part(state, kind, field, values, change):
    def named(rows, unit, _user):
        conference = rows.conference(unit, state, kind=kind)
        more = values(rows, unit) if callable(values) else values
        return {"conference_id": conference.id, **more}

    return Variant(
        named,
        change,
        make=lambda rows, unit, _user: rows.conference(unit, state, kind=kind)[field],
    )


def _mine(state):
    return Variant(
        lambda *_: {},
        {"position": "Tổ phó"},
        make=lambda rows, unit, user: rows.attendee(unit, state, user),
        is_created=False,
        is_personal=True,
    )


def _vote_values(state):
    def values(rows, unit, _user):
        conference = rows.vote(unit, state).conference_id
        return {
            "conference_id": conference.id,
            "name": "Thông qua nghị quyết",
            "matter": "resolution",
        }

    return values


def _votes():
    changed = {"draft": {"name": "Khác"}, "open": {"name": "Khác"}, "closed": {"name": "Khác"}}
    rows = {
        state: Variant(
            _vote_values(state),
            change,
            make=lambda rows, unit, _user, state=state: rows.vote(unit, state),
            is_created=state == "draft",
        )
        for state, change in changed.items()
    }
    counted = Variant(
        lambda *_: {},
        {"issued": 3},
        make=lambda rows, unit, _user: rows.vote(unit, "open"),
        is_created=False,
    )
    return {**rows, "counted": counted}


def _options():
    rows = {
        state: Variant(
            lambda rows, unit, _user, state=state: {
                "vote_id": rows.vote(unit, state).id,
                "employee_id": rows.listed_employee.id,
            },
            {"position": "Tổ trưởng"},
            make=lambda rows, unit, _user, state=state: rows.vote(unit, state).option_ids,
        )
        for state in ("draft", "open", "closed")
    }
    counted = Variant(
        lambda *_: {},
        {"votes": 2},
        make=lambda rows, unit, _user: rows.vote(unit, "open").option_ids,
        is_created=False,
    )
    return {**rows, "counted": counted}


def _published(find, values, change):
    """What is made of an electronic vote when it closes."""
    return {
        "-": Variant(
            lambda rows, unit, _user: {
                "vote_id": rows.vote(unit, "closed").id,
                "attendee_id": rows.vote(unit, "closed").conference_id.attendee_ids.id,
                **values,
            },
            change,
            make=lambda rows, unit, _user: find(rows, unit),
        )
    }


def _template(rows, *_):
    templates = rows.env["dan_chu.conference.template"]
    return templates.search([("name", "=", "Có sẵn")]) or templates.create({"name": "Có sẵn"})


def _template_line(rows, *_):
    lines = _template(rows).line_ids
    return lines or lines.create({"template_id": _template(rows).id, "name": "Có sẵn"})


def _dialog(model, values, change):
    def named(rows, unit, _user):
        return {"conference_id": rows.conference(unit, "called").id, **values}

    return wizard(model, named, change)


def _record(_rows, unit, _user):
    return {"unit_id": unit.institution_id.id, "name": "Hội nghị", "date": today()}


def _record_line(values):
    def made(rows, unit, user):
        records = rows.env["dan_chu.conference.record"].with_user(user or rows.spare_user).sudo()
        record = records.create(_record(rows, unit, user))
        person = {} if "name" in values else {"employee_id": rows.listed_employee.id}
        return {"record_id": record.id, **person, **values}

    return made


CONFERENCE_VARIANTS = {
    "dan_chu.conference.template": {
        "-": Variant(lambda *_: {"name": "Thử"}, {"sequence": 5}, make=_template)
    },
    "dan_chu.conference.template.line": {
        "-": Variant(
            lambda rows, *_: {"template_id": _template(rows).id, "name": "Thử"},
            {"sequence": 5},
            make=_template_line,
        )
    },
    "dan_chu.conference": _conferences(),
    "dan_chu.conference.body": _parts("body_ids", {"name": "Điểm trường"}, {"staff_count": 5}),
    "dan_chu.conference.attendee": {
        **_parts(
            "attendee_ids",
            {"name": "Khách khác", "is_guest": True},
            {"position": "Chủ tịch"},
            _STATES,
        ),
        "mine": _mine("called"),
        "my_open": _mine("open"),
        "my_draft": _mine("draft"),
    },
    "dan_chu.conference.item": _parts("item_ids", {"name": "Thảo luận"}, {"minutes": 20}),
    "dan_chu.conference.item.file": _parts(
        "file_ids", {"name": "du-thao.pdf", "data": OTHER_PAGE}, {"name": "ten-moi.pdf"}
    ),
    "dan_chu.conference.request": _parts(
        "request_ids",
        lambda rows, unit: {"employee_id": rows.person(unit, "đề nghị sau").id},
        {"note": "Về lương"},
        ("draft", "closed"),
        kind="extraordinary",
    ),
    "dan_chu.conference.allocation": _parts(
        "allocation_ids", {"section": "Tổ Hóa"}, {"number": 3}, ("draft", "closed")
    ),
    "dan_chu.conference.allocation.file": {
        state: Variant(
            lambda rows, unit, _user, state=state: {
                "allocation_id": rows.conference(unit, state).allocation_ids.id,
                "name": "khac.pdf",
                "data": OTHER_PAGE,
            },
            {"name": "ten-moi.pdf"},
            make=lambda rows, unit, _user, state=state: (
                rows.conference(unit, state).allocation_ids.file_ids
            ),
        )
        for state in ("draft", "closed")
    },
    "dan_chu.conference.opinion": {
        **_parts("opinion_ids", {"text": "Khác"}, {"answer": "Đã rõ"}, ("draft", "closed")),
        "mine": Variant(
            lambda *_: {},
            {"answer": "Đã rõ"},
            make=lambda rows, unit, user: rows.my_opinion(unit, user),
            is_created=False,
            is_personal=True,
        ),
    },
    "dan_chu.conference.note": _parts(
        "note_ids", {"text": "Khác"}, {"text": "Khác hẳn"}, ("called", "closed")
    ),
    **RESOLUTION_VARIANTS,
    "dan_chu.vote": _votes(),
    "dan_chu.vote.option": _options(),
    "dan_chu.vote.ballot": _published(
        lambda rows, unit: rows.ballots(unit),
        {"receipt": "1" * 32, "name": "Khác", "choice": "x"},
        {"choice": "y"},
    ),
    "dan_chu.vote.voter": _published(
        lambda rows, unit: rows.voters(unit), {"name": "Khác"}, {"name": "Khác"}
    ),
    "dan_chu.conference.said": _dialog(
        "dan_chu.conference.said", {"what": "date"}, {"opinion": "Đồng ý"}
    ),
    "dan_chu.conference.cancel": _dialog(
        "dan_chu.conference.cancel", {"reason": "Bão"}, {"reason": "Lũ"}
    ),
    "dan_chu.conference.all.staff": _dialog(
        "dan_chu.conference.all.staff", {"what": "propose", "text": "Bão"}, {"text": "Lũ"}
    ),
    "dan_chu.vote.reopen": wizard(
        "dan_chu.vote.reopen",
        lambda rows, unit, _user: {"vote_id": rows.vote(unit, "closed").id, "reason": "Sai"},
        {"reason": "Đếm nhầm"},
    ),
    "dan_chu.vote.nominate": wizard(
        "dan_chu.vote.nominate",
        lambda rows, unit, _user: {
            "vote_id": rows.vote(unit, "draft").id,
            "person_ids": [Command.set(rows.listed_employee.ids)],
        },
        {"how": "floor"},
    ),
    "dan_chu.conference.record": wizard(
        "dan_chu.conference.record", _record, {"location": "Nhà đa năng"}
    ),
    **{
        f"dan_chu.conference.record.{name}": wizard(
            f"dan_chu.conference.record.{name}", _record_line(values), change
        )
        for name, values, change in (
            ("away", {}, {"reason": "Ốm"}),
            ("vote", {"name": "Thông qua nghị quyết"}, {"votes_for": 3}),
            ("election", {"name": "Bầu Ban Thanh tra nhân dân"}, {"seats": 5}),
        )
    },
    "dan_chu.secret.basis": wizard(
        "dan_chu.secret.basis",
        lambda _rows, unit, _user: {"unit_id": unit.institution_id.id},
        {"basis": "Điều 12 Quy chế"},
    ),
}
