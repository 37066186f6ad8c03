"""The keys of `validate`: what a roadmap says of its own checks (read where findings are judged)."""

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary.shape import Field, Shape

_F = Field

VALIDATE = Shape(
    "validate",
    (
        _F("select", ("启用",), "lines", sayable("The only rules that are checked; without it, all.")),
        _F("ignore", ("忽略",), "lines", sayable("Rules that are not checked.")),
        _F(
            "per_file_ignores",
            ("按文件忽略",),
            "raw",
            sayable("Rules that are not checked in some files: the file's name, then its rules."),
        ),
        _F(
            "severity",
            ("严重程度",),
            "raw",
            sayable("Levels by rule: error, warning, info or off."),
        ),
        _F(
            "fail_on",
            ("不通过级别",),
            "word:fail_on",
            sayable("Severity from which a check fails, or never; error where nothing is said."),
        ),
        _F(
            "max_findings", ("最多显示",), "number", sayable("How many findings a report shows; 0 shows all.")
        ),
    ),
)
# As the options of the command line are spelled.
VALIDATE.by_key.update({field.name.replace("_", "-"): field for field in VALIDATE.fields})
VALIDATE.names.update({key: field.name for key, field in VALIDATE.by_key.items()})
