"""Counts and graphs of the objects that the collector knows."""

import gc
import inspect
import io
import operator
import sys
import types

__all__ = [
    "count", "typestats", "most_common_types", "show_most_common_types", "growth", "show_growth", "get_new_ids",
    "get_leaking_objects", "by_type", "at", "at_addrs", "find_ref_chain", "find_backref_chain", "is_proper_module",
    "show_chain", "show_backrefs", "show_refs",
]


def _short_typename(obj):
    return type(obj).__name__


def _long_typename(obj):
    cls = type(obj)
    module = cls.__module__
    return f"{module}.{cls.__name__}" if module else cls.__name__


def _objects(objects):
    return gc.get_objects() if objects is None else objects


def count(typename, objects=None):
    """How many objects have this type name (short, or with its module)."""
    objects = _objects(objects)
    try:
        name = _long_typename if "." in typename else _short_typename
        return sum(1 for o in objects if name(o) == typename)
    finally:
        del objects


def typestats(objects=None, shortnames=True, filter=None):
    """A dict from type name to number of objects."""
    objects = _objects(objects)
    try:
        name = _short_typename if shortnames else _long_typename
        stats = {}
        for o in objects:
            if filter and not filter(o):
                continue
            n = name(o)
            stats[n] = stats.get(n, 0) + 1
        return stats
    finally:
        del objects


def most_common_types(limit=10, objects=None, shortnames=True, filter=None):
    """(type name, count) pairs, most numerous first."""
    stats = sorted(typestats(objects, shortnames=shortnames, filter=filter).items(),
                   key=operator.itemgetter(1), reverse=True)
    return stats[:limit] if limit else stats


def show_most_common_types(limit=10, objects=None, shortnames=True, file=None, filter=None):
    if file is None:
        file = sys.stdout
    stats = most_common_types(limit, objects, shortnames=shortnames, filter=filter)
    width = max((len(name) for name, _ in stats), default=0)
    for name, number in stats:
        file.write("%-*s %i\n" % (width, name, number))


def growth(limit=10, peak_stats={}, shortnames=True, filter=None):
    """(type name, count, increase) for the types that have grown beyond their peak."""
    gc.collect()
    stats = typestats(shortnames=shortnames, filter=filter)
    deltas = {}
    for name, number in stats.items():
        old = peak_stats.get(name, 0)
        if number > old:
            deltas[name] = number - old
            peak_stats[name] = number
    rows = [(name, stats[name], delta) for name, delta in deltas.items()]
    rows.sort(key=operator.itemgetter(2), reverse=True)
    return rows[:limit] if limit else rows


def show_growth(limit=10, peak_stats=None, shortnames=True, file=None, filter=None):
    if peak_stats is None:
        rows = growth(limit, shortnames=shortnames, filter=filter)
    else:
        rows = growth(limit, peak_stats, shortnames, filter)
    if not rows:
        return
    if file is None:
        file = sys.stdout
    width = max(len(name) for name, _, _ in rows)
    for name, number, delta in rows:
        file.write("%-*s%9d %+9d\n" % (width, name, number, delta))


def get_new_ids(skip_update=False, limit=10, sortby="deltas", shortnames=None, file=None, _state={}):
    """Ids by type name of the objects made since the last call."""
    gc.collect()
    shortnames = _state.setdefault("shortnames", True) if shortnames is None else shortnames
    _state["shortnames"] = shortnames
    name = _short_typename if shortnames else _long_typename
    now = {}
    for o in gc.get_objects():
        now.setdefault(name(o), set()).add(id(o))
    old = _state.get("current", {})
    new = {n: ids - old.get(n, set()) for n, ids in now.items()}
    rows = [(n, len(old.get(n, ())), len(ids), len(new[n])) for n, ids in now.items()]
    key = {"old": 1, "current": 2, "new": 3, "deltas": 3}[sortby]
    rows.sort(key=operator.itemgetter(key), reverse=True)
    if not skip_update:
        _state["current"] = now
        if file is None:
            file = sys.stdout
        rows = rows[:limit] if limit else rows
        if rows:
            width = max(len(r[0]) for r in rows)
            file.write("=" * (width + 39) + "\n")
            file.write("%-*s%13s%13s%13s\n" % (width, "Type", "Old_ids", "Current_ids", "New_ids"))
            file.write("=" * (width + 39) + "\n")
            for n, before, current, fresh in rows:
                file.write("%-*s%13d%13d%+13d\n" % (width, n, before, current, fresh))
    return new


