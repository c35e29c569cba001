"""The figures of a board's periodic report, from plain rows.

An inspection belongs to the period its dates meet, a recommendation to the one in which it was
sent, a petition to the one in which it came. What was still open when the period began is counted
beside, as carried over. Everything is told as it stands on `day`.
"""

from datetime import date, timedelta

# Printed forms are Vietnamese, whatever language the reader works in.
INSPECTION_KINDS = {
    "check": "Kiểm tra",
    "supervise": "Giám sát",
    "verify": "Xác minh",
    "standing": "Giám sát thường xuyên",
    "self_check": "Tự kiểm tra",
    "steering_check": "Kiểm tra của Ban chỉ đạo",
    "superior_check": "Kiểm tra của cấp trên",
    "survey": "Khảo sát",
    "duty_check": "Kiểm tra công vụ",
}
INSPECTION_STATES = {
    "planned": "Chưa tiến hành",
    "announced": "Đã thông báo",
    "under_way": "Đang tiến hành",
    "concluded": "Đã kết luận",
    "followed_up": "Đang theo dõi kiến nghị",
    "closed": "Đã kết thúc",
    "cancelled": "Không tiến hành",
}
FINDING_KINDS = {
    "strength": "Ưu điểm",
    "shortcoming": "Hạn chế, thiếu sót",
    "violation": "Dấu hiệu vi phạm pháp luật",
}
RECOMMENDATION_STATES = {
    "sent": "Đã gửi, chưa xác nhận nhận được",
    "received": "Chưa trả lời",
    "answered": "Đã trả lời, đang theo dõi",
    "settled": "Đã giải quyết",
    "not_settled": "Chưa được giải quyết",
    "handed_on": "Đã chuyển cấp có thẩm quyền",
}
ANSWERS = {"accept": "Tiếp thu", "part": "Tiếp thu một phần", "refuse": "Không tiếp thu"}
ADDRESSEES = {
    "head": "Người đứng đầu",
    "authority": "Cơ quan, tổ chức có thẩm quyền",
    "directing": "Tổ chức trực tiếp chỉ đạo",
}
_DONE = {"concluded", "followed_up", "closed"}
_VERIFIED = ("settled", "not_settled", "handed_on")
# What was not settled is asked for again, or handed on.
_OVER = {"settled", "handed_on"}
_QUARTER = 3
_HALF = 6
_YEAR = 12


def period(kind, day, term=(None, None)):
    """(first, last) of the quarter, half-year, year that holds `day`, or of the term."""
    if kind == "term" and all(term):
        return term
    length = {"quarter": _QUARTER, "half_year": _HALF}.get(kind, _YEAR)
    month = (day.month - 1) // length * length + 1
    after = date(day.year + (month + length > _YEAR), (month + length - 1) % _YEAR + 1, 1)
    return date(day.year, month, 1), after - timedelta(days=1)


def report(inspections, findings, recommendations, petitions, span, day):
    """All that the report tells; see `dan_chu.board._report_data` for its keys.

    `findings`: {(inspection id, finding kind): number}; `petitions`: a row for each sort, and how
    many there are of it.
    """
    date_from, date_to = span
    inspections = [row for row in inspections if row["state"] != "cancelled"]
    fresh = [row for row in recommendations if _within(row["sent_on"], span)]
    carried = [row for row in recommendations if row["sent_on"] < date_from]
    return {
        "date_from": date_from,
        "date_to": date_to,
        "inspections": inspection_figures(inspections),
        "findings": finding_figures(findings, {row["id"] for row in inspections}),
        "recommendations": {
            **recommendation_figures(fresh, day),
            "carried": recommendation_figures(carried, day),
        },
        "petitions": petition_figures(petitions),
        "inspection_rows": _inspection_rows(inspections, findings, recommendations),
        "recommendation_rows": [_recommendation_row(row, day) for row in carried + fresh],
    }


