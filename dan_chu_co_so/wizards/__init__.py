from . import (
    directive_deliver,
    document_number,
    document_paper_issue,
    document_print,
    document_reason,
    unit_from_hr,
)
