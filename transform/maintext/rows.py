"""Tables of data become rows; tables that lay out the page have none."""

from html import escape

from selectolax.lexbor import LexborNode

from transform.maintext.spaces import collapse, strip_widthless


def data_rows(table: LexborNode) -> list[tuple[str, str, int]]:
    """Markup, text and linked characters of each row, if the table holds data and not the page's columns."""
    if len(table.css("table")) > 1 or table.css_first("ul, ol, form, h1, h2, h3, iframe, script") is not None:
        return []
    lines = table.css("tr")
    if len(lines) < 2:
        return []
    rows, has_links = [], table.css_first("a") is not None
    for row in lines:
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        found = [collapse(cell.text(separator=" ", skip_empty=True)) for cell in cells]
        texts = list(map(strip_widthless, found))
        if max(map(len, texts), default=0) > 200:
            return []
        if any(texts):
            linked = sum(len(a.text(strip=True)) for a in row.css("a")) if has_links else 0
            rows.append((_row_markup(cells, found), "\t".join(texts), linked))
    wide = sum(row[1].count("\t") > 0 for row in rows)
    return rows if len(rows) > 1 and wide * 2 > len(rows) else []


def _row_markup(cells: list[LexborNode], texts: list[str]) -> str:
    out = ["<tr>"]
    for cell, text in zip(cells, texts, strict=True):
        tag, attributes, spans = cell.tag, cell.attributes, ""
        for name in ("rowspan", "colspan"):
            if name in attributes and (value := attributes[name] or "").isdigit():
                spans += f' {name}="{value}"'
        out.append(f"<{tag}{spans}>{escape(text)}</{tag}>")
    return "".join(out) + "</tr>"
