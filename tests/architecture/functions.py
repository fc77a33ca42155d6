# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the functions of a C++ file and how long they are, by matching braces.

Comments, literals and directives are blanked first. A brace opens a function where the text since
the last `;`, `{` or `}` ends like a function's head; bodies of namespaces and classes are looked
into, initialisers are stepped over, and everything inside a function belongs to it, lambdas too.
"""
import re

RAW = r'\b(?:u8|[uUL])?R"(?P<tag>[^\s()\\]{0,16})\(.*?\)(?P=tag)"'
BLANKED = re.compile(
    RAW + r"""|//(?:\\\n|[^\n])*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'""",
    re.S,
)
LABEL = re.compile(r"^(public|protected|private|signals|Q_SIGNALS)(\s+(slots|Q_SLOTS))?$")
WORD_MACRO = re.compile(r"^(?:[A-Z][A-Z_]+|Q_[A-Z_]+\s*\(.*\))$", re.S)
SUFFIX = (
    r"(?:const|noexcept|override|final|mutable|volatile|constexpr|try|&&?|\(\)|\[\[.*?\]\]"
    r"|[A-Z][A-Z_]+)"
)
FUNCTION = re.compile(r"\(\)\s*(?:" + SUFFIX + r"\s*)*(?:->.*)?(?:requires\b.*)?$", re.S)
CONSTRUCTOR = re.compile(r"\(\)[^:=]*(?<!:):(?!:)", re.S)
CLASS = re.compile(r"\b(?:class|struct|union)\b[\s\w:]*?(?:(?<!:):(?!:)|$)")


def blank(text):
    """The text with everything that is no code made spaces, so that offsets and lines stay."""
    spaces = lambda match: re.sub(r"[^\n]", " ", match.group())
    return directivesBlanked(BLANKED.sub(spaces, text))


def directivesBlanked(text):
    """Directives go, and of #if … #else … #endif the first branch stays, so that braces match."""
    result, skipping, continued = [], [], False
    for line in text.split("\n"):
        word = re.match(r"\s*#\s*(\w+)", line)
        if word and not continued:
            if word.group(1).startswith("if"):
                skipping.append(False)
            elif word.group(1).startswith("el") and skipping:
                skipping[-1] = True
            elif word.group(1) == "endif" and skipping:
                skipping.pop()
        directive = bool(word) or continued
        continued = directive and line.endswith("\\")
        result.append("" if directive or any(skipping) else line)
    return "\n".join(result)


def collapsed(head):
    """The head with what stands in (), [] and template<> taken out: `a(b(c))` becomes `a()`."""
    head = re.sub(r"\boperator\s*\(\s*\)", "operator_call", head)
    head = re.sub(r"\boperator\s*[^\w\s(]+", "operator_sign", head)
    before = None
    while before != head:
        before = head
        head = re.sub(r"\((?:[^()]+)\)", lambda match: "()", head)
        head = re.sub(r"\(\s*\(\)[^()]*\)", "()", head)
    while before != (head := re.sub(r"<[^<>()=]*(?:\(\)[^<>()]*)*>", "", head)):
        before = head
    head = re.sub(r"^\s*(?:template\s*(?:<[^<>]*>)?\s*)+", "", head)
    return re.sub(r"\b(alignas|[A-Z][A-Z_]+)\s*\(\)|\[\[.*?\]\]", "", head).strip()


def kindOf(head):
    """What a brace after this head opens: outer (looked into), function or braces (stepped over)."""
    text = collapsed(head)
    if re.search(r"\bnamespace\b", text) or text == "extern":
        return "outer"
    if re.match(r"(typedef\s+)?enum\b", text):
        return "braces"
    if CLASS.search(text):
        return "outer"
    if re.search(r"\brequires\s*(\(\))?$", text) or re.search(r"\bconcept\b", text):
        return "braces"
    if CONSTRUCTOR.search(text) and not re.search(r"[)}]$", text):
        return "braces"  # a member's initialiser: m_name{name}
    macro = re.match(r"^[A-Z][A-Z_]*\s*\([^{}]*\)$", head.strip(), re.S)  # TEST(Suite, name)
    if macro or FUNCTION.search(text) or CONSTRUCTOR.search(text):
        return "function"
    return "braces"


def functions(text):
    """(name, first line, number of lines) of each function, from its head to its closing brace."""
    code = blank(text)
    found, scopes, head, start, parens = [], [], "", None, 0
    line = 1
    for char in code:
        if char == "\n":
            line += 1
            if not parens and WORD_MACRO.match(head.strip()):  # Q_OBJECT and its like stand for themselves
                head, start = "", None
        inside = bool(scopes) and scopes[-1][0] != "outer"
        if char == "{":
            kind = "braces" if inside or parens else kindOf(head)
            scopes.append((kind, head, start, parens))
            if kind == "outer":
                head, start = "", None
        elif char == "}" and scopes:
            kind, opened, first, parens = scopes.pop()
            if kind == "function":
                found.append((nameOf(opened), first, line - first + 1))
            head, start = (opened + "}", first) if kind == "braces" else ("", None)
        elif inside:
            continue
        elif char == ";" and not parens:
            head, start = "", None
        elif char == ":" and LABEL.match(head.strip()):
            head, start = "", None
        else:
            parens += (char == "(") - (char == ")")
            if start is None and not char.isspace():
                start = line
            head += char
    return found


def nameOf(head):
    if re.match(r"\s*[A-Z_]+\s*\(", head):
        return " ".join(head.split())  # TEST(Suite, name)
    match = re.search(r"([\w:~]*operator\s*\S+?|[\w:~]+)\s*\(", head)
    return match.group(1) if match else "a function"
