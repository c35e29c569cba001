import { registry } from "@web/core/registry";
import { inputFiles } from "@web/../tests/utils";

const tours = registry.category("web_tour.tours");

const PIXEL =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

tours.add("dan_chu_close_a_task_on_a_phone", {
    steps: () => [
        { trigger: ".o_kanban_record:contains(Niêm yết công khai)", run: "click" },
        {
            trigger: ".o_form_view .o_field_widget[name=result] textarea",
            run: "edit Đã niêm yết tại bảng tin.",
        },
        {
            content: "One tap opens the camera",
            trigger: ".o_dan_chu_evidence_camera",
            async run() {
                const input = document.querySelector(".o_dan_chu_evidence_photo");
                if (input.getAttribute("capture") !== "environment") {
                    throw new Error("The photo is not taken with the camera");
                }
                const bytes = Uint8Array.from(atob(PIXEL), (char) => char.charCodeAt(0));
                const photo = new File([bytes], "anh.png", { type: "image/png" });
                await inputFiles(".o_dan_chu_evidence_photo", [photo]);
            },
        },
        {
            content: "The photo is there, and what was written has stayed",
            trigger:
                ".o_form_view:has(textarea:value(Đã niêm yết)) .o_dan_chu_evidence_file img[alt='anh.png']",
        },
        {
            content: "No scrolling before the button",
            trigger: ".o_dan_chu_task_report button[name=action_done]",
            run() {
                if (this.anchor.getBoundingClientRect().bottom > window.innerHeight) {
                    throw new Error("The button stands below the screen");
                }
            },
        },
        { trigger: ".o_dan_chu_task_report button[name=action_done]", run: "click" },
        { trigger: ".o_form_view button[name=action_reopen]" },
    ],
});

const open = [
    {
        trigger: ".o_data_row:contains(Niêm yết công khai) .o_list_record_open_form_view button",
        run: "click",
    },
    { trigger: ".o_form_view .o_field_widget[name=result]" },
];

tours.add("dan_chu_send_a_task_back", {
    steps: () => [
        ...open,
        { trigger: "button[name=action_send_back]", run: "click" },
        { trigger: ".modal .o_field_widget[name=text] textarea", run: "edit Thiếu ảnh niêm yết." },
        { trigger: ".modal button[name=action_say]", run: "click" },
        {
            content: "The dialog is gone, the task is to be done again",
            trigger: "body:not(:has(.modal)) .o_statusbar_buttons button[name=action_done]",
        },
    ],
});

tours.add("dan_chu_accept_a_task", {
    steps: () => [
        ...open,
        { trigger: "button[name=action_accept]", run: "click" },
        { trigger: ".o_form_view:not(:has(button[name=action_accept]))" },
    ],
});

tours.add("dan_chu_copy_a_reminder", {
    steps: () => [
        {
            trigger: ".o_data_row:contains(Niêm yết công khai) .o_list_record_selector",
            run: "click",
        },
        { trigger: "button[name=action_copy_reminder]", run: "click" },
        { trigger: ".modal .o_dan_chu_reminder textarea:value(chậm 3 ngày)" },
        { trigger: ".o_dan_chu_reminder_copy", run: "click" },
        { trigger: ".o_notification" },
    ],
});
