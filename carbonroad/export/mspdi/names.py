"""What bodies are called in a plan, and the plan's resources."""

from collections import Counter

from carbonroad.export.format import Exported
from carbonroad.importing.mspdi.fields import LONGEST_NAME, nobody, resource_name
from carbonroad.link.system import Parties, Party


class Names:
    """The names of bodies in the language of the plan.

    Attributes:
        resources: By the key of a body the number of its resource.
    """

    def __init__(self, exported: Exported) -> None:
        self._exported = exported
        self._languages = exported.system.languages
        called: Counter[str] = Counter()
        for body in exported.system.organisations.values():
            texts = [body.id, *(words for text in (body.title, *body.short) for _, words in text.entries)]
            called.update({words.strip().casefold() for words in texts})
        self._called = called
        self.resources: dict[str, int] = {}
        self._taken: set[str] = set()
        self._resources_names: dict[str, str] = {}

    def of(self, party: Party) -> str:
        """Return a body's title where it is a name of that body alone, else its id."""
        body = self._exported.system.organisations.get(party.id)
        if body is None:
            return party.words.strip()
        title = body.title.pick(self._exported.lang, self._languages).strip()
        alone = self._called[title.casefold()] == 1 and title.casefold() != "none"
        return title if alone and ";" not in title and "\n" not in title else body.id

    def duty(self, parties: Parties, key: str) -> list[str]:
        """Return the names of the owners, the leads or those that support."""
        if key == "owner" and parties.nobody:
            return [nobody(chinese=self._exported.chinese)]
        named: tuple[Party, ...] = getattr(parties, key)
        return [self.of(party) for party in named]

    def assign(self, parties: Parties) -> list[int]:
        """Return the numbers of the resources of all who are named, each once."""
        found: dict[int, None] = {}
        for party in (*parties.lead, *parties.owner, *parties.support):
            found[self.resources.setdefault(party.key, len(self.resources) + 1)] = None
        return list(found)

    def called(self, key: str) -> str:
        """Return the name of a body's resource, which no other resource has."""
        name = self._resources_names.get(key)
        if name is None:
            name = self._resources_names[key] = self._resource(key)
        return name

    def _resource(self, key: str) -> str:
        body = self._exported.system.organisations.get(key)
        title = key if body is None else body.title.pick(self._exported.lang, self._languages)
        name = resource_name(title)[: LONGEST_NAME - 80] or key
        if name.casefold() in self._taken:
            name = f"{name} ({resource_name(key)})"
        while name.casefold() in self._taken:
            name += "'"
        self._taken.add(name.casefold())
        return name
