"""Rows of initiatives and commendations for the access matrix: see `variants.py`."""

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.conference_rows import OTHER_PAGE, PAGE
from tests.access.variant import Variant, wizard


def _movements():
    return {
        name: Variant(
            lambda _rows, unit, _user, below=below: {
                "unit_id": unit.id,
                "name": "Chính quyền thân thiện",
                "date_from": today(),
                "is_open_below": below,
            },
            {"slogan": "Nghe dân nói"},
            make=lambda rows, unit, _user, below=below: rows.movement(unit, below),
        )
        for name, below in (("open", True), ("inner", False))
    }


def _initiatives():
    rows = {
        name: Variant(
            lambda rows, unit, _user: rows.initiative_values(unit),
            {"place": "Khối 10"},
            make=lambda rows, unit, _user, state=state: rows.initiative(unit, state),
            is_created=state == "draft",
        )
        for name, state in (
            ("draft", "draft"),
            ("registered", "registered"),
            ("running", "running"),
            ("public", "recognised"),
        )
    }
    mine = Variant(
        lambda *_: {},
        {"place": "Khối 10"},
        make=lambda rows, unit, user: rows.initiative(unit, "draft", user),
        is_created=False,
        is_personal=True,
    )
    sent = Variant(
        lambda *_: {},
        {"place": "Khối 10"},
        make=lambda rows, unit, _user: _sent(rows, unit, "registered"),
        is_created=False,
    )
    return {**rows, "my_draft": mine, "sent": sent}


def _sent(rows, unit, state):
    """Into the movement of the unit, by a body with no place in this tree."""
    return rows.initiative(unit, state, sent_by=rows.case.elsewhere)


# Whose model it is: name of the variant, how it is found, whether it is the user's own.
_WHOSE = (
    ("running", lambda rows, unit, _user: rows.initiative(unit, "running"), False),
    ("public", lambda rows, unit, _user: rows.initiative(unit, "recognised"), False),
    ("sent", lambda rows, unit, _user: _sent(rows, unit, "running"), False),
    ("mine", lambda rows, unit, user: rows.initiative(unit, "running", user), True),
)


def _results():
    return {
        name: Variant(
            lambda rows, unit, user, find=find: {
                "initiative_id": find(rows, unit, user).id,
                "period": "Học kì II",
                "text": "Đã làm.",
            },
            {"period": "Cả năm"},
            make=lambda rows, unit, user, find=find: rows.result(find(rows, unit, user)),
            is_created=name == "running",
            is_personal=is_mine,
        )
        for name, find, is_mine in _WHOSE
    }


def _result_files():
    return {
        name: Variant(
            lambda rows, unit, user, find=find: {
                "result_id": rows.result(find(rows, unit, user)).id,
                "name": "khac.pdf",
                "data": OTHER_PAGE,
            },
            {"name": "ten-moi.pdf"},
            make=lambda rows, unit, user, find=find: rows.result(find(rows, unit, user)).file_ids,
            is_created=name == "running",
            is_personal=is_mine,
        )
        for name, find, is_mine in _WHOSE
    }


def _judgements(change, part=None):
    running, _public, sent, mine = (find for _name, find, _is_mine in _WHOSE)
    asked = {
        "self": (running, "self", False),
        "recogniser": (sent, "recogniser", False),
        "sent_settled": (sent, "unit", True),
        "mine": (mine, "self", False),
        "mine_settled": (mine, "unit", True),
    }

    def made(find, by, settled):
        def make(rows, unit, user):
            sheet = rows.judgement(find(rows, unit, user), by, settled)
            return sheet[part] if part else sheet

        return make

    return {
        name: Variant(
            lambda *_: {},
            change,
            make=made(*how),
            is_created=False,
            is_personal=name.startswith("mine"),
        )
        for name, how in asked.items()
    }


def _criteria():
    def values(_rows, unit, _user):
        return {"unit_id": unit.id, "name": "Bộ tiêu chí"}

    return {
        "-": Variant(
            values,
            {"paper": "Hướng dẫn số 5"},
            make=lambda rows, unit, _user: rows.criteria(unit, "mới"),
        ),
        "used": Variant(
            values,
            {"paper": "Hướng dẫn số 5"},
            make=lambda rows, unit, _user: rows.criteria_used(unit),
            is_created=False,
        ),
    }


