"""Local ids of targets, which have none of their own but for their indicator's and their key."""

from carbonroad.base.texts.folding import as_id
from carbonroad.model.items import Indicator, Target


def target_ids(indicator: Indicator) -> tuple[str, ...]:
    """Return the local ids of an indicator's targets: `eaf@2030`, `eaf@2030.draft`.

    Several under one key that have no id are numbered from the second on: `eaf@2030`, `eaf@2030.2`.
    """
    plain = tuple(_target_id(indicator, target, target.id) for target in indicator.targets)
    if len(plain) < 2 or len(set(plain)) == len(plain):
        return plain
    taken = {_target_id(indicator, target, target.id) for target in indicator.targets if target.id}
    ids = []
    for target in indicator.targets:
        ident = _target_id(indicator, target, target.id)
        number = 2
        while not target.id and ident in taken:
            ident = _target_id(indicator, target, str(number))
            number += 1
        taken.add(ident)
        ids.append(ident)
    return tuple(ids)


def _target_id(indicator: Indicator, target: Target, ident: str) -> str:
    key = as_id(target.key.text)
    return f"{indicator.id}@{key}.{ident}" if ident else f"{indicator.id}@{key}"
