import sys
from _io import StringIO
sys.stdout = StringIO()
print("kept")
kept = sys.stdout.getvalue()
sys.stdout = None
print("nowhere")
sys.stdout = sys.__stdout__
print(repr(kept))
class Loud:
    def write(self, text):
        sys.__stdout__.write(text.upper())
    def flush(self):
        pass
sys.stdout = Loud()
print("loud")
# expect: 'kept\n'
# expect: LOUD
