from . import progress, word