def get_leaking_objects(objects=None):
    """Objects that nothing tracked refers to although their count is not zero."""
    if objects is None:
        gc.collect()
        objects = gc.get_objects()
    try:
        ids = {id(i) for i in objects}
        for i in objects:
            ids.difference_update(id(j) for j in gc.get_referents(i))
        return [i for i in objects if id(i) in ids]
    finally:
        objects = i = None


def by_type(typename, objects=None):
    objects = _objects(objects)
    try:
        name = _long_typename if "." in typename else _short_typename
        return [o for o in objects if name(o) == typename]
    finally:
        del objects


def at(addr):
    """The object at an address, or None."""
    for o in gc.get_objects():
        if id(o) == addr:
            return o
    return None


def at_addrs(address_set):
    return [o for o in gc.get_objects() if id(o) in address_set]


def is_proper_module(obj):
    return inspect.ismodule(obj) and obj is sys.modules.get(getattr(obj, "__name__", None))


# ---- chains

def find_ref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    return _find_chain(obj, predicate, gc.get_referents, max_depth, extra_ignore)[::-1]


def find_backref_chain(obj, predicate, max_depth=20, extra_ignore=()):
    """The shortest chain of references from an object that satisfies the predicate to obj."""
    return _find_chain(obj, predicate, gc.get_referrers, max_depth, extra_ignore)


def _find_chain(obj, predicate, edges, max_depth, extra_ignore):
    queue = [obj]
    depth = {id(obj): 0}
    parent = {id(obj): None}
    ignore = set(extra_ignore)
    ignore.update(id(o) for o in (queue, depth, parent, ignore, extra_ignore, sys._getframe(), sys._getframe(1)))
    ignore.add(id(globals()))
    gc.collect()
    at = 0
    while at < len(queue):
        target = queue[at]
        at += 1
        if predicate(target):
            chain = [target]
            while parent[id(target)] is not None:
                target = parent[id(target)]
                chain.append(target)
            return chain
        distance = depth[id(target)]
        if distance < max_depth:
            referrers = edges(target)
            ignore.add(id(referrers))
            for source in referrers:
                if id(source) in ignore or id(source) in depth:
                    continue
                if isinstance(source, types.FrameType) and source.f_globals is globals():
                    continue
                depth[id(source)] = distance + 1
                parent[id(source)] = target
                queue.append(source)
    return [obj]


# ---- graphs

def show_backrefs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None,
                  extra_info=None, refcounts=False, shortnames=True, output=None, extra_node_attrs=None):
    """Draws what refers to the objects, as DOT (a .dot file or `output`) or as SVG (a .svg file)."""
    return _show_graph(objs, gc.get_referrers, True, max_depth, extra_ignore, filter, too_many, highlight, filename,
                       extra_info, refcounts, shortnames, output, extra_node_attrs,
                       lambda x: isinstance(x, types.ModuleType) and is_proper_module(x))


def show_refs(objs, max_depth=3, extra_ignore=(), filter=None, too_many=10, highlight=None, filename=None,
              extra_info=None, refcounts=False, shortnames=True, output=None, extra_node_attrs=None):
    """Draws what the objects refer to."""
    return _show_graph(objs, gc.get_referents, False, max_depth, extra_ignore, filter, too_many, highlight, filename,
                       extra_info, refcounts, shortnames, output, extra_node_attrs, None)


def show_chain(*chains, **kw):
    """Draws chains as found by find_backref_chain."""
    chains = [chain for chain in chains if chain]
    if not chains:
        return None
    backrefs = kw.pop("backrefs", True)
    members = {id(o) for chain in chains for o in chain}
    kw.setdefault("max_depth", max(map(len, chains)) - 1)
    kw["filter"] = lambda o: id(o) in members
    show = show_backrefs if backrefs else show_refs
    return show([chain[-1 if backrefs else 0] for chain in chains], **kw)


class _Graph:
    """Nodes and edges found by a breadth-first walk, before anything is drawn."""

    def __init__(self):
        self.nodes = []
        self.edges = []
        self.depth = {}


