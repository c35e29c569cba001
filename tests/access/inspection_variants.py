"""Rows of inspections for the access matrix: see `variants.py`."""

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.inspection_rows import OTHER_PAGE, PAGE
from tests.access.variant import Variant

_PREFIX = {False: "plain", True: "sealed"}


def _lines():
    return {
        f"{prefix}_{state}": Variant(
            lambda rows, unit, _user, sealed=is_sealed, state=state: {
                "plan_id": rows.programme(unit, sealed, state).id,
                "name": "Mua sắm tài sản",
                "kind": "supervise" if sealed else "self_check",
            },
            {"product": "Báo cáo"},
            make=lambda rows, unit, _user, sealed=is_sealed, state=state: (
                rows.programme(unit, sealed, state).programme_line_ids
            ),
        )
        for is_sealed, prefix in _PREFIX.items()
        for state in ("draft", "issued")
    }


def _inspection(is_sealed):
    def values(rows, unit, _user):
        board = rows.board(unit) if is_sealed else rows.other_board(unit)
        return {
            "name": "Thu chi quý II",
            "unit_id": unit.institution_id.id,
            "board_id": board.id,
            "kind": "supervise" if is_sealed else "steering_check",
        }

    return values


def _inspections():
    states = {"plain": ("planned", "closed"), "sealed": ("planned", "under_way", "closed")}
    return {
        f"{prefix}_{state}": Variant(
            _inspection(is_sealed),
            {"place": "Kho thiết bị"},
            make=lambda rows, unit, _user, sealed=is_sealed, state=state: rows.inspection(
                unit, sealed, state
            ),
            is_created=state == "planned",
        )
        for is_sealed, prefix in _PREFIX.items()
        for state in states[prefix]
    }


def _parts(field, values, change):
    return {
        f"{prefix}_{state}": Variant(
            lambda rows, unit, _user, sealed=is_sealed, state=state: {
                "inspection_id": rows.inspection(unit, sealed, state).id,
                **values,
            },
            change,
            make=lambda rows, unit, _user, sealed=is_sealed, state=state: rows.inspection(
                unit, sealed, state
            )[field],
        )
        for is_sealed, prefix in _PREFIX.items()
        for state in ("under_way", "closed")
    }


def _plain_opinion(state):
    return Variant(
        lambda rows, unit, _user: {
            "inspection_id": rows.inspection(unit, False, state).id,
            "board_member_id": rows.other_board(unit).member_ids[:1].id,
            "answer": "no",
        },
        {"answer": "no"},
        make=lambda rows, unit, _user: rows.opinions(unit, False, state)[:1],
    )


def _my_opinion(state):
    return Variant(
        lambda rows, unit, user: {
            "inspection_id": rows.inspection(unit, True, state).id,
            "board_member_id": rows.mandate(unit, user).id,
            "answer": "no",
        },
        {"answer": "no"},
        make=lambda rows, unit, user: rows.opinion(unit, user, state),
        is_personal=True,
    )


def _finding(is_sealed, state="under_way", is_own=False):
    return Variant(
        lambda rows, unit, _user: {
            "inspection_id": rows.inspection(unit, is_sealed, state).id,
            "finding_kind": "strength",
            "text": "Sổ sách đầy đủ",
        },
        {"text": "Đã niêm yết"},
        make=lambda rows, unit, user: rows.finding(
            unit, is_sealed, state, user if is_own else None
        ),
        is_personal=is_own,
    )


def _evidence(is_sealed, state="under_way", is_own=False):
    def finding(rows, unit, user):
        return rows.finding(unit, is_sealed, state, user if is_own else None)

    return Variant(
        lambda rows, unit, user: {
            "finding_id": finding(rows, unit, user).id,
            "name": "hoa-don.pdf",
            "data": OTHER_PAGE,
        },
        {"name": "khac.pdf"},
        make=lambda rows, unit, user: finding(rows, unit, user).evidence_ids,
        is_personal=is_own,
    )


def _noted(variant):
    return {
        "plain": variant(False),
        "my_plain": variant(False, is_own=True),
        "sealed": variant(True),
        "my_sealed": variant(True, is_own=True),
        "my_sealed_closed": variant(True, "closed", is_own=True),
    }


