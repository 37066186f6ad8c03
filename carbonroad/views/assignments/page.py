"""The assignments' page: the finding, the contents, a section for each body."""

from collections.abc import Sequence

from carbonroad.link.system import Item, System
from carbonroad.model.roadmap import Part
from carbonroad.views.assignments.duties import Body, bodies_of, owned_by_nobody
from carbonroad.views.assignments.tables import body_table, contents, nobody_table
from carbonroad.views.document import Block, Page, Paragraph, Section, Span, Table
from carbonroad.views.shared.finding import count_of, finding_sentence, limited_sentence, not_counted
from carbonroad.views.shared.page_head import shown_items
from carbonroad.views.shared.places import body_anchor
from carbonroad.views.shared.selection import chosen_items
from carbonroad.views.shared.words import Words


def build_page(words: Words, _: Part | None) -> Page:
    """Return the assignments of the whole roadmap, or of the body that the options name."""
    w, system, owner = words.w, words.system, words.options.owner
    items = chosen_items(words, None)
    bodies = bodies_of(words, items)
    if owner:
        bodies = [body for body in bodies if body.key == owner]
    nobody = [] if owner else owned_by_nobody(words, items)
    sections = [Section("", _opening(words, items, bodies, nobody))]
    sections += [_section(words, body) for body in bodies]
    if nobody:
        said = Paragraph((Span(w("The sources name no owner and no lead for these.")),), "lede")
        blocks = (*((said,) if bodies else ()), nobody_table(words, nobody))
        sections.append(Section(w("No owner stated"), blocks, "org-none"))
    return Page(
        title=f"{words.text(system.title)}{w(': ')}{w('Assignments')}",
        lede=words.sentences(
            filter(None, (limited_sentence(words, None, items), *_finding(words, items, bodies)))
        ),
        sections=tuple(sections),
        shown=_shown(system, sections, bodies),
    )


def _opening(
    words: Words, items: Sequence[Item], bodies: Sequence[Body], nobody: Sequence[Item]
) -> tuple[Block, ...]:
    w = words.w
    blocks: list[Block] = [contents(words, bodies, nobody)] if bodies else []
    used = {body.key for body in bodies}
    idle = [
        words.text(one.title)
        for key, one in words.system.organisations.items()
        if key not in used and not words.options.owner
    ]
    notes = [w("Declared, without an item: {names}.", names=words.listing(idle))] if idle else []
    if bodies:
        notes.append(w("The numbers after “Supports” count what the organisation itself owns or leads."))
    if any(body.supports for body in bodies):
        notes.append(w("“Next due” counts what it supports too, and says so."))
    if any(item.parties.inferred for item in items):
        notes.append(w("† Inferred: the sources do not state this duty for the item."))
    if not items:
        notes = [w("Nothing stands here yet.")]
    return (*blocks, *(Paragraph((Span(said),), "foot") for said in notes))


def _section(words: Words, body: Body) -> Section:
    own = [duty.item for duty in body.answers]
    blocks: list[Block] = []
    if own:
        blocks.append(Paragraph((Span(finding_sentence(words, own)),), "lede"))
    blocks.append(body_table(words, body))
    return Section(words.body(body.party), tuple(blocks), body_anchor(words, body.key))


def _finding(words: Words, items: Sequence[Item], bodies: Sequence[Body]) -> list[str]:
    w = words.w
    leading = [body for body in bodies if body.answers]
    said = []
    if words.options.owner:
        own = [duty.item for body in leading for duty in body.answers]
        return [finding_sentence(words, own)] if own else []
    if leading:
        most = max(leading, key=lambda body: len(body.answers))
        said.append(
            w(
                "{n} organisations answer for {all} items, {body} for the most ({most}).",
                n=len(leading),
                all=sum(bool(item.parties.answering) for item in items),
                body=words.short_body(most.party),
                most=len(most.answers),
            )
        )
    joint = sum(len(item.parties.answering) > 1 for item in items)
    if joint:
        said.append(w("{n} items have more than one.", n=joint))
    without = sum(not item.parties.answering for item in items)
    if items and without == len(items):
        said.append(w("No item has an owner or a lead: none is stated."))
    elif without:
        said.append(w("No owner is stated for {n} items.", n=without))
    counted = count_of(words, items)
    if counted.bad:
        one = "1 of {all} is late or missed." if counted.bad == 1 else "{n} of {all} are late or missed."
        said.append(w(one, n=counted.bad, all=counted.all))
    return [*said, *not_counted(words, items, counted)] if said else [finding_sentence(words, items)]


def _shown(system: System, sections: Sequence[Section], bodies: Sequence[Body]) -> dict[str, tuple[str, ...]]:
    """Items and duties (`ref > body`), read off the rows of the sections."""
    names = {section.anchor: body.key for section, body in zip(sections[1:], bodies, strict=False)}
    refs: list[str] = []
    duties: list[str] = []
    for section in sections[1:]:
        for block in section.blocks:
            if isinstance(block, Table):
                here = [row.item for group in block.groups for row in group.rows]
                refs += here
                duties += [f"{ref} > {names[section.anchor]}" for ref in here if section.anchor in names]
    return {**shown_items(system, refs), "assignment": tuple(duties)}
