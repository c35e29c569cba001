import { registry } from "@web/core/registry";
import { ConnectionLostError, rpc } from "@web/core/network/rpc";
import { inputFiles } from "@web/../tests/utils";

const tours = registry.category("web_tour.tours");

const PIXEL =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function bytes(text) {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

function photo(name = "kho.png", content = [bytes(PIXEL)]) {
    return new File(content, name, { type: "image/png" });
}

const ask = rpc._rpc;

/** How the connection behaves: "down" loses the question, "deaf" the answer. */
function connection(state) {
    rpc._rpc = (url, ...rest) => {
        if (!url.includes("record_from_phone") || state === "up") {
            return ask(url, ...rest);
        }
        const lose = () => Promise.reject(new ConnectionLostError(url));
        return state === "deaf" ? ask(url, ...rest).then(lose) : lose();
    };
}

const note = (kind, text) => [
    { trigger: `.o_dan_chu_findings_kind[data-kind=${kind}]`, run: "click" },
    { trigger: ".o_dan_chu_findings_text", run: `edit ${text}` },
];

const send = { trigger: ".o_dan_chu_findings_note", run: "click" };
const isNoted = (text) => ({ trigger: `.o_dan_chu_findings_row:contains(${text})` });
const allSent = { trigger: "body:not(:has(.o_dan_chu_findings_unsent))" };

tours.add("dan_chu_note_on_a_phone", {
    steps: () => [
        {
            content: "The three kinds and the words stand on the first screen",
            trigger: ".o_dan_chu_findings_camera",
            run() {
                if (this.anchor.getBoundingClientRect().bottom > window.innerHeight) {
                    throw new Error("The camera stands below the screen");
                }
                if (document.documentElement.scrollWidth > window.innerWidth) {
                    throw new Error("The page is wider than the phone");
                }
            },
        },
        send,
        { trigger: ".o_dan_chu_findings_missing" },
        ...note("strength", "Sổ quỹ rõ ràng"),
        send,
        isNoted("Sổ quỹ rõ ràng"),
        {
            content: "The next one is empty again",
            trigger: ".o_dan_chu_findings_text:value(/^$/)",
        },
        ...note("shortcoming", "Kho không có sổ"),
        {
            trigger: ".o_dan_chu_findings_photo:not(:visible)",
            async run() {
                if (this.anchor.getAttribute("capture") !== "environment") {
                    throw new Error("The photo is not taken with the camera");
                }
                await inputFiles(".o_dan_chu_findings_photo", [photo()]);
            },
        },
        { trigger: ".o_dan_chu_findings_draft img[alt='kho.png']" },
        { trigger: ".o_dan_chu_findings_item", run: "selectByIndex 1" },
        { trigger: ".o_dan_chu_findings_present", run: "edit Thủ kho" },
        send,
        {
            content: "With its photo",
            trigger: ".o_dan_chu_findings_row:contains(Kho không có sổ) img[alt='kho.png']",
        },
        allSent,
        {
            content: "Who was present is kept",
            trigger: ".o_dan_chu_findings_present:value(Thủ kho)",
        },
    ],
});

tours.add("dan_chu_note_without_connection", {
    steps: () => [
        ...note("violation", "Thu ngoài sổ"),
        {
            trigger: ".o_dan_chu_findings_photo:not(:visible)",
            run: () => inputFiles(".o_dan_chu_findings_photo", [photo()]),
        },
        {
            trigger: ".o_dan_chu_findings_draft img[alt='kho.png']",
            run: () => connection("down"),
        },
        send,
        {
            content: "It waits, and is not among those noted",
            trigger:
                ".o_dan_chu_findings_unsent:contains(Thu ngoài sổ):not(:has(.o_dan_chu_findings_refusal))",
        },
        { trigger: "body:not(:has(.o_dan_chu_findings_row))" },
        {
            content: "It is in the browser",
            trigger: ".o_dan_chu_findings_unsent",
            run() {
                const kept = Object.entries(localStorage).filter(([name]) =>
                    name.includes("/waiting/"),
                );
                if (kept.length !== 1 || !kept[0][1].includes("Thu ngoài sổ")) {
                    throw new Error("The words are not kept in the browser");
                }
                connection("deaf");
            },
        },
        { trigger: ".o_dan_chu_findings_send", run: "click" },
        {
            content: "The server has it, and the phone does not know: it still waits",
            trigger: ".o_dan_chu_findings_send:enabled",
            run: () => connection("up"),
        },
        { trigger: ".o_dan_chu_findings_unsent:contains(Thu ngoài sổ)" },
        { trigger: ".o_dan_chu_findings_send", run: "click" },
        {
            content: "Once, with its photo",
            trigger: ".o_dan_chu_findings_row:contains(Thu ngoài sổ) img[alt='kho.png']",
            run() {
                if (document.querySelectorAll(".o_dan_chu_findings_row").length !== 1) {
                    throw new Error("The finding is there twice");
                }
            },
        },
        allSent,
        {
            trigger: "body",
            run() {
                if (Object.keys(localStorage).some((name) => name.includes("/waiting/"))) {
                    throw new Error("What was sent is still kept in the browser");
                }
            },
        },
    ],
});

tours.add("dan_chu_reload_while_typing", {
    steps: () => [
        ...note("shortcoming", "Đang viết dở"),
        {
            trigger: ".o_dan_chu_findings_kind[data-kind=shortcoming][aria-checked=true]",
            run() {
                window.isBeforeReload = true;
                location.reload();
            },
            expectUnloadPage: true,
        },
        {
            trigger: ".o_dan_chu_findings_text:value(Đang viết dở)",
            run() {
                if (window.isBeforeReload) {
                    throw new Error("The page was not loaded again");
                }
            },
        },
        { trigger: ".o_dan_chu_findings_kind[data-kind=shortcoming][aria-checked=true]" },
    ],
});

tours.add("dan_chu_note_in_a_full_browser", {
    steps: () => [
        {
            trigger: ".o_dan_chu_findings_text",
            run() {
                const { setItem } = Storage.prototype;
                Storage.prototype.setItem = function (name, value) {
                    if (name.startsWith("dan_chu.finding/")) {
                        throw new DOMException("full", "QuotaExceededError");
                    }
                    return setItem.call(this, name, value);
                };
            },
        },
        ...note("strength", "Máy đã đầy"),
        { content: "It says so", trigger: ".o_dan_chu_findings_unsafe" },
        send,
        isNoted("Máy đã đầy"),
        allSent,
    ],
});

tours.add("dan_chu_note_what_is_refused", {
    steps: () => [
        {
            content: "A photo of 200 MB is not even read",
            trigger: ".o_dan_chu_findings_photo:not(:visible)",
            async run() {
                const large = photo("lon.png");
                Object.defineProperty(large, "size", { value: 200 * 1024 * 1024 });
                Object.defineProperty(this.anchor, "files", { value: [large], configurable: true });
                this.anchor.dispatchEvent(new Event("change", { bubbles: true }));
                delete this.anchor.files;
            },
        },
        { trigger: ".o_notification:contains(200)" },
        ...note("violation", "Có tệp lạ"),
        {
            trigger: ".o_dan_chu_findings_photo:not(:visible)",
            run: () => inputFiles(".o_dan_chu_findings_photo", [photo("anh.png", ["MZ program"])]),
        },
        { trigger: ".o_dan_chu_findings_draft .o_dan_chu_evidence_file" },
        send,
        isNoted("Có tệp lạ"),
        { trigger: ".o_dan_chu_findings_unsent .o_dan_chu_findings_refusal:contains(anh.png)" },
        { trigger: ".o_dan_chu_findings_unsent .btn-link", run: "click" },
        allSent,
    ],
});
