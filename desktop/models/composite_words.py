"""What people call the components of a composite and what becomes of a missing figure."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.assess.composite import ComponentKind, Missing


class CompositeWords(QObject):
    """The window's words for codes."""

    def kinds(self) -> Mapping[ComponentKind, str]:
        return {
            ComponentKind.SURVEY: self.tr("score of this survey"),
            ComponentKind.ASSESSMENT: self.tr("score of the assessment"),
            ComponentKind.PHONE: self.tr("phone poll"),
            ComponentKind.MYSTERY: self.tr("mystery visits"),
            ComponentKind.ON_SITE: self.tr("on-site meeting"),
            ComponentKind.ONLINE: self.tr("online poll"),
            ComponentKind.OTHER: self.tr("other"),
        }

    def missing(self) -> Mapping[Missing, str]:
        return {
            Missing.RENORMALISE: self.tr("the others carry its weight"),
            Missing.STOP: self.tr("the unit has no score"),
        }
