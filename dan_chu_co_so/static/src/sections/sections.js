import { Component, onPatched, onWillRender, useSubEnv } from "@odoo/owl";
import { getActiveHotkey } from "@web/core/hotkeys/hotkey_service";
import { x2ManyCommands } from "@web/core/orm_service";
import { registry } from "@web/core/registry";
import { getId } from "@web/model/relational_model/utils";
import { X2ManyField, x2ManyField } from "@web/views/fields/x2many/x2many_field";
import { ListRenderer } from "@web/views/list/list_renderer";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { blockEnd, moved, neighbour, numbers, shifted } from "./outline";

const STEPS = { "alt+arrowleft": -1, "alt+arrowright": 1 };
const MOVES = { "alt+arrowup": -1, "alt+arrowdown": 1 };
// At the beginning of the text, as in a word processor; elsewhere Tab goes to the next cell.
const TABS = { tab: 1, "shift+tab": -1 };

/**
 * The text of a plan: a row is moved, promoted and demoted with all that stands under it. What
 * changes is kept in the form until it is saved, without asking the server.
 */
export class SectionListRenderer extends ListRenderer {
    static props = [...ListRenderer.props, "isNumbered"];

    setup() {
        super.setup();
        useSubEnv({ danChuSections: this });
        onPatched(() => {
            if (this.hasCursor && this.editedRecord) {
                this.focusCell(this.textColumn);
            }
            this.hasCursor = false;
        });
        onWillRender(() => {
            const { records } = this.props.list;
            const found = this.props.isNumbered ? numbers(this.rows) : [];
            this.numbers = Object.fromEntries(
                records.map((record, index) => [
                    record.id,
                    this.props.isNumbered ? found[index] : record.data.typed_number || "",
                ]),
            );
        });
    }

    get rows() {
        return this.props.list.records.map(({ data }) => ({
            level: data.level || 1,
            role: data.role,
            typed: data.typed_number,
        }));
    }

    /** What the system counts is not typed, but whether a lead-in is counted. */
    isSystemNumber(column, record) {
        return (
            column.name === "typed_number" &&
            this.props.isNumbered &&
            record.data.role !== "lead_in"
        );
    }

    canUseFormatter(column, record) {
        return this.isSystemNumber(column, record) || super.canUseFormatter(column, record);
    }

    isCellReadonly(column, record) {
        return this.isSystemNumber(column, record) || super.isCellReadonly(column, record);
    }

    getFormattedValue(column, record) {
        return column.name === "typed_number"
            ? this.numbers[record.id]
            : super.getFormattedValue(column, record);
    }

    /** Or the first letter typed into a row would take the place of its text. */
    focus(el) {
        super.focus(el);
        if (el?.tagName === "TEXTAREA") {
            el.setSelectionRange(el.value.length, el.value.length);
        }
    }

    getRowClass(record) {
        const { level, role } = record.data;
        return `${super.getRowClass(record)} o_dan_chu_level_${level} o_dan_chu_${role}`;
    }

    onCellKeydown(ev, group = null, record = null) {
        const hotkey = getActiveHotkey(ev);
        if (record?.isInEdition && this.onOutlineKey(hotkey, ev.target, record)) {
            ev.preventDefault();
            ev.stopPropagation();
            return;
        }
        super.onCellKeydown(ev, group, record);
    }

    onOutlineKey(hotkey, target, record) {
        const isText = target.tagName === "TEXTAREA";
        if (hotkey in STEPS) {
            this.changeLevel(record, STEPS[hotkey]);
        } else if (hotkey in MOVES) {
            this.moveBeside(record, MOVES[hotkey]);
        } else if (isText && hotkey in TABS && target.selectionEnd === 0) {
            this.changeLevel(record, TABS[hotkey]);
        } else if (isText && hotkey === "enter" && this.canCreate) {
            this.addBelow(record);
        } else {
            return false;
        }
        return true;
    }

    changeLevel(record, step) {
        const index = this.indexOf(record.id);
        const levels = shifted(this.rows, index, step);
        return this.put(levels.map((level, place) => [index + place, { level }]));
    }

    moveBeside(record, step) {
        const index = this.indexOf(record.id);
        const target = neighbour(this.rows, index, step);
        return target < 0 ? Promise.resolve() : this.moveBlock(index, target);
    }

    async moveBlock(index, target) {
        const changes = moved(this.rows, index, target).map(([old, level], place) => [
            old,
            { level, sequence: place + 1 },
        ]);
        // A row loses the cursor when it goes to another place of the page.
        this.hasCursor = this.tableRef.el.contains(document.activeElement);
        await this.put(changes, { sort: true });
    }

