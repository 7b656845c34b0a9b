"""One language: its catalogue, and how a template becomes a sentence."""

import gettext
import locale
import os

from quizapp.message import Message
from quizapp.shipped import shipped

LANGUAGES = ("en", "zh")


def system_language() -> str:
    """Return the language of this machine's user if we speak it, else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")] + [locale.getlocale()[0] or ""]
    first = next((name for name in names if name), "")
    return "zh" if first.lower().startswith(("zh", "chinese")) else "en"


class Wording:
    """Speaks one language; made anew when the reader chooses another."""

    def __init__(self, language: str = "") -> None:
        """Speak `language` ("en" or "zh"; "" means the system's)."""
        self.language = language if language in LANGUAGES else system_language()
        self._catalogue = gettext.translation(
            "quizapp", shipped("assets", "translations"), languages=[self.language], fallback=True
        )

    def say(self, template: str, /, **values: object) -> str:
        """Return the translation of a literal template with its `{name}` fields filled in."""
        text = self._catalogue.gettext(template)
        return text.format(**values) if values else text

    def say_many(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return the form for `count` ("{count} card" or "{count} cards")."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **values)

    def paragraph(self, *sentences: str) -> str:
        """Return those of the sentences that say something, one after the other."""
        # In Chinese there is no space between sentences.
        return ("" if self.language == "zh" else " ").join(filter(None, sentences))

    def sentence(self, says: Message) -> str:
        """Return a message from a deeper layer in this language."""
        return self._catalogue.gettext(says.template).format(**says.values)
