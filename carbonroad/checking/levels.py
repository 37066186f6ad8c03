"""How much each finding counts: the roadmap's settings, and over them the command line's."""

from carbonroad.checking.rulebook import is_fixed, narrowest
from carbonroad.checking.settings import Level, Settings, matches, stem
from carbonroad.findings import Finding, Severity

_OF_SETTINGS = ("CR905", "CR908")


class Levels:
    """Decides by rule and file. Of settings that disagree the narrower one wins: `CR502` over `CR5`.

    What a call selects replaces what the roadmap selects, ignores and switches off; what it ignores is added.
    """

    def __init__(self, roadmap: Settings, call: Settings) -> None:
        self._roadmap = roadmap
        self._call = call
        self._on: dict[str, bool] = {}
        self._set: dict[str, Severity | None] = {}

    def judged(self, finding: Finding) -> Finding | None:
        """Return a finding, as its rule made it, as it counts; None where its rule is not checked."""
        if is_fixed(finding):
            return finding
        if not self.checks(finding.code, finding.span.path):
            return None
        if finding.code not in self._set:
            self._set[finding.code] = self._severity(finding.code)
        severity = self._set[finding.code] or finding.severity
        return finding if severity is finding.severity else finding._replace(severity=severity)

    def checks(self, code: str, path: str) -> bool:
        """Whether a rule is checked in a file."""
        on = self._on.get(code)
        if on is None:
            on = self._on[code] = self._is_on(code)
        if not on or not self._roadmap.files:
            return on
        name = stem(path)
        ignored = (one.rules for one in self._roadmap.files if matches(one.pattern, name))
        return not any(code in chosen.codes for several in ignored for chosen in several)

    def _is_on(self, code: str) -> bool:
        mine, asked = self._roadmap, self._call
        level = self._level(code, asked)
        if asked.select is not None:
            on = narrowest(code, asked.select) > narrowest(code, asked.ignore)
        else:
            # A mistyped rule in `select` would otherwise hide that it is mistyped.
            all_but = mine.select is None or code in _OF_SETTINGS
            chosen = 0 if all_but else narrowest(code, mine.select or ())
            on = chosen > narrowest(code, mine.ignore)
            off = level is None and _is_off(self._level(code, mine))
            on = on and not off and narrowest(code, asked.ignore) < 0
        return on and not _is_off(level)

    def _severity(self, code: str) -> Severity | None:
        """The severity that is set for a rule; None where none is."""
        for settings in (self._call, self._roadmap):
            level = self._level(code, settings)
            if level is not None and level.severity is not None:
                return level.severity
        return None

    @staticmethod
    def _level(code: str, settings: Settings) -> Level | None:
        """The narrowest level set for a rule; of equals the last."""
        found = [one for one in settings.levels if code in one.rules.codes]
        return max(reversed(found), key=lambda one: one.rules.weight, default=None)


def _is_off(level: Level | None) -> bool:
    return level is not None and level.severity is None
