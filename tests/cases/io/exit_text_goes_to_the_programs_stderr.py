import sys
class Upper:
    def write(self, text):
        sys.__stderr__.write(text.upper())
    def flush(self):
        pass
sys.stderr = Upper()
sys.exit("goodbye")
# stderr: GOODBYE
# exit: 1
