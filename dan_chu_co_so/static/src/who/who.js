import { Many2OneAvatarEmployeeField } from "@hr/views/fields/many2one_avatar_employee_field/many2one_avatar_employee_field";
import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { CharField } from "@web/views/fields/char/char_field";
import { Many2OneField } from "@web/views/fields/many2one/many2one_field";
import { SelectionField } from "@web/views/fields/selection/selection_field";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

// Where it is kept who does the task, by what sort of somebody it is.
const PLACES = {
    unit: "addressee_unit_id",
    employee: "lead_employee_id",
    position: "lead_position",
    outside: "lead_outside",
};

const id = (value) => (value && value.id) || false;

/** Units of the house that gives the task and those below it; persons of the one that owes it. */
const CHOICE = {
    addressee_unit_id: ({ giving_house_id }) => [
        "|",
        "|",
        ["institution_id", "=", id(giving_house_id)],
        ["id", "child_of", id(giving_house_id)],
        ["professional_superior_id", "=", id(giving_house_id)],
    ],
    lead_employee_id: ({ owing_house_id, giving_house_id }) => [
        ["dan_chu_unit_id.institution_id", "=", id(owing_house_id) || id(giving_house_id)],
    ],
};

/** Who does a task, in one cell: the sort, and the unit, person or words that belong to it. */
export class TaskWho extends Component {
    static template = "dan_chu_co_so.TaskWho";
    static components = { CharField, Many2OneAvatarEmployeeField, Many2OneField, SelectionField };
    static props = standardFieldProps;

    get isText() {
        return this.props.readonly || this.props.record.data.for_addressees;
    }

    get place() {
        return PLACES[this.props.record.data.who_kind];
    }

    get isRelation() {
        return this.props.record.fields[this.place].type === "many2one";
    }

    get relationProps() {
        const nothingElse = { canOpen: false, canCreate: false, canQuickCreate: false };
        const { record } = this.props;
        const { place, placeholder } = this;
        const domain = () => CHOICE[place](record.data);
        return { name: place, record, placeholder, domain, canCreateEdit: false, ...nothingElse };
    }

    get placeholder() {
        return this.props.record.fields[this.place].string;
    }
}

registry.category("fields").add("dan_chu_who", {
    component: TaskWho,
    supportedTypes: ["selection"],
});
