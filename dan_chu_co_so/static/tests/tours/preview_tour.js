import { registry } from "@web/core/registry";

const PAGE = ".o_dan_chu_preview_page";

let before;

function keepPage() {
    before = document.querySelector(PAGE).src;
}

function pageFollows() {
    if (document.querySelector(PAGE).src === before) {
        throw new Error("The page did not change");
    }
}

registry.category("web_tour.tours").add("dan_chu_preview", {
    steps: () => [
        { trigger: PAGE, run: keepPage },
        {
            trigger: ".o_field_widget[name=title] input, .o_field_widget[name=title] textarea",
            run: "fill Đang gõ dở",
        },
        {
            content: "The page follows though the field is not left",
            trigger: `${PAGE}[src*="svg"]`,
            async run() {
                for (
                    let wait = 0;
                    document.querySelector(PAGE).src === before && wait < 50;
                    wait++
                ) {
                    await new Promise((resolve) => setTimeout(resolve, 100));
                }
                pageFollows();
            },
        },
        { trigger: ".o_dan_chu_preview_toggle", run: "click" },
        {
            trigger: ".o_form_view:not(:has(.o_dan_chu_preview_panel)) .o_dan_chu_preview_toggle",
            run: "click",
        },
        { trigger: PAGE },
        { trigger: ".o_form_button_cancel", run: "click" },
        { trigger: ".o_form_saved" },
    ],
});

registry.category("web_tour.tours").add("dan_chu_print_many", {
    steps: () => [
        { trigger: "thead .o_list_record_selector input", run: "click" },
        { trigger: ".o_cp_action_menus .dropdown-toggle:has(.fa-cog)", run: "click" },
        { trigger: ".o-dropdown--menu .o-dropdown-item:last", run: "click" },
        { trigger: ".modal .o_dan_chu_print_begin", run: "click" },
        { trigger: '.modal .o_dan_chu_print_file[href*="/data/van-ban.pdf"]' },
        { trigger: ".modal-footer button", run: "click" },
        { trigger: "body:not(:has(.modal))" },
    ],
});
