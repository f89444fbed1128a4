print("a" < "b", "a" < "B", "abc" < "abd", "a" <= "a", "" < "a", "z" < "\u00e9", "\uffff" < "\U00010000")
print("a" == "a", "a" != "b", "a" == 1, "a".__lt__(1), "a".__eq__(1))
print(hash(""), hash("a") == hash("a"), hash("abc") == hash(b"abc"), hash("hello world"), hash("\u20ac"), hash("\U0001f600"))
# expect: True False True True True True True
# expect: True True False NotImplemented NotImplemented
# expect: 0 True True -5642461784034726774 -5529981157763016009 -3536540696076613844
