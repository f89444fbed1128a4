"""Who holds an object: the ledger names every count."""
import pyglass


class Node:
    pass


a = Node()
a.me = a
cache = {"kept": a}
pyglass.refs(a)
