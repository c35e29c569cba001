"""Dialogs of boards and of their work for the access matrix: tried at the own place alone, where
they name a row of the house. Who made one in the name of the system still cannot open another."""

from tests.access.variant import wizard

PLACELESS_OF_DIALOGS = {
    "dan_chu.board.recognise",
    "dan_chu.board.end",
    "dan_chu.board.mandate.end",
    "dan_chu.board.meeting",
    "dan_chu.board.meeting.line",
    "dan_chu.inspection.announce",
    "dan_chu.inspection.cancel",
    "dan_chu.inspection.paper",
    "dan_chu.recommendation.say",
    "dan_chu.recommendation.answer",
    "dan_chu.petition.hand.in",
    "dan_chu.petition.hand.in.file",
}

DIALOG_MATRIX = """
dan_chu.board.recognise
own     my_own    - rwcu rwcu rwcu - - - rwcu rwcu rwcu - - - - -
dan_chu.board.end
own     my_own    - rwcu rwcu rwcu - - - rwcu rwcu rwcu - - - - -
dan_chu.board.mandate.end
own     my_own    - rwcu rwcu rwcu - - - rwcu rwcu rwcu - - - - -
dan_chu.board.meeting
own     my_own    - rwcu rwcu rwcu - - - rwcu rwcu rwcu - - - - -
dan_chu.board.meeting.line
own     my_own    - rwcu rwcu rwcu - - - rwcu rwcu rwcu - - - - -

dan_chu.inspection.announce
own     my_plain  - rwcu rwcu - rwu - - rwu rwcu rwcu - rwu  rwu  rwu rwu
own     my_sealed - rwu  rwu  - rwu - - rwu rwu  rwu  - rwcu rwcu rwu rwu
dan_chu.inspection.cancel
own     my_plain  - rwcu rwcu - rwu - - rwu rwcu rwcu - rwu  rwu  rwu rwu
own     my_sealed - rwu  rwu  - rwu - - rwu rwu  rwu  - rwcu rwcu rwu rwu
dan_chu.inspection.paper
own     my_plain  - rwcu rwcu - rwu - - rwu rwcu rwcu - rwu  rwu  rwu rwu
own     my_sealed - rwu  rwu  - rwu - - rwu rwu  rwu  - rwcu rwcu rwu rwu
dan_chu.recommendation.say
own     my_draft  - rwu  rwu  rwu  rwu - - rwu rwu  rwu  - rwcu rwcu rwu rwu
own     my_sealed - rwcu rwcu rwcu rwu - - rwu rwcu rwcu - rwcu rwcu rwu rwu
dan_chu.recommendation.answer
own     my_draft  - rwu  rwu  rwu  rwu - - rwu rwu  rwu  - rwcu rwcu rwu rwu
own     my_sealed - rwcu rwcu rwcu rwu - - rwu rwcu rwcu - rwcu rwcu rwu rwu
dan_chu.petition.say
board   my_own    rwcu
dan_chu.petition.hand.in
own     my_own    rwcu rwcu rwcu rwcu rwcu rwcu rwcu rwcu rwcu rwcu - rwcu rwcu rwcu rwcu
dan_chu.petition.hand.in.file
own     my_own    rwcu rwcu rwcu rwcu rwcu rwcu rwcu rwcu rwcu rwcu - rwcu rwcu rwcu rwcu
dan_chu.plan.begin
own     my_own    - rwcu - - - - - -    rwcu rwcu - -    rwcu -    -
part    my_own    - rwcu - - - - - rwcu rwcu rwcu - -    rwcu -    -
lower   my_own    - -    - - - - - -    -    -    - -    rwcu -    -
sibling my_own    - -    - - - - - -    -    -    - -    rwcu -    -
upper   my_own    - -    - - - - - -    -    -    - -    rwcu -    -
house   my_sealed - rwcu - - - - - -    rwcu rwcu - rwcu rwcu -    -
sibling my_sealed - -    - - - - - -    -    -    - -    -    rwcu -
upper   my_sealed - -    - - - - - -    -    -    - -    -    -    rwcu
dan_chu.plan.paste
board   my_sealed rwcu
dan_chu.plan.paste.line
board   my_sealed rwcu
"""


def _named(model, values, change, name=""):
    """`my_…` and `their_…` of one sort."""
    found = wizard(model, values, change)
    if not name:
        return found
    return {f"my_{name}": found["my_own"], f"their_{name}": found["theirs"]}


def _of_board(**values):
    return lambda rows, unit, _user: {"board_id": rows.board(unit).id, **values}


def _of_member(rows, unit, _user):
    return {"member_id": rows.board(unit).member_ids[:1].id}


