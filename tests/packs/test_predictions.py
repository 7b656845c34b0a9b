import pytest

from quizapp.packs.model import Asked, Prediction, Text
from tests.packs.sample import PackFolder

TOML = "freezing/typo/exercise.toml"
SHARING = """
[[predictions]]
observe = "y"
asks = "sharing"
shares_with = "x"
says = { en = "One memory?", zh = "同一块内存吗？" }
"""
LINE = 29
"""Where the first line of SHARING comes to stand, which is empty."""


def ask(folder: PackFolder, predictions: str) -> None:
    """Let the sample's exercise ask this before it runs."""
    folder.write(TOML, (folder.root / TOML).read_text(encoding="utf-8") + predictions)


def test_predictions_are_read(folder: PackFolder) -> None:
    ask(folder, SHARING + '[[predictions]]\nobserve = "model.weight"\nasks = "gradient"\n')

    assert folder.exercise("freezing/typo").predictions == (
        Prediction(
            observe="y",
            asks=Asked.SHARING,
            shares_with="x",
            says=Text("en", {"en": "One memory?", "zh": "同一块内存吗？"}),
        ),
        Prediction(observe="model.weight", asks=Asked.GRADIENT),
    )


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"y"', '"y ="', ('observe: expected a Python expression, found "y =" (invalid syntax)', 2)),
        ('shares_with = "x"\n', "", ('asks: "sharing" is about two values; add shares_with = "…"', 3)),
        ('"sharing"', '"shape"', ('shares_with: this key goes with asks = "sharing" only', 4)),
        ('"x"', '"x ="', ('shares_with: expected a Python expression, found "x =" (invalid syntax)', 4)),
        (
            '"sharing"',
            '"values"',
            ('asks: expected one of "gradient", "shape", "sharing", found "values"', 3),
        ),
        ("shares_with", "share_with", ('share_with: unknown key; did you mean "shares_with"?', 4)),
        ('observe = "y"\n', "", ("observe: this key is missing", 1)),
        ("en = ", "fr = ", ('says: the text in the pack\'s own language, "en", is missing', 5)),
    ],
)
def test_what_is_wrong_with_a_prediction_names_key_and_line(
    folder: PackFolder, old: str, new: str, problem: tuple[str, int]
) -> None:
    ask(folder, SHARING.replace(old, new))

    says, line = problem
    assert folder.problems() == [f"{TOML}:{LINE + line}: predictions[0].{says}"]
