import { registry } from "@web/core/registry";
import { inputFiles } from "@web/../tests/utils";

const tours = registry.category("web_tour.tours");

tours.add("dan_chu_publish_and_send", {
    steps: () => [
        { trigger: ".o_list_button_add", run: "click" },
        {
            trigger:
                ".o_form_editable .oe_title [name=name] textarea, .o_form_editable .oe_title [name=name] input",
            run: "edit Kế hoạch thực hiện dân chủ",
        },
        { trigger: ".o_field_widget[name=reference] input", run: "edit 77/KH-SGDĐT" },
        { trigger: ".o_field_widget[name=issuer] input", run: "edit UBND tỉnh Lam Châu" },
        { trigger: "[name=file_ids] .o_field_x2many_list_row_add a", run: "click" },
        {
            trigger: "[name=file_ids] .o_selected_row .o_select_file_button",
            async run() {
                const file = new File(["Nội dung"], "ke-hoach-77.txt", { type: "text/plain" });
                await inputFiles("[name=file_ids] .o_selected_row .o_input_file", [file]);
            },
        },
        {
            trigger:
                "[name=file_ids] :value(ke-hoach-77.txt), [name=file_ids]:contains(ke-hoach-77.txt)",
        },
        { trigger: ".nav-link[name=readers]", run: "click" },
        {
            trigger: ".o_field_widget[name=study_by] button, .o_field_widget[name=study_by] input",
            run: "click",
        },
        { trigger: ".o_date_item_cell.o_today", run: "click" },
        { trigger: "button[name=action_add_all_staff]", run: "click" },
        { trigger: "[name=reader_ids] .o_data_row:contains(upper_officer)" },
        { trigger: "button[name=action_publish]", run: "click" },
        { trigger: "button[name=action_open_deliver]", run: "click" },
        { trigger: ".modal .o_field_widget[name=recipient_count]:contains(3)" },
        { trigger: ".modal button[name=action_deliver]", run: "click" },
        { trigger: ".o_notification:contains(3)" },
        { trigger: "button[name=action_open_deliveries]:contains(0/3)", run: "click" },
        { trigger: ".o_list_view .o_data_row:contains(Trường THCS Đồng Xanh)" },
    ],
});

tours.add("dan_chu_take_over", {
    steps: () => [
        {
            trigger: ".o_data_row .o_data_cell[name=name]:contains(Về thực hiện dân chủ)",
            run: "click",
        },
        {
            content: "The file can be fetched",
            trigger: ".o_form_view [name=file_ids] a:contains(ke-hoach.txt)",
        },
        { trigger: "button[name=action_receive]", run: "click" },
        {
            trigger:
                ".o_form_view:not(:has(button[name=action_receive])) button[name=action_take_over]",
            run: "click",
        },
        { content: "A draft of our own", trigger: "button[name=action_publish]", run: "click" },
        { trigger: "button[name=action_back_to_draft]" },
    ],
});

tours.add("dan_chu_study_on_a_phone", {
    steps: () => [
        {
            trigger: ".o_kanban_record:contains(Về thực hiện dân chủ) button[name=action_open]",
            run: "click",
        },
        {
            content: "Read, then said on the text itself",
            trigger: ".o_form_view .o_field_widget[name=name]:contains(Về thực hiện dân chủ)",
        },
        { trigger: "button[name=action_studied_by_me]", run: "click" },
        { trigger: ".o_form_view:not(:has(button[name=action_studied_by_me]))" },
    ],
});
