from . import certificates, check_in, conference_lists, progress, tablet, word
