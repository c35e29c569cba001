from . import (
    directive_deliver,
    document_number,
    document_paper_issue,
    document_print,
    document_reason,
    plan_link,
    plan_send,
    task_close,
    task_close_line,
    task_reassign,
    task_say,
    unit_from_hr,
)