def _walk(objs, edges, backwards, max_depth, ignore, filter, too_many, stop):
    graph = _Graph()
    queue = []
    for obj in objs:
        if id(obj) not in graph.depth:
            graph.depth[id(obj)] = 0
            queue.append(obj)
    ignore |= {id(queue), id(objs), id(graph), id(graph.__dict__), id(graph.depth), id(graph.edges), id(graph.nodes)}
    at = 0
    while at < len(queue):
        target = queue[at]
        at += 1
        distance = graph.depth[id(target)]
        graph.nodes.append((target, distance))
        if distance >= max_depth or (stop is not None and stop(target)):
            continue
        neighbours = edges(target)
        ignore.add(id(neighbours))
        shown = skipped = 0
        for other in neighbours:
            if id(other) in ignore or inspect.isframe(other) or (filter and not filter(other)):
                continue
            if id(other) not in graph.depth:
                if shown >= too_many:
                    skipped += 1
                    continue
                graph.depth[id(other)] = distance + 1
                queue.append(other)
            shown += 1
            source, destination = (other, target) if backwards else (target, other)
            graph.edges.append((id(source), id(destination), _edge_label(source, destination)))
        if skipped:
            graph.edges.append((id(target), None, "%d more" % skipped) if not backwards
                               else (None, id(target), "%d more" % skipped))
    return graph


def _show_graph(objs, edges, backwards, max_depth, extra_ignore, filter, too_many, highlight, filename, extra_info,
                refcounts, shortnames, output, extra_node_attrs, stop):
    if not isinstance(objs, (list, tuple)):
        objs = [objs]
    ignore = set(extra_ignore)
    ignore |= {id(objs), id(extra_ignore), id(ignore), id(globals()), id(sys._getframe().f_locals)}
    gc.collect()
    graph = _walk(objs, edges, backwards, max_depth, ignore, filter, too_many, stop)
    text = _dot(graph, highlight, extra_info, refcounts, shortnames, extra_node_attrs, max_depth)
    if output is not None:
        output.write(text)
        return None
    if filename is None:
        return text
    if filename.endswith(".svg"):
        text = _svg(graph, highlight, extra_info, refcounts, shortnames)
    elif not filename.endswith(".dot"):
        raise ValueError("objgraph draws .dot and .svg files, not %r" % filename)
    with open(filename, "w", encoding="utf-8") as f:
        f.write(text)
    print("Graph written to %s (%d nodes)" % (filename, len(graph.nodes)))
    return None


def _node_label(obj, extra_info, refcounts, shortnames):
    name = _short_typename(obj) if shortnames else _long_typename(obj)
    first = "%s" % name
    if refcounts:
        # The argument, the local of the walk and the tuple that holds the node are ours.
        first += " [%d]" % (sys.getrefcount(obj) - 4)
    try:
        second = _short_repr(obj)
    except Exception:
        second = "(unrepresentable)"
    label = [first, second]
    if extra_info:
        more = extra_info(obj)
        if more:
            label.append(str(more))
    return label


def _short_repr(obj):
    if isinstance(obj, (type, types.ModuleType, types.BuiltinMethodType, types.BuiltinFunctionType)):
        return obj.__name__
    if isinstance(obj, types.MethodType):
        name = obj.__func__.__qualname__
        return name + (" (bound)" if obj.__self__ is not None else "")
    if isinstance(obj, types.LambdaType) and obj.__name__ == "<lambda>":
        code = obj.__code__
        return "lambda: %s:%s" % (code.co_filename.rsplit("/", 1)[-1], code.co_firstlineno)
    if isinstance(obj, types.FrameType):
        return "%s:%s" % (obj.f_code.co_filename, obj.f_lineno)
    if isinstance(obj, (tuple, list, dict, set)):
        return "%d item%s" % (len(obj), "" if len(obj) == 1 else "s")
    return repr(obj)[:40]


