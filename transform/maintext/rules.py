"""A site's rules act on a parsed page: elements are taken out, the body is marked, fields are read.

Rules help, and nothing depends on them: one that does not fit is passed over, with a note that says why.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct, field
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from extract.sites.rules import ONE, SELECTORS, SOME, Rule, Rules
from transform.maintext.spaces import collapse, strip_widthless

FIRST, LAST = "jianbao-body-first", "jianbao-body-last"
"""Classes of the two empty elements that mark where the body begins and ends: they become boxes."""
_ROOTS = frozenset(["html", "head", "body"])
_HEAD = frozenset(["script", "style", "noscript"])


class Reading(NamedTuple):
    """What a rule read on a page."""

    texts: tuple[str, ...]
    rule: Rule


class Ruled(Struct, frozen=True):
    """What the rules of a site did to a page."""

    rules: Rules
    """Those in force."""
    fields: dict[str, Reading] = field(default_factory=dict)
    """Title, published, source_name, authors, editors, as far as rules read them."""
    body: Rule | None = None
    """The rule whose element is the body."""
    span: tuple[int, int] | None = None
    """The blocks of the body, end exclusive."""
    stripped: tuple[tuple[str, Rule], ...] = ()
    """Texts of the elements that were taken out."""
    notes: tuple[str, ...] = ()
    """Rules that did not act, and why."""

    @property
    def shapes_text(self) -> bool:
        """Whether a rule had a say in what is kept."""
        return bool(self.span or self.stripped or self.rules.strip_lines)


def apply_rules(tree: LexborHTMLParser, candidates: tuple[Rules, ...]) -> Ruled:
    """Choose the rules in force and carry them out on the tree.

    The candidates stand in the order of `order_rules`. The first whose own body stands on the page are in
    force, so a page that was rendered anew goes by what it is; where none does, the first of all.
    """
    rules = next((rules for rules in candidates if _stands(tree, rules)), candidates[0])
    fields: dict[str, Reading] = {}
    notes: list[str] = []
    for key in (key for key in (*ONE, *SOME) if key != "body"):
        reading = _read_field(tree, key, getattr(rules, key), notes)
        if reading is not None:
            fields[key] = reading
    found = _find_one(tree, "body", rules.body, notes)
    stripped = tuple(_strip(tree, rules.strip, found[0] if found else None, notes))
    body = None
    if found is not None:
        body = found[1]
        _mark(tree, found[0])
    return Ruled(rules, fields, body, None, stripped, tuple(notes))


def find_faults(rules: Rules) -> list[str]:
    """Selectors that are none."""
    tree = LexborHTMLParser("<p></p>")
    faults = []
    for key in SELECTORS:
        for rule in getattr(rules, key):
            try:
                tree.css(rule.text)
            except SelectolaxError:
                faults.append(f"{key}: {rule.text!r} is no CSS selector")
    return faults


def select(tree: LexborHTMLParser, css: str) -> list[LexborNode]:
    """The elements of a selector, each once; of those that lie in another of them, the outer one."""
    found = {node.mem_id: node for node in tree.css(css)}
    return [node for node in found.values() if not any(up.mem_id in found for up in _ancestors(node))]


def _ancestors(node: LexborNode) -> Iterator[LexborNode]:
    up = node.parent
    while up is not None:
        yield up
        up = up.parent


def _stands(tree: LexborHTMLParser, rules: Rules) -> bool:
    """Whether the body is there: the site's own where it names one, else its family's."""
    own = [rule for rule in rules.body if rule.is_own]
    return any(len(select(tree, rule.text)) == 1 for rule in own or rules.body)


def _find_one(
    tree: LexborHTMLParser, key: str, rules: Iterable[Rule], notes: list[str]
) -> tuple[LexborNode, Rule] | None:
    """The element of the first rule that matches exactly one."""
    for rule in rules:
        found = select(tree, rule.text)
        if len(found) == 1:
            return found[0], rule
        notes.append(f"{key}: {rule} matches {len(found) or 'no'} elements")
    return None


def _read_field(tree: LexborHTMLParser, key: str, rules: Iterable[Rule], notes: list[str]) -> Reading | None:
    for rule in rules:
        found = select(tree, rule.text)
        texts = tuple(text for node in found if (text := _text_of(node)))
        if len(texts) == 1 or (texts and key in SOME):
            return Reading(texts, rule)
        said = "matches" if not found or len(texts) > 1 else "finds no text in"
        notes.append(f"{key}: {rule} {said} {len(found) or 'no'} elements")
    return None


def _text_of(node: LexborNode) -> str:
    """What a reader sees of an element, in one line; of a meta its content, of a `<time>` its moment."""
    attributes = node.attributes
    said = attributes.get("content") if node.tag == "meta" else None
    if node.tag == "time":
        said = attributes.get("datetime")
    return strip_widthless(collapse(said or node.text(separator=" ")))


def _strip(
    tree: LexborHTMLParser, rules: Iterable[Rule], body: LexborNode | None, notes: list[str]
) -> Iterator[tuple[str, Rule]]:
    """Take elements out, and give their texts; never the body itself or what holds it."""
    holders = {up.mem_id for up in (body, *_ancestors(body))} if body is not None else set()
    for rule in rules:
        for node in select(tree, rule.text):
            if node.mem_id in holders or node.tag in _ROOTS:
                notes.append(f"strip: {rule} would take out the article")
                continue
            text = "" if node.tag in _HEAD else strip_widthless(collapse(node.text(separator=" ")))
            node.decompose()
            if text:
                yield text, rule


def _mark(tree: LexborHTMLParser, body: LexborNode) -> None:
    """Put an empty element before all that the body holds and one behind it."""
    for name in (FIRST, LAST):
        mark = tree.create_node("div")
        mark.attrs["class"] = name
        if name == FIRST and body.child is not None:
            body.child.insert_before(mark, True)
        else:
            body.insert_child(mark)


def has_line(rules: Iterable[Rule], text: str) -> Rule | None:
    """The rule that takes a line out, if one does."""
    return next((rule for rule in rules if re.search(rule.text, text)), None)
