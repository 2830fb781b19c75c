"""What makes a form void, how much is keyed twice, and what else is checked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import Choice, Kind, PlanColumn, shown
from desktop.views.plan_field import LineField
from desktop.views.plan_section import PlanSection
from desktop.views.theme import Theme

_RULE = "validity.max_blank"


class BlankShareField(LineField):
    """The share of blanks that voids a form; an empty line means that there is no such rule."""

    def _take(self) -> None:
        share = self._typed()
        rule = self.draft.at(_RULE)
        if share is None:
            self.draft.change(_RULE, None)
        elif rule is None:
            self.draft.change(_RULE, {"share": share, "reason": self._reason()})
        else:
            self.draft.change(self.place, share)

    def _reason(self) -> str:
        """The reason for blank forms, or else the first."""
        codes = [row["code"] for row in self.draft.value["void_reasons"]]
        return "V4" if "V4" in codes else (codes or [""])[0]


class PlanFormsSection(PlanSection):
    """Rules about single forms: none of them changes a score."""

    def __init__(self, draft: PlanDraft, theme: Theme, parent: QWidget) -> None:
        about = self.tr("A whole form is void only for one of these reasons, keyed in one stroke.")
        super().__init__(draft, self.tr("Void forms, checks"), about, theme, parent)
        columns = (
            PlanColumn("code", self.tr("Code"), Kind.CODE),
            PlanColumn("name", self.tr("Reason")),
        )
        self.rows("void_reasons", self.tr("Void reasons"), columns)
        self._checks()
        self._voiding()
        self._returns()
        self.end()
        draft.changed.connect(self._offer)
        self._offer()

    def _checks(self) -> None:
        self.head(self.tr("Keying"))
        note = self.tr("Share of every batch that another person keys again, 0 to 100.")
        self.line("second_keying.percent", self.tr("Second keying, %"), note, Kind.WHOLE)
        note = self.tr("Keying waits while any network is up on the laptop.")
        self.flag("offline", self.tr("Keying only without any network"), note)

    def _voiding(self) -> None:
        self.head(self.tr("Forms that the rules void"), self.tr("Leave empty for no such rule."))
        note = self.tr("More blank cells than this void the form: 50 %, 0.5 or 1/2.")
        share = BlankShareField(
            self.draft, f"{_RULE}.share", self.tr("Blank cells above"), note, self.theme, self,
            Kind.NUMBER, nullable=True,
        )  # fmt: skip
        self.add(share)
        self._reason = self.choice(f"{_RULE}.reason", self.tr("… are void for"))
        self._one_grade = self.choice("validity.one_grade", self.tr("One grade throughout"))

    def _returns(self) -> None:
        self.head(self.tr("Forms that come back"))
        note = self.tr("Share of the forms issued that must come back, or else there is a warning.")
        self.line("validity.quorum", self.tr("Return at least"), note, Kind.NUMBER, nullable=True)
        self.choice(
            "validity.returned_above_issued",
            self.tr("More than issued"),
            ("warn", self.tr("warn"), self.tr("The result is printed with a signed explanation.")),
            ("stop", self.tr("stop"), self.tr("There is no result until the register agrees.")),
        )

    def _offer(self, _: str = "") -> None:
        """The reasons, as the list above names them."""
        rows: Sequence[dict[str, Any]] = self.draft.value["void_reasons"]
        named: list[Choice] = [(row["code"], shown(row["name"])) for row in rows]
        is_off = self.draft.at(_RULE) is None
        self._reason.offer([(None, self.tr("—"))] if is_off else named)
        self._reason.list.setDisabled(is_off)
        self._one_grade.offer([(None, self.tr("is not void")), *named])
