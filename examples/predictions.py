# Run with: pyglass predict examples/predictions.py
import gc


class Node:
    pass


a = Node()
b = a  # predict: count a
shelf = [a, a]
del shelf[0]  # predict: count a
words = ["one"]
words += ["two"]  # predict: id words
words = words + ["three"]  # predict: id words
b.me = b
del a, b
shelf.clear()
gc.collect()  # predict: collected
