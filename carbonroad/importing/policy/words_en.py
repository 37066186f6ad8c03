"""What English policy texts say where something is asked for, was done, or is only explained."""

import re

from carbonroad.base.texts.lazy_pattern import lazy_pattern

HISTORY = lazy_pattern(
    r"\b(?:since\s(?:19|20)[0-9]{2}|has\s(?:already\s)?(?:been|risen|fallen|grown"
    r"|reached|increased|decreased|declined|doubled|halved|cut|made|achieved|installed"
    r"|built|adopted|completed)"
    r"|have\s(?:already\s)?(?:been|risen|fallen|grown|reached|increased|decreased"
    r"|declined|doubled|made|achieved|installed|built|adopted|completed)|rose|fell|grew"
    r"|was|were|had|stood\sat|amounted|accounted|already|currently|at\spresent|to\sdate"
    r"|so\sfar|today|last\syear|in\sthe\spast"
    r"|(?:we|it|they)\s(?:used|emitted|got|spent|built|saw|made|cut|reached|lost|gained)"
    r"|promised|pledged|discussed|emitted|contributed|showed|fell\sshort|took\splace)\b",
    re.IGNORECASE,
)
TOLD = lazy_pattern(r"\b(?:promised|pledged|discussed|lapsed|superseded?s?)\b", re.IGNORECASE)
"""Verbs of what was said once: only a modal verb beside them asks for something, no date does."""
MODAL = lazy_pattern(r"\b(?:will|shall|must|should|(?:is|are|has|have)\sto)\b", re.IGNORECASE)
STATED = lazy_pattern(r"\b(?:is|are)\s(?!to\b|responsible\b)", re.IGNORECASE)
"""What is said to be so: without a modal verb and without a date nothing is asked for."""
NOTICE = lazy_pattern(
    r"\b(?:hearing|meeting|session|webinar|conference|consultation|workshop|event)s?\b[^.;]{0,60}?"
    r"\b(?:takes?\splace|(?:is|are|be)\sheld|scheduled|convened?)\b"
    r"|\bnext\smeeting\b|\bmeets\son\b|\b(?:enters?|comes?)\sinto\sforce\b|\b(?:tel(?:ephone)?|phone|e-?mail|dial-in)\b"
    r"|\bplease\s(?:comment|contact|send)\b",
    re.IGNORECASE,
)
"""Meetings, contacts and the validity of the text itself: no tasks of a roadmap."""
IN_WORDS = lazy_pattern(
    r"\b(?:halved?|halving|doubled?|doubling|tripled?|tripling|quadrupled?|by\s(?:a\s)?(?:half|third|quarter)"
    r"|by\stwo[\s-]thirds|(?:half|a\sthird|a\squarter|two[\s-]thirds|three[\s-]quarters)\sof)\b",
    re.IGNORECASE,
)
"""Sizes that are no digits: they stay milestones, and are asked about."""
TASK = lazy_pattern(
    r"(?:[Rr]eport|[Pp]ublish|[Pp]resent|[Ss]ubmit|[Uu]pdate|[Rr]eview|[Aa]ssess|[Ee]valuate|[Mm]onitor|[Pp]repare|[Hh]old"
    r"|[Oo]rgani[sz]e|[Ss]urvey|[Ii]nspect|[Aa]udit|[Cc]onduct|[Cc]arry\sout|[Aa]dopt|[Dd]evelop|[Dd]raft|[Ss]et\sup"
    r"|[Ee]stablish|[Ii]ssue|[Cc]reate|[Dd]raw\sup|[Ii]ntroduce|[Ll]aunch)\s"
)
"""A list entry that begins like this is a task."""
FUTURE = lazy_pattern(
    r"\b(?:will|shall|must|is\sto|are\sto|should|has\sto|have\sto|aims?\sto|targets?"
    r"|commits?\sto|plans?\sto|by\s20[2-9][0-9]|by\sthe\send\sof|ensure|required\sto"
    r"|no\slater\sthan)\b",
    re.IGNORECASE,
)
_ADVERB = r"(?:(?:also|gradually|further|steadily|jointly|together|at\sleast|on\saverage|each|then)\s)?"
LEVEL = lazy_pattern(
    rf"(?:\b(?:will|shall|must|is\sto|are\sto|should|can|would|has\sto|have\sto|to)\s{_ADVERB})?"
    r"\b(?P<verb>reach(?:es|ing)?|account(?:s)?\sfor|accounting\sfor"
    r"|(?P<to>(?:be\s)?(?:rises?|increased?s?|grows?|falls?|drops?|reduced|cut|raised"
    r"|lifted|brought|lowered|decline[sd]?|expanded|scaled\sup|limited|kept|held"
    r"|decrease[sd]?|rising|growing|falling|increasing)\s(?:down\s|up\s)?(?:to|at|below"
    r"|above|under|within))"
    r"|(?P<by>(?:be\s)?(?P<trend>rises?|increased?s?|grows?|falls?|drops?|reduced|cut"
    r"|lowered|raised|decline[sd]?|decrease[sd]?|shrinks?|improved?s?|rising|growing"
    r"|falling|increasing)\s(?:by|of))"
    r"|(?P<bare>(?P<trend2>falls?|rises?|grows?|drops?|declines?|down|up)(?:\sby)?)"
    r"|be\sat|stays?\s(?:at|below|above|under|within)|remains?\s(?:at|below|above|under"
    r"|within)|not\sexceed|exceeds?|covers?|makes?\sup|meets?|supply|supplies|provides?"
    r"|equals?|amounts?\sto|stands?\sat|totals?|be|is|are)"
    r"(?P<bound>\s(?:below|under|above|within|at))?\s?\Z",
    re.IGNORECASE,
)
ACTED = lazy_pattern(
    r"\b(?P<verb>increas(?:e|ing)|rais(?:e|ing)|cut(?:ting)?|reduc(?:e|ing)"
    r"|lower(?:ing)?|limit(?:ing)?|expand(?:ing)?|bring(?:ing)?|lift(?:ing)?"
    r"|keep(?:ing)?|improv(?:e|ing)|boost(?:ing)?|scale\sup|grow(?:ing)?|hold(?:ing)?"
    r"|cap(?:ping)?|decreas(?:e|ing)|achiev(?:e|ing)|extend(?:ing)?|maintain(?:ing)?)"
    r"\s(?P<name>[^.;]{2,160}?)(?:\s(?P<prep>to|by|at|below|above|under|within|from"
    r"|of))?(?P<from>\s[0-9.,]{1,8}\s?(?:%|percent|per\scent"
    r"|[A-Za-z]{1,4})?\s(?:in\s[0-9]{4}\s)?to)?\s?\Z",
    re.IGNORECASE,
)
MAKE = lazy_pattern(
    r"\b(?P<verb>install|build|plant|retrofit|renovate|create|deploy|add|establish"
    r"|construct|complete|open|train|connect|restore|convert|replace|deliver|provide"
    r"|introduce|designate|upgrade|equip|support|insulate|electrify|set\sup|certify|save"
    r"|generate|produce|store|roll\sout|bring\sinto\sservice|commission|recycle|reforest"
    r"|protect|procure|purchase|buy|audit|have)(?:s|ed|ing)?"
    r"(?:\s(?:a\stotal\sof|an\sadditional|another|a\sfurther|in\stotal"
    r"|(?:the\s)?(?:replacement|installation|construction|renovation|planting|creation"
    r"|conversion|training|retrofit)\sof))?\s?\Z",
    re.IGNORECASE,
)
DOWN = ("down", "fall", "drop", "reduc", "cut", "lower", "declin", "decreas", "shrink", "limit", "cap")
UP = ("up", "ris", "increas", "grow", "rais", "lift", "improv", "boost", "expand", "scale")
STARTS = lazy_pattern(
    r"\b(?:starts?|begins?|commences?|started|begun|is\slaunched|launch(?:es)?"
    r"|break\sground|breaks\sground)\b",
    re.IGNORECASE,
)
ENDS = lazy_pattern(
    r"\b(?:completed?s?|completion|finish(?:ed|es)?|ends?|done|operational|commission(?:ed"
    r"|ing)|opens?|opened|in\soperation|in\sservice|ready|handed\sover"
    r"|enters?\s(?:into\s)?(?:service|operation)|go(?:es)?\slive)\b",
    re.IGNORECASE,
)
PROJECT = lazy_pattern(
    r"\b(?:construct(?:ion|ed)|built|build|project|works|carried\sout|implemented"
    r"|programme|renovation|retrofit|upgrade|line|plant|network|station|roll-?out|pilot"
    r"|survey|expansion|rebuilt|runs?|takes?\splace|refurbish(?:ed|ment)|electrification"
    r"|extension|modernisation|replacement|double-track(?:ed|ing)|dredged|widened|rebuil[dt]|reconstructed"
    r"|extended|laid|erected)\b",
    re.IGNORECASE,
)
LASTS = lazy_pattern(
    r"\b(?:takes?|lasts?|over\sa\speriod\sof|duration(?:\sof|:)?"
    r"|within\sa\speriod\sof)\s(?P<takes>[0-9]{1,3}\s(?:months?|years?|weeks?))\b",
    re.IGNORECASE,
)
PURPOSE = lazy_pattern(
    r"(?:In order to|To (?:meet|reach|achieve|deliver|support)|In line with|Under the"
    r"|As part of|Building on|According to|Following|Pursuant to|Consistent with)\b"
)
STRIP_BEFORE = lazy_pattern(
    r"(?:and|but|while|with|(?:the\s)?(?:government|ministry|city|council|province|state|county|region|plan|programme|strategy"
    r"|department)\s(?:intends?|expects?|aims?|plans?|wants?|commits?|seeks?)\s(?:that|to(?:\ssee)?)|(?:the\s)?(?:government|ministry|city)"
    r"\s(?:expects|wants)|that|so that|where|also|in addition|moreover|furthermore"
    r"|at the same time|the city will|the goal is|the aim is|the target is|ensure that"
    r"|ensures that|,|the|we will|to|it will|they will|this will|of which|our goal is"
    r"|targets?:|goal:)\s+",
    re.IGNORECASE,
)
STRIP_AFTER = lazy_pattern(
    r"(?:,|\band\b|\bwill\b|\bshall\b|\bmust\b|\bis\b|\bare\b|\bto\b|\bbe\b"
    r"|\bshould\b|\bby\b|\bfrom\b|\ba\stotal\sof\b|\bat\sleast\b|\bonly\b|\balso\b"
    r"|\bhas\b|\bhave\b|\bof\b|\bin\b|\bfor\b)\s{0,3}\Z",
    re.IGNORECASE,
)
