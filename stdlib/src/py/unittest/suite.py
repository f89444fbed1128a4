"""Tests that run one after another, with what their classes and modules set up."""

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    """Tests and suites in order."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._forgotten = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{util.strclass(type(self))} tests={list(self)}>"

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._forgotten + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for at, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._forget(at)
        return result

    def _forget(self, at):
        # The suite does not keep tests alive that are done.
        test = self._tests[at]
        if hasattr(test, "countTestCases"):
            self._forgotten += test.countTestCases()
        self._tests[at] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite that sets classes and modules up and down as it goes from one to the next."""

    def run(self, result, debug=False):
        way = getattr(result, "_way", None)
        outermost = way is None
        if outermost:
            way = result._way = _Way(result, debug)
        for at, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_test(test) and not way.arrive(type(test)):
                continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._forget(at)
        if outermost:
            way.end()
            result._way = None
        return result

    def debug(self):
        self.run(_DebugResult(), True)


class _Way:
    """Where a run has come to: sets the class and the module up that it comes to, and down what it leaves.

    Nested suites go on where the others have left off, so the result keeps it.
    """

    def __init__(self, result, raises):
        self.result, self.raises = result, raises
        self.test_class = self.module = None
        self.class_stands = self.module_stands = True

    def arrive(self, test_class):
        """The next test is of this class; whether its class and module are set up."""
        if test_class is not self.test_class:
            self._leave_class()
            if self.test_class is None or test_class.__module__ != self.module:
                self._leave_module()
                self._enter_module(test_class.__module__)
            self.test_class = test_class
            self._enter_class()
        return self.class_stands and self.module_stands

    def end(self):
        """No test follows."""
        self._leave_class()
        self._leave_module()

    def _enter_module(self, name):
        self.module, self.module_stands = name, True
        set_up = getattr(sys.modules.get(name), "setUpModule", None)
        if set_up is not None:
            self.module_stands = self._fixture(set_up, "setUpModule", name, self._clean_module, False)

    def _leave_module(self):
        if self.module is None or not self.module_stands or self.module not in sys.modules:
            return
        tear_down = getattr(sys.modules[self.module], "tearDownModule", None)
        self._fixture(tear_down, "tearDownModule", self.module, self._clean_module, True)

    def _enter_class(self):
        self.class_stands = True
        set_up = getattr(self.test_class, "setUpClass", None)
        if set_up is not None and self.module_stands and not self._skips_class():
            name = util.strclass(self.test_class)
            self.class_stands = self._fixture(set_up, "setUpClass", name, self._clean_class, False)

    def _leave_class(self):
        if self.test_class is None or self._skips_class() or not (self.class_stands and self.module_stands):
            return
        tear_down = getattr(self.test_class, "tearDownClass", None)
        self._fixture(tear_down, "tearDownClass", util.strclass(self.test_class), self._clean_class, True)

    def _skips_class(self):
        return getattr(self.test_class, "__unittest_skip__", False)

    def _fixture(self, work, method, owner, clean, cleans_always):
        """Does the work, and what is to be cleaned up behind it; whether the work went well."""
        _setup_output(self.result)
        label, went_well = f"{method} ({owner})", True
        try:
            try:
                if work is not None:
                    work()
            except Exception as problem:
                self._report(problem, label)
                went_well = False
            if cleans_always or not went_well:
                clean(label)
        finally:
            _restore_output(self.result)
        return went_well

    def _clean_module(self, label):
        try:
            case.doModuleCleanups()
        except Exception as problem:
            self._report(problem, label)

    def _clean_class(self, label):
        clean = getattr(self.test_class, "doClassCleanups", None)
        if clean is not None:
            clean()
            for info in self.test_class.tearDown_exceptions:
                self._report(info[1], label, info)

    def _report(self, problem, label, info=None):
        if self.raises:
            raise problem
        stand_in = _ErrorHolder(label)
        if isinstance(problem, case.SkipTest) and hasattr(self.result, "addSkip"):
            self.result.addSkip(stand_in, str(problem))
        else:
            self.result.addError(stand_in, info or sys.exc_info())


def _setup_output(result):
    getattr(result, "_setupStdout", lambda: None)()


def _restore_output(result):
    getattr(result, "_restoreStdout", lambda: None)()


class _ErrorHolder:
    """Stands in a result for what a class or a module did not set up."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


def _is_test(test):
    # A suite can be iterated over.
    try:
        iter(test)
    except TypeError:
        return True
    return False


class _DebugResult:
    """Lets suites run whose exceptions are to come through."""

    shouldStop = False
