print("abcabc".find("c"), "abcabc".rfind("c"), "abc".find("z"), "abc".find(""), "abc".rfind(""), "abc".find("", 4))
print("abcabc".find("c", 3), "abcabc".find("c", 0, 2), "abc".find("c", -1), "abc".find("a", None, None))
print("aaaa".count("aa"), "aaaa".count(""), "aaaa".count("a", 1, 3), "aaaa".count("", 5))
print("abc".index("b"), "abcb".rindex("b"), "b" in "abc", "" in "", "\u20ac" in "abc")
print("a\u20acb\U0001f600".find("\U0001f600"), "\u00e9a".find("a"))
# expect: 2 5 -1 0 3 -1
# expect: 5 -1 2 0
# expect: 2 5 2 0
# expect: 1 3 True True False
# expect: 3 1
