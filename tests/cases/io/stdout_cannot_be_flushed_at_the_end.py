import sys
class Quiet:
    def write(self, text):
        pass
    def flush(self):
        raise OSError("nothing can be written")
    def __repr__(self):
        return "<Quiet>"
sys.stdout = Quiet()
# stderr: Exception ignored in: <Quiet>
# stderr: Traceback (most recent call last):
# stderr:   File "tests/cases/io/stdout_cannot_be_flushed_at_the_end.py", line 6, in flush
# stderr:     raise OSError("nothing can be written")
# stderr: OSError: nothing can be written
# exit: 120
