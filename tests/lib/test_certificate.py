"""The words of certificates, the picture behind them, and that they fit on their page."""

import subprocess
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from odoo.addons.dan_chu_co_so.lib import upload
from odoo.addons.dan_chu_co_so.lib.certificate import LONGEST, Given, period, too_long, wording
from odoo.addons.dan_chu_co_so.lib.paper.pdf import write_layout
from odoo.addons.dan_chu_co_so.lib.picture import as_jpeg, svg_of

LONG_NAME = "Công Tằng Tôn Nữ Hoàng Phương Nguyễn Thị Quỳnh Trang"


def page(given, **values):
    return {
        "giver": "HIỆU TRƯỞNG TRƯỜNG TRUNG HỌC PHỔ THÔNG HOA SEN",
        **wording(given),
        "notes": ["Quyết định số 45/QĐ-THPT ngày 31 tháng 5 năm 2026"],
        "place_date": "Hoa Sen, ngày 31 tháng 5 năm 2026",
        "signed_as": ["HIỆU TRƯỞNG"],
        "signer": "Nguyễn Văn Bình",
        **values,
    }


def pdf(*pages, size="a4", background=None, seal="right", is_blank=False):
    return write_layout(
        "certificate.typ",
        {
            "size": size,
            "title": "Giấy khen",
            "country": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "motto": "Độc lập - Tự do - Hạnh phúc",
            "is_blank": is_blank,
            "background": background,
            "seal": seal,
            "rows": list(pages),
        },
    )


def asked(program, content, *arguments):
    done = subprocess.run([program, *arguments], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def words_of(content):
    """(left, top, right, bottom, word) of each word, in points, and the size of the page."""
    lines = asked("pdftotext", content, "-bbox", "-", "-").splitlines()
    boxes, sizes = [], []
    for line in lines:
        parts = line.strip().split('"')
        if line.strip().startswith("<word"):
            boxes.append((*map(float, parts[1:8:2]), parts[8].strip("></word")))
        elif line.strip().startswith("<page"):
            sizes.append((float(parts[1]), float(parts[3])))
    return boxes, sizes


def test_a_form_of_commendation_is_its_own_title():
    words = wording(Given("Trần Thị Mai", "Giấy khen", merit="Có nhiều cố gắng", period="năm 2026"))
    assert words["opening"] == "TẶNG"
    assert words["what"] == "GIẤY KHEN"
    assert words["reached"] is None
    assert words["merit"] == "Thành tích: Có nhiều cố gắng (năm 2026)"


def test_a_title_is_certified():
    words = wording(Given("Mai", "Lao động tiên tiến", "title", period="năm học 2025-2026"))
    assert words["what"] == "CHỨNG NHẬN"
    assert words["reached"] == "Đạt danh hiệu “Lao động tiên tiến”"
    assert words["merit"] == "Năm học 2025-2026"


def test_the_year_is_not_said_twice():
    given = Given(
        "Mai", "Giấy khen", merit="Dạy giỏi năm học 2025 – 2026", period="năm học 2025-2026"
    )
    assert wording(given)["merit"] == "Thành tích: Dạy giỏi năm học 2025 – 2026"
    given = Given("Mai", "Giấy khen", merit="Dạy giỏi năm học", period="năm học 2025-2026")
    assert wording(given)["merit"] == "Thành tích: Dạy giỏi năm học 2025-2026"


def test_periods():
    assert period("2025-2026") == "năm học 2025-2026"
    assert period("2026") == "năm 2026"
    assert period("2026", "giai đoạn 2021 - 2026") == "giai đoạn 2021 - 2026"
    assert period() == ""


def test_what_cannot_be_read_at_any_size_is_named():
    words = wording(Given("x" * (LONGEST["name"] + 1), "Giấy khen"))
    assert too_long(words) == [("name", LONGEST["name"] + 1, LONGEST["name"])]
    assert not too_long(wording(Given(LONG_NAME, "Giấy khen")))


@settings(max_examples=15, deadline=None)
@given(
    name=st.one_of(st.just(LONG_NAME), st.integers(1, 200).map(lambda n: ("Tập thể " * 30)[:n])),
    merit=st.integers(0, 590).map(lambda n: ("Đã có nhiều đóng góp " * 40)[:n].strip()),
    category=st.sampled_from(["form", "title", "prize", "praise"]),
    size=st.sampled_from(["a4", "a3"]),
    seal=st.sampled_from(["right", "center"]),
)
def test_whatever_is_on_it_a_certificate_is_one_page_and_inside_its_frame(
    name, merit, category, size, seal
):
    given = Given(name, "Giấy khen của Hiệu trưởng", category, "Tổ trưởng", merit, "năm 2026")
    boxes, sizes = words_of(pdf(page(given), size=size, seal=seal))
    assert len(sizes) == 1
    width, height = sizes[0]
    assert width > height
    edge = 13 / 297 * width
    assert min(box[0] for box in boxes) >= edge
    assert min(box[1] for box in boxes) >= edge
    assert max(box[2] for box in boxes) <= width - edge
    assert max(box[3] for box in boxes) <= height - edge


def test_a_long_name_stays_on_one_line():
    boxes, _sizes = words_of(pdf(page(Given(LONG_NAME, "Giấy khen"))))
    tops = {round(box[1]) for box in boxes if box[4] in ("Tằng", "Quỳnh", "Trang")}
    assert len(tops) == 1


def test_many_in_one_file_carry_the_background_once():
    dots = Image.effect_noise((800, 560), 80).convert("RGB")
    out = BytesIO()
    dots.save(out, "PNG")
    background = svg_of(as_jpeg(out.getvalue()))
    single = pdf(page(Given("Mai", "Giấy khen")), background=background)
    many = pdf(
        *[page(Given(f"Người thứ {n}", "Giấy khen")) for n in range(40)], background=background
    )
    assert "Pages:           40" in asked("pdfinfo", many, "-")
    assert len(many) < 2 * len(single)
    assert "Người thứ 39" in asked("pdftotext", many, "-", "-")


def test_a_blank_bears_the_national_title_already():
    text = asked("pdftotext", pdf(page(Given("Mai", "Giấy khen")), is_blank=True), "-", "-")
    assert "CỘNG HÒA" not in text
    assert "Mai" in text


def test_text_is_no_markup():
    text = asked("pdftotext", pdf(page(Given("#panic() *Mai* $x$ @a", "Giấy khen"))), "-", "-")
    assert "#panic() *Mai* $x$ @a" in text


def test_pictures_come_upright_small_and_on_white():
    picture = Image.new("RGBA", (6000, 3000), (0, 0, 0, 0))
    out = BytesIO()
    picture.save(out, "PNG")
    seen = Image.open(BytesIO(as_jpeg(out.getvalue())))
    assert (seen.format, seen.size, seen.getpixel((5, 5))) == ("JPEG", (3508, 1754), (255,) * 3)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "not_a_picture"),
        (b"<svg/>", "markup"),
        (b"\xff\xd8\xff\xe0 cut short", "damaged"),
        (b"GIF89a", "unknown"),
    ],
)
def test_what_is_no_picture_is_refused(content, reason):
    with pytest.raises(upload.Refused) as told:
        as_jpeg(content)
    assert told.value.reason == reason
