# An object that claims to be a str is none for the methods of str.
class Fake:
    __class__ = str


fake = Fake()
print(isinstance(fake, str))
for use in (lambda: str.split(fake), lambda: str.__add__(fake, "abc"), lambda: str.__len__(fake)):
    try:
        use()
    except TypeError as error:
        print(error)
# expect: True
# expect: descriptor 'split' for 'str' objects doesn't apply to a 'Fake' object
# expect: descriptor '__add__' requires a 'str' object but received a 'Fake'
# expect: descriptor '__len__' requires a 'str' object but received a 'Fake'
