from quizapp.wording import Wording
from quizapp.wording.percent import percent_words


def test_a_share_is_said_in_whole_percent() -> None:
    assert percent_words(0.914, Wording("en")) == "91 %"
