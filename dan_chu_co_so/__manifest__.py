{
    "name": "Grassroots Democracy",
    "summary": "Dân chủ ở cơ sở: units, roles, directing texts and the law as dated data",
    "version": "19.0.1.0.0",
    "category": "Human Resources",
    "author": "Dan Chu Co So maintainers",
    "license": "LGPL-3",
    "application": True,
    "depends": ["hr", "mail", "web_hierarchy"],
    "external_dependencies": {"python": ["holidays"]},
    "pre_init_hook": "pre_init_hook",
    "post_init_hook": "post_init_hook",
    "uninstall_hook": "uninstall_hook",
    "data": [
        # security
        "security/groups.xml",
        "security/ir.model.access.csv",
        "security/unit_rules.xml",
        "security/directive_rules.xml",
        # data
        "data/unit_kind_data.xml",
        "data/ir_cron_data.xml",
        # wizards
        "wizards/unit_from_hr_views.xml",
        "wizards/directive_deliver_views.xml",
        # views
        "views/unit_kind_views.xml",
        "views/unit_views.xml",
        "views/assignment_views.xml",
        "views/res_users_views.xml",
        "views/hr_employee_views.xml",
        "views/directive_views.xml",
        "views/directive_reader_views.xml",
        "views/delivery_views.xml",
        "views/menus.xml",
    ],
    "demo": [],
}
