from datetime import date

from extract.sites.rules import Rules, order_rules

OLD = Rules(until=date(2018, 12, 31))
MIDDLE = Rules(since=date(2019, 1, 1), until=date(2021, 6, 30))
NEW = Rules(since=date(2021, 7, 1))
ALL = (OLD, MIDDLE, NEW)


def test_rules_of_the_surest_day_come_first_then_the_newest() -> None:
    assert order_rules(ALL, [date(2018, 5, 1), date(2020, 5, 1)]) == (OLD, MIDDLE, NEW)
    assert order_rules(ALL, [None, date(2020, 5, 1)]) == (MIDDLE, NEW, OLD)
    assert order_rules(ALL, [None, None]) == (NEW, MIDDLE, OLD)
    assert order_rules((), [date(2020, 5, 1)]) == ()


def test_first_and_last_day_are_in() -> None:
    assert order_rules(ALL, [date(2019, 1, 1)])[0] == MIDDLE
    assert order_rules(ALL, [date(2021, 6, 30)])[0] == MIDDLE
    assert not MIDDLE.holds_on(date(2021, 7, 1))
