import { Component, onMounted, onWillUnmount, toRaw, useRef, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { useRecordObserver } from "@web/model/relational_model/utils";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { typedValues } from "./typed_values";

const CHOICE = "dan_chu_co_so.preview";
const PAUSE = 600;
const BESIDE_THE_FORM = "(min-width: 1200px)";

/** All that the form holds, saved or not: a dialog may have changed what is stored. */
function readAll({ activeFields, data, resId }) {
    const values = Object.keys(activeFields).map((name) => {
        const value = data[name];
        return value?.records ? value.records.map(readAll) : (value?.id ?? value);
    });
    return [resId, ...values];
}

/** The pages as they will be printed, beside the form; they follow while one types. */
export class PaperPreview extends Component {
    static template = "dan_chu_co_so.PaperPreview";
    static props = standardWidgetProps;

    setup() {
        this.orm = useService("orm");
        this.root = useRef("root");
        this.asked = 0;
        this.held = "";
        this.shown = "";
        const beside = browser.matchMedia(BESIDE_THE_FORM).matches;
        this.state = useState({
            isOpen: beside && browser.localStorage.getItem(CHOICE) !== "closed",
            isBusy: false,
            isLarge: false,
            pages: [],
            total: 0,
            message: false,
        });
        this.refreshSoon = useDebounced(() => this.refresh(), PAUSE);
        useRecordObserver((record) => {
            this.held = JSON.stringify(readAll(record));
            this.refreshSoon();
        });
        onMounted(() => {
            this.form = this.root.el.closest(".o_form_view");
            for (const event of ["input", "keyup", "click"]) {
                this.form?.addEventListener(event, this.refreshSoon);
            }
            this.refresh();
        });
        onWillUnmount(() => {
            this.asked++;
            for (const event of ["input", "keyup", "click"]) {
                this.form?.removeEventListener(event, this.refreshSoon);
            }
        });
    }

    get pageCount() {
        return _t("%s page(s)", this.state.total);
    }

    source(page) {
        return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(page)}`;
    }

    zoom() {
        this.state.isLarge = !this.state.isLarge;
    }

    toggle() {
        this.state.isOpen = !this.state.isOpen;
        if (browser.matchMedia(BESIDE_THE_FORM).matches) {
            browser.localStorage.setItem(CHOICE, this.state.isOpen ? "open" : "closed");
        } else {
            // Or the tools of the editor stay over the pages.
            document.activeElement?.blur();
        }
        this.refresh();
    }

    async refresh() {
        if (!this.state.isOpen) {
            return;
        }
        const record = toRaw(this.props.record);
        const values = typedValues(record, this.form);
        const wanted = JSON.stringify([this.held, values]);
        if (wanted !== this.shown) {
            this.shown = wanted;
            this.values = values;
            await this.ask(0);
        }
    }

    showMore() {
        return this.ask(this.state.pages.length);
    }

    async ask(first) {
        const asked = ++this.asked;
        this.state.isBusy = true;
        const answer = await this.answer(first);
        if (asked !== this.asked) {
            return;
        }
        this.state.isBusy = false;
        this.state.message = answer.message;
        // Pages that could be laid out stay while somebody is in the middle of a word.
        if (!answer.message) {
            this.state.pages = [...this.state.pages.slice(0, first), ...answer.pages];
            this.state.total = answer.total;
        }
    }

    async answer(first) {
        const { resModel, resId, context } = toRaw(this.props.record);
        try {
            return await this.orm.silent.call(
                resModel,
                "preview_pages",
                [resId || false, this.values, first],
                { context },
            );
        } catch (error) {
            this.shown = "";
            return { message: error.data?.message || _t("The server cannot be reached.") };
        }
    }
}

registry.category("view_widgets").add("dan_chu_preview", { component: PaperPreview });
