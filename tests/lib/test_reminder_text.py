from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.dan_chu_co_so.lib.reminder_text import LONGEST, Item, reminder

TODAY = date(2026, 3, 10)
LINK = "https://dan-chu.example/odoo/dan-chu-my-tasks"


def test_names_of_one_duty_stand_together_and_the_longest_late_comes_first():
    items = [
        Item("Nộp báo cáo quý", "Trường A", date(2026, 3, 9)),
        Item("Niêm yết quy chế", "Kế toán", date(2026, 3, 1)),
        Item("Nộp báo cáo quý", "Trường B", date(2026, 3, 9)),
        Item("Nộp báo cáo quý", "Trường A", date(2026, 3, 9)),
        Item("Họp tổ", "Tổ Toán", date(2026, 3, 10)),
        Item("Tiếp công dân", "Hiệu trưởng"),
    ]
    assert reminder(items, TODAY, LINK) == "\n".join(
        [
            "NHẮC VIỆC – 10/03/2026",
            "QUÁ HẠN:",
            "1. Niêm yết quy chế (hạn 01/03/2026, chậm 9 ngày): Kế toán",
            "2. Nộp báo cáo quý (hạn 09/03/2026, chậm 1 ngày): Trường A, Trường B",
            "CHƯA ĐẾN HẠN:",
            "1. Họp tổ (hạn 10/03/2026): Tổ Toán",
            "2. Tiếp công dân: Hiệu trưởng",
            f"Đề nghị cập nhật kết quả tại: {LINK}",
        ]
    )


def test_what_does_not_fit_is_counted():
    items = [Item(f"Việc số {number:03}", "Trường THPT Hoa Sen", TODAY) for number in range(100)]
    text = reminder(items, TODAY, LINK)
    shown = text.count("Việc số")
    assert 5 < shown < 100
    assert f"… và {100 - shown} việc khác." in text
    assert text.endswith(LINK)


def test_many_names_are_cut_with_their_number():
    items = [Item("Nộp kế hoạch", f"Trường {number}", TODAY) for number in range(40)]
    text = reminder(items, TODAY, LINK)
    assert "Trường 5 và 34 trường hợp khác" in text


@given(
    st.lists(
        st.builds(
            Item,
            st.text(max_size=300),
            st.text(max_size=300),
            st.none() | st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days)),
        ),
        min_size=1,
        max_size=60,
    )
)
def test_always_short_and_with_the_link(items):
    text = reminder(items, TODAY, LINK)
    assert len(text) <= LONGEST
    assert text.endswith(LINK)
    assert len(text.splitlines()) > 2 or "".join(items[0].what.split()) == ""
