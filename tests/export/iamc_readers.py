"""Reads an exported table with pyam and nomenclature, in an environment of their own; prints what they found.

What they import for data bases, plots and networks is replaced by empty modules: it takes no part in reading
and checking tables, and costs more time than the rest.
"""

import importlib.abc
import importlib.machinery
import json
import sys
import types
from pathlib import Path

UNUSED = {
    *("ixmp4", "matplotlib", "mpl_toolkits", "seaborn", "scipy", "wquantiles"),
    *("git", "toolkit", "httpx", "jwt", "rich", "typer", "pysquirrel", "openpyxl"),
}


class _Anything(type):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything


class Anything(metaclass=_Anything):
    """Stands for every class and function of a module that is not used."""

    def __init__(self, *given, **_named):
        pass

    def __call__(self, *given, **_named):
        return given[0] if len(given) == 1 and callable(given[0]) else Anything()

    def __getattr__(self, name):
        return Anything

    def __class_getitem__(cls, item):
        return cls


class _Empty(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (ValueError if name.endswith(("Error", "Exception")) else Anything,), {})


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, _path, _target=None):
        if name.partition(".")[0] in UNUSED:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return _Empty(spec.name)

    def exec_module(self, module):
        pass


def read(table: Path, definitions: Path) -> dict[str, object]:
    """Read a table, and check it against lists of its own regions and variables."""
    import pyam
    from iam_units import registry
    from nomenclature import DataStructureDefinition, countries
    from nomenclature.exceptions import NomenclatureValidationError

    found = pyam.IamDataFrame(table)
    structure = DataStructureDefinition(definitions)
    structure.validate(found, dimensions=["region", "variable"])
    emissions = found.filter(unit="Mt CO2/yr")
    wrong = found.rename(region={found.region[0]: "Nowhere"})
    try:
        structure.validate(wrong, dimensions=["region", "variable"])
        refuses = False
    except NomenclatureValidationError:
        refuses = True
    return {
        "model": found.model,
        "scenario": found.scenario,
        "region": found.region,
        "country": countries.get(name=found.region[0]).alpha_2,
        "refuses": refuses,
        "units": [str(registry(unit)) for unit in found.unit if " CO2" not in unit],
        "gigatonnes": float(emissions.convert_unit("Mt CO2/yr", "Gt CO2/yr").data["value"].max()),
        "data": [
            [row.scenario, row.variable, row.unit, int(row.year), float(row.value)]
            for row in found.data.dropna().itertuples()
        ],
    }


if __name__ == "__main__":
    sys.meta_path.insert(0, _Finder())
    sys.stdout.write(json.dumps(read(Path(sys.argv[1]), Path(sys.argv[2]))))
