import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** Sentences in a list: the first in one line, all of them where one points at it. */
export class DoubtsField extends Component {
    static template = "dan_chu_co_so.DoubtsField";
    static props = { ...standardFieldProps };

    get sentences() {
        const text = this.props.record.data[this.props.name] || "";
        return text.split("\n").filter(Boolean);
    }
}

registry.category("fields").add("dan_chu_doubts", {
    component: DoubtsField,
    supportedTypes: ["text", "char"],
});
