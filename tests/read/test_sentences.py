"""Every sentence of reading and linking can be said in Chinese, with no English word of its own."""

import re
from pathlib import Path

import pytest
from corpus_files import CORPUS, cases, loaded, stated

from carbonroad.base.texts.said import Said
from carbonroad.findings import Finding
from carbonroad.read.kinds import SCALAR_KINDS
from carbonroad.read.reader import Reader
from carbonroad.source.yaml.nodes import Mapping, Sequence
from carbonroad.wording import wording
from carbonroad.wording.saying import said_in

CASES = [case for case in cases() if case.parent.name in ("references", "structure", "values")]
CHINESE = wording("zh", catalogue="findings")


def sentences(finding: Finding) -> list[str]:
    texts = [finding.message, finding.label, finding.help, *finding.notes]
    texts += [other.message for other in finding.related]
    return [text for text in texts if text] + ([finding.fix.title] if finding.fix is not None else [])


def templates(text: str) -> list[str]:
    """The templates a sentence is made of."""
    if not isinstance(text, Said):
        return []
    inner = [value for value in text.values.values() if isinstance(value, Said)]
    return [text.template, *(one for value in inner for one in templates(value))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.relative_to(CORPUS).as_posix())
def test_every_sentence_is_said_in_chinese(case: Path) -> None:
    for finding in loaded(case, stated(case).as_of).findings:
        for text in sentences(finding):
            assert isinstance(text, Said), text
            for template in templates(text):
                chinese = CHINESE(template)
                assert chinese != template or not re.search("[a-z]{2}", re.sub(r"\{.*?\}", "", template))
            assert re.search("[一-鿿]", said_in(CHINESE, text)), text


def test_what_a_field_takes_is_said_in_chinese_too() -> None:
    reader = Reader("steel.yaml")
    for kind, read in SCALAR_KINDS.items():
        read(reader, Sequence([Mapping([], 1, 2, flow=True)], 0, 3, flow=True), kind)
    wanted = {
        finding.pointer: finding.message.values["wanted"]
        for finding in reader.findings
        if finding.name == "wrong-type" and isinstance(finding.message, Said)
    }
    assert {"text", "id", "refs", "tags", "deadline", "years", "money"} <= wanted.keys()
    in_chinese = {kind: said_in(CHINESE, words) for kind, words in wanted.items() if isinstance(words, Said)}
    assert [kind for kind in wanted if not re.search("[一-鿿]", in_chinese.get(kind, ""))] == []
