#!/usr/bin/env python3
"""The pictures of the guide, taken from the demo data: `make screenshots`.

`ADDRESS` says where the demo is served. Arguments name the pictures to take; none means all.
Pictures go to docs/huong-dan/images, some also to the module's page in the apps list.
"""

import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs/huong-dan/images"
DESCRIPTION = ROOT / "dan_chu_co_so/static/description"
ON_THE_MODULES_PAGE = {"units", "directive-readers"}
DESK, TALL, PHONE = (1366, 768), (1366, 1000), (390, 844)
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TIMEOUT = 60_000
# A view of Odoo, or a screen of the module.
SCREENS = (".o_view_controller", ".o_dan_chu_findings", ".o_action_manager > .o_content")
# Odoo paints once more after the last answer: fonts, avatars, column widths.
SETTLE = 900


@dataclass(frozen=True)
class Picture:
    name: str
    login: str
    path: str
    # A selector to click, or a selector and what is typed there.
    clicks: tuple[str | tuple[str, str], ...] = ()
    size: tuple[int, int] = DESK
    # Taken after all of an earlier stage: its clicks change what those show.
    stage: int = 0


def row(text):
    return f".o_data_row:has-text('{text}') .o_data_cell >> nth=1"


OF_TODAY = row("THPT Bình Sơn")
ELECTION_BY_PHONE = (
    ".o_data_row:has-text('Bầu Ban Thanh tra') button[name=action_open_vote]",
    "[name=method] input",
    ".o_select_menu_item:has-text('Điện tử, phiếu kín')",
    ("[name=seats] input", "3"),
)
ON_PAPER = ("button[name=action_check_on_paper]", ".modal .btn-primary")

