import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** Slips with codes for the tablet: shown once, printed, cut and handed out. */
export class VoteCodes extends Component {
    static template = "dan_chu_co_so.VoteCodes";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.print = () => window.print();
    }

    get params() {
        return this.props.action.params;
    }

    async makeForAll() {
        const args = [[this.params.vote_id], true];
        const action = await this.orm.call("dan_chu.vote", "action_make_codes", args);
        return this.action.doAction(action, { stackPosition: "replaceCurrentAction" });
    }
}

registry.category("actions").add("dan_chu_vote_codes", VoteCodes);