def _criteria_lines():
    def line(find):
        return Variant(
            lambda rows, unit, _user: {
                "set_id": find(rows, unit).id,
                "name": "Lan tỏa",
                "points": 5,
            },
            {"note": "Có minh chứng"},
            make=lambda rows, unit, _user: find(rows, unit).line_ids,
        )

    return {
        "-": line(lambda rows, unit: rows.criteria(unit, "mới")),
        "used": line(lambda rows, unit: rows.criteria_used(unit)),
    }


def _dossier_files():
    def values(state):
        return lambda rows, unit, _user: {
            "commendation_id": rows.in_own_round(unit, state).id,
            "name": "khac.pdf",
            "data": OTHER_PAGE,
        }

    def file_of(nomination):
        file = {"name": "bao-cao.pdf", "data": PAGE, "commendation_id": nomination.id}
        state = nomination.state
        nomination._put({"state": "draft"})
        files = nomination.file_ids or nomination.file_ids.create(file)
        nomination._put({"state": state})
        return files

    own = {
        state: Variant(
            values(state),
            {"note": "Của tổ"},
            make=lambda rows, unit, _user, state=state: file_of(rows.in_own_round(unit, state)),
        )
        for state in ("draft", "submitted")
    }
    sent = Variant(
        lambda *_: {},
        {"note": "Của tổ"},
        make=lambda rows, unit, _user: file_of(rows.sent_here(unit, "submitted")),
        is_created=False,
    )
    return {**own, "sent": sent}


def _council(change, find=lambda session: session, *, is_created=False):
    """A session or its rows, in each state; `run` by the user, who is its secretary."""

    def values(rows, unit, _user):
        held = rows.commendation_round(unit.institution_id, "open", unit.institution_id)
        return {"round_id": held.id, "board_id": rows.council(unit).id}

    rows = {
        state: Variant(
            values,
            change,
            make=lambda rows, unit, _user, state=state: find(rows.session(unit, state)),
            is_created=is_created and state == "draft",
        )
        for state in ("draft", "closed")
    }
    run = Variant(
        lambda *_: {},
        change,
        make=lambda rows, unit, user: find(rows.session(unit, "draft", user)),
        is_created=False,
        is_personal=True,
    )
    return {**rows, "run": run}


def _ballots():
    def ballots(session):
        return session.env["dan_chu.commendation.ballot"].search([("session_id", "=", session.id)])

    return {
        "-": Variant(
            lambda *_: {},
            {"choice": "against"},
            make=lambda rows, unit, _user: ballots(rows.session(unit, "closed")),
            is_created=False,
        ),
        "mine": Variant(
            lambda *_: {},
            {"choice": "against"},
            make=lambda rows, unit, user: ballots(rows.session(unit, "open", user)),
            is_created=False,
            is_personal=True,
        ),
    }


def _dialogs():
    def in_round(rows, unit, _user):
        return {"round_id": rows.commendation_round(unit.institution_id, "draft", unit).id}

    def told(rows, unit, user):
        model = "dan_chu.commendation.told"
        form = rows.env[model].with_user(user).sudo().create({"words": "Quyết định số 1"})
        # Computed now, or they would take the place of the line that is added.
        form.line_ids.flush_recordset()
        return {"told_id": form.id, "commendation_id": rows.in_own_round(unit, "submitted").id}

    named = "dan_chu.commendation"
    return {
        "dan_chu.initiative.recognise": wizard(
            "dan_chu.initiative.recognise",
            lambda rows, unit, _user: {
                "initiative_id": rows.initiative(unit, "recognised").id,
                "level_id": rows.env.ref("dan_chu_co_so.initiative_level_house").id,
                "paper": "Quyết định số 1",
            },
            {"paper": "Quyết định số 2"},
        ),
        "dan_chu.initiative.end": wizard(
            "dan_chu.initiative.end",
            lambda rows, unit, _user: {
                "initiative_id": rows.initiative(unit, "recognised").id,
                "reason": "Xong",
            },
            {"reason": "Hết kinh phí"},
        ),
        f"{named}.reason": wizard(
            f"{named}.reason", lambda *_: {"reason": "Thiếu"}, {"reason": "Thiếu báo cáo"}
        ),
        f"{named}.forward": wizard(
            f"{named}.forward", lambda *_: {"how": "paper"}, {"paper": "Tờ trình số 1"}
        ),
        f"{named}.told": wizard(
            f"{named}.told", lambda *_: {"words": "Quyết định số 1"}, {"words": "Quyết định số 2"}
        ),
        f"{named}.told.line": wizard(f"{named}.told.line", told, {"bonus": 5}),
        f"{named}.nominate": wizard(
            f"{named}.nominate",
            lambda rows, unit, _user: {
                "round_id": rows.round_for(unit).id,
                "unit_id": unit.id,
                "award_id": rows.award().id,
            },
            {},
        ),
        f"{named}.decide": wizard(
            f"{named}.decide",
            lambda rows, unit, user: {**in_round(rows, unit, user), "words": "Quyết định số 1"},
            {"words": "Quyết định số 2"},
        ),
        f"{named}.hand.over": wizard(
            f"{named}.hand.over", lambda *_: {"day": today()}, {"day": "2026-01-01"}
        ),
        f"{named}.annul": wizard(
            f"{named}.annul", lambda *_: {"words": "Quyết định số 1"}, {"words": "Khác"}
        ),
    }