PICTURES = [
    Picture("units", "quantri.so", "dan-chu-units"),
    Picture(
        "unit-hierarchy",
        "quantri.so",
        "dan-chu-units",
        (".o_switch_view.o_hierarchy", ".o_hierarchy_node_button >> nth=0"),
    ),
    Picture("unit", "quantri.so", "dan-chu-units", (row("Trường THPT Bình Sơn"),), TALL),
    Picture(
        "unit-below",
        "quantri.so",
        "dan-chu-units",
        (row("Trường THPT Bình Sơn"), ".nav-link[name=below]"),
        TALL,
    ),
    Picture(
        "unit-superior",
        "quantri.so",
        "dan-chu-units",
        (row("Trường THCS Tân Hòa"), ".nav-link[name=superior]"),
        TALL,
    ),
    Picture(
        "unit-roles",
        "quantri.so",
        "dan-chu-units",
        (row("Trường Mầm non Hoa Sen"), ".nav-link[name=roles]"),
        TALL,
    ),
    Picture(
        "units-from-hr",
        "quantri.so",
        "dan-chu-units",
        (
            # An administrator has more menus than the bar is wide.
            ".o_menu_sections_more button",
            "[data-menu-xmlid='dan_chu_co_so.unit_from_hr_menu']",
        ),
    ),
    Picture("unit-kinds", "quantri.so", "dan-chu-unit-kinds"),
    Picture("roles", "quantri.so", "dan-chu-roles"),
    Picture("my-roles", "canbo.mn", "dan-chu-my-roles"),
    Picture("directives", "canbo.so", "dan-chu-directives"),
    Picture("directive-draft", "canbo.thpt", "dan-chu-directives", (row("báo cáo kết quả"),)),
    Picture(
        "directive-readers",
        "canbo.thpt",
        "dan-chu-directives",
        (row("Hướng dẫn Công đoàn"), ".nav-link[name=readers]"),
    ),
    Picture(
        "deliver",
        "canbo.thpt",
        "dan-chu-directives",
        (row("Hướng dẫn Công đoàn"), "button[name=action_open_deliver]"),
    ),
    Picture("sent", "canbo.so", "dan-chu-sent"),
    Picture("progress", "canbo.thpt", "dan-chu-study"),
    Picture("inbox", "canbo.mn", "dan-chu-inbox"),
    Picture("delivery", "canbo.mn", "dan-chu-inbox", (row("Kế hoạch kiểm tra"),)),
    Picture("study-phone", "giaovien.thpt", "dan-chu-my-study", size=PHONE),
    Picture(
        "text-phone",
        "giaovien.thpt",
        "dan-chu-my-study",
        (".o_kanban_record:has-text('Hướng dẫn Công đoàn') button[name=action_open]",),
        PHONE,
    ),
    Picture("papers", "canbo.thpt", "dan-chu-notices"),
    Picture("paper-draft", "canbo.thpt", "dan-chu-notices", (row("hỗ trợ kinh phí"),)),
    Picture("paper-submitted", "hieutruong.thpt", "dan-chu-notices", (row("Họp liên tịch"),)),
    Picture(
        "paper-signed",
        "canbo.thpt",
        "dan-chu-notices",
        (row("hỗ trợ kinh phí"), "button[name=action_record_paper_issue]"),
    ),
    Picture(
        "paper-issued",
        "canbo.thpt",
        "dan-chu-notices",
        (row("58/TB-THPTBS"), ".nav-link[name=issued]"),
    ),
    Picture("plan-begin", "canbo.so", "dan-chu-plans", ("button:has-text('Lập kế hoạch từ…')",)),
    Picture("plan-draft", "canbo.thcs", "dan-chu-plans", (row("Dự thảo"),), TALL),
    Picture(
        "plan-sections",
        "canbo.thcs",
        "dan-chu-plans",
        (row("Dự thảo"), "td[name=text] >> nth=4"),
        TALL,
    ),
    Picture(
        "plan-below",
        "canbo.so",
        "dan-chu-plans",
        (row("18/KH"), ".nav-link[name=units_below]"),
        TALL,
    ),
    Picture("plans-asked", "canbo.thcs", "dan-chu-plans-asked"),
    Picture(
        "plan-progress",
        "canbo.so",
        "dan-chu-plans",
        (
            row("18/KH"),
            ".nav-link[name=progress]",
            ".o_field_widget[name=progress_sheet] table >> nth=2",
        ),
        TALL,
    ),
    Picture("tasks-phone", "giaovien.thpt", "dan-chu-my-tasks", size=PHONE),
    Picture(
        "task-phone",
        "giaovien.thpt",
        "dan-chu-my-tasks",
        (".o_kanban_record:has-text('Niêm yết')",),
        PHONE,
    ),
    Picture("our-tasks", "canbo.thpt", "dan-chu-our-tasks"),
    Picture("legal-calendar", "canbo.thpt", "dan-chu-legal-calendar"),
    Picture(
        "board",
        "congdoan.thpt",
        "dan-chu-boards",
        (row("Ban Thanh tra nhân dân"),),
        TALL,
    ),
    Picture(
        "board-recognise",
        "canbo.mn",
        "dan-chu-boards",
        (row("Ban Thanh tra nhân dân"), "button[name=action_open_recognise] >> visible=true"),
    ),
    Picture("board-work", "thanhtra.thpt", "dan-chu-our-board", size=PHONE),
    Picture(
        "programme",
        "thanhtra.thpt",
        "dan-chu-programmes",
        (
            "button:has-text('Lập chương trình từ…')",
            ".modal button[name=action_begin]",
            ".nav-link[name=programme]",
        ),
        TALL,
    ),
    Picture(
        "inspection-announce",
        "thanhtra.thpt",
        "dan-chu-inspections",
        (
            row("mua sắm thiết bị"),
            ".o_statusbar_buttons button:has-text('Thông báo')",
            ".modal-title",
        ),
    ),
    Picture(
        "inspection",
        "thanhtra.thpt",
        "dan-chu-inspections",
        (row("việc công khai"), ".nav-link[name=findings]"),
        TALL,
    ),
    Picture("findings-phone", "totruong.thpt", "dan-chu-findings", size=PHONE),
    Picture(
        "recommendation-late",
        "thanhtra.thpt",
        "dan-chu-recommendations",
        (row("Chấn chỉnh"),),
        TALL,
    ),
    Picture("recommendation-to-us", "hieutruong.thpt", "dan-chu-recommendations-to-us"),
    Picture(
        "recommendation-answer",
        "hieutruong.thpt",
        "dan-chu-recommendations-to-us",
        (row("Chấn chỉnh"), "button[name=action_answer] >> visible=true"),
        TALL,
    ),
    Picture(
        "petition-hand-in-phone",
        "giaovien.thpt",
        "action-dan_chu_co_so.petition_hand_in_action",
        (".modal input[type=radio] >> nth=1",),
        PHONE,
    ),
    Picture(
        "petition-phone",
        "giaovien.thpt",
        "dan-chu-my-petitions",
        (".o_kanban_record:has-text('dạy thêm giờ')",),
        PHONE,
    ),
    Picture(
        "board-paper",
        "thanhtra.thpt",
        "dan-chu-inspections",
        (
            row("thu, chi đầu năm"),
            ".nav-link[name=papers]",
            "button[name=action_new_paper]:has-text('Báo cáo')",
        ),
        TALL,
    ),
    Picture("conference", "canbo.thpt", "dan-chu-conferences", (OF_TODAY,), TALL),
    Picture(
        "conference-people",
        "canbo.thpt",
        "dan-chu-conferences",
        (OF_TODAY, "button[name=action_open_people]"),
    ),
    Picture("my-conference-phone", "giaovien.thpt", "dan-chu-my-conference", size=PHONE),
    Picture(
        "check-in",
        "giaovien.thpt",
        "dan-chu-check-in",
        (
            ".o_dan_chu_door_enter >> nth=0",
            ".o_dan_chu_door_enter >> nth=1",
            ".o_dan_chu_door_enter >> nth=0",
            ".o_dan_chu_door_name >> nth=1",
        ),
        stage=1,
    ),
    Picture(
        "quorum-screen",
        "canbo.thpt",
        "dan-chu-check-in",
        (
            ".o_dan_chu_door_all",
            ".o_dan_chu_door_but_excused >> nth=-1",
            ".o_dan_chu_door_enter_all",
            ".o_notification_close",
            "button:has-text('Màn hình lớn')",
        ),
        stage=2,
    ),
    Picture(
        "notes",
        "totruong.thpt",
        "dan-chu-conferences",
        (
            OF_TODAY,
            "button[name=action_open] >> visible=true",
            ".modal .btn-primary",
            "button[name=action_take_notes]",
            ".o_dan_chu_notes_kind[data-kind=question]",
            (".o_dan_chu_notes_speaker", "Mai Anh"),
            ".o_dan_chu_notes_speakers button >> nth=0",
            (".o_dan_chu_notes_text", "Đề nghị bố trí kinh phí sửa chữa phòng thí nghiệm."),
            ".o_dan_chu_notes_note",
            ".o_dan_chu_notes_kind[data-kind=speech]",
            (".o_dan_chu_notes_speaker", "Thắng"),
            ".o_dan_chu_notes_speakers button >> nth=0",
            (".o_dan_chu_notes_text", "Nhất trí với dự thảo nghị quyết."),
        ),
        stage=3,
    ),
    Picture(
        "counting-phone",
        "thanhtra.thpt",
        "action-dan_chu_co_so.counting_action",
        (
            ".o_dan_chu_counting_vote:has-text('nghị quyết')",
            ".o_dan_chu_counting_open",
            ("[name=votes_against]", "1"),
            ".o_dan_chu_counting_rest",
        ),
        PHONE,
        stage=4,
    ),
    Picture(
        "vote-secret-off",
        "canbo.thpt",
        "dan-chu-conferences",
        (OF_TODAY, ".nav-link[name=votes]", *ELECTION_BY_PHONE),
        stage=5,
    ),
    Picture(
        "vote-open",
        "canbo.thpt",
        "dan-chu-conferences",
        (
            OF_TODAY,
            ".nav-link[name=votes]",
            *ELECTION_BY_PHONE,
            "button[name=action_name_basis]",
            (".modal [name=basis] input", "Điều 12 Quy chế thực hiện dân chủ của nhà trường"),
            ".modal button[name=action_confirm]",
            "button[name=action_open]",
        ),
        stage=6,
    ),
    Picture(
        "ballot-phone",
        "congdoan.thpt",
        "dan-chu-my-conference",
        (
            ".o_dan_chu_ballot_option >> nth=0",
            ".o_dan_chu_ballot_option >> nth=1",
            ".o_dan_chu_ballot_look",
        ),
        PHONE,
        stage=7,
    ),
    Picture(
        "conference-record",
        "canbo.mn",
        "action-dan_chu_co_so.conference_record_action",
        (
            ("[name=date] input", "16/10/2026"),
            ("[name=location] input", "Phòng họp"),
            "td[name=votes_for]",
            ("td[name=votes_for] input", "7"),
            ".o_horizontal_separator >> nth=0",
        ),
        TALL,
    ),
    Picture(
        "resolution",
        "canbo.thcs",
        "dan-chu-conferences",
        (
            ".o_data_cell >> nth=1",
            ".nav-link[name=resolution]",
            "button[name=action_new_resolution] >> visible=true",
            ".nav-link[name=commitments]",
        ),
        TALL,
    ),
    Picture("gallery", "giaovien.thpt", "dan-chu-gallery", size=TALL),
    Picture("model", "canbo.thpt", "dan-chu-models", (row("Tủ sách"),), TALL),
    Picture(
        "round",
        "canbo.thpt",
        "action-dan_chu_co_so.commendation_round_action",
        (row("Dân vận khéo"),),
    ),
    Picture(
        "nomination",
        "canbo.so",
        "action-dan_chu_co_so.commendation_action",
        (
            row("Bằng khen"),
            ".nav-link[name=dossier]",
        ),
        TALL,
    ),
    Picture("council-session", "canbo.thpt", "dan-chu-council-sessions", (row("Xét thi đua"),)),
    Picture(
        "council-open",
        "canbo.thpt",
        "action-dan_chu_co_so.commendation_round_action",
        (
            row("Dân vận khéo"),
            ".o_data_row:has-text('Ngữ văn') button[name=action_hand_in]",
            ".modal .btn-primary",
            "button[name=action_open_counted] >> nth=1",
            ".o_data_cell >> nth=1",
            *ON_PAPER,
            ".o_pager_next",
            *ON_PAPER,
            ".o_pager_next",
            *ON_PAPER,
            ".o_breadcrumb a:has-text('Khen thưởng phong trào')",
            "button[name=action_close_nominations]",
            ".modal .btn-primary",
            "button[name=action_council]",
            "[name=method] input",
            ".o_select_menu_item:has-text('Ghi tên')",
            ".nav-link[name=members]",
            "button[name=action_open]",
        ),
        stage=1,
    ),
    Picture(
        "council-phone",
        "congdoan.thpt",
        "dan-chu-my-council",
        (".o_dan_chu_my_council_answer >> nth=0",),
        PHONE,
        stage=2,
    ),
    Picture("honours-phone", "giaovien.thpt", "dan-chu-my-honours", size=PHONE),
    Picture("honour-sheet", "canbo.thpt", "action-dan_chu_co_so.honour_sheet_action", size=TALL),
    Picture("legal-texts", "canbo.so", "dan-chu-legal-texts"),
    Picture("legal-text", "canbo.so", "dan-chu-legal-texts", (row("59/2023/NĐ-CP"),)),
    Picture(
        "rules",
        "canbo.so",
        "dan-chu-legal-rules",
        (".o_group_header:has-text('Luật Thực hiện dân chủ')",),
    ),
    Picture(
        "rule",
        "canbo.so",
        "dan-chu-legal-rules",
        (".o_group_header:has-text('Luật Thực hiện dân chủ')", row("Tỷ lệ có mặt")),
    ),
    Picture("working-days", "quantri.so", "dan-chu-working-days"),
]


