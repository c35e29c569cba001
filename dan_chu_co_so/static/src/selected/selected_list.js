import { evaluateBooleanExpr } from "@web/core/py_js/py";
import { registry } from "@web/core/registry";
import { ListController } from "@web/views/list/list_controller";
import { listView } from "@web/views/list/list_view";

/**
 * Of the buttons over a list those that do something for one of the rows chosen: what hides them is
 * asked of each row, as on its form.
 */
class SelectedListController extends ListController {
    evalViewModifier(modifier) {
        const list = this.model.root;
        const chosen = list.selection.map((row) => row.evalContext);
        const asked = chosen.length ? chosen : [{ ...this.emptyRow, ...list.evalContext }];
        return asked.every((row) => evaluateBooleanExpr(modifier, row));
    }

    /** Without a row only a button that stands there always is shown, which asks for no field. */
    get emptyRow() {
        return Object.fromEntries(Object.keys(this.props.fields).map((name) => [name, false]));
    }
}

registry.category("views").add("dan_chu_selected_list", {
    ...listView,
    Controller: SelectedListController,
});
