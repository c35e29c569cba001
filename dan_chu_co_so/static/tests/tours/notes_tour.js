import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const kind = (code) => ({ trigger: `.o_dan_chu_notes_kind[data-kind=${code}]`, run: "click" });
const write = (text) => ({ trigger: ".o_dan_chu_notes_text", run: `edit ${text}` });
const note = { trigger: ".o_dan_chu_notes_note", run: "click" };
const row = (text) =>
    `.o_dan_chu_notes:not(:has(.o_dan_chu_notes_waiting)) .o_dan_chu_notes_row:contains(${text})`;
const empty = {
    content: "The next one can be written",
    trigger: ".o_dan_chu_notes_text:value(/^$/)",
};

tours.add("dan_chu_take_notes", {
    steps: () => [
        {
            trigger: ".o_dan_chu_notes_item",
            run: "selectByLabel 2. Thảo luận",
        },
        { content: "Nothing said yet", trigger: ".o_dan_chu_notes_note", run: "click" },
        { trigger: ".o_dan_chu_notes_missing" },
        { trigger: ".o_dan_chu_notes_speaker", run: "edit Nguyễn Văn An" },
        {
            content: "Found on the list, with the group",
            trigger: ".o_dan_chu_notes_speakers button:contains(Tổ Toán)",
            run: "click",
        },
        { trigger: ".o_dan_chu_notes_speaker:value(/Nguyễn Văn An.*Tổ Toán/)" },
        write("Thống nhất với báo cáo tổng kết."),
        note,
        { trigger: row("Thống nhất với báo cáo") },
        empty,
        kind("question"),
        { trigger: ".o_dan_chu_notes_speaker", run: "edit Bà Khách Mời" },
        write("Bao giờ sửa nhà xe?"),
        note,
        { trigger: `${row("Bao giờ sửa nhà xe?")} .o_dan_chu_notes_reply`, run: "click" },
        { trigger: ".o_dan_chu_notes_draft:contains(Replies to: Bao giờ sửa nhà xe?)" },
        { trigger: ".o_dan_chu_notes_kind[data-kind=answer].btn-primary" },
        { trigger: ".o_dan_chu_notes_speaker", run: "edit Hiệu trưởng" },
        write("Trong hè năm nay."),
        note,
        { trigger: row("Trong hè năm nay.") },
        {
            content: "The question is answered",
            trigger: `${row("Bao giờ sửa nhà xe?")} .o_dan_chu_notes_reply.btn-light`,
        },
        { trigger: ".o_dan_chu_notes_minutes_button", run: "click" },
        { trigger: ".o_dan_chu_notes_minutes:contains(Thống nhất với báo cáo tổng kết)" },
        { trigger: ".o_dan_chu_notes_minutes:contains(Trong hè năm nay)" },
        { trigger: ".o_dan_chu_notes_back", run: "click" },
        { trigger: row("Trong hè năm nay.") },
    ],
});
