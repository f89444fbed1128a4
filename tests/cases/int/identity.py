big = 10**20
zero = int("0")
chr256 = 255 + int("1")
five = int("5")
print(all(int(str(n)) is n for n in range(-5, 257)))
print(int("257") is int("257"), int("-6") is int("-6"), int("256") is int("256"))
print(big + 0 is big, +big is big, int(big) is big, abs(big) is big, round(big) is big)
print((big - big) is zero, big * 0 is zero, (256 + zero) is chr256, big - big + 5 is five)
# expect: True
# expect: False False True
# expect: False True True True True
# expect: True True True True
