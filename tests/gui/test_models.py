"""Every item model keeps Qt's contract, empty, filled and filled again, and says what is there."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

import desktop.models
from desktop.actions.entering import Way
from desktop.jobs import JobRunner
from desktop.models.batch_forms_model import BatchFormsModel, LineRole
from desktop.models.batch_table_model import BatchColumn, BatchTableModel
from desktop.models.due_list_model import DueListModel
from desktop.models.form_table_model import FormRole, FormTableModel
from desktop.models.group_weights_model import GroupWeightsModel
from desktop.models.open_form import OpenForm
from desktop.models.plan_draft import PlanDraft
from desktop.models.plan_table_model import PlanColumn, PlanTableModel
from desktop.models.rows_model import KEY_ROLE, Column, Row, RowsModel
from desktop.models.stretch_table_model import StretchColumn, StretchTableModel
from desktop.models.waiting_table_model import Waiting, WaitingTableModel
from desktop.models.written_model import WrittenColumn, WrittenModel
from desktop.store.clerk_queries import BatchWork, FormLine
from desktop.store.journal import Journal
from desktop.store.kinds import RecordId
from desktop.store.work_queries import WorkStretch
from desktop.tally.form import FormState
from desktop.tally.keyings import UNKEYED, FormStage
from desktop.tally.plan_draft import draft_value
from tests.plans import plan_value, small_plan

PLAN = small_plan(4, 3, dont_know=True, void_reasons=[{"code": "R1", "name": "空白"}])
BATCHES = [
    BatchWork("A001", "C1", 5, 3, 1, 1, closed=False, station=None),
    BatchWork("B001", "C9", 2, 2, 0, 0, closed=True, station="aa"),
]
LINES = [
    FormLine(1, FormState.VALID, FormStage.SINGLE, ""),
    FormLine(2, FormState.VOID, FormStage.SINGLE, "R1"),
    FormLine(3, FormState.UNSETTLED, FormStage.DOUBTFUL, ""),
    FormLine(9, FormState.VALID, FormStage.SINGLE, ""),
]


COLUMNS = [Column("Agency"), Column("Score", is_number=True), Column("Forms", is_number=True)]
ROWS = [
    Row("w", ("Water Board", "96.50", "1,204")),
    Row("p", ("Parks Office", "—", "89"), tones=("", "quiet", "warn")),
    Row("a", ("Archive", "100.00", "311")),
]
FALLING = Qt.SortOrder.DescendingOrder


def rows_model():
    return RowsModel(COLUMNS, {"warn": QColor("red"), "quiet": QColor("grey")})


def draft(owner):
    """A plan in the making; without an event loop nothing of it reaches the disk."""
    value, _ = draft_value(plan_value(3, 2))
    return PlanDraft(value, Journal(Path("unwritten")), JobRunner(owner), owner)


def plan_table():
    owner = QObject()
    columns = [PlanColumn("code", "Code"), PlanColumn("name", "Name")]
    model = PlanTableModel(draft(owner), "agencies", columns, owner)
    model.held = owner  # type: ignore[attr-defined]
    return model


def group_weights():
    owner = QObject()
    model = GroupWeightsModel(draft(owner), owner)
    model.held = owner  # type: ignore[attr-defined]
    return model


def written_table():
    return WrittenModel(
        [
            WrittenColumn("Unit", is_written=False),
            WrittenColumn("Band", choices=("a", "b")),
            WrittenColumn("Figure", is_number=True),
        ]
    )


def shown(model):
    """What stands in the first column, from the top down."""
    return [row[0] for row in texts(model)]


def stretch(forms, began="2006-05-08T01:00:00Z"):
    return WorkStretch(
        record=RecordId("ab"), station="cd", operator="C01", caller="", began=began,
        ended="2006-05-08T04:05:59Z", after=1, forms=forms, presses=12345, fills=2, corrections=1,
        seconds=11105, idle=60, pauses=600,
    )  # fmt: skip


def form(marks):
    return OpenForm(PLAN, "B001", 1, Way.NEW, marks=marks)


def texts(model, role=Qt.ItemDataRole.DisplayRole):
    """Every cell's text, row by row."""
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [[model.index(row, column).data(role) for column in columns] for row in rows]


