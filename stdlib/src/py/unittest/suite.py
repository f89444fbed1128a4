"""Tests that run one after another, with what their classes and modules set up."""

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    """Tests and suites in order."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (util.strclass(self.__class__), list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
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
                self._removeTestAtIndex(at)
        return result

    def _removeTestAtIndex(self, at):
        # The suite does not keep tests alive that are done.
        test = self._tests[at]
        if hasattr(test, "countTestCases"):
            self._removed_tests += test.countTestCases()
        self._tests[at] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A suite that sets classes and modules up and down as it goes from one to the next."""

    def run(self, result, debug=False):
        outermost = not getattr(result, "_testRunEntered", False)
        if outermost:
            result._testRunEntered = True
        for at, test in enumerate(self):
            if result.shouldStop:
                break
            if _is_test(test):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(at)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _handleClassSetUp(self, test, result):
        previous, current = getattr(result, "_previousTestClass", None), test.__class__
        if current == previous or result._moduleSetUpFailed or getattr(current, "__unittest_skip__", False):
            return
        failed = False
        try:
            current._classSetupFailed = False
        except TypeError:
            pass
        set_up = getattr(current, "setUpClass", None)
        clean_up = getattr(current, "doClassCleanups", None)
        if set_up is None:
            return
        _setup_output(result)
        try:
            try:
                set_up()
            except Exception as problem:
                if isinstance(result, _DebugResult):
                    raise
                failed = True
                try:
                    current._classSetupFailed = True
                except TypeError:
                    pass
                self._createClassOrModuleLevelException(result, problem, "setUpClass", util.strclass(current))
            if failed and clean_up is not None:
                clean_up()
                for info in current.tearDown_exceptions:
                    self._createClassOrModuleLevelException(
                        result, info[1], "setUpClass", util.strclass(current), info=info)
        finally:
            _restore_output(result)

    def _get_previous_module(self, result):
        previous = getattr(result, "_previousTestClass", None)
        return None if previous is None else previous.__module__

    def _handleModuleFixture(self, test, result):
        previous, current = self._get_previous_module(result), test.__class__.__module__
        if current == previous:
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current)
        set_up = getattr(module, "setUpModule", None)
        if set_up is None:
            return
        _setup_output(result)
        try:
            try:
                set_up()
            except Exception as problem:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._createClassOrModuleLevelException(result, problem, "setUpModule", current)
            if result._moduleSetUpFailed:
                self._clean_module(result, "setUpModule", current)
        finally:
            _restore_output(result)

    def _clean_module(self, result, method, name):
        try:
            case.doModuleCleanups()
        except Exception as problem:
            self._createClassOrModuleLevelException(result, problem, method, name)

    def _createClassOrModuleLevelException(self, result, exc, method_name, parent, info=None):
        self._addClassOrModuleLevelException(result, exc, f"{method_name} ({parent})", info)

    def _addClassOrModuleLevelException(self, result, exc, errorName, info=None):
        error = _ErrorHolder(errorName)
        add_skip = getattr(result, "addSkip", None)
        if add_skip is not None and isinstance(exc, case.SkipTest):
            add_skip(error, str(exc))
        else:
            result.addError(error, info or sys.exc_info())

    def _handleModuleTearDown(self, result):
        previous = self._get_previous_module(result)
        if previous is None or result._moduleSetUpFailed or previous not in sys.modules:
            return
        _setup_output(result)
        try:
            tear_down = getattr(sys.modules[previous], "tearDownModule", None)
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as problem:
                    if isinstance(result, _DebugResult):
                        raise
                    self._createClassOrModuleLevelException(result, problem, "tearDownModule", previous)
            self._clean_module(result, "tearDownModule", previous)
        finally:
            _restore_output(result)

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, "_previousTestClass", None)
        current = test.__class__
        if current == previous or previous is None:
            return
        if getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False) \
                or getattr(previous, "__unittest_skip__", False):
            return
        tear_down = getattr(previous, "tearDownClass", None)
        clean_up = getattr(previous, "doClassCleanups", None)
        if tear_down is None and clean_up is None:
            return
        name = util.strclass(previous)
        _setup_output(result)
        try:
            if tear_down is not None:
                try:
                    tear_down()
                except Exception as problem:
                    if isinstance(result, _DebugResult):
                        raise
                    self._createClassOrModuleLevelException(result, problem, "tearDownClass", name)
            if clean_up is not None:
                clean_up()
                for info in previous.tearDown_exceptions:
                    if isinstance(result, _DebugResult):
                        raise info[1]
                    self._createClassOrModuleLevelException(result, info[1], "tearDownClass", name, info=info)
        finally:
            _restore_output(result)


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
        return "<ErrorHolder description=%r>" % (self.description,)

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

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