def _rounds():
    held = {
        state: Variant(
            lambda _rows, unit, _user: {
                "unit_id": unit.institution_id.id,
                "name": "Xét thi đua",
                "date_from": today(),
            },
            {"years_text": "2021 - 2026"},
            make=lambda rows, unit, _user, state=state: rows.commendation_round(
                unit.institution_id, state, unit
            ),
            is_created=state == "draft",
        )
        for state in ("draft", "open", "decided")
    }
    asked = Variant(
        lambda *_: {},
        {"years_text": "2021 - 2026"},
        make=lambda rows, unit, _user: rows.commendation_round(rows.case.elsewhere, "open", unit),
        is_created=False,
    )
    return {**held, "asked": asked}


def _participants():
    held = {
        state: Variant(
            lambda rows, unit, _user, state=state: {
                "round_id": rows.commendation_round(unit.institution_id, state, unit).id,
                "unit_id": rows.unit_below(unit, "được mời").id,
            },
            {"sequence": 3},
            make=lambda rows, unit, _user, state=state: (
                rows.commendation_round(unit.institution_id, state, unit).participant_ids
            ),
        )
        for state in ("draft", "open")
    }
    asked = Variant(
        lambda *_: {},
        {"sequence": 3},
        make=lambda rows, unit, _user: (
            rows.commendation_round(rows.case.elsewhere, "open", unit).participant_ids
        ),
        is_created=False,
    )
    return {**held, "asked": asked}


def _nominations():
    own = {
        state: Variant(
            lambda rows, unit, _user: rows.nomination_values(
                rows.commendation_round(unit.institution_id, "open", unit, "có danh sách"), unit
            ),
            {"summary": "Khác"},
            make=lambda rows, unit, _user, state=state: rows.in_own_round(unit, state),
            is_created=state == "draft",
        )
        for state in ("draft", "submitted", "awarded")
    }
    sent = {
        name: Variant(
            lambda *_: {},
            {"summary": "Khác"},
            make=lambda rows, unit, _user, state=state: rows.sent_here(unit, state),
            is_created=False,
        )
        for name, state in (
            ("sent_draft", "draft"),
            ("sent", "submitted"),
            ("sent_awarded", "awarded"),
        )
    }
    return {**own, **sent}


def _honours():
    def row(make, **values):
        return Variant(
            lambda rows, unit, _user: rows.honour_values(unit), {"merit": "Khác"}, make, **values
        )

    return {
        "imported": row(lambda rows, unit, _user: rows.honour(unit)),
        **{
            name: row(
                lambda rows, unit, _user, known=known: rows.honour_given(unit, known),
                is_created=False,
            )
            for name, known in (("given", True), ("untold", False))
        },
        "mine": row(
            lambda rows, unit, user: rows.honour(unit, user), is_created=False, is_personal=True
        ),
    }


def _disciplines():
    def about(find):
        return lambda rows, unit, user: {
            "unit_id": unit.id,
            "employee_id": find(rows, user).id,
            "date_from": today(),
        }

    return {
        "-": Variant(about(lambda rows, _user: rows.spare_employee), {"paper": "Quyết định số 1"}),
        "mine": Variant(
            about(lambda rows, user: rows.employee_of(user)),
            {"paper": "Quyết định số 1"},
            is_personal=True,
        ),
    }


