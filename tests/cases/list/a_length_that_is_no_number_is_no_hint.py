# list() asks for the length first; a TypeError there only means that it is not known.
class Odd:
    def __len__(self):
        return "many"

    def __length_hint__(self):
        return -1

    def __iter__(self):
        return 3


class Even:
    def __len__(self):
        raise ValueError("no length")


for value in (Odd(), Even()):
    try:
        list(value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: TypeError iter() returned non-iterator of type 'int'
# expect: TypeError 'Even' object is not iterable
