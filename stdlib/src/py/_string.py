"""Templates taken apart: what `string.Formatter` works on."""


def formatter_parser(text):
    """(literal, field name or None, format spec, conversion) for each piece of a template."""
    at = 0
    while at < len(text):
        start = at
        while at < len(text) and text[at] not in "{}":
            at += 1
        if at == len(text):
            yield text[start:], None, None, None
            return
        brace = text[at]
        if text[at + 1:at + 2] == brace:
            yield text[start:at + 1], None, None, None
            at += 2
            continue
        if brace == "}":
            raise ValueError("Single '}' encountered in format string")
        literal = text[start:at]
        if at + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        field, at = _field(text, at + 1)
        yield (literal, *field)


def _field(text, at):
    start = at
    depth = 1
    while depth:
        if at == len(text):
            raise ValueError("expected '}' before end of string")
        depth += (text[at] == "{") - (text[at] == "}")
        at += 1
    inside = text[start:at - 1]
    end = 0
    bracketed = False
    while end < len(inside) and (bracketed or inside[end] not in "!:"):
        bracketed = inside[end] == "[" or (bracketed and inside[end] != "]")
        end += 1
    name, rest = inside[:end], inside[end:]
    conversion = None
    if rest.startswith("!"):
        if len(rest) < 2:
            raise ValueError("end of string while looking for conversion specifier")
        conversion, rest = rest[1], rest[2:]
        if rest and not rest.startswith(":"):
            raise ValueError("expected ':' after conversion specifier")
    return (name, rest[1:], conversion), at


def formatter_field_name_split(name):
    """The first part of a field name, and (is attribute, name or index) for each step behind it."""
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first = name[:end]
    return int(first) if first.isdigit() else first, _steps(name, end)


def _steps(name, at):
    while at < len(name):
        if name[at] == ".":
            end = at + 1
            while end < len(name) and name[end] not in ".[":
                end += 1
            part, at = name[at + 1:end], end
            if not part:
                raise ValueError("Empty attribute in format string")
            yield True, part
        elif name[at] == "[":
            end = name.find("]", at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            part, at = name[at + 1:end], end + 1
            if not part:
                raise ValueError("Empty attribute in format string")
            yield False, int(part) if part.isdigit() else part
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