def titles(model):
    return [
        model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for at in range(model.columnCount())
    ]


CASES = {
    BatchFormsModel: (
        lambda: BatchFormsModel(PLAN),
        [lambda m: m.show_batch(5, LINES, 4), lambda m: m.show_batch(2, [], None)],
    ),
    BatchTableModel: (
        lambda: BatchTableModel(PLAN),
        [lambda m: m.show_batches(BATCHES), lambda m: m.show_batches(BATCHES[:1])],
    ),
    FormTableModel: (
        lambda: FormTableModel(PLAN),
        [
            lambda m: m.show_form(form("123?0x" + UNKEYED * 6)),
            lambda m: m.marks_changed(0, 1),
            lambda m: m.marks_changed(2, 8),
            lambda m: m.show_form(None),
        ],
    ),
    RowsModel: (
        rows_model,
        [
            lambda m: m.show_rows(ROWS),
            lambda m: m.sort(1),
            lambda m: m.sort(1, FALLING),
            lambda m: m.filter_by("a"),
            lambda m: m.sort(2, FALLING),
            lambda m: m.filter_by("nowhere"),
            lambda m: m.filter_by(""),
            lambda m: m.show_rows(ROWS[:1]),
        ],
    ),
    PlanTableModel: (
        plan_table,
        [
            lambda m: m.draft.change("agencies[1].name", "水务局"),
            lambda m: m.mark({"agencies[1].name": "wrong"}),
            lambda m: m.draft.change_rows("agencies", m.draft.value["agencies"][:2]),
            lambda m: m.draft.undo(),
        ],
    ),
    GroupWeightsModel: (
        group_weights,
        [
            lambda m: m.draft.change("groups[0].weights", {"C1": "1", "C2": "2"}),
            lambda m: m.mark({"groups[0].weights": "wrong"}),
            lambda m: m.draft.change_rows("channels", m.draft.value["channels"][:1]),
            lambda m: m.draft.undo(),
        ],
    ),
    DueListModel: (
        DueListModel,
        [
            lambda m: m.show_due(["B001-001", "B001-003"], ["B001-002"], "B001-003"),
            lambda m: m.show_due([], [], ""),
        ],
    ),
    WaitingTableModel: (
        lambda: WaitingTableModel(["Batch", "Left"]),
        [lambda m: m.show_rows([Waiting("B001", ("B001", "2"))]), lambda m: m.show_rows([])],
    ),
    StretchTableModel: (
        StretchTableModel,
        [lambda m: m.show_stretches([stretch(1), stretch(2)]), lambda m: m.show_stretches([])],
    ),
    WrittenModel: (
        written_table,
        [
            lambda m: m.show_rows([("A1", "a", "4"), ("A2", "", "")]),
            lambda m: m.setData(m.index(1, 2), "5"),
            lambda m: m.mark({(1, 2): "wrong"}),
            lambda m: m.add(1),
            lambda m: m.fill(1, 1, [["b", "3"], ["a", "2"]], grows=True),
            lambda m: m.remove(0),
        ],
    ),
}


@pytest.mark.parametrize("kind", CASES, ids=lambda kind: kind.__name__)
def test_the_model_keeps_the_qt_contract(kind, qtmodeltester):
    make, changes = CASES[kind]
    model = make()
    qtmodeltester.check(model)
    for change in changes:
        change(model)
        qtmodeltester.check(model)
    for change in reversed(changes):
        change(model)
    assert model.index(model.rowCount(), 0).data() is None
    assert model.rowCount(model.index(0, 0)) == 0


