"""Rows of boards for the access matrix, also of models of the other tables: see `variants.py`."""

from tests.access.board_dialogs import DIALOG_VARIANTS
from tests.access.inspection_variants import INSPECTION_VARIANTS
from tests.access.recommendation_variants import RECOMMENDATION_VARIANTS
from tests.access.variant import Variant, wizard

_NOTE = {"note": "Báo cáo trước ngày 15."}
_STATES = ("draft", "submitted", "issued")
_DIALOGS = {
    "dan_chu.document.reason": ({"reason": "Sai tên"}, {"reason": "Sai ngày"}),
    "dan_chu.document.number": ({"number": "63"}, {"number": "64"}),
    "dan_chu.document.paper.issue": (
        {"date": "2025-03-01", "name": "Nguyễn Văn Ký", "form": "own"},
        {"name": "Trần Thị Ký"},
    ),
}


def _plan_values(rows, unit, _user):
    return {
        "unit_id": unit.institution_id.id,
        "board_id": rows.board(unit).id,
        "title": "Chương trình quý III",
        "date_from": "2026-07-01",
        "date_to": "2026-09-30",
    }


def _sealed(values, change, find, creates=True):
    return {
        f"sealed_{state}": Variant(
            values,
            change,
            make=lambda rows, unit, _user, state=state: find(rows.sealed_plan(unit, state)),
            is_created=creates and state == "draft",
        )
        for state in _STATES
    }


def _parts(field, values, change, owner="document_id"):
    def row_values(state):
        def of_state(rows, unit, _user):
            plan = rows.sealed_plan(unit, state)
            owned_by = plan.id if owner == "plan_id" else plan.document_id.id
            return {owner: owned_by, **(values(rows, unit) if callable(values) else values)}

        return of_state

    return {
        f"sealed_{state}": Variant(
            row_values(state),
            change,
            make=lambda rows, unit, _user, state=state: rows.sealed_plan(unit, state)[field],
        )
        for state in ("draft", "issued")
    }


def _upper(rows, unit):
    return {"directive_id": rows.directive(unit.institution_id, True, "other").id}


def _log(find, change):
    return {
        "sealed": Variant(
            lambda *_: {},
            change,
            make=lambda rows, unit, _user: find(rows.sealed_plan(unit, "issued")),
            is_created=False,
        )
    }


def _register_line(plan):
    lines = plan.env["dan_chu.register.line"]
    return lines.search([("document_id", "=", plan.document_id.id)])


def _made(make, change):
    return Variant(lambda *_: {}, change, make=make, is_created=False)


def _dialog(model):
    words, change = _DIALOGS[model]

    def values(rows, unit, _user):
        return {"document_id": rows.sealed_plan(unit, "draft").document_id.id, **words}

    found = wizard(model, values, change)
    return {"my_sealed": found["my_own"], "their_sealed": found["theirs"]}


def _board_values(rows, unit, _user):
    return {
        "unit_id": unit.institution_id.id,
        "kind_id": rows.env.ref("dan_chu_co_so.board_kind_working_group").id,
        "date_from": "2026-01-01",
    }


def _boards():
    return {
        state: Variant(
            _board_values,
            {"term": "2026 - 2028"},
            make=lambda rows, unit, _user, state=state: rows.board(unit, state),
            is_created=state == "draft",
        )
        for state in ("draft", "active", "ended")
    }


def _members():
    return {
        state: Variant(
            lambda rows, unit, _user, state=state: {
                "board_id": rows.board(unit, state).id,
                "name": "Trần Thị Dân",
                "date_from": "2026-01-01",
            },
            {"tasks": "Hồ sơ"},
            make=lambda rows, unit, _user, state=state: rows.board(unit, state).member_ids[:1],
        )
        for state in ("draft", "active", "ended")
    }


def _paper_values(is_of_board):
    def values(rows, unit, _user):
        kind = rows.env["dan_chu.board.paper"]._kind_of("member_list")
        return {
            "unit_id": (unit.institution_id if is_of_board else unit).id,
            "board_id": is_of_board and rows.board(unit).id,
            "form": "member_list",
            "kind_id": kind.id,
            "title": "Danh sách thành viên",
        }

    return values


def _papers():
    return {
        f"{name}_{state}": Variant(
            _paper_values(is_of_board),
            {"title": "Danh sách mới"},
            make=lambda rows, unit, _user, state=state, board=is_of_board: rows.board_paper(
                unit, state, board=board
            ),
            is_created=state == "draft",
        )
        for name, is_of_board in (("plain", False), ("sealed", True))
        for state in _STATES
        if (name, state) != ("plain", "submitted")
    }