def _papers():
    return {
        state: Variant(
            lambda rows, unit, _user: {"form": "summary", "round_id": rows.decided(unit).id},
            {"title": "Tổng kết đợt xét"},
            make=lambda rows, unit, _user, state=state: rows.commendation_paper(unit, state),
            is_created=state == "draft",
        )
        for state in ("draft", "submitted", "issued")
    }


def _certificate(rows, unit, _user):
    top = unit.institution_id
    looks = rows.env["dan_chu.certificate"]
    return looks.search([("unit_id", "=", top.id)]) or looks.create({"unit_id": top.id})


def _catalogue(model, values, change, kept):
    return {
        "-": Variant(
            lambda *_: values,
            change,
            make=lambda rows, unit, _user: rows.env[model].create(kept(unit)),
        )
    }


def _of_award(model, values, other):
    """Of the award that all rows are about: a second one has to differ from the first."""

    def made(rows, unit, _user):
        more = {"code": f"rating_{unit.id}"} if "code" in other else {"name": f"Giấy {unit.id}"}
        award = rows.award()
        return rows.env[model].create({"award_id": award.id, **values, **more})

    return {
        "-": Variant(
            lambda rows, _unit, _user: {"award_id": rows.award().id, **values, **other},
            {"sequence": 3},
            make=made,
        )
    }


COMMENDATION_VARIANTS = {
    "dan_chu.award": _catalogue(
        "dan_chu.award",
        {"code": "thu_moi", "name": "Danh hiệu mới"},
        {"note": "Khác"},
        lambda unit: {"code": f"thu_{unit.id}", "name": "Danh hiệu"},
    ),
    "dan_chu.award.condition": _of_award(
        "dan_chu.award.condition", {"name": "Xếp loại", "kind": "rating"}, {"code": "rating"}
    ),
    "dan_chu.award.paper": _of_award(
        "dan_chu.award.paper", {"name": "Báo cáo", "kind": "report"}, {"name": "Biên bản"}
    ),
    **{
        model: _catalogue(model, {"name": "Mới"}, {"sequence": 3}, lambda _unit: {"name": "Có"})
        for model in ("dan_chu.initiative.field", "dan_chu.initiative.level")
    },
    "dan_chu.movement": _movements(),
    "dan_chu.initiative": _initiatives(),
    "dan_chu.commendation.round": _rounds(),
    "dan_chu.commendation.participant": _participants(),
    "dan_chu.commendation": _nominations(),
    "dan_chu.commendation.file": _dossier_files(),
    "dan_chu.commendation.ballot": _ballots(),
    "dan_chu.honour": _honours(),
    "dan_chu.criteria.set": _criteria(),
    "dan_chu.criteria.line": _criteria_lines(),
    "dan_chu.initiative.result": _results(),
    "dan_chu.initiative.result.file": _result_files(),
    "dan_chu.initiative.judgement": _judgements({"remark": "Khá"}),
    "dan_chu.initiative.judgement.score": _judgements({"points": 1}, "score_ids"),
    "dan_chu.council.session": _council({"place": "Phòng họp 2"}, is_created=True),
    "dan_chu.council.attendance": _council(
        {"absence_reason": "Ốm"}, lambda session: session.attendance_ids
    ),
    "dan_chu.council.line": _council({"remark": "Khá"}, lambda session: session.line_ids),
    "dan_chu.discipline": _disciplines(),
    "dan_chu.commendation.paper": _papers(),
    "dan_chu.certificate": {
        "-": Variant(lambda *_: {}, {"giver": "HIỆU TRƯỞNG"}, make=_certificate, is_created=False)
    },
    "dan_chu.honour.import": wizard(
        "dan_chu.honour.import",
        lambda _rows, unit, _user: {"unit_id": unit.id},
        {"keeps_unknown": True},
    ),
    "dan_chu.honour.sheet": wizard(
        "dan_chu.honour.sheet",
        lambda _rows, unit, _user: {"unit_id": unit.id},
        {"target": "collective"},
    ),
    **_dialogs(),
}
