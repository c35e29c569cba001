import { Component, onWillUnmount, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

/** Prints the papers of the dialog slice by slice, says how far it is, and offers the file. */
export class PaperPrint extends Component {
    static template = "dan_chu_co_so.PaperPrint";
    static props = standardWidgetProps;

    setup() {
        this.orm = useService("orm");
        this.state = useState({ isBusy: false, done: 0, total: 0, failed: [], url: false });
        onWillUnmount(() => (this.isGone = true));
    }

    get percent() {
        return this.state.total ? Math.round((100 * this.state.done) / this.state.total) : 0;
    }

    get progress() {
        const { done, total } = this.state;
        return _t("%(done)s of %(total)s", { done, total });
    }

    async print() {
        const { record } = this.props;
        if (!(await record.save())) {
            return;
        }
        Object.assign(this.state, { isBusy: true, done: 0, total: 0, failed: [], url: false });
        try {
            let answer;
            do {
                answer = await this.orm.silent.call(record.resModel, "print_slice", [
                    [record.resId],
                    this.state.done,
                ]);
                const failed = [...this.state.failed, ...answer.failed];
                Object.assign(this.state, { ...answer, failed });
            } while (answer.done < answer.total && !this.isGone);
        } finally {
            this.state.isBusy = false;
        }
    }
}

registry.category("view_widgets").add("dan_chu_print", { component: PaperPrint });