def test_every_model_is_tested_here():
    names = [module.name for module in pkgutil.iter_modules(desktop.models.__path__)]
    modules = [importlib.import_module(f"desktop.models.{name}") for name in names]
    found = {
        held
        for module in modules
        for held in vars(module).values()
        if isinstance(held, type) and issubclass(held, QAbstractItemModel)
    }
    assert {held for held in found if held.__module__.startswith("desktop")} == set(CASES)


def test_the_numbers_of_a_batch_stand_in_order_with_their_states():
    model = BatchFormsModel(PLAN)
    model.show_batch(5, LINES, 4)
    rows = [
        tuple(model.index(row).data(role) for role in (LineRole.NUMBER, 0, LineRole.TONE))
        for row in range(model.rowCount())
    ]
    assert rows == [
        (1, "saved", "quiet"), (2, "void 空白", "bad"), (3, "doubtful", "warn"),
        (4, "open", "accent"), (5, "—", "quiet"), (9, "beyond slip", "warn"),
    ]  # fmt: skip
    assert (model.row_of(9), model.row_of(6)) == (5, -1)
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "002 void 空白"
    model.show_batch(2, [], 7)
    assert [model.index(row).data(LineRole.NUMBER) for row in range(3)] == [1, 2, 7]


def test_batches_are_told_in_counts_of_forms():
    model = BatchTableModel(PLAN)
    model.show_batches(BATCHES)
    assert titles(model) == ["Batch", "Channel", "On the slip", "Keyed", "Void", "Left", "State"]
    assert texts(model) == [
        ["A001", "单位互评", "5", "3", "1", "3", "open"],
        ["B001", "C9", "2", "2", "0", "0", "closed"],
    ]
    assert model.code_at(1) == "B001"
    sides = texts(model, Qt.ItemDataRole.TextAlignmentRole)[0]
    right = {at for at, side in enumerate(sides) if side & Qt.AlignmentFlag.AlignRight}
    assert right == {BatchColumn.COUNT, BatchColumn.KEYED, BatchColumn.VOID, BatchColumn.LEFT}


def test_the_form_shows_its_marks_and_nothing_where_none_is_open():
    model = FormTableModel(PLAN)
    assert texts(model)[0] == ["单位1", "", "", ""]
    model.show_form(form("123?0x" + UNKEYED * 6))
    assert [row[1:] for row in texts(model)] == [list("123"), list("?0x"), [""] * 3, [""] * 3]
    assert titles(model) == ["Agency", "内容1", "内容2", "内容3"]
    assert model.headerData(3, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) == "004"
    spoken = texts(model, Qt.ItemDataRole.AccessibleTextRole)[1]
    assert spoken == [
        "002 单位2", "002 单位2, 内容1: don't know", "002 单位2, 内容2: blank",
        "002 单位2, 内容3: invalid",
    ]  # fmt: skip


def test_only_the_cells_asked_for_are_open():
    model = FormTableModel(PLAN)
    model.show_form(OpenForm(PLAN, "B001", 1, Way.AGAIN, marks="1" * 12, cells=(2, 7)))
    found = [cell for cell in range(12) if model.cell_index(cell).data(FormRole.OPEN)]
    assert found == [2, 7]
    model.show_form(None)
    assert not model.cell_index(2).data(FormRole.OPEN)


@pytest.mark.parametrize(
    ("first", "last", "corners"),
    [(1, 1, ((0, 2), (0, 2))), (0, 2, ((0, 1), (0, 3))), (2, 3, ((0, 1), (1, 3)))],
)
def test_changed_cells_are_told_and_no_others_where_they_lie_in_one_row(
    qtbot, first, last, corners
):
    model = FormTableModel(PLAN)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.marks_changed(first, last)
    found = tuple((index.row(), index.column()) for index in told.args[:2])
    assert found == corners


