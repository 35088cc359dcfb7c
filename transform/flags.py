"""Every flag of an article with its meaning and what it rests on in this article."""

from transform.article import Article
from transform.decode.whatwg import LOST
from transform.repair.evidence import Evidence, count_of, describe_places, find_evidence

OTHERS = {
    "lossy_decode": ("bytes of the page that no codec reads became U+FFFD", ""),
    "truncated": ("the text breaks off, or goes on elsewhere", "so it ends"),
    "gallery": ("photos with captions", "many pictures with few words between them"),
    "forwarded": ("an article of another source, passed on", "a line at the text names its source"),
    "advertisement": ("paid content", "a line between headline and text says so"),
    "figures_out_of_range": ("a number that no table can hold was left out", "a figure beyond DECIMAL(38,9)"),
}
"""Those that other stages than repair set: the meaning, and what it goes by."""


def explain_flags(article: Article) -> dict[str, Evidence]:
    """The evidence for each flag, in the order of `article.flags`."""
    repaired = find_evidence(article.body_as_found, article.repairs, article.flags)
    return {flag: repaired.get(flag) or _find(article, flag) for flag in article.flags}


def _find(article: Article, flag: str) -> Evidence:
    meaning, summary = OTHERS[flag]
    if flag == "lossy_decode":
        found = article.body_as_found
        places = [(at, at + 1) for at, char in enumerate(found) if char == LOST]
        lost = count_of(article.encoding.replaced, "character")
        return Evidence(
            meaning, f"{lost} of the page, {len(places):,} in the text", describe_places(found, places)
        )
    if flag == "truncated":
        end = len(article.body_as_found.rstrip())
        return Evidence(meaning, summary, describe_places(article.body_as_found, [(end, end)]))
    return Evidence(meaning, summary)
