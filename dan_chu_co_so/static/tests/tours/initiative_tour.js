import { registry } from "@web/core/registry";
import { inputFiles } from "@web/../tests/utils";

const tours = registry.category("web_tour.tours");

const PIXEL =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

function pixel(name) {
    const bytes = Uint8Array.from(atob(PIXEL), (char) => char.charCodeAt(0));
    return new File([bytes], name, { type: "image/png" });
}

/** Noise, which no format makes small. */
async function drawn(name, side) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const context = canvas.getContext("2d");
    const image = context.createImageData(side, side);
    for (let place = 0; place < image.data.length; place++) {
        image.data[place] = place % 4 === 3 ? 255 : 256 * Math.random();
    }
    context.putImageData(image, 0, 0);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    return new File([blob], name, { type: "image/png" });
}

const fits = {
    content: "Nothing is wider than the screen",
    trigger: ".o_form_view",
    run() {
        if (document.documentElement.scrollWidth > window.innerWidth) {
            throw new Error("The page is wider than the screen");
        }
    },
};

tours.add("dan_chu_register_a_model_on_a_phone", {
    steps: () => [
        { trigger: ".o-kanban-button-new", run: "click" },
        {
            trigger: ".o_form_view .o_field_widget[name=name] textarea",
            run: "edit Giờ học ngoài trời",
        },
        {
            trigger: ".o_field_widget[name=content] textarea",
            run: "edit Mỗi tháng một giờ tại vườn trường.",
        },
        fits,
        {
            content: "A drawing named as a photo is told at once",
            trigger: ".o_dan_chu_model_photo",
            async run() {
                const file = new File(["khong phai anh"], "anh.jpg", { type: "image/jpeg" });
                await inputFiles(".o_dan_chu_model_photo input[type=file]", [file]);
            },
        },
        { trigger: ".modal:contains(HEIC) .modal-footer .btn-primary", run: "click" },
        {
            content: "So is one that only says it is a WebP",
            trigger: "body:not(:has(.modal)) .o_dan_chu_model_photo",
            async run() {
                const file = new File(["khong phai anh"], "anh.webp", { type: "image/webp" });
                await inputFiles(".o_dan_chu_model_photo input[type=file]", [file]);
            },
        },
        { trigger: ".modal:contains(HEIC) .modal-footer .btn-primary", run: "click" },
        {
            content: "A large photo is made small before it is sent",
            trigger: "body:not(:has(.modal)) .o_dan_chu_model_photo",
            async run() {
                const large = await drawn("lon.png", 1200);
                await inputFiles(".o_dan_chu_model_photo input[type=file]", [large]);
            },
        },
        { trigger: ".o_dan_chu_model_photo img[src^='data:image/jpg']" },
        {
            content: "What was typed is still there; this one is a photo",
            trigger:
                "body:not(:has(.modal)) .o_field_widget[name=name] textarea:value(Giờ học ngoài trời)",
            async run() {
                await inputFiles(".o_dan_chu_model_photo input[type=file]", [pixel("vuon.png")]);
            },
        },
        { trigger: ".o_dan_chu_model_photo img[src^='data:image/png']" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_statusbar_buttons button[name=action_register]", run: "click" },
        {
            content: "Registered: nothing more to do here for now",
            trigger: ".o_form_view:not(:has(button[name=action_register]))",
        },
    ],
});

tours.add("dan_chu_report_a_result_on_a_phone", {
    steps: () => [
        { trigger: ".o_kanban_record:contains(Giờ học ngoài trời)", run: "click" },
        fits,
        { trigger: ".o_statusbar_buttons button[name=action_report]", run: "click" },
        {
            trigger: ".modal .o_field_widget[name=text] textarea",
            run: "edit 12/12 lớp khối 10 đã học ngoài trời.",
        },
        {
            trigger: ".modal .o_dan_chu_evidence",
            async run() {
                await inputFiles(".modal .o_dan_chu_evidence_photo", [pixel("anh.png")]);
            },
        },
        { trigger: ".modal .o_dan_chu_evidence_file img[alt='anh.png']" },
        { trigger: ".modal .o_form_button_save", run: "click" },
        {
            trigger:
                "body:not(:has(.modal)) .o_dan_chu_gallery_outcome:contains(12/12 lớp khối 10)",
        },
    ],
});

tours.add("dan_chu_take_over_from_the_gallery", {
    steps: () => [
        {
            content: "The card tells what it reached",
            trigger:
                ".o_dan_chu_gallery .o_kanban_record:contains(Giờ học ngoài trời):contains(12/12 lớp khối 10)",
            run: "click",
        },
        { trigger: ".o_form_view button[name=action_take_over]", run: "click" },
        {
            content: "A draft of the own unit, with where it comes from",
            trigger: ".o_form_view .o_field_widget[name=origin_words]:contains(Giờ học ngoài trời)",
        },
        { trigger: ".o_statusbar_buttons button[name=action_register]", run: "click" },
        { trigger: ".o_form_view:has(button[name=action_launch])" },
    ],
});
