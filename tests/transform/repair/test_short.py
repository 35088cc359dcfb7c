import pytest

from transform.decode.plausibility import find_common
from transform.repair.repair import Diagnosis, repair_line
from transform.repair.script import to_hans
from transform.repair.short import restore

COMMON = find_common()
SIGNS = "来源：江风报（记者 林晨）2024-05-03 10:20「文」%5e…—·《》\\u6c34&amp;#x6c34;ä¸\xad銆€\u200b３２．５⻓�烫烫烫烫"


@pytest.mark.parametrize("step", [7, 40])
def test_a_plain_text_is_what_repair_makes_of_it(step: int) -> None:
    texts = [COMMON[at : at + step] for at in range(0, len(COMMON), step)]
    texts += [SIGNS[at : at + step] for at in range(len(SIGNS))]
    for text in texts:
        assert restore(text, Diagnosis()) == to_hans(repair_line(text, Diagnosis()))


def test_what_is_wrong_with_the_page_is_mended_in_its_lines() -> None:
    text, diagnosis = "江水上涨,记者报道", Diagnosis(has_mixed_widths=True)
    assert restore(text, diagnosis) == repair_line(text, diagnosis) == "江水上涨，记者报道"
