const EDITOR = ".odoo-editor-editable[contenteditable=true]";

/**
 * What the form would save now, with the field in which somebody is typing: the client takes
 * that over only when the field is left, and to make it do so earlier moves the cursor.
 */
export function typedValues(record, form) {
    const values = record._getChanges();
    const active = document.activeElement;
    const place = form?.contains(active) && active.closest(".o_field_widget[name]");
    if (!place || place.closest(".o_field_x2many")) {
        return values;
    }
    const name = place.getAttribute("name");
    const type = record.fields[name]?.type;
    const editor = active.closest(EDITOR);
    if (type === "html" && editor) {
        values[name] = editor.innerHTML;
    } else if (["char", "text"].includes(type) && "value" in active) {
        values[name] = active.value || false;
    }
    return values;
}
