"""Stages for pictures: one after another in one program, each in its own language."""

from PySide6.QtCore import QCoreApplication

from desktop.views.desk_panel import DeskPanel
from tools.stages import Look, clerk_stage


def test_texts_end_with_their_stage(qapp, tmp_path):
    """The next stage is another window, and another language: nothing of this one stays."""
    look = Look("zh_CN", "light", (1366, 768), 100)
    stage = clerk_stage(qapp, tmp_path / "clerk", look)
    said = QCoreApplication.translate("DeskPanel", "Whole form")
    stage.end()
    assert said != "Whole form"
    assert QCoreApplication.translate("DeskPanel", "Whole form") == "Whole form"


def test_the_count_beside_the_map_stands_on_one_line(qapp, tmp_path):
    stage = clerk_stage(qapp, tmp_path / "clerk", Look("en", "light", (1366, 768), 100))
    stage.page("keying")
    stage.keys("B001\n")
    stage.half_a_form(46)
    panel = stage.page("keying").findChild(DeskPanel)
    assert isinstance(panel, DeskPanel)
    count = panel.count
    room = count.fontMetrics().horizontalAdvance(count.text())
    width = count.width()
    stage.end()
    assert room <= width
