# importlib.import_module and importlib.reload.
import importlib
import os
import sys

print(importlib.import_module("json").__name__, importlib.import_module("collections.abc").__name__)
print(importlib.import_module(".abc", "collections") is sys.modules["collections.abc"])
for args in (("nowhere",), (".abc",), ("..x", "json"), ("json.nothing",)):
    try:
        importlib.import_module(*args)
    except (ImportError, TypeError) as error:
        print(type(error).__name__, error)
folder = f"/tmp/pyglass-import-{os.getpid()}"
os.mkdir(folder)
path = os.path.join(folder, "changing.py")
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
with open(path, "w") as file:
    file.write("value = 1\nkept = 5\n")
import changing

first = changing
with open(path, "w") as file:
    file.write("value = 1000000\n")
importlib.invalidate_caches()
print(importlib.reload(changing) is first, changing.value, changing.kept)
for what in (5, type(sys)("never imported")):
    try:
        importlib.reload(what)
    except (TypeError, ImportError) as error:
        print(type(error).__name__, error)
os.remove(path)
try:
    importlib.reload(changing)
except ImportError as error:
    print(type(error).__name__, error)
os.rmdir(folder)
# expect: json collections.abc
# expect: True
# expect: ModuleNotFoundError No module named 'nowhere'
# expect: TypeError the 'package' argument is required to perform a relative import for '.abc'
# expect: ImportError attempted relative import beyond top-level package
# expect: ModuleNotFoundError No module named 'json.nothing'
# expect: True 1000000 5
# expect: TypeError reload() argument must be a module
# expect: ImportError module never imported not in sys.modules
# expect: ModuleNotFoundError spec not found for the module 'changing'