def _meeting_line(rows, unit, user):
    meetings = rows.env["dan_chu.board.meeting"].with_user(user or rows.spare_user).sudo()
    meeting = meetings.create({"board_id": rows.board(unit).id})
    meeting.flush_recordset()  # The lines it begins with are computed.
    return {
        "meeting_id": meeting.id,
        "role": "member",
        **_of_member(rows, unit, user),
    }


def _of_inspection(model, change, **values):
    dialogs = {}
    for name, is_sealed in (("plain", False), ("sealed", True)):
        dialogs |= _named(
            model,
            lambda rows, unit, _user, sealed=is_sealed: {
                "inspection_id": rows.inspection(unit, sealed, "planned").id,
                **values,
            },
            change,
            name,
        )
    return dialogs


def _of_recommendation(model, change, **values):
    dialogs = {}
    for name, how in (("draft", "sealed_draft"), ("sealed", "sealed_sent")):
        dialogs |= _named(
            model,
            lambda rows, unit, _user, how=how: {
                "recommendation_id": rows.recommendation(unit, how).id,
                **values,
            },
            change,
            name,
        )
    return dialogs


def _form(_rows, _unit, _user):
    return {"how": "named", "name": "Nước uống", "text": "Máy lọc hỏng"}


def _file(rows, unit, user):
    forms = rows.env["dan_chu.petition.hand.in"].with_user(user or rows.spare_user).sudo()
    return {"form_id": forms.create(_form(rows, unit, user)).id, "data": "bm9p"}


def _begin(rows, unit, _user):
    return {"unit_id": unit.institution_id.id, "board_id": rows.board(unit).id}


def _of_plan(rows, unit, _user):
    return {"plan_id": rows.sealed_plan(unit, "draft").id}


def _pasted_line(rows, unit, user):
    pastes = rows.env["dan_chu.plan.paste"].with_user(user or rows.spare_user).sudo()
    return {"paste_id": pastes.create(_of_plan(rows, unit, user)).id, "text": "Mục đích"}


DIALOG_VARIANTS = {
    "dan_chu.board.recognise": _named("dan_chu.board.recognise", _of_board(), {"paper": "x"}),
    "dan_chu.board.end": _named("dan_chu.board.end", _of_board(reason="x"), {"reason": "y"}),
    "dan_chu.board.mandate.end": _named("dan_chu.board.mandate.end", _of_member, {"note": "x"}),
    "dan_chu.board.meeting": _named("dan_chu.board.meeting", _of_board(), {"date": "2026-01-05"}),
    "dan_chu.board.meeting.line": _named(
        "dan_chu.board.meeting.line", _meeting_line, {"tasks": "Hồ sơ"}
    ),
    "dan_chu.inspection.announce": _of_inspection(
        "dan_chu.inspection.announce",
        {"reason": "Gấp"},
        date_from="2026-03-02",
        reported_on="2026-02-02",
        notified_on="2026-02-02",
    ),
    "dan_chu.inspection.cancel": _of_inspection(
        "dan_chu.inspection.cancel", {"reason": "Khác"}, reason="Trùng"
    ),
    "dan_chu.inspection.paper": _of_inspection(
        "dan_chu.inspection.paper",
        {"conclusion": "Đúng quy định"},
        started_on="2026-03-02",
        concluded_on="2026-03-03",
    ),
    "dan_chu.recommendation.say": _of_recommendation(
        "dan_chu.recommendation.say", {"text": "Chưa xong"}, what="verify"
    ),
    "dan_chu.recommendation.answer": _of_recommendation(
        "dan_chu.recommendation.answer", {"answer": "Đã làm"}, answer_state="refuse"
    ),
    "dan_chu.petition.say": _named(
        "dan_chu.petition.say",
        lambda rows, unit, _user: {
            "petition_id": rows.petition(unit, "on_paper").id,
            "step": "answer",
        },
        {},
    ),
    "dan_chu.petition.hand.in": _named("dan_chu.petition.hand.in", _form, {"contact": "Phòng 3"}),
    "dan_chu.petition.hand.in.file": _named(
        "dan_chu.petition.hand.in.file", _file, {"name": "anh.pdf"}
    ),
    "dan_chu.plan.begin": _named("dan_chu.plan.begin", _begin, {"year": 2027}, "sealed"),
    "dan_chu.plan.paste": _named(
        "dan_chu.plan.paste", _of_plan, {"pasted": "I. MỤC ĐÍCH"}, "sealed"
    ),
    "dan_chu.plan.paste.line": _named(
        "dan_chu.plan.paste.line", _pasted_line, {"text": "Yêu cầu"}, "sealed"
    ),
}
