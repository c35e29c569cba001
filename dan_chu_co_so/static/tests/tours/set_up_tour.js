import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("dan_chu_set_up", {
    steps: () => [
        { trigger: ".o_list_button_add", run: "click" },
        {
            trigger:
                ".o_form_editable .oe_title [name=name] textarea, .o_form_editable .oe_title [name=name] input",
            run: "edit Trường THPT Ánh Dương",
        },
        { trigger: ".o_field_widget[name=kind_id] input", run: "edit truong chuyen" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Trường chuyên biệt)", run: "click" },
        {
            content: "The kind says that it is an institution",
            trigger: ".o_field_widget[name=is_institution] input:checked",
        },
        { trigger: ".o_field_widget[name=parent_id] input", run: "edit so giao duc" },
        {
            trigger:
                ".o-autocomplete--dropdown-item:contains(Sở Giáo dục và Đào tạo Lam Châu):not(:contains(–))",
            run: "click",
        },
        {
            content: "Inner parts are typed in a row each",
            trigger: ".nav-link[name=below]",
            run: "click",
        },
        { trigger: "[name=child_ids] .o_field_x2many_list_row_add a", run: "click" },
        { trigger: "[name=child_ids] .o_selected_row [name=name] input", run: "edit Tổ Lịch sử" },
        { trigger: "[name=child_ids] .o_selected_row [name=kind_id] input", run: "edit to chuyen" },
        { trigger: ".o-autocomplete--dropdown-item:contains(Tổ chuyên biệt)", run: "click" },
        { content: "The role", trigger: ".nav-link[name=roles]", run: "click" },
        { trigger: "[name=assignment_ids] .o_field_x2many_list_row_add a", run: "click" },
        {
            trigger: "[name=assignment_ids] .o_selected_row [name=user_id] input",
            run: "edit no_role",
        },
        { trigger: ".o-autocomplete--dropdown-item:contains(no_role)", run: "click" },
        { trigger: "[name=assignment_ids] .o_selected_row [name=role] input", run: "click" },
        { trigger: ".o_select_menu_item[data-choice-index='1']", run: "click" },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
    ],
});
