import { browser } from "@web/core/browser/browser";
import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

// What a button opens in a tab of its own, which a tour cannot follow.
const opened = [];
const open = browser.open;

function clickAndCatch(selector) {
    return [
        {
            content: "What opens in another tab is caught",
            trigger: selector,
            run() {
                opened.length = 0;
                browser.open = (url) => {
                    opened.push(url);
                    return window;
                };
            },
        },
        { trigger: selector, run: "click" },
        {
            content: "It is a PDF file",
            trigger: "body",
            async run() {
                for (let turn = 0; turn < 100 && !opened.length; turn++) {
                    await new Promise((resolve) => setTimeout(resolve, 50));
                }
                browser.open = open;
                const answer = await fetch(opened[0]);
                const begin = new TextDecoder().decode((await answer.arrayBuffer()).slice(0, 4));
                if (answer.status !== 200 || begin !== "%PDF") {
                    throw new Error(`${opened[0]} is no PDF file but ${answer.status} ${begin}`);
                }
            },
        },
    ];
}

tours.add("dan_chu_my_awards_on_a_phone", {
    steps: () => [
        {
            trigger: ".o_kanban_record:contains(Hoàn thành xuất sắc nhiệm vụ năm học)",
            run: "click",
        },
        {
            content: "Nothing is wider than the screen",
            trigger: ".o_form_view .o_field_widget[name=decision_words]:contains(45/)",
            run() {
                if (document.documentElement.scrollWidth > window.innerWidth) {
                    throw new Error("The page is wider than the screen");
                }
            },
        },
        ...clickAndCatch("button[name=action_open_paper]"),
    ],
});

tours.add("dan_chu_print_certificates", {
    steps: () => [
        { trigger: ".o_data_row td.o_data_cell", run: "click" },
        ...clickAndCatch(".o_statusbar_buttons button[name=action_print_certificates]"),
    ],
});