def _kind(rows, *_):
    kinds = rows.env["dan_chu.board.kind"]
    found = kinds.search([("code", "=", "made")])
    return found or kinds.create({"name": "Tổ có sẵn", "code": "made"})


BOARD_VARIANTS = {
    "dan_chu.board.kind": {
        "-": Variant(lambda *_: {"name": "Tổ thử", "code": "tried"}, {"sequence": 5}, make=_kind)
    },
    "dan_chu.board": _boards(),
    "dan_chu.board.member": _members(),
    "dan_chu.document": _sealed(
        _plan_values, {"title": "Khác"}, lambda plan: plan.document_id, creates=False
    ),
    "dan_chu.notice": {
        "sealed_draft": _made(
            lambda rows, unit, _user: rows.notice(
                unit.institution_id, "draft", board_id=rows.board(unit).id
            ),
            {"title": "Khác"},
        )
    },
    "dan_chu.plan": _sealed(_plan_values, {"title": "Khác"}, lambda plan: plan),
    "dan_chu.document.basis": _parts(
        "basis_ids", {"words": "Nghị định số 59/2023/NĐ-CP"}, {"words": "Kế hoạch năm học"}
    ),
    "dan_chu.document.recipient": _parts(
        "recipient_ids", {"name": "Công đoàn"}, {"name": "Các tổ"}
    ),
    "dan_chu.document.signatory": _parts(
        "signatory_ids", {"name": "Trần Thị Ký"}, {"own_title": "PHÓ TRƯỞNG BAN"}
    ),
    "dan_chu.document.annex": _parts("annex_ids", {"name": "Biểu mẫu"}, {"is_landscape": True}),
    "dan_chu.document.file": _parts(
        "file_ids", {"name": "a.txt", "data": "bm9p"}, {"name": "b.txt"}
    ),
    "dan_chu.plan.section": _parts(
        "section_ids", {"text": "NỘI DUNG"}, {"text": "YÊU CẦU"}, "plan_id"
    ),
    "dan_chu.plan.upper": _parts("upper_ids", _upper, {"sequence": 7}, "plan_id"),
    "dan_chu.target": {
        **_parts("target_ids", {"name": "Hài lòng"}, {"value": 90}, "plan_id"),
        "sealed_result": _made(
            lambda rows, unit, _user: rows.sealed_plan(unit, "issued").target_ids,
            {"result": 97, "result_on": "2026-06-30"},
        ),
    },
    "dan_chu.document.step": _log(lambda plan: plan.step_ids[:1], {"reason": "Khác"}),
    "dan_chu.register.line": _log(_register_line, {"number": 7}),
    "dan_chu.register": {
        "sealed_used": _made(
            lambda rows, unit, _user: _register_line(rows.sealed_plan(unit, "issued")).register_id,
            {"sort": "own"},
        )
    },
    "dan_chu.revision": {
        "sealed": _made(
            lambda rows, unit, _user: rows.sealed_plan(unit, "issued").revision_ids,
            {"title": "Khác"},
        ),
        "sealed_closed": _made(
            lambda rows, unit, _user: rows.sent_paper(unit, rows.case.elsewhere).revision_ids,
            {"title": "Khác"},
        ),
        "sealed_to_head": _made(
            lambda rows, unit, _user: rows.head_letter(unit).revision_ids, {"title": "Khác"}
        ),
        "sealed_to": _made(
            lambda rows, unit, _user: rows.sent_paper(rows.case.elsewhere, unit).revision_ids,
            {"title": "Khác"},
        ),
    },
    "dan_chu.delivery": {
        "sealed_from": _made(
            lambda rows, unit, _user: rows.sent_paper(unit, rows.case.elsewhere).delivery_ids,
            _NOTE,
        ),
        "sealed_to": _made(
            lambda rows, unit, _user: rows.sent_paper(rows.case.elsewhere, unit).delivery_ids,
            _NOTE,
        ),
    },
    "dan_chu.task": {
        "watched": _made(lambda rows, unit, _user: rows.watched_task(unit), {"name": "Khác"})
    },
    "dan_chu.task.evidence": {
        "watched": _made(
            lambda rows, unit, _user: rows.watched_task(unit).evidence_ids, {"name": "khac.png"}
        )
    },
    "dan_chu.task.step": {
        "watched": _made(
            lambda rows, unit, _user: rows.watched_task(unit).step_ids[:1], {"text": "Khác"}
        )
    },
    **{model: _dialog(model) for model in _DIALOGS},
    "dan_chu.board.paper": _papers(),
    **INSPECTION_VARIANTS,
    **RECOMMENDATION_VARIANTS,
    **DIALOG_VARIANTS,
}