def _edge_label(source, target):
    if isinstance(target, dict) and target is getattr(source, "__dict__", None):
        return "__dict__"
    if isinstance(source, types.FrameType):
        if target is source.f_locals:
            return "f_locals"
        if target is source.f_globals:
            return "f_globals"
    if isinstance(source, types.MethodType):
        return "__self__" if target is source.__self__ else "__func__"
    if isinstance(source, types.FunctionType):
        for name in ("__defaults__", "__globals__", "__dict__", "__closure__", "__code__"):
            if target is getattr(source, name, None):
                return name
    if isinstance(source, dict):
        for key in source:
            if source[key] is target:
                return key if isinstance(key, str) else _short_repr(key)
    if isinstance(source, (list, tuple)):
        for index, item in enumerate(source):
            if item is target:
                return "[%d]" % index
    names = getattr(type(source), "__slots__", None)
    values = getattr(source, "__dict__", {}) if not isinstance(source, type) else {}
    for name, value in values.items():
        if value is target:
            return name
    for name in (names,) if isinstance(names, str) else names or ():
        if getattr(source, name, None) is target:
            return name
    return ""


def _quote(text):
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\0", "\\\\000")


def _colour(distance, max_depth, highlighted):
    if highlighted:
        return "#ff9980"
    level = distance / max(max_depth, 1)
    return "#%02x%02x%02x" % (255, 230 - int(40 * level), 120 + int(110 * level))


def _dot(graph, highlight, extra_info, refcounts, shortnames, extra_node_attrs, max_depth):
    out = io.StringIO()
    out.write('digraph ObjectGraph {\n  node[shape=box, style=filled, fillcolor=white];\n')
    for source, target, label in graph.edges:
        if source is None or target is None:
            known = target if source is None else source
            out.write('  many%d[label="%s", shape=ellipse];\n' % (known, _quote(label)))
            pair = ("many%d" % known, "o%d" % known)
            out.write("  %s -> %s;\n" % (pair if source is None else pair[::-1]))
        elif label:
            out.write('  o%d -> o%d [label="%s"];\n' % (source, target, _quote(label)))
        else:
            out.write("  o%d -> o%d;\n" % (source, target))
    for obj, distance in graph.nodes:
        label = "\\n".join(_quote(line) for line in _node_label(obj, extra_info, refcounts, shortnames))
        extra = ""
        if extra_node_attrs:
            extra = "".join(', %s="%s"' % pair for pair in extra_node_attrs(obj).items())
        out.write('  o%d[label="%s", fillcolor="%s"%s];\n' % (
            id(obj), label, _colour(distance, max_depth, bool(highlight and highlight(obj))), extra))
    out.write("}\n")
    return out.getvalue()


def _xml(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _svg(graph, highlight, extra_info, refcounts, shortnames):
    # One column for each distance; lines from box edge to box edge.
    width, height, gap_x, gap_y = 180, 40, 70, 20
    columns = {}
    place = {}
    deepest = max(distance for _, distance in graph.nodes)
    for obj, distance in graph.nodes:
        row = columns.get(distance, 0)
        columns[distance] = row + 1
        place[id(obj)] = (20 + (deepest - distance) * (width + gap_x), 20 + row * (height + gap_y))
    total_w = 40 + (deepest + 1) * (width + gap_x) - gap_x
    total_h = 40 + max(columns.values()) * (height + gap_y)
    out = io.StringIO()
    out.write('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="monospace" font-size="11">\n'
              '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
              'orient="auto"><path d="M0,0 L8,4 L0,8 z"/></marker></defs>\n' % (total_w, total_h))
    for source, target, label in graph.edges:
        if source not in place or target not in place:
            continue
        (x1, y1), (x2, y2) = place[source], place[target]
        right = x2 > x1
        ax, bx = (x1 + width, x2) if right else (x1, x2 + width)
        ay, by = y1 + height / 2, y2 + height / 2
        out.write('<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#444" marker-end="url(#tip)"/>\n' % (ax, ay, bx, by))
        if label:
            out.write('<text x="%d" y="%d" text-anchor="middle">%s</text>\n' % (
                (ax + bx) / 2, (ay + by) / 2 - 4, _xml(str(label))))
    for obj, distance in graph.nodes:
        x, y = place[id(obj)]
        fill = _colour(distance, deepest, bool(highlight and highlight(obj)))
        out.write('<rect x="%d" y="%d" width="%d" height="%d" fill="%s" stroke="#444"/>\n' % (x, y, width, height, fill))
        for line, text in enumerate(_node_label(obj, extra_info, refcounts, shortnames)[:3]):
            out.write('<text x="%d" y="%d">%s</text>\n' % (x + 6, y + 13 + 12 * line, _xml(text[:26])))
    out.write("</svg>\n")
    return out.getvalue()
