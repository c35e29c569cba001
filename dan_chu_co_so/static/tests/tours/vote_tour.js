import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const total = (name) => `.o_dan_chu_counting_number[name=${name}]`;
const type = (name, number) => ({ trigger: total(name), run: `edit ${number}` });
const typed = (name, number) => `${total(name)}:value(/^${number}$/)`;
const candidate = (name) => `label:contains(${name}) .o_dan_chu_counting_number`;
const refused = (words) => `.o_dan_chu_counting_misfits:contains(${words})`;
const fitting = ".o_dan_chu_counting:not(:has(.o_dan_chu_counting_misfits))";
const confirm = { trigger: ".modal-footer .btn-primary", run: "click" };
const outcome = (words) => `.o_dan_chu_counting_outcome:contains(${words})`;

tours.add("dan_chu_vote_by_hands", {
    steps: () => [
        { trigger: ".nav-link[name=votes]", run: "click" },
        { trigger: "[name=vote_ids] .o_field_x2many_list_row_add a", run: "click" },
        {
            trigger: ".modal [name=name] textarea",
            run: "edit Thông qua quy chế chi tiêu nội bộ",
        },
        { trigger: ".modal [name=matter] select, .modal [name=matter] input", run: "click" },
        {
            content: "What it is about is asked for: it decides in which papers it stands",
            trigger: ".o_select_menu_item:contains(Other self-management)",
            run: "click",
        },
        { trigger: ".modal .o_form_button_save", run: "click" },
        { trigger: "body:not(:has(.modal)) .o_form_button_save", run: "click" },
        {
            trigger:
                ".o_form_saved [name=vote_ids] .o_data_row:contains(Thông qua quy chế) button[name=action_open_vote]",
            run: "click",
        },
        { trigger: ".o_form_view button[name=action_open]", run: "click" },
        { trigger: "button[name=action_count]", run: "click" },
        type("votes_for", 28),
        type("votes_against", 3),
        {
            content: "More hands than people: said while it is typed, and nothing can be closed",
            trigger: refused("31 hands, but only 30 people in the room"),
        },
        { trigger: ".o_dan_chu_counting_close:disabled" },
        { content: "What was typed is still there", trigger: typed("votes_for", 28) },
        { trigger: typed("votes_against", 3) },
        { content: "Kept all the same?", trigger: ".o_dan_chu_counting_keep", run: "click" },
        {
            content: "Refused, and nothing is lost",
            trigger: ".modal:contains(More hands were counted)",
        },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: `body:not(:has(.modal)) ${typed("votes_for", 28)}` },
        type("votes_for", 20),
        { trigger: fitting },
        { trigger: ".o_dan_chu_counting_close:enabled", run: "click" },
        confirm,
        {
            content: "The outcome and its sum",
            trigger: outcome("20/30 người dự hội nghị tán thành"),
        },
        { trigger: outcome("thông qua") },
        { trigger: `${total("votes_for")}:disabled` },
        { trigger: ".breadcrumb-item a, .o_back_button", run: "click" },
        {
            content: "In the conference's form as well",
            trigger:
                "[name=vote_ids] .o_data_row:contains(20/30) [name=outcome] .badge:contains(Passed)",
        },
    ],
});

tours.add("dan_chu_election_with_a_tie", {
    steps: () => [
        { trigger: ".o_dan_chu_counting_vote:contains(Bầu Ban Thanh tra)", run: "click" },
        { trigger: ".o_dan_chu_counting_open", run: "click" },
        type("issued", 30),
        type("collected", 29),
        type("valid", 28),
        type("invalid", 2),
        {
            content: "One ballot too many",
            trigger: refused("30 ballots, but 29 were collected"),
        },
        type("invalid", 1),
        { trigger: candidate("Nguyễn Văn An"), run: "edit 20" },
        { trigger: candidate("Nguyễn Thị An"), run: "edit 29" },
        {
            content: "More votes than valid ballots",
            trigger: refused("29 votes for Nguyễn Thị An, but only 28 ballots are valid"),
        },
        { trigger: candidate("Nguyễn Thị An"), run: "edit 17" },
        { trigger: candidate("Nguyễn Minh An"), run: "edit 17" },
        { trigger: fitting },
        { trigger: ".o_dan_chu_counting_keep:enabled", run: "click" },
        { trigger: ".o_dan_chu_counting_keep:disabled" },
        { trigger: ".o_dan_chu_counting_close:enabled", run: "click" },
        confirm,
        { trigger: outcome("Trúng cử 1/2 người") },
        { trigger: "label:contains(Nguyễn Văn An):contains(Elected)" },
        { trigger: "label:contains(Nguyễn Thị An):contains(Tie)" },
        { trigger: "label:contains(Nguyễn Minh An):contains(Tie)" },
        { trigger: ".o_dan_chu_counting_next", run: "click" },
        { content: "The second round", trigger: ".o_dan_chu_counting_open", run: "click" },
        type("issued", 30),
        type("collected", 30),
        type("valid", 30),
        { trigger: candidate("Nguyễn Thị An"), run: "edit 18" },
        { trigger: candidate("Nguyễn Minh An"), run: "edit 12" },
        { trigger: fitting },
        { trigger: ".o_dan_chu_counting_close:enabled", run: "click" },
        confirm,
        { trigger: outcome("Trúng cử 1/1 người") },
        { trigger: "label:contains(Nguyễn Thị An):contains(Elected)" },
        {
            content: "No third round",
            trigger: ".o_dan_chu_counting:not(:has(.o_dan_chu_counting_next))",
        },
    ],
});
