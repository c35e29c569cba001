"""Rows of plans and tasks for the access matrix: see `variants.py`."""

import base64

from odoo.fields import Command

from tests.access.variant import Variant, wizard

PHOTO = base64.b64encode(b"\x89PNG\r\n\x1a\n buoi hop")
_RESULT = {"result": "Đã niêm yết tại bảng tin."}
_TEXT = {"name": "Công khai tài sản"}
_WORDS = {"who_kind": "position", "words": "Kế toán"}


def _plan(_rows, unit, _user):
    return {
        "unit_id": unit.id,
        "title": "Dân vận khéo",
        "date_from": "2026-01-01",
        "date_to": "2026-12-31",
    }


def _plans():
    return {
        state: Variant(
            _plan,
            {"title": "Thực hiện dân chủ"},
            make=lambda rows, unit, _user, state=state: rows.plan(unit, state),
            is_created=state == "draft",
        )
        for state in ("draft", "submitted", "issued")
    }


def _parts(values, change, find):
    """A row of a plan's content: it rests once the plan is issued."""
    return {
        state: Variant(
            lambda rows, unit, _user, state=state: {
                "plan_id": rows.plan(unit, state).id,
                **values(rows, unit),
            },
            change,
            make=lambda rows, unit, _user, state=state: find(rows, unit, state),
        )
        for state in ("draft", "issued")
    }


def _row_of(field):
    return lambda rows, unit, state: rows.plan(unit, state)[field]


def _upper(rows, unit, purpose=""):
    return {"directive_id": rows.directive(unit, True, purpose).id}


def _plan_that_follows(rows, unit, state):
    return rows.plan(unit, state, follows=True).upper_ids


def _goes_to(rows, unit, state, below):
    return rows.plan(unit, state, below=below).addressee_ids


def _sent_from(state):
    def values(rows, unit, _user):
        return {
            "plan_id": rows.plan(unit, "draft").id,
            "unit_id": rows.unit_below(unit, "new").id,
        }

    return Variant(
        values,
        {"date_due": "2026-03-01"},
        make=lambda rows, unit, _user: _goes_to(rows, unit, state, rows.unit_below(unit)),
        is_created=state == "draft",
    )


def _sent_to(state):
    """Who receives it writes nothing in it, and adds nobody to the list of those above."""

    def values(rows, unit, _user):
        return {
            "plan_id": rows.plan(rows.case.elsewhere, "draft").id,
            "unit_id": rows.looked_after(unit).id,
        }

    return Variant(
        values,
        {"date_due": "2026-03-01"},
        make=lambda rows, unit, _user: _goes_to(
            rows, rows.case.elsewhere, state, rows.looked_after(unit)
        ),
    )


def _task(change, variant, is_created=False, is_personal=False):
    return Variant(
        lambda _rows, unit, _user: {"unit_id": unit.id, "name": "Báo cáo"},
        change,
        make=lambda rows, unit, user: rows.task(unit, variant, user),
        is_created=is_created,
        is_personal=is_personal,
    )


PERSONAL = ("mine", "mine_draft")
OF_ROWS = (
    "draft",
    "house",
    "given",
    "owed",
    "owed_draft",
    "mine",
    "mine_draft",
    "all_staff",
    "accepted",
)


def _rows_of_task(field, values, change):
    return {
        variant: Variant(
            lambda rows, unit, user, variant=variant: {
                "task_id": rows.task(unit, variant, user).id,
                **values,
            },
            change,
            make=lambda rows, unit, user, variant=variant: rows.task(unit, variant, user)[field],
            is_personal=variant in PERSONAL,
        )
        for variant in OF_ROWS
    }


def _steps():
    return {
        variant: Variant(
            lambda rows, unit, user, variant=variant: {
                "task_id": rows.task(unit, variant, user).id,
                "unit_id": unit.id,
                "addressee_unit_id": unit.id,
                "action": "accepted",
                "user_id": (user or rows.spare_user).id,
                "done_on": "2025-01-01",
            },
            {"text": "Khác"},
            make=lambda rows, unit, user, variant=variant: rows.task(unit, variant, user).step_ids[
                :1
            ],
            is_personal=variant in PERSONAL,
        )
        for variant in ("house", "given", "owed", "mine", "all_staff")
    }


def _of_plan(**values):
    return lambda rows, unit, _user: {"plan_id": rows.plan(unit, "draft").id, **values}


def _of_own_task(**values):
    return lambda rows, unit, user: {"task_id": rows.task(unit, "mine", user).id, **values}


def _link(rows, unit, _user):
    to = _goes_to(rows, rows.case.elsewhere, "issued", rows.looked_after(unit))
    return {"addressee_id": to.id, "plan_id": rows.plan(unit, "draft").id}


