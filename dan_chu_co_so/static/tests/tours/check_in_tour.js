import { ConnectionLostError, rpc } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const ask = rpc._rpc;

/** How the connection behaves: "down" loses the question, "deaf" the answer. */
function connection(state) {
    rpc._rpc = (url, ...rest) => {
        if (!url.includes("check_in") || state === "up") {
            return ask(url, ...rest);
        }
        const lose = () => Promise.reject(new ConnectionLostError(url));
        return state === "deaf" ? ask(url, ...rest).then(lose) : lose();
    };
}

/** What the desk beside this one does. */
function elsewhere(id, stage) {
    const conference = Number(location.pathname.match(/(\d+)\/dan-chu-check-in/)[1]);
    const params = {
        model: "dan_chu.conference",
        method: "check_in",
        args: [[conference], id, { stage }],
        kwargs: {},
    };
    return ask("/web/dataset/call_kw/dan_chu.conference/check_in", params, {});
}

const look = (text) => ({ trigger: ".o_dan_chu_door_search", run: `edit ${text}` });
const row = (name) => `.o_dan_chu_door_row:contains(${name})`;
const group = (name) => ({ trigger: `.o_dan_chu_door_group[data-group='${name}']`, run: "click" });
const present = (number) => ({ trigger: `.o_dan_chu_door_present:contains(/^${number}\\b/)` });

const fits = {
    content: "All that is touched is as large as a thumb, and nothing is wider than the screen",
    trigger: ".o_dan_chu_door_enter",
    run() {
        if (this.anchor.getBoundingClientRect().height < 44) {
            throw new Error("The button is too small for a thumb");
        }
        if (document.documentElement.scrollWidth > window.innerWidth) {
            throw new Error("The page is wider than the screen");
        }
    },
};

tours.add("dan_chu_check_in_on_a_phone", {
    steps: () => [
        fits,
        look("anh dao"),
        {
            content: "Found without accents, and nobody else",
            trigger: `${row("Đào Thị Ánh")}`,
            run() {
                if (document.querySelectorAll(".o_dan_chu_door_row").length !== 1) {
                    throw new Error("More people are found than meant");
                }
            },
        },
        { trigger: `${row("Đào Thị Ánh")} .o_dan_chu_door_enter`, run: "click" },
        present(1),
        { content: "The next one can be typed", trigger: ".o_dan_chu_door_search:value(/^$/)" },
        look("quy"),
        { trigger: `${row("Ngô Văn Quý")} .o_dan_chu_door_name`, run: "click" },
        { trigger: ".o_dan_chu_door_reason", run: "edit Con ốm" },
        { trigger: ".o_dan_chu_door_excused", run: "click" },
        group("away"),
        { trigger: `${row("Ngô Văn Quý")}:contains(Con ốm)` },
        group("present"),
        { trigger: `${row("Đào Thị Ánh")} .o_dan_chu_door_name`, run: "click" },
        { trigger: ".o_dan_chu_door_left", run: "click" },
        { trigger: `${row("Đào Thị Ánh")}[data-stage=left]` },
        present(1),
    ],
});

tours.add("dan_chu_check_in_beside_another_desk", {
    steps: () => [
        look("quy"),
        {
            trigger: row("Ngô Văn Quý"),
            run() {
                return elsewhere(Number(this.anchor.dataset.id), "excused");
            },
        },
        {
            content: "What the other desk did comes by itself",
            trigger: `${row("Ngô Văn Quý")}[data-stage=excused]`,
        },
        look("anh dao"),
        {
            trigger: row("Đào Thị Ánh"),
            async run() {
                await elsewhere(Number(this.anchor.dataset.id), "absent");
                this.anchor.querySelector(".o_dan_chu_door_enter").click();
            },
        },
        {
            content: "Who disagrees with another desk is told so",
            trigger: ".o_notification:contains(Đào Thị Ánh)",
        },
        group("away"),
        { trigger: `${row("Đào Thị Ánh")}[data-stage=absent]` },
    ],
});

tours.add("dan_chu_check_in_without_connection", {
    steps: () => [
        look("anh dao"),
        { trigger: row("Đào Thị Ánh"), run: () => connection("down") },
        { trigger: `${row("Đào Thị Ánh")} .o_dan_chu_door_enter`, run: "click" },
        { trigger: ".o_dan_chu_door_offline" },
        {
            content: "It waits; then the server has it and the desk does not know",
            trigger: ".o_dan_chu_door_waiting",
            run: () => connection("deaf"),
        },
        {
            content: "Sent again by itself",
            trigger: ".o_dan_chu_door_offline",
            async run() {
                await new Promise((resolve) => setTimeout(resolve, 3500));
                connection("up");
            },
        },
        present(1),
        { trigger: "body:not(:has(.o_dan_chu_door_offline))" },
        group("present"),
        { trigger: `${row("Đào Thị Ánh")}[data-stage=present]` },
    ],
});

tours.add("dan_chu_check_in_all_but_some", {
    steps: () => [
        fits,
        look("dao anh"),
        { trigger: row("Đào Thị Ánh") },
        {
            content: "The next key checks in",
            trigger: ".o_dan_chu_door_search",
            run: "press Enter",
        },
        present(1),
        { trigger: ".o_dan_chu_door_told:contains(Đào Thị Ánh)" },
        { trigger: ".o_dan_chu_door_all", run: "click" },
        look("quy"),
        { trigger: `${row("Ngô Văn Quý")} .o_dan_chu_door_but_excused`, run: "click" },
        { trigger: ".o_dan_chu_door_enter_all:contains(/, 1 /)", run: "click" },
        { trigger: ".o_dan_chu_door_quorum[data-quorum=met]" },
        group("away"),
        { trigger: row("Ngô Văn Quý") },
    ],
});

tours.add("dan_chu_open_with_enough_people", {
    steps: () => [
        { trigger: "button[name=action_open]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        {
            content: "Too few: refused with the way out",
            trigger: ".modal:contains(Điều 50 khoản 2)",
        },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: "button[name=action_check_in]", run: "click" },
        { trigger: ".o_dan_chu_door_all", run: "click" },
        { trigger: ".o_dan_chu_door_enter_all", run: "click" },
        { trigger: ".o_dan_chu_door_quorum[data-quorum=met]" },
        { trigger: ".o_dan_chu_door_screen", run: "click" },
        { trigger: ".o_dan_chu_quorum_state[data-state=met]" },
        { trigger: ".o_dan_chu_quorum_close", run: "click" },
        { trigger: ".breadcrumb-item a, .o_back_button", run: "click" },
        { trigger: "button[name=action_open]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_arrow_button_current[data-value=open]" },
    ],
});
