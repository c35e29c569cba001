from . import check_in, conference_lists, progress, tablet, word
