import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const sections = "[name=section_ids]";
const typing = `${sections} .o_selected_row [name=text] textarea`;
const row = (text) => `${sections} .o_data_row:contains(${text})`;
const numbered = (number, text) =>
    `${row(text)} td[name=typed_number]:contains(/^${number.replace(".", "\\.")}$/)`;

/** Where a row stands, by its class: nothing else on the screen says so. */
const atLevel = (level, text) => `${sections} .o_dan_chu_level_${level}:contains(${text})`;

tours.add("dan_chu_write_a_plan", {
    steps: () => [
        { trigger: ".o_list_button_add", run: "click" },
        {
            trigger:
                ".o_form_editable .oe_title [name=title] textarea, .o_form_editable .oe_title [name=title] input",
            run: "edit Thực hiện dân chủ ở cơ sở năm 2026",
        },
        { trigger: "[name=purpose_ids] input", run: "edit dan chu" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Dân chủ ở cơ sở)", run: "click" },
        { trigger: "[name=purpose_ids] .o_tag:contains(Dân chủ)" },
        { trigger: `${sections} .o_field_x2many_list_row_add a`, run: "click" },
        { trigger: typing, run: "edit MỤC ĐÍCH, YÊU CẦU" },
        { trigger: typing, run: "press Enter" },
        { content: "A row of the same level", trigger: numbered("II.", "") },
        { content: "At the beginning of a row", trigger: typing, run: "press Tab" },
        { trigger: `${sections} .o_selected_row.o_dan_chu_level_2` },
        { trigger: typing, run: "edit Mục đích" },
        { trigger: typing, run: "press Enter" },
        { trigger: `${sections} .o_selected_row:nth-child(3) [name=text] textarea` },
        { trigger: typing, run: "edit Yêu cầu" },
        { trigger: typing, run: "press Enter" },
        { trigger: `${sections} .o_selected_row:nth-child(4) [name=text] textarea` },
        { trigger: typing, run: "edit TỔ CHỨC THỰC HIỆN" },
        { trigger: typing, run: "press Alt+ArrowLeft" },
        { trigger: `${sections} .o_selected_row.o_dan_chu_level_1` },
        { content: "The row is left", trigger: ".nav-link[name=bases]", run: "click" },
        { trigger: ".nav-link[name=text]", run: "click" },
        { trigger: numbered("II.", "TỔ CHỨC") },
        {
            content: "The first heading goes behind the other with all that stands under it",
            trigger: `${row("MỤC ĐÍCH")} .o_handle_cell .o_row_handle`,
            run: `drag_and_drop(${row("TỔ CHỨC")})`,
        },
        { trigger: `${sections} .o_data_row:nth-child(1):contains(TỔ CHỨC)` },
        { trigger: numbered("II.", "MỤC ĐÍCH") },
        { trigger: atLevel(2, "Mục đích") },
        { trigger: numbered("1.", "Mục đích") },
        {
            content: "By its button, which is there while the mouse is over the row",
            trigger: `${sections} .o_data_row:nth-child(4) button[name=demote]:not(:visible)`,
            run() {
                this.anchor.click();
            },
        },
        { trigger: atLevel(3, "Yêu cầu") },
        { trigger: `${row("Yêu cầu")} td[name=typed_number]:contains(a)` },
        { trigger: ".nav-link[name=tasks]", run: "click" },
        { trigger: "[name=task_ids] .o_field_x2many_list_row_add a", run: "click" },
        {
            trigger: "[name=task_ids] .o_selected_row [name=name] input",
            run: "edit Báo cáo kết quả 6 tháng đầu năm",
        },
        {
            trigger: "[name=task_ids] .o_selected_row [name=time_text] input",
            run: "edit chậm nhất ngày 05/6",
        },
        { trigger: ".nav-link[name=units_below]", run: "click" },
        { trigger: "button[name=action_cascade]", run: "click" },
        { trigger: ".modal [name=date_due] input", run: "edit 15/12/2026" },
        { trigger: ".modal [name=scope]", run: "click" },
        { trigger: ".modal button[name=action_send]", run: "click" },
        { trigger: "body:not(:has(.modal)) [name=addressee_ids] .o_data_row:nth-child(3)" },
        { trigger: "button[name=action_submit]", run: "click" },
        {
            trigger:
                ".o_form_view:not(:has(button[name=action_submit])) button[name=action_return]",
        },
    ],
});

tours.add("dan_chu_issue_a_plan", {
    steps: () => [
        {
            trigger: ".o_data_row .o_data_cell[name=title]:contains(Thực hiện dân chủ)",
            run: "click",
        },
        { trigger: "button[name=action_issue]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: "button[name=action_fill_number]" },
        { trigger: ".nav-link[name=issued]", run: "click" },
        { trigger: "[name=revision_ids] .o_data_row" },
    ],
});

tours.add("dan_chu_begin_own_plan", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Thực hiện dân chủ) button[name=action_begin]",
            run: "click",
        },
        {
            content: "The sections that go down are there",
            trigger:
                ".o_form_view [name=section_ids] .o_data_row:contains(Công khai) td[name=text]",
            run: "click",
        },
        { trigger: typing, run: "edit Công khai trên bảng tin của trường" },
        { trigger: typing, run: "press Enter" },
        { trigger: `${sections} .o_selected_row:nth-child(3) [name=text] textarea` },
        { trigger: typing, run: "edit Đối thoại với phụ huynh" },
        { trigger: ".nav-link[name=bases]", run: "click" },
        { trigger: "[name=upper_ids] .o_data_row:contains(Kế hoạch)" },
        { trigger: "button[name=action_submit]", run: "click" },
        {
            trigger:
                ".o_form_view:not(:has(button[name=action_submit])) button[name=action_return]",
        },
    ],
});

tours.add("dan_chu_who_may_be_asked", {
    steps: () => [
        { trigger: ".nav-link[name=tasks]", run: "click" },
        { trigger: "[name=task_ids] .o_data_row:first td[name=who_kind]", run: "click" },
        {
            trigger: ".o_selected_row [name=who_kind] .o-autocomplete--input",
            run: "edit Hoàng Mốc",
        },
        {
            content: "Of all who are called so, the one of the house",
            trigger:
                ".o-autocomplete--dropdown-menu:contains(Hoàng Mốc Trong):not(:contains(Hoàng Mốc Ngoài))",
        },
        { trigger: ".o-autocomplete--dropdown-item:contains(Hoàng Mốc Trong)", run: "click" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
    ],
});
