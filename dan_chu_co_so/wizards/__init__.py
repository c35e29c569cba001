from . import (
    directive_deliver,
    unit_from_hr,
    document_reason,
    document_number,
    document_paper_issue,
    document_print,
)
