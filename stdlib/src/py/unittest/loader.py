"""Finds tests: in classes, in modules, by name, in folders."""

import functools
import os
import sys
import traceback
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    _testMethodName = None

    def __init__(self, method_name, exception=None):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._exception

        return fail


_FailedTest.__module__ = "unittest.loader"


def _failed_import(name, suite_class):
    message = "Failed to import test module: %s\n%s" % (name, traceback.format_exc())
    return suite_class((_FailedTest(name, ImportError(message)),)), message


class TestLoader:
    """Makes suites of what it finds."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, "runTest"):
                names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase) \
                    and obj not in (case.TestCase, case.FunctionTestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as problem:
            message = "Failed to call load_tests:\n%s" % traceback.format_exc()
            self.errors.append(message)
            return self.suiteClass((_FailedTest(module.__name__, problem),))

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        failed = None
        if module is None:
            remaining = parts[:]
            while remaining:
                try:
                    module = __import__(".".join(remaining))
                    break
                except ImportError:
                    last = remaining.pop()
                    failed, message = _failed_import(last, self.suiteClass)
                    if not remaining:
                        self.errors.append(message)
                        return failed
            parts = parts[1:]
        obj = module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as problem:
                if getattr(obj, "__path__", None) is not None and failed is not None:
                    self.errors.append(message)
                    return failed
                self.errors.append("Failed to access attribute:\n%s" % traceback.format_exc())
                return self.suiteClass((_FailedTest(part, problem),))
        return self._tests_of(obj, parent if parts else None, parts)

    def _tests_of(self, obj, parent, parts):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) \
                and obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            instance = parent(parts[-1])
            if not isinstance(getattr(instance, parts[-1]), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError("don't know how to make test from: %s" % obj)
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError("calling %s returned %s, not a test" % (obj, test))

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(attribute):
            if not attribute.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, attribute)):
                return False
            full = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{attribute}"
            return self.testNamePatterns is None or any(fnmatchcase(full, p) for p in self.testNamePatterns)

        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    # -- folders

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        if top_level_dir is None and self._top_level_dir is not None:
            top_level_dir = self._top_level_dir
        elif top_level_dir is None:
            top_level_dir = start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        importable = True
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top_level_dir:
                importable = os.path.isfile(os.path.join(start_dir, "__init__.py"))
        else:
            try:
                __import__(start_dir)
                start_dir = os.path.abspath(os.path.dirname(sys.modules[start_dir].__file__))
            except ImportError:
                importable = False
        if not importable:
            raise ImportError("Start directory is not importable: %r" % start_dir)
        return self.suiteClass(list(self._find_tests(start_dir, pattern)))

    def _module_name(self, path):
        relative = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        return relative.replace(os.path.sep, ".")

    def _find_tests(self, folder, pattern):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                stem, ending = os.path.splitext(name)
                if ending == ".py" and stem.isidentifier() and fnmatch(name, pattern):
                    yield self._import_and_load(path, pattern)
            elif os.path.isdir(path) and os.path.isfile(os.path.join(path, "__init__.py")):
                yield from self._find_in_package(path, name, pattern)

    def _find_in_package(self, path, name, pattern):
        if fnmatch(name, pattern):
            module = self._module_name(path)
            try:
                __import__(module)
            except Exception:
                failed, message = _failed_import(module, self.suiteClass)
                self.errors.append(message)
                yield failed
                return
            tests = self.loadTestsFromModule(sys.modules[module], pattern=pattern)
            yield tests
            if getattr(sys.modules[module], "load_tests", None) is not None:
                return
        yield from self._find_tests(path, pattern)

    def _import_and_load(self, path, pattern):
        name = self._module_name(path)
        try:
            __import__(name)
        except case.SkipTest as problem:
            return self._skipped(name, problem)
        except Exception:
            failed, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            return failed
        return self.loadTestsFromModule(sys.modules[name], pattern=pattern)

    def _skipped(self, name, problem):
        @case.skip(str(problem))
        def skipped(self):
            pass

        return self.suiteClass((type("ModuleSkipped", (case.TestCase,), {name: skipped})(name),))


defaultTestLoader = TestLoader()
