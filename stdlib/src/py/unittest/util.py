"""How objects are shown in messages, and how collections without order are compared."""

from collections import Counter, namedtuple
from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = _MIN_END_LEN = _MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(text, begin, end):
    hidden = len(text) - begin - end
    if hidden > _PLACEHOLDER_LEN:
        return "%s[%d chars]%s" % (text[:begin], hidden, text[len(text) - end:])
    return text


def _common_shorten_repr(*objects):
    """The objects as text; where that is long, what they have in common at the beginning is left out first."""
    texts = tuple(map(safe_repr, objects))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    common = commonprefix(texts)
    at = len(common)
    room = _MAX_LENGTH - (longest - at + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        common = _shorten(common, _MIN_BEGIN_LEN, room)
        return tuple(common + text[at:] for text in texts)
    common = _shorten(common, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(common + _shorten(text[at:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + " [truncated]..."


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def three_way_cmp(x, y):
    return (x > y) - (x < y)


_Mismatch = namedtuple("Mismatch", "actual expected value")


def _count_diff_hashable(actual, expected):
    left, right = Counter(actual), Counter(expected)
    found = [_Mismatch(number, right.get(element, 0), element) for element, number in left.items()
             if number != right.get(element, 0)]
    return found + [_Mismatch(0, number, element) for element, number in right.items() if element not in left]


def _count_diff_all_purpose(actual, expected):
    # Elements that cannot be hashed are compared one with another.
    left, right, found = list(actual), list(expected), []
    taken = object()

    def number_of(elements, wanted):
        number = 0
        for at, other in enumerate(elements):
            if other is not taken and other == wanted:
                number += 1
                elements[at] = taken
        return number

    for element in list(left):
        if any(element is other for other in left):
            one = number_of(left, element)
            other = number_of(right, element)
            if one != other:
                found.append(_Mismatch(one, other, element))
    for element in list(right):
        if element is not taken and any(element is other for other in right):
            found.append(_Mismatch(0, number_of(right, element), element))
    return found
