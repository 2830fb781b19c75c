"""The pages of the work area in their order: who sees each, and what makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.session import Session
from desktop.store import kinds, ledger_queries, queries
from desktop.store.ledgers import RULES
from desktop.views.workplace import Workplace


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page, loaded when it is first shown."""

    id: str
    icon: str
    maker: str
    """`module:class` under `desktop.views`."""
    is_for: Callable[[Session], bool]
    part: str
    """Pages of one part stand together: the count, the keying, the year, the program."""

    def make(self, place: Workplace, parent: QWidget) -> QWidget:
        """The page itself."""
        module, name = self.maker.split(":")
        made: QWidget = getattr(import_module(f"desktop.views.{module}"), name)(place, parent)
        return made

    def load(self) -> None:
        """Import what makes the page, on whatever thread; later it is there at once."""
        import_module(f"desktop.views.{self.maker.split(':')[0]}")


def _keys_forms(session: Session) -> bool:
    waits = not queries.zero_declared(session.opened)
    return session.may(kinds.FORM) or (waits and session.may(kinds.ZERO))


_OVERSEERS = frozenset({"supervisor", "checker", "scrutineer"})


def _oversees(session: Session) -> bool:
    """Whoever answers for the count or watches it, on the supervisor's file or a copy of one."""
    survey, operator = session.opened, session.operator
    if survey.station not in (None, survey.founder):
        return False
    return operator is None or bool(operator.roles & _OVERSEERS)


def _keeps_ledgers(session: Session) -> bool:
    """Whoever oversees, and others once the year has its rule set: keying comes first."""
    return _oversees(session) or (
        session.may(kinds.DEDUCTION) and ledger_queries.is_set(session.opened, RULES)
    )


def _page(
    id: str,  # noqa: A002
    part: str,
    is_for: Callable[[Session], bool] = _oversees,
    *,
    module: str = "",
    icon: str = "",
) -> PageEntry:
    module = module or f"{id}_view"
    name = "".join(word.capitalize() for word in module.split("_"))
    return PageEntry(id, icon or id, f"{module}:{name}", is_for, part)


PAGES = (
    _page("overview", "count"),
    _page("plan", "count"),
    _page("register", "count"),
    _page("stations", "count"),
    _page("merge", "count"),
    _page("rulings", "count"),
    _page("results", "count"),
    _page("documents", "count"),
    _page("seal", "count"),
    _page("log", "count"),
    _page("keying", "key", _keys_forms),
    _page(
        "second",
        "key",
        lambda session: session.may(kinds.FORM),
        module="second_keying_view",
        icon="second-keying",
    ),
    _page("work", "key", lambda _: True, module="my_work_view", icon="my-work"),
    _page("drill", "key", lambda session: session.may(kinds.FORM)),
    _page("opinions", "key", lambda session: session.may(kinds.OPINION)),
    _page("assessment", "year", _keeps_ledgers),
    _page("findings", "year", _keeps_ledgers),
    _page("complaints", "year", _keeps_ledgers),
    _page("composite", "year"),
    _page("consequences", "year"),
    _page("settings", "program", lambda _: True),
    _page("help", "program", lambda _: True),
)


def page_title(page: str) -> str:
    """The word under a page's icon."""
    tr = QCoreApplication.translate
    titles = {
        "overview": tr("PageList", "Overview"),
        "plan": tr("PageList", "Plan"),
        "register": tr("PageList", "Register"),
        "stations": tr("PageList", "Stations"),
        "merge": tr("PageList", "Merge"),
        "rulings": tr("PageList", "Rulings"),
        "results": tr("PageList", "Results"),
        "documents": tr("PageList", "Documents"),
        "seal": tr("PageList", "Seal"),
        "log": tr("PageList", "Log"),
        "keying": tr("PageList", "Keying"),
        "second": tr("PageList", "Second"),
        "work": tr("PageList", "My work"),
        "drill": tr("PageList", "Practice"),
        "opinions": tr("PageList", "Opinions"),
        "assessment": tr("PageList", "Assessment"),
        "findings": tr("PageList", "Findings"),
        "complaints": tr("PageList", "Complaints"),
        "composite": tr("PageList", "Composite"),
        "consequences": tr("PageList", "Follow-up"),
        "settings": tr("PageList", "Settings"),
        "help": tr("PageList", "Help"),
    }
    return titles[page]
