"""The names of the documents, as they are known without loading what makes them."""

from carbonroad.views.names import VIEWS
from carbonroad.views.registry import ALL


def test_every_kind_of_document_has_its_name() -> None:
    assert tuple(view.name for view in ALL) == VIEWS
