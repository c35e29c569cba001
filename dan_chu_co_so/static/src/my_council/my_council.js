import { Component, onWillStart, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const MODEL = "dan_chu.council.session";

/** A member of the council reads the dossiers and votes on each line, on the own phone. */
export class MyCouncil extends Component {
    static template = "dan_chu_co_so.MyCouncil";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        this.action = useService("action");
        this.answers = [
            ["for", _t("For"), "success", "fa-check"],
            ["against", _t("Against"), "danger", "fa-times"],
            ["blank", _t("No opinion"), "secondary", "fa-minus"],
        ];
        this.state = useState({ sessions: [], chosen: {}, shown: {}, isBusy: false });
        onWillStart(() => this.load());
    }

    async load() {
        this.state.sessions = await this.orm.call(MODEL, "my_council", []);
    }

    /** Lines of one award stand together, as they are on paper. */
    awardsOf(session) {
        const groups = new Map();
        for (const line of session.lines) {
            groups.set(line.award, [...(groups.get(line.award) || []), line]);
        }
        return [...groups].map(([name, lines]) => ({ name, lines }));
    }

    mayChoose(session, line) {
        return session.may_vote && !line.is_own && !line.choice;
    }

    openLines(session) {
        return session.lines.filter((line) => this.mayChoose(session, line));
    }

    chosenOf(session) {
        const lines = this.openLines(session).filter(({ id }) => this.state.chosen[id]);
        return Object.fromEntries(lines.map(({ id }) => [id, this.state.chosen[id]]));
    }

    countOf(session) {
        return Object.keys(this.chosenOf(session)).length;
    }

    wordOf(choice) {
        return this.answers.find(([key]) => key === choice)[1];
    }

    choose(line, answer) {
        this.state.chosen[line.id] = answer;
    }

    /** Most are for most lines: only the others are touched. */
    restIsFor(session) {
        for (const { id } of this.openLines(session)) {
            this.state.chosen[id] ||= "for";
        }
    }

    toggle(line) {
        this.state.shown[line.id] = !this.state.shown[line.id];
    }

    send(session) {
        const choices = this.chosenOf(session);
        this.dialog.add(ConfirmationDialog, {
            title: _t("Send the votes"),
            body: _t(
                "%s votes by your name. They do not change once they are sent.",
                this.countOf(session),
            ),
            confirmLabel: _t("Send the votes"),
            confirm: async () => {
                this.state.isBusy = true;
                try {
                    const answer = await this.orm.call(MODEL, "cast", [[session.id]], { choices });
                    Object.assign(session, answer);
                } finally {
                    this.state.isBusy = false;
                }
            },
            cancel: () => {},
        });
    }

    run(session) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: MODEL,
            res_id: session.id,
            views: [[false, "form"]],
        });
    }
}

registry.category("actions").add("dan_chu_my_council", MyCouncil);
