# How references, proxies and weak containers show themselves.
import weakref


class C:
    pass


class Named:
    def __init__(self):
        self.__name__ = "own"


class R(weakref.ref):
    pass


def function():
    pass


def show(label, obj):
    text = repr(obj)
    out = []
    at = 0
    while at < len(text):
        if text.startswith("0x", at):
            end = at + 2
            while end < len(text) and text[end] in "0123456789abcdef":
                end += 1
            out.append("ADDR")
            at = end
        else:
            out.append(text[at])
            at += 1
    print(label, "".join(out))


c, named = C(), Named()
refs = [weakref.ref(c), weakref.ref(named), weakref.ref(function), weakref.ref(C), R(c)]
for ref in refs:
    show("live", ref)
proxies = [weakref.proxy(c), weakref.proxy(function), weakref.proxy(named)]
for proxy in proxies:
    print("type", type(proxy).__name__ in ("weakproxy", "weakcallableproxy", "ProxyType", "CallableProxyType"))
    show("proxy", proxy)
show("type", type(refs[0]))
show("types", [type(p) for p in proxies])
print("names", type(refs[0]).__name__, type(refs[0]).__module__, type(proxies[0]).__name__)
print("same", weakref.ref is weakref.ReferenceType, weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType))
wvd, wkd, ws = weakref.WeakValueDictionary(a=c), weakref.WeakKeyDictionary({c: 1}), weakref.WeakSet([c])
show("value dict", wvd)
show("key dict", wkd)
show("set", ws)
finalizer = weakref.finalize(c, print, "finalized")
show("finalize", finalizer)
del c, named
for ref in refs[:2] + refs[4:]:
    show("dead", ref)
for proxy in (proxies[0], proxies[2]):
    show("dead proxy", proxy)
show("finalize", finalizer)
show("value dict", wvd)
show("set", ws)
