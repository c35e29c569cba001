import { registry } from "@web/core/registry";

const WORD = `<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span
    style="mso-list:Ignore">1.<span>&nbsp;&nbsp;</span></span>Báo cáo năm</p>`;
const TABLE =
    "Nhiệm vụ\tChủ trì\tThời gian\n" +
    "Họp tổng kết\tKế toán\tQuý IV\n" +
    "Việc sai ngày\tKế toán\tngày 31/2\n";
const area = ".modal [name=pasted] textarea";

/** As from the clipboard: both forms of the same text, of which the screen shows the plain one. */
function paste(text, html = "") {
    return function () {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        if (html) {
            clipboardData.setData("text/html", html);
        }
        this.anchor.focus();
        this.anchor.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
    };
}

registry.category("web_tour.tours").add("dan_chu_paste_into_a_plan", {
    steps: () => [
        {
            trigger: ".o_control_panel_main_buttons button.btn-secondary:not(.dropdown-toggle)",
            run: "click",
        },
        { trigger: ".modal [name=template_id] input", run: "edit dan van kheo" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Dân vận khéo)", run: "click" },
        { trigger: ".modal [name=title]:contains(Dân vận khéo)" },
        { trigger: ".modal button[name=action_begin]", run: "click" },
        { trigger: "[name=section_ids] .o_data_row:contains(MỤC ĐÍCH, YÊU CẦU)" },
        { trigger: ".tab-pane.active button:has(.fa-paste)", run: "click" },
        { trigger: area, run: paste("Báo cáo năm", WORD) },
        {
            content: "The number is in the HTML only",
            trigger:
                ".modal [name=line_ids] .o_data_row:contains(Báo cáo năm) [name=number]:contains(/1|I/)",
        },
        { trigger: ".modal button[name=action_paste]", run: "click" },
        { trigger: "body:not(:has(.modal)) [name=section_ids] .o_data_row:contains(Báo cáo năm)" },
        { trigger: ".nav-link[name=tasks]", run: "click" },
        { trigger: ".tab-pane.active button:has(.fa-paste):visible", run: "click" },
        { trigger: area, run: paste(TABLE) },
        { trigger: ".modal [name=errors]:contains(31/2)" },
        { trigger: ".modal:not(:has(button[name=action_paste]))" },
        { trigger: ".modal [name=leaves_out_errors] input", run: "click" },
        { trigger: ".modal button[name=action_paste]", run: "click" },
        { trigger: "body:not(:has(.modal)) [name=task_ids] .o_data_row:contains(Họp tổng kết)" },
    ],
});
