if True:
print("not indented")
# stderr:   File "tests/cases/traceback/an_uncaught_indentation_error_has_one_caret.py", line 2
# stderr:     print("not indented")
# stderr:     ^
# stderr: IndentationError: expected an indented block after 'if' statement on line 1
# exit: 1
