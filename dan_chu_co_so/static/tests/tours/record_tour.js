import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const choose = (field, name) => [
    { trigger: `${field} input`, run: `edit ${name}` },
    { trigger: `.o-autocomplete--dropdown-item:contains(${name})`, run: "click" },
];
const away = "[name=away_ids] .o_selected_row";
const anotherAway = (place) => [
    { trigger: "[name=away_ids] .o_field_x2many_list_row_add a", run: "click" },
    { trigger: `${away}:nth-child(${place})` },
];
const votes = (number) => [
    { trigger: "[name=vote_ids] .o_data_row [name=votes_for]", run: "click" },
    {
        trigger: "[name=vote_ids] .o_selected_row [name=votes_for] input",
        run: `edit ${number}`,
    },
    { content: "The row is left", trigger: "[name=location] input", run: "click" },
];

tours.add("dan_chu_record_a_conference_held_on_paper", {
    steps: () => [
        { trigger: "[name=date] input", run: "edit -7d" },
        { trigger: "[name=location] input", run: "edit Hội trường" },
        ...choose("[name=chair_id]", "head"),
        ...choose("[name=secretary_id]", "secretary"),
        ...anotherAway(1),
        ...choose(`${away} [name=employee_id]`, "Nguyễn Văn An"),
        { trigger: `${away} [name=reason] input`, run: "edit Đi học" },
        ...anotherAway(2),
        ...choose(`${away} [name=employee_id]`, "Nguyễn Thị An"),
        { trigger: `${away} [name=how] input`, run: "click" },
        { trigger: ".o_select_menu_item:contains(Taken off the list)", run: "click" },
        { trigger: `${away} [name=reason] input`, run: "edit Nghỉ thai sản" },
        { content: "Enough came", trigger: "[name=quorum_words]:contains(28/30)" },
        ...votes(40),
        { trigger: "[name=sum_words]:contains(40 votes, but only 28 came)" },
        { trigger: "button[name=action_record]", run: "click" },
        { content: "More votes than people", trigger: ".modal:contains(hands)" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        {
            content: "Nothing that was typed is lost",
            trigger: "body:not(:has(.modal)) [name=away_ids] .o_data_row:contains(Nghỉ thai sản)",
        },
        ...votes(26),
        { trigger: "[name=sum_words]:contains(26/28)" },
        {
            trigger: "[name=commitments] textarea",
            run: "edit Sửa nhà xe | Hiệu trưởng | Quý I/2099",
        },
        { trigger: "[name=location] input", run: "click" },
        { trigger: "[name=read_as]:contains(Sửa nhà xe)" },
        { trigger: "button[name=action_record]", run: "click" },
        { trigger: ".o_arrow_button_current:contains(Closed)" },
        { trigger: ".nav-link[name=votes]", run: "click" },
        { trigger: "[name=vote_ids] .o_data_row:contains(26/28)" },
    ],
});
