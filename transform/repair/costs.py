"""What the steps of the search behind a slip cost, in bits, and how widely it looks."""

BEAM = 11.0  # bits behind the best that a path may fall
SLIP = 6.0  # bits: a question mark is likelier than a slip where no reading shows one
VANISHED = 2.0  # a pair of the user-defined areas
VANISHING_TOGETHER = (12, 4, 2)  # so many guesses for one, two, three such pairs in a row
VANISHING = 6.0  # bits behind the best that a path may be to lose such a pair
WHOLE = 6.0  # both bytes of a character in one `?`
UNEXPLAINED = 40.0  # a `?)` left as it is
CONTRADICTION = 9.0  # a character of the page's table without its reading, or a simplified one
FOREIGN = 2.0  # a reading on a character that the page shows nowhere else
ON_PAGE = 2.5  # bits less for two characters that stand together elsewhere on the page
LOST = 10.0  # a character beside a slip that is lost for good
LOST_ALONE = 14.0  # the same where no other digit or letter follows
ASCII = 5.0  # a digit or letter
ASCII_MARK = 7.0  # at most, for a mark as seen
BLANK = 8.0  # one that was swallowed behind the end of a sentence
UNPAIRED = 4.0  # a quotation mark that closes nothing, or opens a second time
# Marks that the model does not know: anywhere, on a page that has them, the second of two dashes.
MARK, MARK_ON_PAGE, MARK_AGAIN = 18.0, 10.0, 0.5
STOP_AGAIN = 8.0  # the same mark twice
LIKELY = 12  # of the characters that an unknown byte allows
_ENDS = "。！？；”》）.!?;)"


def cost_of_end(last: str) -> float:
    """Bits of a line's end behind a character."""
    return 0.0 if last in _ENDS else 8.0 if last in "，、：“《（" else 4.0