def main(names):
    unknown = set(names) - {picture.name for picture in PICTURES}
    if unknown:
        sys.exit(f"There is no picture {', '.join(sorted(unknown))}.")
    address = os.environ.get("ADDRESS")
    if not address:
        sys.exit("ADDRESS= is missing: the address of a server with the demo data.")
    wanted = [picture for picture in PICTURES if not names or picture.name in names]
    IMAGES.mkdir(parents=True, exist_ok=True)
    missing = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM
        )
        for group in sorted(dict.fromkeys(map(seat, wanted)), key=lambda group: group[0]):
            with logged_in(browser, address, *group[1:]) as page:
                for picture in wanted:
                    if seat(picture) == group:
                        try:
                            take(page, address, picture)
                        except Error as problem:
                            missing.append(f"{picture.name}: {problem.message.splitlines()[0]}")
        browser.close()
    if missing:
        sys.exit("\n".join(["Not taken:", *missing]))


def seat(picture):
    return picture.stage, picture.login, picture.size


@contextmanager
def logged_in(browser, address, login, size):
    phone = size == PHONE
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        is_mobile=phone,
        has_touch=phone,
    )
    context.set_default_timeout(TIMEOUT)
    page = context.new_page()
    page.goto(f"{address}/web/login")
    page.fill("#login", login)
    page.fill("#password", "demo")
    page.click("button[type=submit]")
    page.wait_for_selector(".o_web_client")
    yield page
    context.close()


def take(page, address, picture):
    page.goto(f"{address}/odoo/{picture.path}")
    page.wait_for_selector(", ".join(SCREENS))
    page.wait_for_timeout(SETTLE)
    for click in picture.clicks:
        if isinstance(click, tuple):
            page.fill(*click)
        else:
            page.click(click)
        page.wait_for_timeout(SETTLE)
    if page.query_selector(".o_error_dialog"):
        raise Error(page.inner_text(".o_error_dialog"))
    page.mouse.move(0, 0)
    page.wait_for_timeout(SETTLE)
    save(page.screenshot(), picture.name)


def save(data, name):
    """In 128 colours: a screen has no more worth seeing, and the file is a quarter."""
    image = Image.open(BytesIO(data)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
    folders = [IMAGES, DESCRIPTION] if name in ON_THE_MODULES_PAGE else [IMAGES]
    for folder in folders:
        path = folder / f"{name}.png"
        image.save(path, optimize=True)
        print(f"  {path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
