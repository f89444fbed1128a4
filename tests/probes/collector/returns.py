# What gc.collect() returns for cycles of every shape.
import collections
import functools
import gc
import types

gc.disable()


class Node:
    pass


class Slotted:
    __slots__ = ("a", "b")


class Loud:
    def __del__(self):
        pass


def ring(n, cls=Node):
    nodes = [cls() for _ in range(n)]
    for i in range(n):
        setattr(nodes[i], "a", nodes[(i + 1) % n])
    return nodes


def itself():
    node = Node()
    node.me = node


def two():
    a, b = Node(), Node()
    a.b, b.a = b, a


def with_(*values):
    def make():
        a, b = Node(), Node()
        a.b, b.a = b, a
        for i, value in enumerate(values):
            setattr(a, "v%d" % i, value())
    return make


def touched(n):
    def make():
        nodes = ring(3)
        for node in nodes[:n]:
            node.__dict__
    return make


def children_list():
    parent = Node()
    parent.children = [Node(), Node()]
    for child in parent.children:
        child.parent = parent


def children_dict():
    parent = Node()
    parent.children = {"x": Node(), "y": Node()}
    for child in parent.children.values():
        child.parent = parent


def list_itself():
    x = []
    x.append(x)


def lists(n):
    def make():
        rows = [[] for _ in range(n)]
        for i in range(n):
            rows[i].append(rows[i - 1])
    return make


def dict_itself():
    x = {}
    x["x"] = x


def tuple_list():
    x = ([], 1)
    x[0].append(x)


def set_node():
    node = Node()
    node.all = {node}


def frozen_node():
    node = Node()
    node.all = frozenset([node])


def deque_itself():
    x = collections.deque()
    x.append(x)


def ordered_itself():
    x = collections.OrderedDict()
    x["x"] = x


def default_itself():
    x = collections.defaultdict(list)
    x["x"].append(x)


def counter_node():
    x = collections.Counter()
    x.me = x


def closure():
    def f():
        return f


def lambda_default():
    f = [None]
    f[0] = lambda x=f: x


def method():
    node = Loud()
    node.m = node.__del__


def lambda_self():
    node = Node()
    node.f = lambda: node


def partial_self():
    node = Node()
    node.f = functools.partial(print, node)


def generator():
    def g():
        yield it
        yield it
    it = g()
    next(it)


def generator_unstarted():
    box = []

    def g(box):
        yield box
    box.append(g(box))


def exception():
    try:
        raise ValueError("x")
    except ValueError as error:
        kept = error


def exception_chain():
    try:
        try:
            raise ValueError("x")
        except ValueError as error:
            kept = error
            raise KeyError("y")
    except KeyError as error:
        other = error


def klass():
    class K:
        pass


def klass_method():
    class K:
        def m(self):
            pass


def klass_slots():
    class K:
        __slots__ = ("a", "b")


def klass_property():
    class K:
        @property
        def p(self):
            return 1


def klass_super():
    class K:
        def m(self):
            return super().m()


def klass_static():
    class K:
        @staticmethod
        def s():
            pass

        @classmethod
        def c(cls):
            pass


def klass_subclass():
    class K:
        pass

    class L(K):
        pass


def klass_instance():
    class K:
        pass
    K.one = K()


def klass_instance_dict():
    class K:
        pass
    K.one = K()
    K.one.x = []


def klass_type():
    type("K", (), {})


def klass_meta():
    class M(type):
        pass

    class K(metaclass=M):
        pass


def klass_exception():
    class K(Exception):
        pass


def klass_list():
    class K(list):
        pass


def klass_annotated():
    class K:
        x: int
        y: str = ""


def module():
    m = types.ModuleType("m")
    m.me = m


def module_function():
    m = types.ModuleType("m")
    exec("def f(): pass", m.__dict__)


def namespace():
    n = types.SimpleNamespace()
    n.me = n


def iterator():
    x = []
    x.append(iter(x))


def enumerate_():
    x = []
    x.append(enumerate(x))


def map_():
    x = []
    x.append(map(len, x))
    x.append(zip(x))
    x.append(filter(None, x))
    x.append(reversed(x))


def dict_views():
    x = {}
    x[1] = x.keys()
    x[2] = iter(x.items())
    x[3] = x.values()


def cell():
    x = types.CellType()
    x.cell_contents = x


def proxy():
    x = {}
    x["p"] = types.MappingProxyType(x)


def slice_():
    x = []
    x.append(slice(x))


def memory():
    class B(bytearray):
        pass
    b = B(4)
    b.view = memoryview(b)
    b.view = None
    b.me = b


def property_():
    x = []
    x.append(property(x))


def subclass_list():
    class L(list):
        pass
    x = L()
    x.append(x)


def subclass_dict():
    class D(dict):
        pass
    x = D()
    x["x"] = x


def subclass_int():
    class I(int):
        pass
    x = I(5)
    x.me = x


def subclass_str():
    class S(str):
        pass
    x = S("abc")
    x.me = x


def subclass_tuple():
    class T(tuple):
        pass
    x = T([[]])
    x[0].append(x)


def raised_in_frame():
    def f():
        here = error = None
        try:
            raise ValueError
        except ValueError as caught:
            error = caught
        return here
    f()


named = collections.namedtuple
shapes = [itself, two, lambda: ring(3), lambda: ring(10), lambda: ring(4, Slotted), lambda: ring(2, Loud),
          with_(int), with_(list), with_(dict), with_(lambda: (1, 2)), with_(lambda: ([],)), with_(Node),
          with_(lambda: with_attr()), with_(list, dict, set, Node, object, float), touched(1), touched(2), touched(3),
          children_list, children_dict, list_itself, lists(2), lists(7), dict_itself, tuple_list, set_node, frozen_node,
          deque_itself, ordered_itself, default_itself, counter_node, closure, lambda_default, method, lambda_self,
          partial_self, generator, generator_unstarted, exception, exception_chain, klass, klass_method, klass_slots,
          klass_property, klass_super, klass_static, klass_subclass, klass_instance, klass_instance_dict, klass_type,
          klass_meta, klass_exception, klass_list, klass_annotated, module, module_function, namespace, iterator,
          enumerate_, map_, dict_views, cell, proxy, slice_, memory, property_, subclass_list, subclass_dict,
          subclass_int, subclass_str, subclass_tuple, raised_in_frame]


def with_attr():
    node = Node()
    node.x = 1
    return node


for shape in shapes:
    shape()
    gc.collect()
    shape()
    found = gc.collect()
    print(shape.__name__, shapes.index(shape), found, gc.collect())