    /** Enter: the next row of the same sort, behind all that stands under this one. */
    async addBelow(record) {
        const { list } = this.props;
        const index = this.indexOf(record.id);
        const isLeft = await list.leaveEditMode({ validate: true });
        // A row that was begun and left empty is gone by now.
        if (isLeft && list.records[index]?.id === record.id) {
            const { level, role } = record.data;
            await this.addAt(blockEnd(this.rows, index), { level, role });
        }
    }

    async add() {
        const { list } = this.props;
        if (this.canCreate && (await list.leaveEditMode({ canAbandon: false }))) {
            const { level = 1, role = "heading" } = list.records.at(-1)?.data || {};
            await this.addAt(list.records.length, { level, role });
        }
    }

    async addAt(place, values) {
        const { list } = this.props;
        const virtualId = getId("virtual");
        await list.model.mutex.exec(async () => {
            const row = list._createRecordDatapoint(
                { ...values, sequence: place + 1, text: false, typed_number: false },
                { mode: "edit", virtualId, manuallyAdded: true },
            );
            const behind = list.records.map((_, index) => [
                index,
                { sequence: index + (index < place ? 1 : 2) },
            ]);
            const commands = this.commands(behind);
            await list._addRecord(row, { sort: false });
            await list._applyCommands(commands);
            await list._sort();
            await list._onUpdate({ withoutOnchange: true });
        });
        const record = list.records.find((row) => row._virtualId === virtualId);
        this.cellToFocus = { column: this.textColumn, record };
    }

    async sortDrop(rowId, _groupId, { previous }) {
        const target = previous ? this.indexOf(previous.dataset.id) + 1 : 0;
        this.resequencePromise = this.moveBlock(this.indexOf(rowId), target);
        await this.resequencePromise;
    }

    sortStart(params) {
        super.sortStart(params);
        for (const row of this.blockRows(params.element)) {
            row.classList.add("o_dan_chu_dragged");
        }
    }

    sortStop(params) {
        super.sortStop(params);
        for (const row of this.blockRows(params.element)) {
            row.classList.remove("o_dan_chu_dragged");
        }
    }

    blockRows(element) {
        const index = this.indexOf(element.dataset.id);
        const ids = this.props.list.records
            .slice(index + 1, blockEnd(this.rows, index))
            .map(({ id }) => id);
        return [...this.tableRef.el.querySelectorAll(".o_data_row")].filter((row) =>
            ids.includes(row.dataset.id),
        );
    }

    indexOf(id) {
        return this.props.list.records.findIndex((record) => record.id === id);
    }

    get textColumn() {
        return this.columns.find((column) => column.name === "text");
    }

    /** [[index, values]] → the commands of what differs. */
    commands(changes) {
        const { records } = this.props.list;
        return changes.flatMap(([index, values]) => {
            const { data, resId, _virtualId } = records[index];
            const differ = Object.entries(values).filter(([name, value]) => data[name] !== value);
            return differ.length
                ? [x2ManyCommands.update(resId || _virtualId, Object.fromEntries(differ))]
                : [];
        });
    }

    put(changes, { sort } = {}) {
        const { list } = this.props;
        const commands = this.commands(changes);
        if (!commands.length) {
            return Promise.resolve();
        }
        return list.model.mutex.exec(async () => {
            await list._applyCommands(commands);
            if (sort) {
                await list._sort();
            }
            await list._onUpdate({ withoutOnchange: true });
        });
    }
}

export class SectionsField extends X2ManyField {
    static components = { ...X2ManyField.components, ListRenderer: SectionListRenderer };

    get rendererProps() {
        return { ...super.rendererProps, isNumbered: this.props.record.data.is_numbered };
    }
}

registry.category("fields").add("dan_chu_sections", {
    ...x2ManyField,
    component: SectionsField,
    additionalClasses: ["o_field_one2many"],
});

/** The buttons of a row, for those who have no keys at hand. */
export class SectionMoves extends Component {
    static template = "dan_chu_co_so.SectionMoves";
    static props = standardWidgetProps;

    get isReadonly() {
        return this.env.danChuSections.props.readonly;
    }

    changeLevel(step) {
        return this.env.danChuSections.changeLevel(this.props.record, step);
    }

    moveBeside(step) {
        return this.env.danChuSections.moveBeside(this.props.record, step);
    }
}

registry.category("view_widgets").add("dan_chu_section_moves", { component: SectionMoves });
