"""Text in XML: every XML reader gets the words again, and a terminal sees nothing that acts."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.texts.visible import visible
from carbonroad.base.texts.xml_text import xml_attributes, xml_text

ANY = st.text() | st.sampled_from(
    ["<b>&\"'", "a\r\nb", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\ud800", "]]>"]
)


@given(ANY)
def test_a_reader_of_xml_gets_the_characters_again_that_xml_has(text: str) -> None:
    kept = "".join(
        c if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text
    )
    kept = kept.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert (ET.fromstring(f"<a>{xml_text(text)}</a>").text or "") == kept  # noqa: S314 - written just now


@given(ANY)
def test_nothing_in_the_written_text_is_unseen(text: str) -> None:
    written = xml_text(text).replace("\t", "").replace("\n", "")
    assert visible(written) == written


@given(ANY)
def test_a_value_stays_within_its_attribute(text: str) -> None:
    found = ET.fromstring(f"<a{xml_attributes(name=text, other=1)}/>").attrib  # noqa: S314 - as above
    assert set(found) == {"name", "other"}
