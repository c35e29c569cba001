"""Papers of conferences for the access matrix: see `variants.py`."""

from tests.access.variant import Variant, wizard

_STATES = ("draft", "submitted", "issued")


def _papers(find, values):
    return {
        state: Variant(
            values,
            {"title": "Khác"},
            make=lambda rows, unit, _user, state=state: find(rows, unit, state),
            is_created=state == "draft",
        )
        for state in _STATES
    }


def _resolution_values(rows, unit, _user):
    return {"conference_id": rows.conference(unit, "closed", "có nghị quyết").id}


def _paper_values(rows, unit, _user):
    conference = rows.conference(unit, "called", "có giấy mời")
    return {"conference_id": conference.id, "form": "invitation"}


def _commitments():
    return {
        state: Variant(
            lambda rows, unit, _user, state=state: {
                "resolution_id": rows.resolution(unit, state).id,
                "name": "Trồng cây",
            },
            {"product": "Mái mới"},
            make=lambda rows, unit, _user, state=state: rows.resolution(unit, state).commitment_ids,
        )
        for state in ("draft", "issued")
    }


def _checked(state, change, find=lambda check: check):
    return Variant(
        lambda *_: {},
        change,
        make=lambda rows, unit, _user: find(rows.check(unit, state)),
        is_created=False,
    )


RESOLUTION_VARIANTS = {
    "dan_chu.conference.paper": _papers(
        lambda rows, unit, state: rows.conference_paper(unit, state), _paper_values
    ),
    "dan_chu.resolution": _papers(
        lambda rows, unit, state: rows.resolution(unit, state), _resolution_values
    ),
    "dan_chu.resolution.commitment": _commitments(),
    "dan_chu.resolution.check": {
        "open": _checked("open", {"checked_on": "2026-03-01"}),
        "of_head": _checked("open", {"head_words": "Đã làm tốt"}),
        "of_staff": _checked("open", {"staff_words": "Đồng ý"}),
        "done": _checked("done", {"checked_on": "2026-03-01"}),
    },
    "dan_chu.resolution.check.line": {
        state: _checked(state, {"found": "Đang làm"}, lambda check: check.line_ids)
        for state in ("open", "done")
    },
    "dan_chu.resolution.paste": wizard(
        "dan_chu.resolution.paste",
        lambda rows, unit, _user: {"resolution_id": rows.resolution(unit, "draft").id},
        {"pasted": "Trồng cây"},
    ),
}
