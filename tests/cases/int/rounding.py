print(round(15, -1), round(25, -1), round(-15, -1), round(16, -1), round(5, -1))
print(round(7), round(7, 3), round(7, None), round(12345, -2), round(10**30 + 5, -1))
print(round(5, -100), round(149, -2), round(150, -2), round(250, -2))
# expect: 20 20 -20 20 0
# expect: 7 7 7 12300 1000000000000000000000000000000
# expect: 0 100 200 200
