# unittest: every assertion with its message, fixtures, subtests, skipping, and what the runner writes.
# modes: auto
import unittest, sys, warnings, logging
def setUpModule(): print("setUpModule")
def tearDownModule(): print("tearDownModule")
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("setUpClass")
    @classmethod
    def tearDownClass(cls): print("tearDownClass")
    def setUp(self): self.addCleanup(lambda: None)
    def test_ok(self): "a doc line"; self.assertEqual(1,1)
    def test_eq(self): "doc of eq\n\nmore"; self.assertEqual(1,2)
    def test_eq_msg(self): self.assertEqual(1,2,"custom")
    def test_list(self): self.assertEqual([1,2,3],[1,5,3,4])
    def test_list2(self): self.assertEqual(list(range(30)),list(range(29)))
    def test_tuple(self): self.assertEqual((1,"a"),(1,"b"))
    def test_dict(self): self.assertEqual({"a":1,"b":[1,2]},{"a":1,"b":[1,3],"c":2})
    def test_set(self): self.assertEqual({1,2},{2,3})
    def test_str(self): self.assertEqual("hello world","hello there")
    def test_multi(self): self.assertEqual("a\nb\nc\n","a\nB\nc\nd\n")
    def test_long(self): self.assertEqual("x"*200+"a","x"*200+"b")
    def test_longlist(self): self.assertEqual(list("abc"*30),list("abd"*30))
    def test_true(self): self.assertTrue(0)
    def test_false(self): self.assertFalse([1])
    def test_in(self): self.assertIn(5,[1,2])
    def test_notin(self): self.assertNotIn(1,[1,2])
    def test_is(self): self.assertIs(None,3)
    def test_isnot(self): self.assertIsNot(None,None)
    def test_none(self): self.assertIsNone(3)
    def test_notnone(self): self.assertIsNotNone(None)
    def test_inst(self): self.assertIsInstance("a",int)
    def test_ninst(self): self.assertNotIsInstance(1,int)
    def test_lt(self): self.assertLess(2,1)
    def test_le(self): self.assertLessEqual(2,1)
    def test_gt(self): self.assertGreater(1,2)
    def test_ge(self): self.assertGreaterEqual(1,2)
    def test_almost(self): self.assertAlmostEqual(1.0,1.1)
    def test_almostd(self): self.assertAlmostEqual(1.0,1.5,delta=.1)
    def test_nalmost(self): self.assertNotAlmostEqual(1.0,1.00000000001)
    def test_nalmostd(self): self.assertNotAlmostEqual(1.0,1.05,delta=.1)
    def test_ne(self): self.assertNotEqual(1,1)
    def test_raises(self):
        with self.assertRaises(ValueError) as c: raise ValueError("x")
        self.assertEqual(str(c.exception),"x")
        with self.assertRaises(ValueError): pass
    def test_raises2(self): self.assertRaises(ValueError,int,"5")
    def test_raises3(self): self.assertRaises((ValueError,KeyError),lambda: {}[1]); self.assertRaises((ValueError,KeyError),lambda: 1)
    def test_raisesre(self): self.assertRaisesRegex(ValueError,"foo",int,"x")
    def test_raises_other(self):
        with self.assertRaises(ValueError): {}["k"]
    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as w: warnings.warn("dep",DeprecationWarning)
        self.assertWarns(UserWarning,lambda:None)
    def test_warnsre(self): self.assertWarnsRegex(UserWarning,"foo",warnings.warn,"bar")
    def test_regex(self): self.assertRegex("abc","x+")
    def test_nregex(self): self.assertNotRegex("abc","b")
    def test_count(self): self.assertCountEqual([1,2,2],[2,3]); 
    def test_count2(self): self.assertCountEqual([[1],[2]],[[2],[3]])
    def test_seq(self): self.assertSequenceEqual([1,2],(1,3))
    def test_err(self): raise KeyError("boom")
    def test_err2(self):
        try: 1/0
        except ZeroDivisionError: raise ValueError("chained")
    def test_nested(self):
        def helper(x): self.assertEqual(x,1)
        helper(2)
    def test_fail(self): self.fail("failed msg")
    def test_fail2(self): self.fail()
    @unittest.skip("skipped why")
    def test_skip(self): pass
    @unittest.skipIf(True,"cond")
    def test_skipif(self): pass
    @unittest.skipUnless(True,"cond")
    def test_skipun(self): pass
    def test_skip_in(self): self.skipTest("inside")
    @unittest.expectedFailure
    def test_xf(self): self.assertEqual(1,2)
    @unittest.expectedFailure
    def test_xs(self): self.assertEqual(1,1)
    def test_sub(self):
        "doc of sub"
        for i in range(4):
            with self.subTest(i=i): self.assertEqual(i%2,0)
        with self.subTest("msg"): 1/0
        with self.subTest("msg",a=1,b="x"):
            with self.subTest(c=3): self.fail("inner")
    def test_old(self): self.assertEquals(1,1)
    def test_cleanup(self): self.addCleanup(lambda: 1/0); self.addCleanup(print,"cleaned")
class U(unittest.TestCase):
    def setUp(self): raise RuntimeError("setup")
    def test_a(self): pass
