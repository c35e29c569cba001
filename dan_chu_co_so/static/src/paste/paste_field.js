import { useEffect } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { TextField, textField } from "@web/views/fields/text/text_field";

/**
 * Plain text on the screen; beside it, in the field named by the option `html`, what the
 * clipboard holds as HTML: the numbers of Word's lists and the cells of its tables are only
 * there. It is read by the server and shown nowhere.
 */
export class PasteField extends TextField {
    static props = { ...TextField.props, html: String };

    setup() {
        super.setup();
        useEffect(
            (area) => {
                const onPaste = (ev) => this.onPaste(ev);
                const onInput = (ev) => this.onInput(ev);
                area?.addEventListener("paste", onPaste);
                area?.addEventListener("input", onInput);
                return () => {
                    area?.removeEventListener("paste", onPaste);
                    area?.removeEventListener("input", onInput);
                };
            },
            () => [this.textareaRef.el],
        );
    }

    onPaste(ev) {
        const area = ev.currentTarget;
        const isWhole = area.selectionEnd - area.selectionStart === area.value.length;
        const text = ev.clipboardData.getData("text/plain");
        if (!isWhole || !text) {
            return;
        }
        ev.preventDefault();
        area.value = text;
        this.props.record.update({
            [this.props.name]: text,
            [this.props.html]: ev.clipboardData.getData("text/html") || false,
        });
    }

    /** What is typed by hand is in the plain text only. */
    onInput() {
        if (this.props.record.data[this.props.html]) {
            this.props.record.update({ [this.props.html]: false });
        }
    }
}

export const pasteField = {
    ...textField,
    component: PasteField,
    supportedTypes: ["text"],
    extractProps: (info, dynamicInfo) => ({
        ...textField.extractProps(info, dynamicInfo),
        html: info.options.html,
    }),
};

registry.category("fields").add("dan_chu_paste", pasteField);
