"""Write the sample pages: clean text and a layout in, the page as a bad site would serve it out.

    .venv/bin/python -m tools.samples        writes samples/pages/** and samples/expected.jsonl
    .venv/bin/python -m tools.samples --check   names what would change, and changes nothing

`samples/sources/*.toml` holds the clean text of each page and what is true of it, `samples/layouts/` the
furniture of each site. The same input gives the same bytes. Damage comes in the order of the page's own life:
what was done to the words, to the marks, to the page as a whole, to the bytes.
"""

import gzip
import html
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samples import damage
from samples.damage import BLOCK, HALF, TEXT, mirror, spin, to_simplified

SAMPLES = Path(__file__).parent.parent / "samples"
Source = dict[str, Any]
CODECS = {"gbk": "gb18030", "utf-8-sig": "utf-8", "utf-16-le": "utf-16le"}  # Python's names and the web's


def render(lines: list[str], style: str) -> str:
    """Paragraphs in the mark-up of a layout: `p`, `br`, `lines` (bare), `text` (indented)."""
    if style == "lines":
        return "\n".join(lines)
    if style == "text":
        return "\n\n".join(f"　　{line.removeprefix('## ')}" for line in lines)
    out = []
    for line in (html.escape(line, quote=False) for line in lines):
        if line.startswith("| "):
            out += ["<tr>" + "".join(f"<td>{cell}</td>" for cell in line[2:].split(" | ")) + "</tr>"]
        elif line.startswith("! "):
            out += [f'<p align="center"><img src="P{len(out):04}.jpg" border="0"></p>']
            out += [f'<p class="tu">{line[2:]}</p>']
        elif style == "br":
            out += [f"　　{line.removeprefix('## ')}<br><br>"]
        else:
            out += [f"<p><strong>{line[3:]}</strong></p>" if line.startswith("## ") else f"<p>　　{line}</p>"]
    table = re.compile("(?:<tr>.*</tr>\n?)+")
    return table.sub(lambda found: f'<table border="1">\n{found[0]}</table>\n', "\n".join(out) + "\n")


def page(source: Source) -> bytes:
    """The bytes of one page."""
    kinds: list[str] = source.get("damage", [])
    lines = source.get("body", "").strip().splitlines()
    title: str = source.get("title", "")
    if "spin" in kinds:
        title, lines = spin(title), [spin(line) for line in lines]
    if "headline_pieces" in kinds:
        lines = damage.strew(lines, title)
    for kind in kinds:
        lines = TEXT[kind](lines) if kind in TEXT else lines
    text = (SAMPLES / "layouts" / source["layout"]).read_text("utf-8")
    slots = {**source, "title": title}
    text = re.sub(r"\{\{body:(\w+)\}\}", lambda slot: render(lines, slot[1]), text)
    text = re.sub(r"\{\{(\w+)\}\}", lambda slot: _slot(slots[slot[1]]), text)
    if site := source.get("mirror"):
        text = mirror(text, site)
    data = encode(text, source["codec"])
    if cut_after := source.get("cut_after"):
        end = data.index(cut_after.encode()) + len(cut_after.encode())
        data = data[: end + 2]  # two of the three bytes of the next character
    return data


