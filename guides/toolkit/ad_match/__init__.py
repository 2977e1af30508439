"""Matching a pasted job ad: which of the skills and conditions it asks for a resume or letter names.

The ad and the text are read and forgotten. Nothing here advises to claim what is not true.
"""

from guides.toolkit.ad_match.form import AdForm
from guides.toolkit.ad_match.match import AdMatch, Term, match_ad
from guides.toolkit.ad_match.vocabulary import Vocabulary, build_vocabulary

__all__ = ["AdForm", "AdMatch", "Term", "Vocabulary", "build_vocabulary", "match_ad"]
