"""The pages of the help in the reader's language: written ones, and the numbered messages."""

import tomllib
from dataclasses import dataclass

from desktop.assets import resource
from desktop.messages import messages_page


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page in Markdown."""

    id: str
    title: str
    text: str

    def holds(self, wanted: str) -> bool:
        """Whether a text stands anywhere on the page, large or small."""
        return wanted.casefold() in self.text.casefold()


def help_pages(language: str, messages: str) -> list[HelpPage]:
    """Every page in the order of `resources/help/contents.toml`, then all messages so entitled."""
    contents = tomllib.loads(resource("help", "contents.toml").read_text(encoding="utf-8"))
    written = [_page(entry, language) for entry in contents["pages"]]
    return [*written, HelpPage("messages", messages, messages_page(messages, language))]


def _page(entry: dict[str, str], language: str) -> HelpPage:
    text = resource("help", language, entry["file"]).read_text(encoding="utf-8")
    return HelpPage(entry["file"].removesuffix(".md"), entry[language], text)
