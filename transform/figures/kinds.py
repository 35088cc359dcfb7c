"""The closed lists of a figure: each word that a field may hold, with its meaning."""

from typing import Final

KINDS: Final = {
    "count": "how many of something",
    "money": "an amount of money",
    "percent": "a share or a relative change, in %",
    "area": "a surface",
    "length": "a length, a height or a distance",
    "mass": "a weight",
    "volume": "a volume",
    "energy": "an amount of energy",
    "power": "energy in a time",
    "speed": "a way in a time",
    "temperature": "a temperature",
    "age": "how old somebody or something is",
    "multiplier": "how many times the base",
    "delta": "a difference to a base: points, percentage points, amounts more or less",
    "duration": "a length of time",
    "date": "one day",
    "period": "a month, a year or another stretch of days",
    "ordinal": "the place in a sequence (第九期, 首个)",
    "rank": "the place in a ranking",
}

ROLES: Final = {
    "statistic": "measures the world",
    "enumeration": "counts the parts of the text or of a plan",
    "label": "a number inside a name or a category",
    "time": "a date, a period or a duration",
}

QUALIFIERS: Final = {
    "exact": "as printed",
    "approx": "about the value",
    "approx_over": "the value and a little more (余, 多)",
    "approx_under": "a little less than the value (近, 不到)",
    "at_least": "the value or more",
    "at_most": "the value or less",
    "range": "from the lower to the upper bound",
    "vague": "no value can be given (数百)",
}

BASES: Final = {
    "stock": "the level at a moment",
    "flow": "what happened within a period",
    "cumulative": "what happened from a beginning until a moment",
}

RATES: Final = {
    "year": "for each year",
    "quarter": "for each quarter",
    "month": "for each month",
    "day": "for each day",
    "person": "for each person",
    "household": "for each household",
    "enterprise": "for each enterprise",
    "institution": "for each institution",
    "other": "for each of something else",
}

STATUSES: Final = {
    "actual": "it is or was so",
    "plan": "somebody means to do it",
    "target": "it is to be reached",
    "forecast": "it is expected",
    "rule-limit": "a rule sets it",
}

PERIOD_HOW: Final = {
    "stated": "the text gives the days, the months or the years in full",
    "resolved": "worked out from the date of the article",
    "inherited": "taken from another clause, the paragraph or the article",
    "unknown": "no period was found",
}

COMPARE_KINDS: Final = {
    "ratio_to_baseline": "so many times the baseline",
    "delta": "so much more or less than the baseline, in the unit",
    "pct_change": "the relative change from the baseline, in %",
    "pct_point": "the change of a share, in percentage points",
}

GROUP_ROLES: Final = {
    "total": "the sum of its group",
    "part": "a share of the group's total",
    "member": "one of several that stand side by side",
    "bound": "the limit of a class, not a measure of it",
}

PLACE_HOW: Final = {
    "stated": "named in the text near the figure",
    "inherited": "the place of the article",
}
