x = "hey"
w = 6
print(f"{1.5:>8.2f}|{255:#x}|{'a':^5}|{True}|{None!r}")
print(f"{x!r:>8}", f"{x:{w}}|", f"{x=}", f"{x = !s}", f"{3*2:{'0'}{4}}")
print(f"{'a' 'b'}", f"{{}}", f"{[1, 2][0]}", f"{ {'k': 1}['k'] }")
# expect:     1.50|0xff|  a  |True|None
# expect:    'hey' hey   | x='hey' x = hey 0006
# expect: ab {} 1 1
