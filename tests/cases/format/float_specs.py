print([format(1234.5678, s) for s in ("", ".2f", "10.1f", "<10.1f|", "e", ".3e", "g", ".3g", "%", ",.2f", "n", "_")])
print([format(0.0001, s) for s in ("", "e", "g", "f", ".1%", "#.3g", "#.0f")])
print([format(v, "08.2f") for v in (-1.5, float("inf"), float("nan"), 1e10)])
print([format(v, "z.1f") for v in (-0.04, 0.04, -0.05, -0.0)])
print([format(1e16, s) for s in ("", "f", ".0f", ",", "G", "E")])
print([format(2.5, ".0f"), format(3.5, ".0f"), format(0.125, ".2f"), format(1e300, ".3")])
print([format(1.0, s) for s in (".3", "5", "#", "05", "+", " ")])
# raises: ValueError: Invalid format specifier '<10.1f|' for object of type 'float'
