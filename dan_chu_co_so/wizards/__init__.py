from . import directive_deliver, unit_from_hr
