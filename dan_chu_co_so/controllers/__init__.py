from . import check_in, progress, word
