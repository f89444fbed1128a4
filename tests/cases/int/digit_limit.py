def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
tell(lambda: int("9" * 5000))
tell(lambda: str(10**4300))
tell(lambda: len(str(10**4299)))
tell(lambda: int("1" * 4301, 7))
tell(lambda: int("f" * 5000, 16) > 0)
tell(lambda: len(hex(10**5000)))
tell(lambda: f"{10**4300:x}"[:5])
tell(lambda: "%d" % 10**4300)
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: 4300
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: True
# expect: 4155
# expect: 1392b
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
