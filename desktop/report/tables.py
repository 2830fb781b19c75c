"""统计表 (document 7): rankings, counts, reconciliation, identical forms and the rule in full."""

from desktop.report.count_tables import (
    grade_counts,
    identical_table,
    number_gaps,
    reconciliation_table,
)
from desktop.report.imprint import result_imprint
from desktop.report.legend import Legend
from desktop.report.material import Material
from desktop.report.paper import Part, Writer, paper_writer
from desktop.report.ranking_tables import (
    channel_scores,
    group_ranking,
    members,
    overall_ranking,
)
from desktop.report.rule_parts import cut_text
from desktop.report.rule_text import rule_sentences
from desktop.report.sections import Sections
from desktop.report.sheets import signed
from desktop.report.standing import Standing
from desktop.report.theme import document_theme
from desktop.tally.plan import Group
from desktop.words import Words


def tables(material: Material, words: Words) -> Writer:
    """Landscape A4; GlyphMissingError before anything is written."""
    theme = document_theme()
    paper, title = theme.landscape, words("Statistical tables")
    sections = Sections(paper.room, theme, words)
    sections.title((material.results.plan.title, "survey"), (title, "title"))
    standing = Standing(material.results, words)
    _rankings(sections, standing)
    _channels(sections, standing)
    _counts(sections, standing)
    _reconciliation(sections, standing)
    _identical(sections, material, words)
    plan = material.results.plan
    source = words("Hash of the plan (SHA-256): {hash}")
    notes = [source.format(hash=material.results.plan_hash)] if material.results.plan_hash else []
    sections.paragraphs(words("The rule"), rule_sentences(plan, words), notes)
    _signatures(sections)
    imprint = result_imprint(material, title, words)
    return paper_writer(imprint, paper, [Part(sections.strips)], words)


def _signatures(sections: Sections) -> None:
    words = sections.words
    line = words("These tables give the results whose hash stands at the foot of every page.")
    people = (words("Drawn up by:"), words("Reviewed by:"), words("Scrutineer:"))
    signed(sections, words("Signatures"), [line], people)


def _rankings(sections: Sections, standing: Standing) -> None:
    words, legend = standing.words, Legend(standing.words)
    table = overall_ranking(standing, legend)
    note = words("Votes are those of all dimensions together.")
    groups = [group for group in standing.results.plan.groups if members(standing, group)]
    ranked = any(group.ranked for group in groups)
    title = words("Overall ranking") if ranked else words("Scores without ranking")
    sections.table(title, table, _notes(standing, note, legend))
    # with a single group its ranking is the overall one, printed just above
    for group in groups if len(groups) > 1 else ():
        sections.table(_group_title(group, words), group_ranking(standing, group))


def _notes(standing: Standing, note: str, legend: Legend) -> list[str]:
    """What the shading means, where there is any, on one line with the table's own note."""
    words, results = standing.words, standing.results
    if results.top or results.bottom:
        shaded = words("Shaded: {cut} of the overall ranking.")
        note = words(" ").join((shaded.format(cut=cut_text(results.plan, words)), note))
    return [note, *legend.notes]


def _group_title(group: Group, words: Words) -> str:
    if group.ranked:
        text = words("Ranking within group: {group}")
    elif group.scored:
        text = words("Scores without ranking: {group}")
    else:
        text = words("Votes without scores: {group}")
    return text.format(group=group.name)


def _channels(sections: Sections, standing: Standing) -> None:
    words, legend = standing.words, Legend(standing.words)
    table = channel_scores(standing, legend)
    note = words("The rank in a channel is the one its own scores alone would give.")
    sections.table(words("Scores by channel"), table, _notes(standing, note, legend))


def _counts(sections: Sections, standing: Standing) -> None:
    words, legend = standing.words, Legend(standing.words)
    table = grade_counts(standing, legend)
    note = words("All channels together; the counts of each channel are in the workbook.")
    sections.table(words("Votes by dimension and grade"), table, _notes(standing, note, legend))


def _reconciliation(sections: Sections, standing: Standing) -> None:
    words, legend = standing.words, Legend(standing.words)
    table = reconciliation_table(standing, legend)
    notes = [
        words("Returned = valid + void + unsettled. Void reasons that never occurred are left out.")
    ]
    if standing.results.totals:
        notes.append(words("Totals taken over have neither batches nor slips to compare."))
    sections.table(words("Reconciliation"), table, [*notes, *legend.notes])
    gaps = number_gaps(standing.results.reconciliation, words)
    if gaps.blocks:
        sections.table(words("Missing and extra form numbers"), gaps)


def _identical(sections: Sections, material: Material, words: Words) -> None:
    if not material.identical:
        return
    plan, sets = material.results.plan, material.identical
    caution = words(
        "Equal answers are a reason to look at the papers, not a reason to void them; "
        "no form was left out because of this list."
    )
    for title, held in (
        (words("Forms with identical answers"), [it for it in sets if not it.straight]),
        (words("Forms with one mark throughout"), [it for it in sets if it.straight]),
    ):
        if held:
            sections.table(title, identical_table(plan, held, words), [caution])
