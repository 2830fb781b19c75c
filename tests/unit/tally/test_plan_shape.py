import pytest

from desktop.tally import plan_shape as shape
from desktop.tally.errors import Problem
from desktop.tally.plan_shape import Key, Shape, WrongValueError, read_shape

INNER = Shape({"code": Key(shape.code), "size": Key(shape.whole(1, 9), 5)})
OUTER = Shape(
    {
        "name": Key(shape.text),
        "inner": Key(INNER, {}),
        "items": Key(Shape(INNER.keys, many=True), []),
        "rule": Key(Shape(INNER.keys, nullable=True), None),
    }
)


def misfits(value):
    problems: list[Problem] = []
    read_shape(OUTER, value, problems)
    return [
        (problem.place, problem.sentence().removeprefix(f"{problem.place}: "))
        for problem in problems
    ]


def refusal(kind, value):
    with pytest.raises(WrongValueError) as caught:
        kind(value)
    return Problem("", *caught.value.problem).sentence()


def test_absent_keys_take_their_defaults():
    read = read_shape(OUTER, {"name": "甲", "items": [{"code": "A"}]}, [])
    assert read == {"name": "甲", "inner": {}, "items": [{"code": "A", "size": 5}], "rule": None}


def test_null_passes_only_where_it_may():
    assert misfits({"name": "甲", "rule": None}) == []
    assert misfits({"name": "甲", "inner": None}) == [("inner", "must be an object {…}")]
    assert misfits({"name": "甲", "items": None}) == [("items", "must be a list")]


def test_every_misfit_is_named_by_its_place():
    value = {"inner": {"code": "A", "sise": 1}, "items": [{"code": "A"}, {"size": 10}], "rule": []}
    assert misfits(value) == [
        ("name", "is missing"),
        ("inner.sise", "is not a key of a plan; remove it or mend its spelling"),
        ("items[1].code", "is missing"),
        ("items[1].size", "must be a whole number from 1 to 9"),
        ("rule", "must be an object {…}"),
    ]


@pytest.mark.parametrize("value", ["x", 1, None, []])
def test_a_plan_is_an_object(value):
    assert misfits(value) == [("", "must be an object {…}")]


def test_text_is_kept_in_normal_form_c():
    assert shape.text("e\u0301\n市") == "é\n市"
    assert shape.text("字" * 200) == "字" * 200
    assert shape.text("=1+1, 'a' <b>&\U0001f600") == "=1+1, 'a' <b>&\U0001f600"
    assert shape.text_or_empty("") == ""


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", "must be a text that is not empty"),
        (" \n", "must be a text that is not empty"),
        (7, "must be a text that is not empty"),
        ("字" * 201, "is longer than 200 characters"),
        ("a\x00b", "holds the control character U+0000"),
        ("a\tb", "holds the control character U+0009"),
        ("\ud800", "holds the control character U+D800"),
    ],
)
def test_other_texts_are_refused(value, why):
    assert refusal(shape.text, value) == why


@pytest.mark.parametrize("value", ["A001", "a", "9", "A_1-b", "A" * 16])
def test_codes_pass(value):
    assert shape.code(value) == value


@pytest.mark.parametrize("value", ["", "_A", "-1", "A 1", "A" * 17, "单位", "A1\n", "Ａ1", 1, None])
def test_other_codes_are_refused(value):
    assert refusal(shape.code, value) == "must be a code of up to 16 letters A–Z, digits, _ or -"


def test_numbers_are_texts():
    assert refusal(shape.number, 22).startswith("must be a number written as text")
    assert refusal(shape.number, "2,2").endswith('not "2,2"')


@pytest.mark.parametrize("value", [True, 0, 10, 1.0, "1", None])
def test_a_whole_number_is_no_truth_no_text_and_within_its_bounds(value):
    assert refusal(shape.whole(1, 9), value) == "must be a whole number from 1 to 9"
    assert [shape.whole(1, 9)(bound) for bound in (1, 9)] == [1, 9]


@pytest.mark.parametrize("value", [0, 1, "true", None])
def test_a_flag_is_true_or_false(value):
    assert refusal(shape.flag, value) == "must be true or false"
    assert shape.flag(True)
    assert not shape.flag(False)


@pytest.mark.parametrize("value", ["c", "", None, 1, ["a"]])
def test_a_choice_is_one_of_its_options(value):
    assert refusal(shape.choice("a", "b"), value) == "must be one of: a, b"
    assert shape.choice("a", "b")("b") == "b"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("a", "must be a list"),
        (["a", "a"], "names one thing twice"),
        (["c"], "must be one of: a, b"),
    ],
)
def test_choices_are_a_list_without_twins(value, why):
    assert refusal(shape.choices("a", "b"), value) == why
    assert shape.choices("a", "b")(["b", "a"]) == ("b", "a")


def test_a_mapping_goes_from_codes_to_values():
    weights = shape.mapping(shape.number)
    assert weights({"C1": "1/2"}) == {"C1": shape.number("0.5")}
    assert refusal(weights, []) == "must be an object {…}"
    assert refusal(weights, {"C 1": "1"}).startswith("must be a code")
    assert refusal(weights, {"C1": 1}).startswith("must be a number")
