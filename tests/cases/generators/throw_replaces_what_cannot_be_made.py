# An exception that throw() cannot make arrives in the body as the reason why.
class NoException(Exception):
    def __new__(cls, *args):
        return cls


class Refused(Exception):
    def __init__(self, *args):
        raise KeyError("in init")


def body():
    try:
        yield
    except BaseException as error:
        print("inside:", repr(error))
        raise


for args in (NoException,), (NoException, 1), (Refused,), (Refused, 2), (ValueError, (1, 2)), (5,), (ValueError(), 3):
    generator = body()
    next(generator)
    try:
        generator.throw(*args)
    except BaseException as error:
        print("outside:", repr(error))
    generator = None
# expect: inside: TypeError("calling <class '__main__.NoException'> should have returned an instance of BaseException, not type")
# expect: outside: TypeError("calling <class '__main__.NoException'> should have returned an instance of BaseException, not type")
# expect: inside: TypeError("calling <class '__main__.NoException'> should have returned an instance of BaseException, not type")
# expect: outside: TypeError("calling <class '__main__.NoException'> should have returned an instance of BaseException, not type")
# expect: inside: KeyError('in init')
# expect: outside: KeyError('in init')
# expect: inside: KeyError('in init')
# expect: outside: KeyError('in init')
# expect: inside: ValueError(1, 2)
# expect: outside: ValueError(1, 2)
# expect: outside: TypeError('exceptions must be classes or instances deriving from BaseException, not int')
# expect: inside: GeneratorExit()
# expect: outside: TypeError('instance exception may not have a separate value')
# expect: inside: GeneratorExit()
