from datetime import date, datetime

import vobject
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.calendar_file import event

BEGINS = datetime.fromisoformat("2026-10-09T00:30")
ENDS = datetime.fromisoformat("2026-10-09T04:30")
STAMP = datetime.fromisoformat("2026-09-01T02:03:04")


def read(data):
    return vobject.readOne(data.decode()).vevent


def test_the_file_says_when_where_and_what():
    entry = read(
        event(
            "conference-7@house",
            "Hội nghị viên chức, người lao động",
            BEGINS,
            ENDS,
            location="Hội trường A; tầng 2, nhà B",
            text="Báo cáo\nThảo luận",
            link="https://hop.example.vn/1",
            version=2,
            written=STAMP,
        )
    )
    assert entry.uid.value == "conference-7@house"
    assert entry.summary.value == "Hội nghị viên chức, người lao động"
    assert f"{entry.dtstart.value:%Y-%m-%d %H:%M %z}" == "2026-10-09 00:30 +0000"
    assert f"{entry.dtend.value:%H:%M}" == "04:30"
    assert entry.location.value == "Hội trường A; tầng 2, nhà B"
    assert entry.description.value == "Báo cáo\nThảo luận"
    assert entry.url.value == "https://hop.example.vn/1"
    assert entry.sequence.value == "2"


def test_without_a_time_it_lasts_the_day():
    entry = read(event("a@b", "Hội nghị", date(2026, 10, 9), written=STAMP))
    assert (entry.dtstart.value, entry.dtend.value) == (date(2026, 10, 9), date(2026, 10, 10))


def test_without_an_end_it_ends_after_it_began():
    entry = read(event("a@b", "Hội nghị", BEGINS, written=STAMP))
    assert entry.dtend.value > entry.dtstart.value


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=200))
def test_long_lines_are_folded_and_the_words_come_back(text):
    data = event("a@b", text, date(2026, 10, 9), written=STAMP)
    assert all(len(line) <= 75 for line in data.decode().split("\r\n"))
    assert read(data).summary.value == text
