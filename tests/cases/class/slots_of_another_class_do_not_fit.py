# The descriptor of a slot, borrowed by an unrelated class, is refused every time.
class Owner:
    __slots__ = ("word",)


class Borrower:
    taken = Owner.word


def store(thing):
    thing.taken = 42


def load(thing):
    return thing.taken


thing, refused = Borrower(), 0
for _ in range(50):
    for access in store, load:
        try:
            access(thing)
        except TypeError:
            refused += 1
print(refused)
try:
    store(thing)
except TypeError as error:
    print(error)
# expect: 100
# expect: descriptor 'word' for 'Owner' objects doesn't apply to a 'Borrower' object