def test_stretches_of_work_come_the_newest_first():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        model = StretchTableModel()
        model.show_stretches([stretch(1), stretch(22)])
        assert titles(model) == ["From", "To", "Forms", "Presses", "At work", "Pauses"]
        rows = [row[StretchColumn.FORMS :] for row in texts(model)]
        assert rows == [["22", "12,345", "3:05", "0:10"], ["1", "12,345", "3:05", "0:10"]]
        assert "May" in texts(model)[0][StretchColumn.BEGAN]
    finally:
        QLocale.setDefault(before)


def test_rows_stand_as_given_until_they_are_ordered_and_then_stay_ordered():
    model = rows_model()
    model.show_rows(ROWS)
    assert shown(model) == ["Water Board", "Parks Office", "Archive"]
    model.sort(0)
    assert shown(model) == ["Archive", "Parks Office", "Water Board"]
    model.show_rows([*ROWS, Row("b", ("Bank", "1", "2"))])
    assert shown(model) == ["Archive", "Bank", "Parks Office", "Water Board"]
    assert [row.key for row in model.rows()] == ["w", "p", "a", "b"]
    assert model.place_of("b") == 1
    assert model.place_of("nobody") == -1
    model.sort(-1)
    assert shown(model) == ["Water Board", "Parks Office", "Archive", "Bank"]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (1, Qt.SortOrder.AscendingOrder, ["w", "a", "p"]),
        (1, FALLING, ["a", "w", "p"]),
        (2, Qt.SortOrder.AscendingOrder, ["p", "a", "w"]),
        (2, FALLING, ["w", "a", "p"]),
    ],
)
def test_figures_are_ordered_as_numbers_and_cells_without_one_come_last(column, order, expected):
    model = rows_model()
    model.show_rows(ROWS)
    model.sort(column, order)
    assert [model.shown()[at].key for at in range(3)] == expected


def test_a_row_may_say_what_it_is_ordered_by():
    model = rows_model()
    sorts = {"one": (None, 3, 1), "two": ("x", 1, 1), "three": ("a", 2, 1)}
    model.show_rows([Row(key, ("same", "0", "0"), held) for key, held in sorts.items()])
    for column, expected in ((0, "three two one"), (1, "two three one"), (2, "one two three")):
        model.sort(column)
        assert " ".join(model.shown()[at].key for at in range(3)) == expected


def test_the_cursor_and_whoever_holds_a_row_go_with_it_when_rows_are_ordered():
    model = rows_model()
    model.show_rows(ROWS)
    held = QPersistentModelIndex(model.index(0, 2))
    model.sort(0)
    assert (held.row(), held.column(), held.data(KEY_ROLE)) == (2, 2, "w")


def test_rows_have_sides_and_tones():
    model = rows_model()
    model.show_rows(ROWS)
    role = Qt.ItemDataRole
    right = [cell & Qt.AlignmentFlag.AlignRight for cell in texts(model, role.TextAlignmentRole)[0]]
    assert [bool(side) for side in right] == [False, True, True]
    tones = texts(model, role.ForegroundRole)
    assert tones == [[None] * 3, [None, QColor("grey"), QColor("red")], [None] * 3]
    side = model.headerData(1, Qt.Orientation.Horizontal, role.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight
    assert titles(model) == ["Agency", "Score", "Forms"]


def test_a_filter_wants_every_word_somewhere_in_the_row():
    model = rows_model()
    model.show_rows(ROWS)
    for text, expected in (
        ("ARCHIVE", ["Archive"]),
        ("o", ["Water Board", "Parks Office"]),
        ("o 89", ["Parks Office"]),
        ("o 311", []),
        ("  ", ["Water Board", "Parks Office", "Archive"]),
    ):
        model.filter_by(text)
        assert shown(model) == expected
    model.filter_by("o")
    model.sort(0)
    assert shown(model) == ["Parks Office", "Water Board"]
    model.filter_by("")
    assert shown(model) == ["Archive", "Parks Office", "Water Board"]
