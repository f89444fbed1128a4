# A destructor that names a variable it does not have: reported, and the program goes on.
class Resource:
    def __init__(self, label):
        self.label = label
        print("open", label)

    def __del__(self):
        print("close", label)


r = Resource("one")
try:
    del r
finally:
    print("still here")
# expect: open one
# expect: still here
# stderr: Exception ignored in: <function Resource.__del__ at 0xADDR>
# stderr: Traceback (most recent call last):
# stderr:   File "tests/documents/faulty_del.py", line 8, in __del__
# stderr:     print("close", label)
# stderr:                    ^^^^^
# stderr: NameError: name 'label' is not defined
