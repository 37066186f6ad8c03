"""How a value of each kind may be written: the forms with examples, and what is refused."""

from carbonroad.base.texts.said import sayable
from carbonroad.schema.forms import Form, Kind, Refused

_TEXT_FORMS = (
    Form(sayable("one string, in the roadmap's first language"), ("Steel", "钢铁")),
    Form(sayable("a map of language tags to strings"), ("{en: Steel, zh: 钢铁}",)),
)
_DAY_FORMS = (
    Form(sayable("a day"), ("2030-06-30", "2030/06/30", "30 June 2030", "2030年6月30日")),
    Form(sayable("a month, quarter, half or year"), ("2030-06", "2030-Q2", "2030-H1", "2030", "2030年6月")),
)
_DEADLINE = Kind(
    sayable("A document's own words. They are kept, and the computed day stands beside them."),
    (
        Form(
            sayable("by: the last day of what is named"),
            (
                "by 2030", "2030", "end of 2030", "mid-2030", "2030-06", "2030-Q2", "2030-06-30", "到2030年",
                "2030年底前", "2030年6月底前",
            ),
        ),
        Form(
            sayable("before: before_means says whether the year itself still counts"),
            ("before 2030", "2030年前"),
        ),
        Form(
            sayable("around: one year on either side; three months for a month or a quarter"),
            ("around 2030", "~2030", "2030年左右"),
        ),
        Form(
            sayable("during: a declared phase or a run of years, to its last day"),
            ("2026..2030", "15th FYP", "“十五五”期间", "2026—2030年"),
        ),
        Form(sayable("from: from its first day on, without an end"), ("from 2031", "2031年起")),
        Form(
            sayable("each: once in each year or quarter of a run of years, or of the phases"),
            ("every year 2026..2030", "every quarter 2026..2030"),
        ),
        Form(
            sayable("conditional: counted from what it waits for, named by its id"),
            ("after K5", "18 months after K5", "K5后18个月内"),
        ),
        Form(
            sayable("strive: kept as a mark; never counted as missed"), ("strive by 2030", "力争2030年前")
        ),
        Form(sayable("none: a standing rule without an end"), ("none", "长期")),
        Form(sayable("not stated: the source gives no date"), ("not stated", "未明确")),
        Form(sayable("any other words, with the day that they mean"), ("{words: 本届任期内, by: 2027-12}",)),
    ),
    (
        Refused("2024-25", sayable("write 2024..2025")),
        Refused("FY2030", sayable("write the month in which the year ends")),
        Refused("30/06/2030", sayable("write 2030-06-30: day and month can be mistaken for each other")),
    ),
)  # fmt: skip
_VALUE = Kind(
    sayable(
        "A value in the words of the document; what is not understood is shown as written, not computed."
    ),
    (
        Form(sayable("at least"), ("≥15", "at least 15", "15 or more", "15以上", "不低于15")),
        Form(sayable("more than"), ("above 15", "over 15", "超过15")),
        Form(sayable("at most"), ("≤10", "within 10", "up to 10", "10以内", "不超过10")),
        Form(sayable("less than"), ("below 10", "低于10")),
        Form(sayable("around: undecided within 5 %"), ("around 20", "about 20", "~20", "20左右", "约20")),
        Form(sayable("strive: never counted as missed"), ("strive for 15", "力争15")),
        Form(sayable("between two numbers"), ("7..10", "7 to 10", "7～10")),
        Form(
            sayable("a change against the baseline: a sign, or a word of change"),
            ("-18%", "down 18%", "下降18%", "6x", "6倍", "double", "翻一番"),
        ),
        Form(
            sayable("a change of each year: percent compound, points and units add up"),
            ("down 3% a year", "年均下降3%左右", "annual growth of 5%"),
        ),
        Form(
            sayable("a change against a year that the words name"),
            ("at least 55% below 1990 levels", "较2005年下降65%以上"),
        ),
        Form(sayable("large numbers"), ("1,200", "1.2万", "3 million")),
    ),
    (Refused("≥-65%", sayable("write -65% for a fall of at least 65 %, or say which way is meant")),),
)
_DURATION_FORMS = (
    Form(
        sayable("months and years, to the day before the same day"), ("9 months", "9mo", "2y", "9个月", "2年")
    ),
    Form(sayable("days and weeks"), ("10d", "6w")),
)
_DURATION_REFUSED = (
    Refused("9", sayable("write the unit: 9 months")),
    Refused("20 working days", sayable("write calendar time: 4w")),
    Refused("0d", sayable("what takes no time is a milestone")),
)
_REF = Form(
    sayable("an id; one of the top file begins with top., one of an industry with its name"),
    ("M1", "top.peak"),
)
_SEVERAL = Form(sayable("several"), ("[M1, top.peak]",))