def _slot(value: str | list[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def encode(text: str, codec: str) -> bytes:
    """Bytes in `codec`; a block stands in GBK, or, after the sign of loss, as half a character."""

    def part_bytes(part: str) -> bytes:
        if not part.startswith(BLOCK[0]):
            return part.encode(codec)
        inner = part[1:-1]
        return inner[1:].encode()[:2] if inner.startswith(HALF) else inner.encode("gbk")

    bom = b"\xff\xfe" if codec == "utf-16-le" else b""
    return bom + b"".join(map(part_bytes, re.split("(\ue000.*?\ue001)", text, flags=re.DOTALL)))


def warc(sources: list[Source]) -> bytes:
    """A web archive, one gzip member a record, as crawlers write it."""
    records = [
        _record(
            "warcinfo", None, "application/warc-fields", b"software: sample pages\r\n", sources[0]["seen"]
        )
    ]
    for source in sources:
        body = page(source)
        head = "".join(f"{name}: {value}\r\n" for name, value in source["headers"].items())
        answer = f"HTTP/1.1 {source['http']}\r\n{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
        records.append(
            _record("response", source["url"], "application/http; msgtype=response", answer, source["seen"])
        )
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def _record(kind: str, target: str | None, content_type: str, block: bytes, seen: str) -> bytes:
    name = uuid.uuid5(uuid.NAMESPACE_URL, target or "https://jianbao.example/samples")
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{name}>",
        "WARC-Date": seen,
        **({"WARC-Target-URI": target} if target else {}),
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{key}: {value}\r\n" for key, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def expected(source: Source) -> dict[str, Any]:
    """What a perfect pipeline makes of the page, told by the clean text and not by a run."""
    kinds = source.get("damage", [])
    row: dict[str, Any] = {"path": source["path"] + ("#" + source["url"] if "url" in source else "")}
    row |= {"status": "rejected" if "reason" in source else "article", "reason": source.get("reason")}
    if "reason" in source:
        return row
    text = "\n".join(
        line.lstrip("@#!| 　").replace(" | ", "\t") for line in source["body"].strip().splitlines()
    )
    title = source["title"]
    if "spin" in kinds:
        text, title = spin(text), spin(title)
    if source["codec"] == "big5":
        text, title = to_simplified(text), to_simplified(title)
    if "mirror" in source or source.get("narrow"):
        text, title = text.translate(damage.WIDE_TO_HALF), title.translate(damage.WIDE_TO_HALF)
    if "cut_after" in source:
        text = text[: text.index(source["cut_after"]) + len(source["cut_after"])]
    row |= {
        "title": title or None,
        "published": source.get("published"),
        "source_name": source.get("source_name"),
    }
    row |= {"authors": source.get("authors", []), "editors": source.get("editors", [])}
    row |= {"original_url": source["original_url"]} if "original_url" in source else {}
    row |= {"place_code": source.get("place_code"), "codec": CODECS.get(source["codec"], source["codec"])}
    row |= {"body": text, "flags": source.get("flags", []), "lost": lost(source, text)}
    return row | {"figures": [figure(line, text) for line in source.get("figures", [])]}


def lost(source: Source, text: str) -> int:
    """How many characters of the body cannot be read off the page, so that no test asks for them."""
    if "lost_quotes" in source.get("damage", []):
        return len(damage.GENERAL_PUNCTUATION.findall(text))
    if "mirror" in source:
        return mirror(source["body"], source["mirror"]).count("?") - text.count("?")
    if "lost_bytes" in source.get("damage", []):
        return sum(line.count(HALF) for line in TEXT["lost_bytes"](source["body"].splitlines()))
    return 0


def figure(line: str, text: str) -> dict[str, str | None]:
    """A figure from `surface | value or low..high | unit | qualifier | more=…`."""
    surface, value, unit, qualifier, *more = line.split(" | ")
    if surface not in text:
        raise ValueError(f"no such words in the body: {surface}")
    low, _, high = value.partition("..")
    out: dict[str, str | None] = {"surface": surface, "value": low, "unit": unit, "qualifier": qualifier}
    if qualifier == "range":
        out |= {"value": None, "value_min": low, "value_max": high}
    elif qualifier in ("at_least", "approx_over"):
        out |= {"value_min": low, "value_max": high or None}
    elif qualifier in ("at_most", "approx_under"):
        out |= {"value_min": None, "value_max": low}
    return out | dict(pair.split("=", 1) for pair in more)


def files() -> Iterator[tuple[Path, bytes]]:
    """Every file that the sources make, with its bytes."""
    sources = [
        tomllib.loads(path.read_text("utf-8")) for path in sorted((SAMPLES / "sources").glob("*.toml"))
    ]
    for path in dict.fromkeys(source["path"] for source in sources):
        of_path = [source for source in sources if source["path"] == path]
        yield SAMPLES / "pages" / path, warc(of_path) if path.endswith(".warc.gz") else page(of_path[0])
    rows = [json.dumps(expected(source), ensure_ascii=False) for source in sources]
    yield SAMPLES / "expected.jsonl", ("\n".join(rows) + "\n").encode()


def is_same(path: Path, data: bytes) -> bool:
    """Whether the file holds these bytes already; of gzip what is inside counts, as deflate has dialects."""
    if not path.exists():
        return False
    old = path.read_bytes()
    return gzip.decompress(old) == gzip.decompress(data) if path.suffix == ".gz" else old == data


def main(arguments: list[str]) -> int:
    """Write what changed, or only name it."""
    changed = [(path, data) for path, data in files() if not is_same(path, data)]
    for path, data in changed:
        print(path.relative_to(SAMPLES))
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return 1 if changed and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
