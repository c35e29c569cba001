import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const subject =
    ".o_form_editable .oe_title [name=title] textarea, .o_form_editable .oe_title [name=title] input";

tours.add("dan_chu_write_a_notice", {
    steps: () => [
        { trigger: ".o_list_button_add", run: "click" },
        { trigger: subject, run: "edit Lịch đối thoại của hiệu trưởng" },
        { trigger: ".o_field_widget[name=kind_id] input", run: "edit thong bao" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Thông báo)", run: "click" },
        {
            content: "The symbol follows from the kind and the unit",
            trigger: ".o_field_widget[name=symbol] input:value(TB-)",
        },
        {
            trigger: ".o_field_widget[name=content] .odoo-editor-editable",
            run: "editor Mời viên chức, người lao động đến dự.",
        },
        { trigger: ".nav-link[name=recipients]", run: "click" },
        { trigger: "[name=recipient_ids] .o_field_x2many_list_row_add a", run: "click" },
        {
            trigger: "[name=recipient_ids] .o_selected_row [name=name] input",
            run: "edit Các tổ chuyên môn",
        },
        { trigger: ".nav-link[name=signing]", run: "click" },
        {
            content: "The head of the unit signs",
            trigger: "[name=signatory_ids] .o_data_row:contains(head)",
        },
        { trigger: "button[name=action_submit]", run: "click" },
        {
            trigger:
                ".o_form_view:not(:has(button[name=action_submit])) button[name=action_return]",
        },
    ],
});

tours.add("dan_chu_issue_a_notice", {
    steps: () => [
        {
            trigger: ".o_data_row .o_data_cell[name=title]:contains(Lịch đối thoại)",
            run: "click",
        },
        { trigger: "button[name=action_issue]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        {
            content: "Its number is still open",
            trigger: "button[name=action_fill_number]",
            run: "click",
        },
        { trigger: ".modal [name=number] input", run: "edit 7" },
        { trigger: ".modal button[name=action_confirm]", run: "click" },
        { trigger: ".o_form_view:not(:has(button[name=action_fill_number]))" },
        { trigger: ".nav-link[name=issued]", run: "click" },
        { trigger: "[name=revision_ids] .o_data_row:nth-child(2)" },
        { trigger: "button[name=action_verify]", run: "click" },
        { trigger: ".o_notification" },
    ],
});

tours.add("dan_chu_record_a_signed_notice", {
    steps: () => [
        {
            trigger: ".o_data_row .o_data_cell[name=title]:contains(Lịch đối thoại)",
            run: "click",
        },
        { trigger: "button[name=action_record_paper_issue]", run: "click" },
        { trigger: ".modal [name=number] input", run: "edit 12" },
        { trigger: ".modal button[name=action_confirm]", run: "click" },
        { trigger: ".o_form_view:not(:has(button[name=action_record_paper_issue]))" },
        { trigger: ".nav-link[name=issued]", run: "click" },
        { trigger: "[name=revision_ids] .o_data_row" },
    ],
});