def _pasted_line(rows, unit, user):
    pasted = rows.env["dan_chu.plan.paste"].with_user(user or rows.spare_user).sudo()
    paste = pasted.create(_of_plan()(rows, unit, user))
    return {"paste_id": paste.id, "text": "Mục đích"}


def _close_line(rows, unit, user):
    closed = rows.env["dan_chu.task.close"].with_user(user or rows.spare_user).sudo()
    return {
        "wizard_id": closed.create({}).id,
        "task_id": rows.task(unit, "mine", user).id,
    }


def _for_all(model, name, **more):
    """One that is there for all, and another one that is created."""

    def make(rows, *_):
        values = {"name": "Có sẵn", **more, name: "made"}
        found = rows.env[model].search([(name, "=", "made")])
        return found or rows.env[model].create(values)

    return {
        "-": Variant(lambda *_: {"name": "Thử", **more, name: "tried"}, {"sequence": 5}, make=make)
    }


PLAN_VARIANTS = {
    "dan_chu.plan.purpose": _for_all("dan_chu.plan.purpose", "code"),
    "dan_chu.plan.template": _for_all("dan_chu.plan.template", "title"),
    "dan_chu.plan": _plans(),
    "dan_chu.plan.section": _parts(
        lambda *_: {"text": "NỘI DUNG"}, {"text": "Khác"}, _row_of("section_ids")
    ),
    "dan_chu.plan.upper": _parts(
        lambda rows, unit: _upper(rows, unit, "new"), {"sequence": 7}, _plan_that_follows
    ),
    "dan_chu.target": {
        **_parts(lambda *_: {"name": "Hài lòng"}, {"value": 90}, _row_of("target_ids")),
        "result": Variant(
            lambda *_: {},
            {"result": 97, "result_on": "2026-06-30"},
            make=lambda rows, unit, _user: rows.plan(unit, "issued").target_ids,
            is_created=False,
        ),
    },
    "dan_chu.plan.addressee": {
        "from_draft": _sent_from("draft"),
        "from": _sent_from("issued"),
        "to_draft": _sent_to("draft"),
        "to": _sent_to("issued"),
    },
    "dan_chu.task": {
        "draft": _task(_TEXT, "draft", is_created=True),
        "house": _task(_TEXT, "house"),
        "given": _task(_TEXT, "given"),
        "planned": _task(_TEXT, "planned"),
        "owed": _task(_RESULT, "owed"),
        "owed_text": _task(_TEXT, "owed"),
        "owed_draft": _task(_RESULT, "owed_draft"),
        "theirs": _task(_RESULT, "theirs"),
        "mine": _task(_RESULT, "mine", is_personal=True),
        "mine_draft": _task(_RESULT, "mine_draft", is_personal=True),
        "all_staff": _task(_RESULT, "all_staff"),
        "accepted": _task(_RESULT, "accepted"),
    },
    "dan_chu.task.partner": _rows_of_task("partner_ids", _WORDS, {"words": "Thủ quỹ"}),
    "dan_chu.task.evidence": _rows_of_task(
        "evidence_ids", {"name": "anh.png", "data": PHOTO}, {"name": "khac.png"}
    ),
    "dan_chu.task.step": _steps(),
    "dan_chu.plan.send": wizard("dan_chu.plan.send", _of_plan(), {"must_plan": False}),
    "dan_chu.plan.link": wizard("dan_chu.plan.link", _link, {}),
    "dan_chu.plan.paste": wizard("dan_chu.plan.paste", _of_plan(), {"pasted": "I. MỤC ĐÍCH"}),
    "dan_chu.plan.paste.line": wizard("dan_chu.plan.paste.line", _pasted_line, {"text": "Yêu cầu"}),
    "dan_chu.task.paste": wizard("dan_chu.task.paste", _of_plan(), {"pasted": "Báo cáo"}),
    "dan_chu.plan.begin": wizard(
        "dan_chu.plan.begin", lambda _rows, unit, _user: {"unit_id": unit.id}, {"year": 2027}
    ),
    "dan_chu.task.say": wizard(
        "dan_chu.task.say", _of_own_task(what="difficulty", text="Mưa bão"), {"text": "Lũ"}
    ),
    "dan_chu.task.close": wizard("dan_chu.task.close", lambda *_: {}, _RESULT),
    "dan_chu.task.close.line": wizard("dan_chu.task.close.line", _close_line, _RESULT),
    "dan_chu.task.reassign": wizard(
        "dan_chu.task.reassign",
        lambda rows, unit, user: {
            "task_ids": [Command.set(rows.task(unit, "mine", user).ids)],
            "who_kind": "position",
            "position": "Kế toán",
        },
        {"position": "Thủ quỹ"},
    ),
    "dan_chu.task.sheet": wizard(
        "dan_chu.task.sheet", lambda _rows, unit, _user: {"unit_id": unit.id}, {"side": "given"}
    ),
}
