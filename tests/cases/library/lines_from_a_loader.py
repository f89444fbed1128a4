# linecache asks a module's loader for lines of a file that is not there, at once or when somebody wants them.
import linecache


class Loader:
    def get_source(self, name):
        return "a = 1\nb = " + name


names = {"__name__": "mod", "__loader__": Loader()}
print(linecache.lazycache("nofile.py", names), linecache.lazycache("nofile.py", names), len(linecache.cache["nofile.py"]))
print(repr(linecache.getline("nofile.py", 2)), linecache.lazycache("nofile.py", names), linecache.lazycache("<x>", names))
print(linecache.lazycache("q", {}), linecache.lazycache("q", None), linecache.getlines("other.py", names))
print(sorted(linecache.cache))
linecache.clearcache()
print(linecache.getlines("other.py"), linecache.lazycache("", names))
# expect: True True 1
# expect: 'b = mod\n' False False
# expect: False False ['a = 1\n', 'b = mod\n']
# expect: ['nofile.py', 'other.py']
# expect: [] False
