from . import certificates, check_in, conference_lists, honours, progress, tablet, word
