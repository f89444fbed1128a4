# Classes and modules are set up and down as a run comes to them, and what fails there is an error of its own.
import io
import re
import unittest


def setUpModule():
    print("module up")
    unittest.addModuleCleanup(print, "module cleaned")


def tearDownModule():
    print("module down")
    raise KeyError("down")


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")
        cls.addClassCleanup(print, "class cleaned")

    @classmethod
    def tearDownClass(cls):
        print("class down")

    def test_one(self):
        print("one")


class Fails(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(lambda: 1 / 0)
        raise ValueError("no")

    def test_one(self):
        print("never")


class Skips(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("later")

    def test_one(self):
        print("never")


loader = unittest.defaultTestLoader
suite = unittest.TestSuite(loader.loadTestsFromTestCase(kind) for kind in (First, Fails, Skips))
stream = io.StringIO()
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
print([str(test) for test, _ in result.errors], result.skipped[0][1], result.testsRun)
print(re.search(r"^FAILED.*", stream.getvalue(), re.M)[0])
try:
    unittest.TestSuite([Fails("test_one")]).debug()
except ValueError as error:
    print(repr(error))
# expect: module up
# expect: class up
# expect: one
# expect: class down
# expect: class cleaned
# expect: module down
# expect: module cleaned
# expect: ['setUpClass (__main__.Fails)', 'setUpClass (__main__.Fails)', 'tearDownModule (__main__)'] later 1
# expect: FAILED (errors=3, skipped=1)
# expect: module up
# expect: ValueError('no')
