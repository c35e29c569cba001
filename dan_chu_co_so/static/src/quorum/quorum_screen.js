import { Component, onMounted, onWillDestroy, onWillStart, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const EVERY = 3000;

/** For the wall: how many are here, of how many, and whether it is enough. */
export class QuorumScreen extends Component {
    static template = "dan_chu_co_so.QuorumScreen";
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ figures: null, isOffline: false });
        this.conferenceId = this.props.action.context?.active_id;
        onWillStart(() => this.load());
        onMounted(() => this.wait());
        onWillDestroy(() => browser.clearTimeout(this.timer));
    }

    async load() {
        if (this.conferenceId) {
            const args = [[this.conferenceId]];
            this.state.figures = await this.orm.silent.call(
                "dan_chu.conference",
                "quorum_screen",
                args,
            );
        }
    }

    wait() {
        this.timer = browser.setTimeout(() => this.look(), EVERY);
    }

    async look() {
        try {
            await this.load();
            this.state.isOffline = false;
        } catch (error) {
            this.state.isOffline = true;
            if (!(error instanceof ConnectionLostError)) {
                throw error;
            }
        }
        this.wait();
    }

    get word() {
        const words = {
            met: _t("Enough are here"),
            not_met: _t("Not enough yet"),
            unknown: _t("Not known yet"),
        };
        return words[this.state.figures.quorum];
    }

    get colour() {
        return { met: "success", not_met: "warning", unknown: "secondary" }[
            this.state.figures.quorum
        ];
    }

    close() {
        this.env.config.historyBack();
    }
}

registry.category("actions").add("dan_chu_quorum_screen", QuorumScreen);