def _told(source, field):
    """Who told the board what is there."""
    return Variant(
        lambda rows, unit, _user: {field: source(rows, unit).id, "name": "Phạm Thị Kể"},
        {"contact": "Phòng 2"},
        make=lambda rows, unit, _user: source(rows, unit).informant_ids[:1],
    )


def _petition(how):
    return lambda rows, unit: rows.petition(unit, how)


def _petitions():
    said = {"name": "Nước uống", "text": "Máy lọc hỏng"}
    passed_on = {
        "kind": "denunciation",
        "guidance": "guided",
        "receiving_body": "Công an phường",
        "forwarded_on": today(),
    }

    def values(words):
        return lambda rows, unit, _user: {**words, "board_id": rows.board(unit).id}

    def row(how):
        return lambda rows, unit, _user: rows.petition(unit, how)

    return {
        "on_paper": Variant(values(said), {"text": "Khác"}, make=row("on_paper")),
        "handed_in": Variant(
            values(said), {"text": "Khác"}, make=row("handed_in"), is_created=False
        ),
        "denunciation": Variant(
            values(passed_on), {"receiving_body": "Viện kiểm sát"}, make=row("denunciation")
        ),
        "mine": Variant(
            values(said),
            {"text": "Khác"},
            make=lambda rows, unit, user: rows.petition(unit, "mine", user),
            is_created=False,
            is_personal=True,
        ),
    }


def _petition_files():
    return {
        how: Variant(
            lambda rows, unit, _user, how=how: {
                "petition_id": rows.petition(unit, how).id,
                "name": "anh.pdf",
                "data": OTHER_PAGE,
            },
            {"name": "khac.pdf"},
            make=lambda rows, unit, _user, how=how: rows.petition(unit, how).file_ids,
        )
        for how in ("on_paper", "handed_in")
    }


def _template(rows, *_):
    templates = rows.env["dan_chu.inspection.template"]
    return templates.search([("name", "=", "Có sẵn")]) or templates.create({"name": "Có sẵn"})


def _template_line(rows, *_):
    lines = _template(rows).line_ids
    return lines or lines.create({"template_id": _template(rows).id, "name": "Có sẵn"})


INSPECTION_VARIANTS = {
    "dan_chu.inspection.template": {
        "-": Variant(lambda *_: {"name": "Thử"}, {"sequence": 5}, make=_template)
    },
    "dan_chu.inspection.template.line": {
        "-": Variant(
            lambda rows, *_: {"template_id": _template(rows).id, "name": "Thử"},
            {"sequence": 5},
            make=_template_line,
        )
    },
    "dan_chu.programme.line": _lines(),
    "dan_chu.inspection": _inspections(),
    "dan_chu.inspection.item": _parts("item_ids", {"name": "Hồ sơ"}, {"note": "Thiếu"}),
    "dan_chu.inspection.team": _parts("team_ids", {"name": "Lý Văn Xem"}, {"tasks": "Ghi"}),
    "dan_chu.inspection.request": _parts("request_ids", {"name": "Hợp đồng"}, {"note": "Gấp"}),
    "dan_chu.inspection.file": _parts(
        "file_ids", {"name": "khac.pdf", "data": PAGE}, {"name": "ten-moi.pdf"}
    ),
    "dan_chu.inspection.opinion": {
        "plain_under_way": _plain_opinion("under_way"),
        "plain_closed": _plain_opinion("closed"),
        "my_sealed": _my_opinion("under_way"),
        "my_sealed_closed": _my_opinion("closed"),
    },
    "dan_chu.finding": _noted(_finding),
    "dan_chu.finding.evidence": _noted(_evidence),
    "dan_chu.informant": {
        "of_finding": _told(lambda rows, unit: rows.finding(unit, True), "finding_id"),
        "on_paper": _told(_petition("on_paper"), "petition_id"),
        "handed_in": _told(_petition("handed_in"), "petition_id"),
    },
    "dan_chu.petition": _petitions(),
    "dan_chu.petition.file": _petition_files(),
}
