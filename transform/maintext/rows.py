"""Tables of data become rows; tables that lay out the page have none."""

from html import escape

from selectolax.lexbor import LexborNode

from transform.maintext.spaces import collapse, strip_widthless

LONGEST = 200
"""A cell with more characters is a column of the page."""


def data_rows(table: LexborNode) -> list[tuple[str, str, int]]:
    """Markup, text and linked characters of each row, if the table holds data and not the page's columns."""
    if len(table.css("table")) > 1 or len(lines := table.css("tr")) < 2:
        return []
    cells_of = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in lines]
    if max(map(len, cells_of)) < 2 or table.css_first("ul, ol, form, h1, h2, h3, iframe, script") is not None:
        return []
    rows, wide = [], 0
    for row, cells in zip(lines, cells_of, strict=True):
        found = [collapse(cell.text(separator=" ", skip_empty=True)) for cell in cells]
        texts = list(map(strip_widthless, found))
        if max(map(len, texts), default=0) > LONGEST:
            return []
        if any(texts):
            rows.append((row, cells, found, texts))
            wide += len(cells) > 1
    if len(rows) < 2 or wide * 2 <= len(rows):
        return []
    has_links = table.css_first("a") is not None
    return [
        (_row_markup(cells, found), "\t".join(texts), _count_linked(row) if has_links else 0)
        for row, cells, found, texts in rows
    ]


def _count_linked(row: LexborNode) -> int:
    return sum(len(link.text(strip=True)) for link in row.css("a"))


def _row_markup(cells: list[LexborNode], texts: list[str]) -> str:
    out = ["<tr>"]
    for cell, text in zip(cells, texts, strict=True):
        tag, attributes, spans = cell.tag, cell.attributes, ""
        for name in ("rowspan", "colspan"):
            if name in attributes and (value := attributes[name] or "").isdigit():
                spans += f' {name}="{value}"'
        out.append(f"<{tag}{spans}>{escape(text)}</{tag}>")
    return "".join(out) + "</tr>"