class V(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("class setup")
    def test_a(self): pass
    def test_b(self): pass
class W(unittest.TestCase):
    def tearDown(self): raise RuntimeError("teardown")
    def test_a(self): pass
    def test_b(self): self.fail("x")
@unittest.skip("class skip")
class X(unittest.TestCase):
    def test_a(self): pass
class Y(unittest.TestCase):
    longMessage=False
    def test_a(self): self.assertEqual(1,2,"only")
    def runTest(self): pass
import io, re
def show(text): print(re.sub(r"in [0-9.]+s", "in Xs", re.sub(r'File ".*?([a-z_]+[.]py)"', r'File "\1"', text)))
loader = unittest.defaultTestLoader
everything = loader.loadTestsFromModule(sys.modules["__main__"])
for verbosity in (1, 2):
    out = io.StringIO()
    print(unittest.TextTestRunner(out, verbosity=verbosity).run(everything if verbosity == 1 else loader.loadTestsFromModule(sys.modules["__main__"])))
    show(out.getvalue())
print(T("test_ok"), repr(T("test_ok")), T("test_ok").id(), T("test_ok").shortDescription(), T("test_ok") == T("test_ok"))
try: T("nope")
except ValueError as e: print(e)
result = unittest.TestResult(); T("test_eq").run(result); print(result, result.wasSuccessful()); show(result.failures[0][1])
suite = unittest.TestSuite([T("test_ok"), T("test_eq")]); print(suite, suite.countTestCases())
print(loader.getTestCaseNames(T)[:3], loader.loadTestsFromName("T.test_ok", sys.modules["__main__"]))
try: T("test_eq").debug()
except AssertionError as e: print("debug", e)
for f in (lambda: unittest.TestSuite([3]), lambda: unittest.TestSuite([T]), lambda: unittest.TestSuite("ab"), lambda: unittest.foo):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class B(unittest.TestCase):
    def test_out(self): print("hidden out"); print("hidden err", file=sys.stderr); self.fail("z")
out = io.StringIO(); unittest.TextTestRunner(out, buffer=True, tb_locals=True).run(B("test_out")); show(out.getvalue())
out = io.StringIO(); unittest.TextTestRunner(out, failfast=True).run(loader.loadTestsFromTestCase(T)); show(out.getvalue()[-200:])
for argv in (["prog", "-q", "Y"], ["prog", "-v", "-k", "test_s*", "T"], ["prog", "-k", "nothing"]):
    sys.stderr = out = io.StringIO()
    try: unittest.main(argv=argv)
    except SystemExit as e: sys.stderr = sys.__stderr__; print(e.code); show(out.getvalue())
# expect: setUpModule
# expect: setUpClass
# expect: cleaned
# expect: tearDownClass
# expect: tearDownModule
# expect: <unittest.runner.TextTestResult run=62 errors=9 failures=49>
# expect: FFEFFFFFEEFFFFFFFFFFFFFFFFFFFFFFFFF..FFFEFFFFsss.FFFEFFFFFxuEEEFEsF
# expect: ======================================================================
# expect: ERROR: test_cleanup (__main__.T.test_cleanup)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 89, in <lambda>
# expect:     def test_cleanup(self): self.addCleanup(lambda: 1/0); self.addCleanup(print,"cleaned")
# expect:                                                     ~^~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: ======================================================================
# expect: ERROR: test_err (__main__.T.test_err)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 61, in test_err
# expect:     def test_err(self): raise KeyError("boom")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^
# expect: KeyError: 'boom'
# expect:
# expect: ======================================================================
# expect: ERROR: test_err2 (__main__.T.test_err2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 63, in test_err2
# expect:     try: 1/0
# expect:          ~^~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 64, in test_err2
# expect:     except ZeroDivisionError: raise ValueError("chained")
# expect:                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: ValueError: chained
# expect:
# expect: ======================================================================
# expect: ERROR: test_raises_other (__main__.T.test_raises_other)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 51, in test_raises_other
# expect:     with self.assertRaises(ValueError): {}["k"]
# expect:                                         ~~^^^^^
# expect: KeyError: 'k'
# expect:
# expect: ======================================================================
# expect: ERROR: test_sub (__main__.T.test_sub) [msg]
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 85, in test_sub
# expect:     with self.subTest("msg"): 1/0
# expect:                               ~^~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: ======================================================================
# expect: ERROR: test_a (__main__.U.test_a)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 91, in setUp
# expect:     def setUp(self): raise RuntimeError("setup")
# expect:                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: setup
# expect:
# expect: ======================================================================
# expect: ERROR: setUpClass (__main__.V)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 95, in setUpClass
# expect:     def setUpClass(cls): raise RuntimeError("class setup")
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: class setup
# expect:
# expect: ======================================================================
# expect: ERROR: test_a (__main__.W.test_a)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 99, in tearDown
# expect:     def tearDown(self): raise RuntimeError("teardown")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: teardown
# expect:
# expect: ======================================================================
# expect: ERROR: test_b (__main__.W.test_b)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 99, in tearDown
# expect:     def tearDown(self): raise RuntimeError("teardown")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: teardown
# expect:
# expect: ======================================================================
# expect: FAIL: test_almost (__main__.T.test_almost)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 38, in test_almost
# expect:     def test_almost(self): self.assertAlmostEqual(1.0,1.1)
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# expect:
# expect: ======================================================================
# expect: FAIL: test_almostd (__main__.T.test_almostd)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 39, in test_almostd
# expect:     def test_almostd(self): self.assertAlmostEqual(1.0,1.5,delta=.1)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 != 1.5 within 0.1 delta (0.5 difference)
# expect:
# expect: ======================================================================
# expect: FAIL: test_count (__main__.T.test_count)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 58, in test_count
# expect:     def test_count(self): self.assertCountEqual([1,2,2],[2,3]);
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Element counts were not equal:
# expect: First has 1, Second has 0:  1
# expect: First has 2, Second has 1:  2
# expect: First has 0, Second has 1:  3
# expect:
# expect: ======================================================================
# expect: FAIL: test_count2 (__main__.T.test_count2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 59, in test_count2
# expect:     def test_count2(self): self.assertCountEqual([[1],[2]],[[2],[3]])
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Element counts were not equal:
# expect: First has 1, Second has 0:  [1]
# expect: First has 0, Second has 1:  [3]
# expect:
# expect: ======================================================================
# expect: FAIL: test_dict (__main__.T.test_dict)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 18, in test_dict
# expect:     def test_dict(self): self.assertEqual({"a":1,"b":[1,2]},{"a":1,"b":[1,3],"c":2})
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: {'a': 1, 'b': [1, 2]} != {'a': 1, 'b': [1, 3], 'c': 2}
# expect: - {'a': 1, 'b': [1, 2]}
# expect: ?                    -
# expect:
# expect: + {'a': 1, 'b': [1, 3], 'c': 2}
# expect: ?                   +++++++++
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_eq (__main__.T.test_eq)
# expect: doc of eq
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 13, in test_eq
# expect:     def test_eq(self): "doc of eq\n\nmore"; self.assertEqual(1,2)
# expect:                                             ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 2
# expect:
# expect: ======================================================================
# expect: FAIL: test_eq_msg (__main__.T.test_eq_msg)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 14, in test_eq_msg
# expect:     def test_eq_msg(self): self.assertEqual(1,2,"custom")
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 2 : custom
# expect:
# expect: ======================================================================
# expect: FAIL: test_fail (__main__.T.test_fail)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 68, in test_fail
# expect:     def test_fail(self): self.fail("failed msg")
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: failed msg
# expect:
# expect: ======================================================================
# expect: FAIL: test_fail2 (__main__.T.test_fail2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 69, in test_fail2
# expect:     def test_fail2(self): self.fail()
# expect:                           ^^^^^^^^^^^
# expect: AssertionError: None
# expect:
# expect: ======================================================================
# expect: FAIL: test_false (__main__.T.test_false)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 25, in test_false
# expect:     def test_false(self): self.assertFalse([1])
# expect:                           ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: [1] is not false
# expect:
# expect: ======================================================================
# expect: FAIL: test_ge (__main__.T.test_ge)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 37, in test_ge
# expect:     def test_ge(self): self.assertGreaterEqual(1,2)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 not greater than or equal to 2
# expect:
# expect: ======================================================================
# expect: FAIL: test_gt (__main__.T.test_gt)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 36, in test_gt
# expect:     def test_gt(self): self.assertGreater(1,2)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 not greater than 2
# expect:
# expect: ======================================================================
# expect: FAIL: test_in (__main__.T.test_in)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 26, in test_in
# expect:     def test_in(self): self.assertIn(5,[1,2])
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 5 not found in [1, 2]
# expect:
# expect: ======================================================================
# expect: FAIL: test_inst (__main__.T.test_inst)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 32, in test_inst
# expect:     def test_inst(self): self.assertIsInstance("a",int)
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'a' is not an instance of <class 'int'>
# expect:
# expect: ======================================================================
# expect: FAIL: test_is (__main__.T.test_is)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 28, in test_is
# expect:     def test_is(self): self.assertIs(None,3)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: None is not 3
# expect:
# expect: ======================================================================
# expect: FAIL: test_isnot (__main__.T.test_isnot)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 29, in test_isnot
# expect:     def test_isnot(self): self.assertIsNot(None,None)
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: unexpectedly identical: None
# expect:
# expect: ======================================================================
# expect: FAIL: test_le (__main__.T.test_le)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 35, in test_le
# expect:     def test_le(self): self.assertLessEqual(2,1)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 2 not less than or equal to 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_list (__main__.T.test_list)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 15, in test_list
# expect:     def test_list(self): self.assertEqual([1,2,3],[1,5,3,4])
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Lists differ: [1, 2, 3] != [1, 5, 3, 4]
# expect:
# expect: First differing element 1:
# expect: 2
# expect: 5
# expect:
# expect: Second list contains 1 additional elements.
# expect: First extra element 3:
# expect: 4
# expect:
# expect: - [1, 2, 3]
# expect: ?     ^
# expect:
# expect: + [1, 5, 3, 4]
# expect: ?     ^   +++
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_list2 (__main__.T.test_list2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 16, in test_list2
# expect:     def test_list2(self): self.assertEqual(list(range(30)),list(range(29)))
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Lists differ: [0, 1[42 chars]14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29] != [0, 1[42 chars]14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28]
# expect:
# expect: First list contains 1 additional elements.
# expect: First extra element 29:
# expect: 29
# expect:
# expect:   [0,
# expect:    1,
# expect:    2,
# expect:    3,
# expect:    4,
# expect:    5,
# expect:    6,
# expect:    7,
# expect:    8,
# expect:    9,
# expect:    10,
# expect:    11,
# expect:    12,
# expect:    13,
# expect:    14,
# expect:    15,
# expect:    16,
# expect:    17,
# expect:    18,
# expect:    19,
# expect:    20,
# expect:    21,
# expect:    22,
# expect:    23,
# expect:    24,
# expect:    25,
# expect:    26,
# expect:    27,
# expect: -  28,
# expect: ?    ^
# expect:
# expect: +  28]
# expect: ?    ^
# expect:
# expect: -  29]
# expect:
# expect: ======================================================================
# expect: FAIL: test_long (__main__.T.test_long)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 22, in test_long
# expect:     def test_long(self): self.assertEqual("x"*200+"a","x"*200+"b")
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'xxxx[135 chars]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxa' != 'xxxx[135 chars]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxb'
# expect: Diff is 817 characters long. Set self.maxDiff to None to see it.
# expect:
# expect: ======================================================================
# expect: FAIL: test_longlist (__main__.T.test_longlist)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 23, in test_longlist
# expect:     def test_longlist(self): self.assertEqual(list("abc"*30),list("abd"*30))
# expect:                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Lists differ: ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b[392 chars] 'c'] != ['a', 'b', 'd', 'a', 'b', 'd', 'a', 'b', 'd', 'a', 'b[392 chars] 'd']
# expect:
# expect: First differing element 2:
# expect: 'c'
# expect: 'd'
# expect:
# expect: Diff is 1380 characters long. Set self.maxDiff to None to see it.
# expect:
# expect: ======================================================================
# expect: FAIL: test_lt (__main__.T.test_lt)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 34, in test_lt
# expect:     def test_lt(self): self.assertLess(2,1)
# expect:                        ^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 2 not less than 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_multi (__main__.T.test_multi)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 21, in test_multi
# expect:     def test_multi(self): self.assertEqual("a\nb\nc\n","a\nB\nc\nd\n")
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'a\nb\nc\n' != 'a\nB\nc\nd\n'
# expect:   a
# expect: - b
# expect: + B
# expect:   c
# expect: + d
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_nalmost (__main__.T.test_nalmost)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 40, in test_nalmost
# expect:     def test_nalmost(self): self.assertNotAlmostEqual(1.0,1.00000000001)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 == 1.00000000001 within 7 places
# expect:
# expect: ======================================================================
# expect: FAIL: test_nalmostd (__main__.T.test_nalmostd)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 41, in test_nalmostd
# expect:     def test_nalmostd(self): self.assertNotAlmostEqual(1.0,1.05,delta=.1)
# expect:                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 == 1.05 within 0.1 delta (0.050000000000000044 difference)
# expect:
# expect: ======================================================================
# expect: FAIL: test_ne (__main__.T.test_ne)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 42, in test_ne
# expect:     def test_ne(self): self.assertNotEqual(1,1)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 == 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_nested (__main__.T.test_nested)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 67, in test_nested
# expect:     helper(2)
# expect:   File "tests_that_report.py", line 66, in helper
# expect:     def helper(x): self.assertEqual(x,1)
# expect:                    ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 2 != 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_ninst (__main__.T.test_ninst)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 33, in test_ninst
# expect:     def test_ninst(self): self.assertNotIsInstance(1,int)
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 is an instance of <class 'int'>
# expect:
# expect: ======================================================================
# expect: FAIL: test_none (__main__.T.test_none)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 30, in test_none
# expect:     def test_none(self): self.assertIsNone(3)
# expect:                          ^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 3 is not None
# expect:
# expect: ======================================================================
# expect: FAIL: test_notin (__main__.T.test_notin)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 27, in test_notin
# expect:     def test_notin(self): self.assertNotIn(1,[1,2])
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 unexpectedly found in [1, 2]
# expect:
# expect: ======================================================================
# expect: FAIL: test_notnone (__main__.T.test_notnone)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 31, in test_notnone
# expect:     def test_notnone(self): self.assertIsNotNone(None)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: unexpectedly None
# expect:
# expect: ======================================================================
# expect: FAIL: test_nregex (__main__.T.test_nregex)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 57, in test_nregex
# expect:     def test_nregex(self): self.assertNotRegex("abc","b")
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Regex matched: 'b' matches 'b' in 'abc'
# expect:
# expect: ======================================================================
# expect: FAIL: test_raises (__main__.T.test_raises)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 46, in test_raises
# expect:     with self.assertRaises(ValueError): pass
# expect: AssertionError: ValueError not raised
# expect:
# expect: ======================================================================
# expect: FAIL: test_raises2 (__main__.T.test_raises2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 47, in test_raises2
# expect:     def test_raises2(self): self.assertRaises(ValueError,int,"5")
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: ValueError not raised by int
# expect:
# expect: ======================================================================
# expect: FAIL: test_raises3 (__main__.T.test_raises3)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 48, in test_raises3
# expect:     def test_raises3(self): self.assertRaises((ValueError,KeyError),lambda: {}[1]); self.assertRaises((ValueError,KeyError),lambda: 1)
# expect:                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: (<class 'ValueError'>, <class 'KeyError'>) not raised by <lambda>
# expect:
# expect: ======================================================================
# expect: FAIL: test_raisesre (__main__.T.test_raisesre)
# expect: ----------------------------------------------------------------------
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 49, in test_raisesre
# expect:     def test_raisesre(self): self.assertRaisesRegex(ValueError,"foo",int,"x")
# expect:                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: "foo" does not match "invalid literal for int() with base 10: 'x'"
# expect:
# expect: ======================================================================
# expect: FAIL: test_regex (__main__.T.test_regex)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 56, in test_regex
# expect:     def test_regex(self): self.assertRegex("abc","x+")
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Regex didn't match: 'x+' not found in 'abc'
# expect:
# expect: ======================================================================
# expect: FAIL: test_seq (__main__.T.test_seq)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 60, in test_seq
# expect:     def test_seq(self): self.assertSequenceEqual([1,2],(1,3))
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Sequences differ: [1, 2] != (1, 3)
# expect:
# expect: First differing element 1:
# expect: 2
# expect: 3
# expect:
# expect: - [1, 2]
# expect: + (1, 3)
# expect:
# expect: ======================================================================
# expect: FAIL: test_set (__main__.T.test_set)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 19, in test_set
# expect:     def test_set(self): self.assertEqual({1,2},{2,3})
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Items in the first set but not the second:
# expect: 1
# expect: Items in the second set but not the first:
# expect: 3
# expect:
# expect: ======================================================================
# expect: FAIL: test_str (__main__.T.test_str)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 20, in test_str
# expect:     def test_str(self): self.assertEqual("hello world","hello there")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'hello world' != 'hello there'
# expect: - hello world
# expect: + hello there
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_sub (__main__.T.test_sub) (i=1)
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 84, in test_sub
# expect:     with self.subTest(i=i): self.assertEqual(i%2,0)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 0
# expect:
# expect: ======================================================================
# expect: FAIL: test_sub (__main__.T.test_sub) (i=3)
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 84, in test_sub
# expect:     with self.subTest(i=i): self.assertEqual(i%2,0)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 0
# expect:
# expect: ======================================================================
# expect: FAIL: test_sub (__main__.T.test_sub) (c=3, a=1, b='x')
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 87, in test_sub
# expect:     with self.subTest(c=3): self.fail("inner")
# expect:                             ^^^^^^^^^^^^^^^^^^
# expect: AssertionError: inner
# expect:
# expect: ======================================================================
# expect: FAIL: test_true (__main__.T.test_true)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 24, in test_true
# expect:     def test_true(self): self.assertTrue(0)
# expect:                          ^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 0 is not true
# expect:
# expect: ======================================================================
# expect: FAIL: test_tuple (__main__.T.test_tuple)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 17, in test_tuple
# expect:     def test_tuple(self): self.assertEqual((1,"a"),(1,"b"))
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Tuples differ: (1, 'a') != (1, 'b')
# expect:
# expect: First differing element 1:
# expect: 'a'
# expect: 'b'
# expect:
# expect: - (1, 'a')
# expect: ?      ^
# expect:
# expect: + (1, 'b')
# expect: ?      ^
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_warns (__main__.T.test_warns)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 54, in test_warns
# expect:     self.assertWarns(UserWarning,lambda:None)
# expect: AssertionError: UserWarning not triggered by <lambda>
# expect:
# expect: ======================================================================
# expect: FAIL: test_warnsre (__main__.T.test_warnsre)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 55, in test_warnsre
# expect:     def test_warnsre(self): self.assertWarnsRegex(UserWarning,"foo",warnings.warn,"bar")
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: "foo" does not match "bar"
# expect:
# expect: ======================================================================
# expect: FAIL: test_b (__main__.W.test_b)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 101, in test_b
# expect:     def test_b(self): self.fail("x")
# expect:                       ^^^^^^^^^^^^^^
# expect: AssertionError: x
# expect:
# expect: ======================================================================
# expect: FAIL: test_a (__main__.Y.test_a)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 107, in test_a
# expect:     def test_a(self): self.assertEqual(1,2,"only")
# expect:                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: only
# expect:
# expect: ======================================================================
# expect: UNEXPECTED SUCCESS: test_xs (__main__.T.test_xs)
# expect: ----------------------------------------------------------------------
# expect: Ran 62 tests in Xs
# expect:
# expect: FAILED (failures=49, errors=9, skipped=4, expected failures=1, unexpected successes=1)
# expect:
# expect: setUpModule
# expect: setUpClass
# expect: cleaned
# expect: tearDownClass
# expect: tearDownModule
# expect: <unittest.runner.TextTestResult run=62 errors=9 failures=49>
# expect: test_almost (__main__.T.test_almost) ... FAIL
# expect: test_almostd (__main__.T.test_almostd) ... FAIL
# expect: test_cleanup (__main__.T.test_cleanup) ... ERROR
# expect: test_count (__main__.T.test_count) ... FAIL
# expect: test_count2 (__main__.T.test_count2) ... FAIL
# expect: test_dict (__main__.T.test_dict) ... FAIL
# expect: test_eq (__main__.T.test_eq)
# expect: doc of eq ... FAIL
# expect: test_eq_msg (__main__.T.test_eq_msg) ... FAIL
# expect: test_err (__main__.T.test_err) ... ERROR
# expect: test_err2 (__main__.T.test_err2) ... ERROR
# expect: test_fail (__main__.T.test_fail) ... FAIL
# expect: test_fail2 (__main__.T.test_fail2) ... FAIL
# expect: test_false (__main__.T.test_false) ... FAIL
# expect: test_ge (__main__.T.test_ge) ... FAIL
# expect: test_gt (__main__.T.test_gt) ... FAIL
# expect: test_in (__main__.T.test_in) ... FAIL
# expect: test_inst (__main__.T.test_inst) ... FAIL
# expect: test_is (__main__.T.test_is) ... FAIL
# expect: test_isnot (__main__.T.test_isnot) ... FAIL
# expect: test_le (__main__.T.test_le) ... FAIL
# expect: test_list (__main__.T.test_list) ... FAIL
# expect: test_list2 (__main__.T.test_list2) ... FAIL
# expect: test_long (__main__.T.test_long) ... FAIL
# expect: test_longlist (__main__.T.test_longlist) ... FAIL
# expect: test_lt (__main__.T.test_lt) ... FAIL
# expect: test_multi (__main__.T.test_multi) ... FAIL
# expect: test_nalmost (__main__.T.test_nalmost) ... FAIL
# expect: test_nalmostd (__main__.T.test_nalmostd) ... FAIL
# expect: test_ne (__main__.T.test_ne) ... FAIL
# expect: test_nested (__main__.T.test_nested) ... FAIL
# expect: test_ninst (__main__.T.test_ninst) ... FAIL
# expect: test_none (__main__.T.test_none) ... FAIL
# expect: test_notin (__main__.T.test_notin) ... FAIL
# expect: test_notnone (__main__.T.test_notnone) ... FAIL
# expect: test_nregex (__main__.T.test_nregex) ... FAIL
# expect: test_ok (__main__.T.test_ok)
# expect: a doc line ... ok
# expect: test_old (__main__.T.test_old) ... ok
# expect: test_raises (__main__.T.test_raises) ... FAIL
# expect: test_raises2 (__main__.T.test_raises2) ... FAIL
# expect: test_raises3 (__main__.T.test_raises3) ... FAIL
# expect: test_raises_other (__main__.T.test_raises_other) ... ERROR
# expect: test_raisesre (__main__.T.test_raisesre) ... FAIL
# expect: test_regex (__main__.T.test_regex) ... FAIL
# expect: test_seq (__main__.T.test_seq) ... FAIL
# expect: test_set (__main__.T.test_set) ... FAIL
# expect: test_skip (__main__.T.test_skip) ... skipped 'skipped why'
# expect: test_skip_in (__main__.T.test_skip_in) ... skipped 'inside'
# expect: test_skipif (__main__.T.test_skipif) ... skipped 'cond'
# expect: test_skipun (__main__.T.test_skipun) ... ok
# expect: test_str (__main__.T.test_str) ... FAIL
# expect: test_sub (__main__.T.test_sub)
# expect: doc of sub ... 
# expect:   test_sub (__main__.T.test_sub) (i=1)
# expect: doc of sub ... FAIL
# expect:   test_sub (__main__.T.test_sub) (i=3)
# expect: doc of sub ... FAIL
# expect:   test_sub (__main__.T.test_sub) [msg]
# expect: doc of sub ... ERROR
# expect:   test_sub (__main__.T.test_sub) (c=3, a=1, b='x')
# expect: doc of sub ... FAIL
# expect: test_true (__main__.T.test_true) ... FAIL
# expect: test_tuple (__main__.T.test_tuple) ... FAIL
# expect: test_warns (__main__.T.test_warns) ... FAIL
# expect: test_warnsre (__main__.T.test_warnsre) ... FAIL
# expect: test_xf (__main__.T.test_xf) ... expected failure
# expect: test_xs (__main__.T.test_xs) ... unexpected success
# expect: test_a (__main__.U.test_a) ... ERROR
# expect: setUpClass (__main__.V) ... ERROR
# expect: test_a (__main__.W.test_a) ... ERROR
# expect: test_b (__main__.W.test_b) ... FAIL
# expect: test_b (__main__.W.test_b) ... ERROR
# expect: test_a (__main__.X.test_a) ... skipped 'class skip'
# expect: test_a (__main__.Y.test_a) ... FAIL
# expect:
# expect: ======================================================================
# expect: ERROR: test_cleanup (__main__.T.test_cleanup)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 89, in <lambda>
# expect:     def test_cleanup(self): self.addCleanup(lambda: 1/0); self.addCleanup(print,"cleaned")
# expect:                                                     ~^~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: ======================================================================
# expect: ERROR: test_err (__main__.T.test_err)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 61, in test_err
# expect:     def test_err(self): raise KeyError("boom")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^
# expect: KeyError: 'boom'
# expect:
# expect: ======================================================================
# expect: ERROR: test_err2 (__main__.T.test_err2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 63, in test_err2
# expect:     try: 1/0
# expect:          ~^~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 64, in test_err2
# expect:     except ZeroDivisionError: raise ValueError("chained")
# expect:                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: ValueError: chained
# expect:
# expect: ======================================================================
# expect: ERROR: test_raises_other (__main__.T.test_raises_other)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 51, in test_raises_other
# expect:     with self.assertRaises(ValueError): {}["k"]
# expect:                                         ~~^^^^^
# expect: KeyError: 'k'
# expect:
# expect: ======================================================================
# expect: ERROR: test_sub (__main__.T.test_sub) [msg]
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 85, in test_sub
# expect:     with self.subTest("msg"): 1/0
# expect:                               ~^~
# expect: ZeroDivisionError: division by zero
# expect:
# expect: ======================================================================
# expect: ERROR: test_a (__main__.U.test_a)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 91, in setUp
# expect:     def setUp(self): raise RuntimeError("setup")
# expect:                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: setup
# expect:
# expect: ======================================================================
# expect: ERROR: setUpClass (__main__.V)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 95, in setUpClass
# expect:     def setUpClass(cls): raise RuntimeError("class setup")
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: class setup
# expect:
# expect: ======================================================================
# expect: ERROR: test_a (__main__.W.test_a)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 99, in tearDown
# expect:     def tearDown(self): raise RuntimeError("teardown")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: teardown
# expect:
# expect: ======================================================================
# expect: ERROR: test_b (__main__.W.test_b)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 99, in tearDown
# expect:     def tearDown(self): raise RuntimeError("teardown")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: RuntimeError: teardown
# expect:
# expect: ======================================================================
# expect: FAIL: test_almost (__main__.T.test_almost)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 38, in test_almost
# expect:     def test_almost(self): self.assertAlmostEqual(1.0,1.1)
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# expect:
# expect: ======================================================================
# expect: FAIL: test_almostd (__main__.T.test_almostd)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 39, in test_almostd
# expect:     def test_almostd(self): self.assertAlmostEqual(1.0,1.5,delta=.1)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 != 1.5 within 0.1 delta (0.5 difference)
# expect:
# expect: ======================================================================
# expect: FAIL: test_count (__main__.T.test_count)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 58, in test_count
# expect:     def test_count(self): self.assertCountEqual([1,2,2],[2,3]);
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Element counts were not equal:
# expect: First has 1, Second has 0:  1
# expect: First has 2, Second has 1:  2
# expect: First has 0, Second has 1:  3
# expect:
# expect: ======================================================================
# expect: FAIL: test_count2 (__main__.T.test_count2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 59, in test_count2
# expect:     def test_count2(self): self.assertCountEqual([[1],[2]],[[2],[3]])
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Element counts were not equal:
# expect: First has 1, Second has 0:  [1]
# expect: First has 0, Second has 1:  [3]
# expect:
# expect: ======================================================================
# expect: FAIL: test_dict (__main__.T.test_dict)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 18, in test_dict
# expect:     def test_dict(self): self.assertEqual({"a":1,"b":[1,2]},{"a":1,"b":[1,3],"c":2})
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: {'a': 1, 'b': [1, 2]} != {'a': 1, 'b': [1, 3], 'c': 2}
# expect: - {'a': 1, 'b': [1, 2]}
# expect: ?                    -
# expect:
# expect: + {'a': 1, 'b': [1, 3], 'c': 2}
# expect: ?                   +++++++++
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_eq (__main__.T.test_eq)
# expect: doc of eq
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 13, in test_eq
# expect:     def test_eq(self): "doc of eq\n\nmore"; self.assertEqual(1,2)
# expect:                                             ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 2
# expect:
# expect: ======================================================================
# expect: FAIL: test_eq_msg (__main__.T.test_eq_msg)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 14, in test_eq_msg
# expect:     def test_eq_msg(self): self.assertEqual(1,2,"custom")
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 2 : custom
# expect:
# expect: ======================================================================
# expect: FAIL: test_fail (__main__.T.test_fail)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 68, in test_fail
# expect:     def test_fail(self): self.fail("failed msg")
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: failed msg
# expect:
# expect: ======================================================================
# expect: FAIL: test_fail2 (__main__.T.test_fail2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 69, in test_fail2
# expect:     def test_fail2(self): self.fail()
# expect:                           ^^^^^^^^^^^
# expect: AssertionError: None
# expect:
# expect: ======================================================================
# expect: FAIL: test_false (__main__.T.test_false)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 25, in test_false
# expect:     def test_false(self): self.assertFalse([1])
# expect:                           ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: [1] is not false
# expect:
# expect: ======================================================================
# expect: FAIL: test_ge (__main__.T.test_ge)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 37, in test_ge
# expect:     def test_ge(self): self.assertGreaterEqual(1,2)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 not greater than or equal to 2
# expect:
# expect: ======================================================================
# expect: FAIL: test_gt (__main__.T.test_gt)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 36, in test_gt
# expect:     def test_gt(self): self.assertGreater(1,2)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 not greater than 2
# expect:
# expect: ======================================================================
# expect: FAIL: test_in (__main__.T.test_in)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 26, in test_in
# expect:     def test_in(self): self.assertIn(5,[1,2])
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 5 not found in [1, 2]
# expect:
# expect: ======================================================================
# expect: FAIL: test_inst (__main__.T.test_inst)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 32, in test_inst
# expect:     def test_inst(self): self.assertIsInstance("a",int)
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'a' is not an instance of <class 'int'>
# expect:
# expect: ======================================================================
# expect: FAIL: test_is (__main__.T.test_is)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 28, in test_is
# expect:     def test_is(self): self.assertIs(None,3)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: None is not 3
# expect:
# expect: ======================================================================
# expect: FAIL: test_isnot (__main__.T.test_isnot)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 29, in test_isnot
# expect:     def test_isnot(self): self.assertIsNot(None,None)
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: unexpectedly identical: None
# expect:
# expect: ======================================================================
# expect: FAIL: test_le (__main__.T.test_le)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 35, in test_le
# expect:     def test_le(self): self.assertLessEqual(2,1)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 2 not less than or equal to 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_list (__main__.T.test_list)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 15, in test_list
# expect:     def test_list(self): self.assertEqual([1,2,3],[1,5,3,4])
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Lists differ: [1, 2, 3] != [1, 5, 3, 4]
# expect:
# expect: First differing element 1:
# expect: 2
# expect: 5
# expect:
# expect: Second list contains 1 additional elements.
# expect: First extra element 3:
# expect: 4
# expect:
# expect: - [1, 2, 3]
# expect: ?     ^
# expect:
# expect: + [1, 5, 3, 4]
# expect: ?     ^   +++
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_list2 (__main__.T.test_list2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 16, in test_list2
# expect:     def test_list2(self): self.assertEqual(list(range(30)),list(range(29)))
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Lists differ: [0, 1[42 chars]14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29] != [0, 1[42 chars]14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28]
# expect:
# expect: First list contains 1 additional elements.
# expect: First extra element 29:
# expect: 29
# expect:
# expect:   [0,
# expect:    1,
# expect:    2,
# expect:    3,
# expect:    4,
# expect:    5,
# expect:    6,
# expect:    7,
# expect:    8,
# expect:    9,
# expect:    10,
# expect:    11,
# expect:    12,
# expect:    13,
# expect:    14,
# expect:    15,
# expect:    16,
# expect:    17,
# expect:    18,
# expect:    19,
# expect:    20,
# expect:    21,
# expect:    22,
# expect:    23,
# expect:    24,
# expect:    25,
# expect:    26,
# expect:    27,
# expect: -  28,
# expect: ?    ^
# expect:
# expect: +  28]
# expect: ?    ^
# expect:
# expect: -  29]
# expect:
# expect: ======================================================================
# expect: FAIL: test_long (__main__.T.test_long)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 22, in test_long
# expect:     def test_long(self): self.assertEqual("x"*200+"a","x"*200+"b")
# expect:                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'xxxx[135 chars]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxa' != 'xxxx[135 chars]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxb'
# expect: Diff is 817 characters long. Set self.maxDiff to None to see it.
# expect:
# expect: ======================================================================
# expect: FAIL: test_longlist (__main__.T.test_longlist)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 23, in test_longlist
# expect:     def test_longlist(self): self.assertEqual(list("abc"*30),list("abd"*30))
# expect:                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Lists differ: ['a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b[392 chars] 'c'] != ['a', 'b', 'd', 'a', 'b', 'd', 'a', 'b', 'd', 'a', 'b[392 chars] 'd']
# expect:
# expect: First differing element 2:
# expect: 'c'
# expect: 'd'
# expect:
# expect: Diff is 1380 characters long. Set self.maxDiff to None to see it.
# expect:
# expect: ======================================================================
# expect: FAIL: test_lt (__main__.T.test_lt)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 34, in test_lt
# expect:     def test_lt(self): self.assertLess(2,1)
# expect:                        ^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 2 not less than 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_multi (__main__.T.test_multi)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 21, in test_multi
# expect:     def test_multi(self): self.assertEqual("a\nb\nc\n","a\nB\nc\nd\n")
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'a\nb\nc\n' != 'a\nB\nc\nd\n'
# expect:   a
# expect: - b
# expect: + B
# expect:   c
# expect: + d
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_nalmost (__main__.T.test_nalmost)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 40, in test_nalmost
# expect:     def test_nalmost(self): self.assertNotAlmostEqual(1.0,1.00000000001)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 == 1.00000000001 within 7 places
# expect:
# expect: ======================================================================
# expect: FAIL: test_nalmostd (__main__.T.test_nalmostd)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 41, in test_nalmostd
# expect:     def test_nalmostd(self): self.assertNotAlmostEqual(1.0,1.05,delta=.1)
# expect:                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1.0 == 1.05 within 0.1 delta (0.050000000000000044 difference)
# expect:
# expect: ======================================================================
# expect: FAIL: test_ne (__main__.T.test_ne)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 42, in test_ne
# expect:     def test_ne(self): self.assertNotEqual(1,1)
# expect:                        ^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 == 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_nested (__main__.T.test_nested)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 67, in test_nested
# expect:     helper(2)
# expect:   File "tests_that_report.py", line 66, in helper
# expect:     def helper(x): self.assertEqual(x,1)
# expect:                    ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 2 != 1
# expect:
# expect: ======================================================================
# expect: FAIL: test_ninst (__main__.T.test_ninst)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 33, in test_ninst
# expect:     def test_ninst(self): self.assertNotIsInstance(1,int)
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 is an instance of <class 'int'>
# expect:
# expect: ======================================================================
# expect: FAIL: test_none (__main__.T.test_none)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 30, in test_none
# expect:     def test_none(self): self.assertIsNone(3)
# expect:                          ^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 3 is not None
# expect:
# expect: ======================================================================
# expect: FAIL: test_notin (__main__.T.test_notin)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 27, in test_notin
# expect:     def test_notin(self): self.assertNotIn(1,[1,2])
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 unexpectedly found in [1, 2]
# expect:
# expect: ======================================================================
# expect: FAIL: test_notnone (__main__.T.test_notnone)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 31, in test_notnone
# expect:     def test_notnone(self): self.assertIsNotNone(None)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: unexpectedly None
# expect:
# expect: ======================================================================
# expect: FAIL: test_nregex (__main__.T.test_nregex)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 57, in test_nregex
# expect:     def test_nregex(self): self.assertNotRegex("abc","b")
# expect:                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Regex matched: 'b' matches 'b' in 'abc'
# expect:
# expect: ======================================================================
# expect: FAIL: test_raises (__main__.T.test_raises)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 46, in test_raises
# expect:     with self.assertRaises(ValueError): pass
# expect: AssertionError: ValueError not raised
# expect:
# expect: ======================================================================
# expect: FAIL: test_raises2 (__main__.T.test_raises2)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 47, in test_raises2
# expect:     def test_raises2(self): self.assertRaises(ValueError,int,"5")
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: ValueError not raised by int
# expect:
# expect: ======================================================================
# expect: FAIL: test_raises3 (__main__.T.test_raises3)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 48, in test_raises3
# expect:     def test_raises3(self): self.assertRaises((ValueError,KeyError),lambda: {}[1]); self.assertRaises((ValueError,KeyError),lambda: 1)
# expect:                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: (<class 'ValueError'>, <class 'KeyError'>) not raised by <lambda>
# expect:
# expect: ======================================================================
# expect: FAIL: test_raisesre (__main__.T.test_raisesre)
# expect: ----------------------------------------------------------------------
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 49, in test_raisesre
# expect:     def test_raisesre(self): self.assertRaisesRegex(ValueError,"foo",int,"x")
# expect:                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: "foo" does not match "invalid literal for int() with base 10: 'x'"
# expect:
# expect: ======================================================================
# expect: FAIL: test_regex (__main__.T.test_regex)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 56, in test_regex
# expect:     def test_regex(self): self.assertRegex("abc","x+")
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Regex didn't match: 'x+' not found in 'abc'
# expect:
# expect: ======================================================================
# expect: FAIL: test_seq (__main__.T.test_seq)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 60, in test_seq
# expect:     def test_seq(self): self.assertSequenceEqual([1,2],(1,3))
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Sequences differ: [1, 2] != (1, 3)
# expect:
# expect: First differing element 1:
# expect: 2
# expect: 3
# expect:
# expect: - [1, 2]
# expect: + (1, 3)
# expect:
# expect: ======================================================================
# expect: FAIL: test_set (__main__.T.test_set)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 19, in test_set
# expect:     def test_set(self): self.assertEqual({1,2},{2,3})
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Items in the first set but not the second:
# expect: 1
# expect: Items in the second set but not the first:
# expect: 3
# expect:
# expect: ======================================================================
# expect: FAIL: test_str (__main__.T.test_str)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 20, in test_str
# expect:     def test_str(self): self.assertEqual("hello world","hello there")
# expect:                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 'hello world' != 'hello there'
# expect: - hello world
# expect: + hello there
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_sub (__main__.T.test_sub) (i=1)
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 84, in test_sub
# expect:     with self.subTest(i=i): self.assertEqual(i%2,0)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 0
# expect:
# expect: ======================================================================
# expect: FAIL: test_sub (__main__.T.test_sub) (i=3)
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 84, in test_sub
# expect:     with self.subTest(i=i): self.assertEqual(i%2,0)
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 0
# expect:
# expect: ======================================================================
# expect: FAIL: test_sub (__main__.T.test_sub) (c=3, a=1, b='x')
# expect: doc of sub
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 87, in test_sub
# expect:     with self.subTest(c=3): self.fail("inner")
# expect:                             ^^^^^^^^^^^^^^^^^^
# expect: AssertionError: inner
# expect:
# expect: ======================================================================
# expect: FAIL: test_true (__main__.T.test_true)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 24, in test_true
# expect:     def test_true(self): self.assertTrue(0)
# expect:                          ^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 0 is not true
# expect:
# expect: ======================================================================
# expect: FAIL: test_tuple (__main__.T.test_tuple)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 17, in test_tuple
# expect:     def test_tuple(self): self.assertEqual((1,"a"),(1,"b"))
# expect:                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: Tuples differ: (1, 'a') != (1, 'b')
# expect:
# expect: First differing element 1:
# expect: 'a'
# expect: 'b'
# expect:
# expect: - (1, 'a')
# expect: ?      ^
# expect:
# expect: + (1, 'b')
# expect: ?      ^
# expect:
# expect:
# expect: ======================================================================
# expect: FAIL: test_warns (__main__.T.test_warns)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 54, in test_warns
# expect:     self.assertWarns(UserWarning,lambda:None)
# expect: AssertionError: UserWarning not triggered by <lambda>
# expect:
# expect: ======================================================================
# expect: FAIL: test_warnsre (__main__.T.test_warnsre)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 55, in test_warnsre
# expect:     def test_warnsre(self): self.assertWarnsRegex(UserWarning,"foo",warnings.warn,"bar")
# expect:                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: "foo" does not match "bar"
# expect:
# expect: ======================================================================
# expect: FAIL: test_b (__main__.W.test_b)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 101, in test_b
# expect:     def test_b(self): self.fail("x")
# expect:                       ^^^^^^^^^^^^^^
# expect: AssertionError: x
# expect:
# expect: ======================================================================
# expect: FAIL: test_a (__main__.Y.test_a)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 107, in test_a
# expect:     def test_a(self): self.assertEqual(1,2,"only")
# expect:                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: only
# expect:
# expect: ======================================================================
# expect: UNEXPECTED SUCCESS: test_xs (__main__.T.test_xs)
# expect: ----------------------------------------------------------------------
# expect: Ran 62 tests in Xs
# expect:
# expect: FAILED (failures=49, errors=9, skipped=4, expected failures=1, unexpected successes=1)
# expect:
# expect: test_ok (__main__.T.test_ok) <__main__.T testMethod=test_ok> __main__.T.test_ok a doc line True
# expect: no such test method in <class '__main__.T'>: nope
# expect: <unittest.result.TestResult run=1 errors=0 failures=1> False
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 13, in test_eq
# expect:     def test_eq(self): "doc of eq\n\nmore"; self.assertEqual(1,2)
# expect:                                             ^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: 1 != 2
# expect:
# expect: <unittest.suite.TestSuite tests=[<__main__.T testMethod=test_ok>, <__main__.T testMethod=test_eq>]> 2
# expect: ['test_almost', 'test_almostd', 'test_cleanup'] <unittest.suite.TestSuite tests=[<__main__.T testMethod=test_ok>]>
# expect: debug 1 != 2
# expect: TypeError 3 is not callable
# expect: TypeError TestCases and TestSuites must be instantiated before passing them to addTest()
# expect: TypeError tests must be an iterable of tests, not a string
# expect: AttributeError module 'unittest' has no attribute 'foo'
# expect:
# expect: Stdout:
# expect: hidden out
# expect: F
# expect: ======================================================================
# expect: FAIL: test_out (__main__.B.test_out)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 129, in test_out
# expect:     def test_out(self): print("hidden out"); print("hidden err", file=sys.stderr); self.fail("z")
# expect:                                                                                    ^^^^^^^^^^^^^^
# expect:     self = <__main__.B testMethod=test_out>
# expect: AssertionError: z
# expect:
# expect: Stdout:
# expect: hidden out
# expect:
# expect: Stderr:
# expect: hidden err
# expect:
# expect: ----------------------------------------------------------------------
# expect: Ran 1 test in Xs
# expect:
# expect: FAILED (failures=1)
# expect:
# expect: setUpModule
# expect: setUpClass
# expect: tearDownClass
# expect: tearDownModule
# expect: ^^^^^^^^^
# expect: AssertionError: 1.0 != 1.1 within 7 places (0.10000000000000009 difference)
# expect:
# expect: ----------------------------------------------------------------------
# expect: Ran 1 test in Xs
# expect:
# expect: FAILED (failures=1)
# expect:
# expect: setUpModule
# expect: tearDownModule
# expect: True
# expect: ======================================================================
# expect: FAIL: test_a (__main__.Y.test_a)
# expect: ----------------------------------------------------------------------
# expect: Traceback (most recent call last):
# expect:   File "tests_that_report.py", line 107, in test_a
# expect:     def test_a(self): self.assertEqual(1,2,"only")
# expect:                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect: AssertionError: only
# expect:
# expect: ----------------------------------------------------------------------
# expect: Ran 1 test in Xs
# expect:
# expect: FAILED (failures=1)
# expect:
# expect: False
# expect:
# expect: ----------------------------------------------------------------------
# expect: Ran 0 tests in Xs
# expect:
# expect: OK
# expect:
# expect: setUpModule
# expect: tearDownModule
# expect: False
# expect: .
# expect: ----------------------------------------------------------------------
# expect: Ran 1 test in Xs
# expect:
# expect: OK
# expect:
# stderr: tests/cases/library/tests_that_report.py:88: DeprecationWarning: Please use assertEqual instead.
# stderr:   def test_old(self): self.assertEquals(1,1)
# stderr: tests/cases/library/tests_that_report.py:88: DeprecationWarning: Please use assertEqual instead.
# stderr:   def test_old(self): self.assertEquals(1,1)
# stderr: 
# stderr: Stderr:
# stderr: hidden err