def inspection_figures(rows):
    return {
        "total": len(rows),
        "done": sum(row["state"] in _DONE for row in rows),
        "by_kind": _counted([row["kind"] for row in rows], INSPECTION_KINDS),
        "by_state": _counted([row["state"] for row in rows], INSPECTION_STATES),
    }


def finding_figures(findings, of_inspections):
    kinds = dict.fromkeys(FINDING_KINDS, 0)
    for (inspection, kind), number in findings.items():
        if inspection in of_inspections:
            kinds[kind] += number
    return {"total": sum(kinds.values()), **kinds}


def recommendation_figures(rows, day):
    answered = [row for row in rows if row["answered_on"]]
    days = [taken for row in answered if (taken := days_taken(row)) is not None]
    unanswered = [row for row in rows if not row["answered_on"] and row["state"] not in _OVER]
    return {
        "sent": len(rows),
        "answered": len(answered),
        "answered_in_time": sum(not is_late(row, day) for row in answered),
        "answered_late": sum(is_late(row, day) for row in answered),
        "overdue": sum(is_late(row, day) for row in unanswered),
        "waiting": sum(not is_late(row, day) for row in unanswered),
        **{answer: sum(row["answer_state"] == answer for row in rows) for answer in ANSWERS},
        **{state: sum(row["state"] == state for row in rows) for state in _VERIFIED},
        "open": sum(row["state"] not in _OVER for row in rows),
        "days_average": round(sum(days) / len(days), 1) if days else None,
        "days_longest": max(days, default=None),
        "by_addressee": _counted([row["addressee_kind"] for row in rows], ADDRESSEES),
    }


def petition_figures(rows):
    """Those that came in the period or were open when it began; of denunciations how many came."""
    figures = dict.fromkeys(
        ("received", "confidential", "carried", "settled", "refused", "open", "denunciations"), 0
    )
    for row in rows:
        number = row["number"]
        if row["kind"] == "denunciation":
            figures["denunciations"] += number
            continue
        figures["carried" if row["is_carried"] else "received"] += number
        if row["is_confidential"] and not row["is_carried"]:
            figures["confidential"] += number
        over = {"answered": "settled", "refused": "refused"}.get(row["state"], "open")
        figures[over] += number
    return figures


def days_taken(row):
    """From the day it was received to the answer; None where one of the two is not known."""
    if not row["received_on"] or not row["answered_on"]:
        return None
    return (row["answered_on"] - row["received_on"]).days


def is_late(row, day):
    """Answered after the day it was due, or due, not answered and not settled otherwise."""
    if not row["date_due"]:
        return False
    if row["answered_on"]:
        return row["answered_on"] > row["date_due"]
    return row["state"] not in _OVER and day > row["date_due"]


def _inspection_rows(inspections, findings, recommendations):
    sent = {}
    for row in recommendations:
        sent[row["inspection_id"]] = sent.get(row["inspection_id"], 0) + 1
    return [
        {
            **row,
            "kind_text": INSPECTION_KINDS[row["kind"]],
            "state_text": INSPECTION_STATES[row["state"]],
            **{kind: findings.get((row["id"], kind), 0) for kind in FINDING_KINDS},
            "recommendations": sent.get(row["id"], 0),
        }
        for row in inspections
    ]


def _recommendation_row(row, day):
    late = is_late(row, day)
    return {
        **row,
        "addressee_text": row["addressee_text"] or ADDRESSEES[row["addressee_kind"]],
        "state_text": RECOMMENDATION_STATES[row["state"]],
        "answer_text": ANSWERS.get(row["answer_state"], ""),
        "days": days_taken(row),
        "is_late": late,
        "late_by": ((row["answered_on"] or day) - row["date_due"]).days if late else 0,
    }


def _counted(codes, names):
    """[(code, its name, number)] of those there are, in the order of the names."""
    return [(code, name, codes.count(code)) for code, name in names.items() if code in codes]


def _within(moment, span):
    return span[0] <= moment <= span[1]
