"""`NamedTuple` as `typing` has it, made in a quarter of the time: a start makes more than a hundred of them.

What it saves is `__new__`, which is compiled when the first record of a class is made; most classes of a run
never have one. Type checkers see `typing.NamedTuple` itself, and so do interpreters that keep annotations
otherwise.
"""

import sys
from typing import TYPE_CHECKING

make_record = tuple.__new__
"""`make_record(Span, (path, start, end))`: a record of all its values, in a third of the time of a call.

For what is made once for each value of a file; nobody counts the values.
"""

if TYPE_CHECKING or sys.version_info >= (3, 14) or sys.implementation.name != "cpython":
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - it is to be imported from here
else:
    from _collections import _tuplegetter

    _MOST_FIELDS = 32
    _GETTERS = tuple(_tuplegetter(n, f"Alias for field number {n}") for n in range(_MOST_FIELDS))

    def _first_new(cls, /, *args, **kwargs):
        """Make the first record of a class, and the `__new__` for those that follow."""
        owner = next(one for one in cls.__mro__ if "_fields" in vars(one))
        names = owner._fields
        listed = "".join(f"{name}, " for name in names)
        source = f"lambda _cls, {listed}: _new_tuple(_cls, ({listed}))"
        made = eval(source, {"_new_tuple": make_record, "__builtins__": {}})  # noqa: S307 - of our own field names
        made.__name__, made.__qualname__ = "__new__", f"{owner.__qualname__}.__new__"
        made.__module__ = owner.__module__
        made.__defaults__ = tuple(owner._field_defaults.values())
        owner.__new__ = staticmethod(made)
        return made(cls, *args, **kwargs)

    def _make(cls, values):
        """Make a record of an iterable."""
        made = make_record(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} values, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        """Return a copy with other values for some fields."""
        made = make_record(type(self), map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self):
        """Return a dictionary of the fields' names and values."""
        return dict(zip(self._fields, self, strict=True))

    def _repr(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({fields})"

    def _getnewargs(self):
        return tuple(self)

    _COMMON = {
        "__slots__": (),
        "__new__": _first_new,
        "__repr__": _repr,
        "__getnewargs__": _getnewargs,
        "__replace__": _replace,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
    }

    class _Maker(type):
        """Makes a class of fields out of annotations and defaults."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            if len(fields) > _MOST_FIELDS or any(field.startswith("_") for field in fields):
                raise TypeError(f"{name}: too many fields, or one that begins with an underscore")
            own = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            getters = zip(fields, _GETTERS, strict=False)
            return type(name, (tuple, *bases[1:]), {**_COMMON, **dict(getters), **own, **body})

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
