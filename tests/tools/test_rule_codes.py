"""`tools/rule_codes.py` says which code a new rule may take."""

import pytest
import rule_codes

from carbonroad.checking.rulebook import rules


def test_every_family_has_a_line_with_a_code_that_no_rule_has(capsys: pytest.CaptureFixture[str]) -> None:
    rule_codes.main()
    lines = capsys.readouterr().out.splitlines()
    assert {line.split(" in ")[1][:3] for line in lines} == {code[:3] for code in rules()}
    for line in lines:
        code = line.split()[0]
        assert code not in rules()
        assert f"{int(code[2:]) - 1:03}" in {known[2:] for known in rules()}
