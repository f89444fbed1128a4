import os
os.environ["CASE_NAME"] = "value"
print(os.environ["CASE_NAME"], os.getenv("CASE_NAME"), os.environ.pop("CASE_NAME"), "CASE_NAME" in os.environ)
print(os.getenv("CASE_NAME"), os.getenv("CASE_NAME", "default"), os.environ.get("CASE_NAME"))
for f in (lambda: os.environ["CASE_NAME"], lambda: os.environ.__setitem__("a", 3), lambda: os.environ.__setitem__("a=b", "c"),
          lambda: os.environ.__delitem__("CASE_NAME"), lambda: os.environ[3]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
# expect: value value value False
# expect: None default None
# expect: KeyError 'CASE_NAME'
# expect: TypeError str expected, not int
# expect: ValueError illegal environment variable name
# expect: KeyError 'CASE_NAME'
# expect: TypeError str expected, not int
