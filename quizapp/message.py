"""A sentence for the user before it is in a language: a template and the values to put into it.

Layers that must not know the reader's language (packs, sandbox, study) raise errors that carry a `Message`;
`quizapp.wording` turns it into English or Chinese. Babel extracts the templates by the name `message`.
"""

from msgspec import Struct, field


class Message(Struct, frozen=True):
    """A gettext template with `{name}` fields, and their values."""

    template: str
    values: dict[str, str | int | float] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def message(template: str, /, **values: str | int | float) -> Message:
    """Make a message; the template must be a literal, so that it can be extracted for translation."""
    return Message(template, values)


class SaysError(Exception):
    """An error that tells the user, in one sentence, what is wrong and what to do."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says
