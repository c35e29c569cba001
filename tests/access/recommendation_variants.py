"""Rows of recommendations for the access matrix: see `variants.py`."""

from tests.access.inspection_rows import OTHER_PAGE
from tests.access.variant import Variant

_TEXT = {"text": "Niêm yết trong 5 ngày"}


def _row(how):
    return lambda rows, unit, _user: rows.recommendation(unit, how)


def _of(how, field, one=True):
    return lambda rows, unit, _user: rows.recommendation(unit, how)[field][: 1 if one else None]


def _values(is_sealed):
    def values(rows, unit, _user):
        return {
            "unit_id": unit.institution_id.id,
            "board_id": is_sealed and rows.board(unit).id,
            "text": "Công khai quỹ",
        }

    return values


def _recommendation(how, is_created=False):
    return Variant(_values(how.startswith("sealed")), _TEXT, make=_row(how), is_created=is_created)


def _open_to_staff(rows, unit, _user):
    row = rows.recommendation(unit, "sealed_open_given")
    if not row.is_public:
        row.action_open()
    return row


def _person(how):
    return Variant(
        lambda rows, unit, _user: {
            "recommendation_id": rows.recommendation(unit, how).id,
            "name": "Người khác",
        },
        {"note": "Khiển trách"},
        make=_of(how, "outcome_person_ids"),
    )


def _log(how):
    return Variant(lambda *_: {}, {"text": "Khác"}, make=_of(how, "step_ids"), is_created=False)


def _reply(how):
    return Variant(
        lambda *_: {}, {"answer": "Đã làm"}, make=_of(how, "reply_ids"), is_created=False
    )


def _file(how):
    def make(rows, unit, _user):
        reply = rows.recommendation(unit, how).reply_ids
        files = reply.recommendation_id.answer_file_ids | reply.file_ids
        values = {"reply_id": reply.id, "name": "minh-chung.pdf", "data": OTHER_PAGE}
        return files[:1] or files.create(values)

    return Variant(
        lambda rows, unit, _user: {
            "reply_id": rows.recommendation(unit, how).reply_ids.id,
            "name": "anh.pdf",
            "data": OTHER_PAGE,
        },
        {"name": "ten-moi.pdf"},
        make=make,
    )


RECOMMENDATION_VARIANTS = {
    "dan_chu.recommendation": {
        "plain_draft": _recommendation("plain_draft", is_created=True),
        "plain_sent": _recommendation("plain_sent"),
        "asked_draft": _recommendation("asked_draft"),
        "asked": _recommendation("asked"),
        "sealed_draft": _recommendation("sealed_draft", is_created=True),
        "sealed_sent": _recommendation("sealed_sent"),
        "sealed_open": Variant(_values(True), _TEXT, make=_open_to_staff, is_created=False),
    },
    "dan_chu.recommendation.step": {
        "out": _log("out"),
        "asked": _log("asked"),
        "sealed": _log("sealed_given"),
    },
    "dan_chu.recommendation.person": {
        "plain": _person("plain_given"),
        "sealed": _person("sealed_given"),
    },
    "dan_chu.recommendation.reply": {
        "asked": _reply("asked"),
        "asked_given": _reply("asked_given"),
        "out": _reply("out"),
        "out_given": _reply("out_given"),
        "sealed": _reply("sealed_sent"),
        "sealed_given": _reply("sealed_given"),
    },
    "dan_chu.recommendation.file": {
        "asked": _file("asked"),
        "out_given": _file("out_given"),
        "sealed": _file("sealed_sent"),
        "sealed_given": _file("sealed_given"),
    },
}
