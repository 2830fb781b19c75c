"""What stands on the form before its table: title, how to fill it in, what each answer means."""

from collections.abc import Iterator

from desktop.report.fonts import check_glyphs, text_width
from desktop.report.form_columns import Answer, FormColumns
from desktop.report.key_caps import draw_shape
from desktop.report.lines import broken
from desktop.report.pen import Align, Pen
from desktop.report.rule_parts import percent
from desktop.report.strips import Strip, gap, text_strips
from desktop.tally.plan import Plan
from desktop.words import Words


def first_head(columns: FormColumns, room: float, *, short: bool = False) -> list[Strip]:
    """Title, instructions and answers, above the table of the first page; `short` instructs not."""
    look, plan, words = columns.look, columns.plan, columns.words
    found = [*_titled(columns, room), gap(look.gap)]
    if not short:
        found += text_strips(words("How to fill in this form"), room, look.styles["strong"])
        texts = instructions(plan, words)
        found += [_numbered(number, text, columns, room) for number, text in enumerate(texts, 1)]
    found += _answers(columns, room)
    for note in columns.notes:
        found += text_strips(note, room, look.styles["text"])
    return [*found, gap(look.gap)]


def _titled(columns: FormColumns, room: float) -> list[Strip]:
    found = []
    for text, style in _titles(columns.plan, columns.words):
        found += text_strips(text, room, columns.look.styles[style], Align.CENTRE)
    return found


def instructions(plan: Plan, words: Words) -> list[str]:
    """Sentences for whoever fills in the form; they follow from the plan."""
    return [*_how(plan, words), *_void(plan, words)]


def form_name(words: Words) -> str:
    return words("Appraisal form")


def _titles(plan: Plan, words: Words) -> Iterator[tuple[str, str]]:
    yield plan.title, "title"
    if str(plan.year) in plan.title:
        yield form_name(words), "kind"
    else:
        yield words("{form}, {year}").format(form=form_name(words), year=plan.year), "kind"


def _how(plan: Plan, words: Words) -> Iterator[str]:
    yield words("In every row tick (√) one box under each heading, by your own judgement.")
    yield words(
        "Under a heading with more than one tick, or none, that agency gets no vote; "
        "your other answers count all the same."
    )
    if plan.dont_know:
        yield words('Where you do not know, tick "Don\'t know" or leave the boxes empty.')
    else:
        yield words("Where you do not know an agency, leave its boxes empty.")
    yield words("Write with a pen. To change an answer, cross out the tick and tick another box.")


def _void(plan: Plan, words: Words) -> Iterator[str]:
    comma, rule = words(", "), plan.validity
    names = comma.join(reason.name for reason in plan.void_reasons)
    yield words("The whole form is void in these cases: {reasons}.").format(reasons=names)
    named = {reason.code: reason.name for reason in plan.void_reasons}
    if rule.max_blank:
        text = words("A form with more than {share}% of its cells blank is void: {reason}.")
        share = percent(rule.max_blank.share)
        yield text.format(share=share, reason=named[rule.max_blank.reason])
    if rule.one_grade:
        text = words("A form with one grade throughout is void: {reason}.")
        yield text.format(reason=named[rule.one_grade])


def _numbered(number: int, text: str, columns: FormColumns, room: float) -> Strip:
    look, style = columns.look, columns.look.styles["text"]
    indent = look.head.indent * style.size
    lines = broken(text, (room - indent) / style.size)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(x, top, f"{number}.", style)
        pen.lines(x + indent, top, room - indent, lines, style)

    return Strip(len(lines) * style.leading, draw)


def _answers(columns: FormColumns, room: float) -> list[Strip]:
    """Every answer with its shape and the digit in its box, on as many lines as they need."""
    look, style = columns.look.head, columns.look.styles["strong"]
    label = columns.words("Answers:")
    start = (text_width(label) + look.label_gap) * style.size
    lines: list[list[tuple[float, Answer]]] = [[]]
    x = start
    for answer in columns.answers:
        check_glyphs(answer.name)
        width = _answer_width(answer, columns)
        if lines[-1] and x + width > room:
            lines.append([])
            x = start
        lines[-1].append((x, answer))
        x += width + look.apart * style.size
    return [_answer_line(label * (not at), held, columns, room) for at, held in enumerate(lines)]


def _answer_width(answer: Answer, columns: FormColumns) -> float:
    text = text_width(_answer_text(answer), bold=True) * columns.look.styles["strong"].size
    return _shape_width(answer, columns) + text


def _shape_width(answer: Answer, columns: FormColumns) -> float:
    """The shape and what is free behind it; don't know has none."""
    look = columns.look.head
    size = columns.look.styles["strong"].size
    return (look.shape + look.after_shape) * size if answer.shape else 0.0


def _answer_text(answer: Answer) -> str:
    return " ".join(filter(None, (answer.digit, answer.name.replace("\n", " "))))


def _answer_line(
    label: str, held: list[tuple[float, Answer]], columns: FormColumns, room: float
) -> Strip:
    look, style = columns.look.head, columns.look.styles["strong"]
    side = look.shape * style.size
    placed = [(x, answer, x + _shape_width(answer, columns)) for x, answer in held]
    texts = [
        broken(_answer_text(answer), (room - left) / style.size, bold=True)
        for _, answer, left in placed
    ]

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.line(x, top, label, style)
        for (shape, answer, left), lines in zip(placed, texts, strict=True):
            draw_shape(pen, answer.shape, x + shape, top - style.leading / 2, side)
            pen.lines(x + left, top, room - left, lines, style)

    return Strip((max(map(len, texts)) + look.answer_gap) * style.leading, draw)
