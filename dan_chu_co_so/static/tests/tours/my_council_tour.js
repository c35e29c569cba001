import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const line = (place) => `.o_dan_chu_my_council_line:eq(${place})`;
const answer = (place, choice) => `${line(place)} [data-answer=${choice}]`;
const chosen = (place, choice) => `${answer(place, choice)}[aria-checked=true]`;
const confirm = { trigger: ".modal-footer .btn-primary", run: "click" };

const fits = {
    content: "Nothing is wider than the screen",
    trigger: ".o_dan_chu_my_council_line",
    run() {
        if (document.documentElement.scrollWidth > window.innerWidth) {
            throw new Error("The page is wider than the screen");
        }
    },
};

tours.add("dan_chu_my_council_on_a_phone", {
    steps: () => [
        fits,
        { trigger: answer(1, "against"), run: "click" },
        { trigger: chosen(1, "against") },
        {
            content: "What is chosen outlives a page that is loaded again",
            trigger: ".o_dan_chu_my_council_refresh",
            run() {
                location.reload();
            },
            expectUnloadPage: true,
        },
        { trigger: chosen(1, "against") },
        { trigger: `${line(0)} .o_dan_chu_my_council_more`, run: "click" },
        { trigger: `${line(0)} .o_dan_chu_my_council_dossier` },
        { trigger: ".o_dan_chu_my_council_rest", run: "click" },
        { trigger: chosen(0, "for") },
        {
            content: "Nobody votes on the own line",
            trigger: `${line(2)}:not(:has([data-answer]))`,
        },
        { trigger: ".o_dan_chu_my_council_send", run: "click" },
        confirm,
        { trigger: ".o_dan_chu_my_council_done" },
        { trigger: `${line(1)} .o_dan_chu_my_council_cast` },
        {
            content: "What was sent does not change",
            trigger: ".o_dan_chu_my_council:not(:has([data-answer]))",
        },
        fits,
    ],
});

tours.add("dan_chu_council_closed_by_its_secretary", {
    steps: () => [
        { trigger: "button[name=action_close]", run: "click" },
        confirm,
        { trigger: ".o_statusbar_status [data-value=closed][aria-checked=true]" },
        { trigger: "[name=line_ids] .o_data_row.text-danger" },
        { trigger: "body:not(:has(button[name=action_close]))" },
    ],
});
