"""A title lacks a language in which most others are given.

Who reads the documents in that language meets a title in another one.

缺少译文。大多数标题都有某种语言的写法，这一个没有。

用那种语言看文件的人，会突然看到另一种语言的标题。

Flagged:
    languages: [en, zh]
    title: {en: Steel, zh: 钢铁}
    milestones:
      - id: M1
        title: {en: Steel emissions peak, zh: 钢铁行业碳达峰}
        deadline: by 2030
        owner: MIIT
      - id: M2
        title: {en: Furnaces retrofitted}  # expect: missing-translation
        deadline: by 2028
        owner: MIIT

Fine:
    languages: [en, zh]
    title: {en: Steel, zh: 钢铁}
    milestones:
      - id: M1
        title: {en: Steel emissions peak, zh: 钢铁行业碳达峰}
        deadline: by 2030
        owner: MIIT
      - id: M2
        title: {en: Furnaces retrofitted, zh: 高炉改造完成}
        deadline: by 2028
        owner: MIIT
"""

from collections.abc import Iterator
from functools import lru_cache

from carbonroad.base.texts.said import say, say_count
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule, Severity, found
from carbonroad.link.system import System
from carbonroad.model.place import Place
from carbonroad.rules.shared.check import Scope

RULE = Rule("CR508", "missing-translation", Severity.info)
SCOPE = Scope(reach="whole", misses=(), absence="none")


def check(system: System, _facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each title without a language of the roadmap; one for all where most lack it."""
    if len(system.languages) < 2:
        return
    first = system.languages[0]
    titles = _titles(system)
    kinds = {tags for tags, _ in titles}
    for language in system.languages:
        wanted = _base(language)
        lacking = {tags for tags in kinds if wanted not in [_base(tag or first) for tag in tags]}
        bare = [place for tags, place in titles if tags in lacking] if lacking else []
        if 2 * len(bare) > len(titles):
            yield _of_most(system, language, bare, len(titles))
            continue
        for place in bare:
            yield found(
                RULE,
                place.value("title"),
                say('The title is not given in "{language}".', language=language),
                pointer=place.at("title"),
                label=say("not in {language}", language=language),
                help_=say("add {language}: with the title in that language", language=language),
            )


def _of_most(system: System, language: str, bare: list[Place], count: int) -> Finding:
    head = system.parts[0].place
    stated = "languages" in head.fields
    return found(
        RULE,
        head.value("languages") if stated else bare[0].value("title"),
        say_count(
            '"{language}" is a language of the roadmap, but {n} of {count} titles is not given in it.',
            '"{language}" is a language of the roadmap, but {n} of {count} titles are not given in it.',
            len(bare),
            language=language,
            count=count,
        ),
        pointer="languages" if stated else bare[0].at("title"),
        label=say("seldom used"),
        help_=say("add the titles, or take the language out until they are translated"),
    )


def _titles(system: System) -> list[tuple[tuple[str, ...], Place]]:
    """The languages and the place of every title that documents print; sources keep their own language."""
    titled = [(part.title, part.place) for part in system.parts]
    for part in system.parts:
        titled += [(item.title, item.place) for item in part.milestones]
        titled += [(item.title, item.place) for item in part.works]
        titled += [(item.title, item.place) for item in part.indicators]
        titled += [(item.title, item.place) for item in part.measures]
    titled += [(phase.title, phase.place) for phase in system.phases]
    titled += [(body.title, body.place) for body in system.organisations.values()]
    found = []
    for (entries,), place in titled:
        if entries:
            tags, words = zip(*entries, strict=True)
            if any(words):
                found.append((tags, place))
    return found


@lru_cache(maxsize=256)
def _base(tag: str) -> str:
    """The language of a tag: `zh` of `zh-Hans`."""
    return tag.lower().split("-")[0]