KINDS: dict[str, Kind] = {
    "text": Kind(sayable("Text that people read."), _TEXT_FORMS),
    "short-text": Kind(sayable("Text of up to 200 characters that people read."), _TEXT_FORMS),
    "texts": Kind(
        sayable("One text or a list of texts."), (*_TEXT_FORMS, Form(sayable("several"), ("[MIIT, 工信部]",)))
    ),
    "line": Kind(sayable("Plain text on one line.")),
    "tags": Kind(
        sayable("Language tags."),
        (Form(sayable("one"), ("en",)), Form(sayable("several"), ("[en, zh]", "[zh-Hans, en]"))),
    ),
    "words": Kind(sayable("Plain text, kept as written.")),
    "id": Kind(
        sayable("Letters and digits of any script, - and _; no blanks."),
        (Form(sayable("a short name"), ("M1", "steel-peak", "达峰")),),
    ),
    "names": Kind(
        sayable("Bodies, each by its id, title or short name."),
        (
            Form(sayable("one"), ("MIIT", "工信部")),
            Form(sayable("several"), ("[MIIT, NDRC]", "工信部、发改委")),
            Form(sayable("the source names none (for owner)"), ("none", "无")),
        ),
    ),
    "ref": Kind(sayable("The id of another item."), (_REF,)),
    "refs": Kind(sayable("Ids of other items."), (_REF, _SEVERAL)),
    "roadmap": Kind(
        sayable("The folder of another roadmap, looked for beside this one and above it."),
        (
            Form(sayable("its name"), ("nation",)),
            Form(sayable("with the folder it lies in, where two have the same name"), ("provinces/north",)),
        ),
    ),
    "afters": Kind(
        sayable("What must come before."),
        (
            _REF,
            _SEVERAL,
            Form(
                sayable("with the relation, a lag and its basis"),
                ("{id: W1, type: SS, lag: 3mo, basis: implied}", "{编号: W1, 关系: SS, 间隔: 3个月}"),
            ),
        ),
    ),
    "citations": Kind(
        sayable("Documents, each by its id, number or title."),
        (
            Form(sayable("a document"), ("ap21", "ap21#3.2")),
            Form(sayable("several"), ("[ap21, fyp15]",)),
            Form(
                sayable("with the clause, the document's words and how far they were checked"),
                ("{id: ap21, clause: '3.2', evidence: seen}", "{编号: ap21, 条款: 三, 原文: 到2030年达峰}"),
            ),
        ),
    ),
    "deadline": _DEADLINE,
    "value": _VALUE,
    "measured": Kind(
        sayable("A measured number; a unit after it must fit the field's."),
        (Form(sayable("a number"), ("10.4", "1,200", "1.2万")),),
    ),
    "first-day": Kind(sayable("A date, read as its first day."), _DAY_FORMS),
    "last-day": Kind(sayable("A date, read as its last day."), _DAY_FORMS),
    "finished": Kind(
        sayable("A date, read as its last day."),
        (*_DAY_FORMS, Form(sayable("for what recurs: a day for each period"), ("{2026: 2026-12-20}",))),
    ),
    "years": Kind(
        sayable("A first and a last year."),
        (Form(sayable("a run of years"), ("2026..2030", "2026-2030", "2026至2030年")),),
    ),
    "duration": Kind(sayable("How long something takes."), _DURATION_FORMS, _DURATION_REFUSED),
    "lag": Kind(
        sayable("The time between two items."),
        (Form(sayable("a delay"), ("3mo", "2w", "3个月")), Form(sayable("an overlap"), ("-2w",))),
    ),
    "number": Kind(sayable("A number."), (Form(sayable("a number"), ("2", "1.5")),)),
    "percent": Kind(
        sayable("A number from 0 to 100."), (Form(sayable("with or without the sign"), ("40", "40%")),)
    ),
    "money": Kind(
        sayable("An amount and its ISO 4217 currency."),
        (Form(sayable("an amount with its currency"), ("180m EUR", "120亿 CNY", "about 1.2 bn USD")),),
        (Refused("120", sayable("write the currency: 120 CNY")),),
    ),
    "actuals": Kind(
        sayable("A year, month or day with what was measured."),
        (
            Form(sayable("numbers"), ("{2024: 10.2, 2025: 10.4}",)),
            Form(
                sayable("with the source or a remark"),
                ("{2025: {value: 10.4, source: yb25, estimate: true}}",),
            ),
        ),
    ),
    "targets": Kind(
        sayable("A year, month, phase or run of years with what is to be reached."),
        (
            Form(sayable("values"), ("{2030: ≥15, 2035: around 30}", "{2030: 15以上, 2035: 30左右}")),
            Form(
                sayable("with a deadline, duties or a source"),
                ("{2030: {value: ≥15, stretch: strive for 20}}", "{2030: {数值: 15以上, 力争值: 力争20}}"),
            ),
            Form(
                sayable("two under one key, told apart by their ids"),
                ("{2030: [{id: plan, value: ≥15}, {id: draft, value: ≥18}]}",),
            ),
        ),
    ),
    "baseline": Kind(
        sayable("What a change is measured against."),
        (
            Form(sayable("a year"), ("2020",)),
            Form(sayable("a year with its value"), ("{year: 2020, value: 15.6}",)),
            Form(
                sayable("words, which are shown and not computed"),
                ("peak level", "{en: peak level, zh: 峰值}"),
            ),
        ),
    ),
    "allocation": Kind(
        sayable("How targets are divided among the roadmaps below."),
        (
            Form(sayable("the children's targets are added up"), ("sum", "合计")),
            Form(
                sayable("their mean, weighted with an indicator that each of them has"),
                ("{method: mean, weights: output}", "{方法: 加权平均, 权重: 产量}"),
            ),
            Form(
                sayable("among some of them"),
                ("{method: sum, among: [north, south]}", "{方法: 合计, 分解对象: [北部, 南部]}"),
            ),
        ),
    ),
    "weights": Kind(
        sayable("What each child weighs in a mean."),
        (
            Form(sayable("an indicator of the children, by its id"), ("output", "产量")),
            Form(sayable("a number for each child"), ("{north: 3, south: 1}",)),
            Form(sayable("all alike"), ("equal", "等权")),
        ),
    ),
    "series": Kind(
        sayable("Years with numbers."), (Form(sayable("numbers"), ("{2020: 120, 2025: 131.5}",)),)
    ),
    "ranges": Kind(
        sayable("Years with numbers, or with ranges where more than one scenario is meant."),
        (
            Form(sayable("numbers"), ("{2030: 120, 2035: 95}",)),
            Form(sayable("ranges"), ("{2030: 60..70, 2035: 40 to 55}", "{2030: 60～70, 2035: -25..-20}")),
            Form(sayable("about a number: computed as the number, shown with its word"), ("{2030: 30左右}",)),
        ),
    ),
    "list": Kind(sayable("A list; every item begins with a dash and a blank.")),
    "rules": Kind(
        sayable("Rules, each by its code or its name; the beginning of codes names a family."),
        (
            Form(sayable("one"), ("no-source", "CR503")),
            Form(sayable("several"), ("[CR3, no-source]",)),
            Form(sayable("every rule"), ("all", "全部")),
        ),
    ),
    "levels": Kind(
        sayable("A level for each rule or family of rules."),
        (Form(sayable("levels"), ("{no-source: off, CR3: warning}",)),),
    ),
    "file-ignores": Kind(
        sayable("Rules for each file; * in a file's name stands for any letters."),
        (Form(sayable("files"), ("{steel: [no-source], 'draft-*': all}",)),),
    ),
}
