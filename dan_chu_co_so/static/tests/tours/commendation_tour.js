import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

function rows(count) {
    return {
        trigger: ".o_list_view",
        async run() {
            const seen = () => document.querySelectorAll(".o_data_row").length;
            for (let tries = 0; tries < 50 && seen() !== count; tries++) {
                await new Promise((resolve) => setTimeout(resolve, 100));
            }
            if (seen() !== count) {
                throw new Error(`${seen()} lines on the list instead of ${count}`);
            }
        },
    };
}

tours.add("dan_chu_nominate_all_and_hand_in", {
    steps: () => [
        { trigger: ".o_data_row button[name=action_open_list]", run: "click" },
        { trigger: ".o_control_panel .o_breadcrumb .o_back_button" },
        {
            content: "All of the unit, for the award of the round",
            trigger:
                ".o_control_panel .o_control_panel_main_buttons button:not(.o_list_button_add)",
            run: "click",
        },
        {
            content: "The dialog knows round and unit of the list it was opened from",
            trigger: ".modal .o_field_widget[name=unit_id] input:value(/./)",
        },
        { trigger: ".modal button[name=action_confirm]", run: "click" },
        { trigger: "body:not(:has(.modal)) .o_data_row" },
        rows(3),
        { trigger: ".o_data_row:first button[name=action_strike]", run: "click" },
        rows(2),
        { trigger: ".o_control_panel .o_back_button", run: "click" },
        { trigger: ".o_data_row button[name=action_hand_in]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        {
            content: "Nothing is left to hand in",
            trigger: ".o_list_view:not(:has(button[name=action_hand_in]))",
        },
    ],
});

tours.add("dan_chu_check_nominations", {
    steps: () => [
        {
            content: "The counter opens what it counts",
            trigger: ".o_form_view button[name=action_open_counted]:has([name=to_check_count])",
            run: "click",
        },
        { trigger: ".o_list_view .o_data_row" },
        rows(2),
        { trigger: "thead .o_list_record_selector input", run: "click" },
        {
            content: "Over the rows chosen stands what can be done with them, and nothing else",
            trigger:
                ".o_control_panel:has(button[name=action_return]):not(:has(" +
                "button[name=action_submit], button[name=action_forward], " +
                "button[name=action_strike], button[name=action_council]))",
        },
        { trigger: ".o_control_panel button[name=action_check]", run: "click" },
        { trigger: ".o_list_view:not(:has(.o_data_row .text-bg-info))" },
    ],
});
