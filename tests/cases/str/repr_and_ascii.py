print(repr("it's"), repr('say "x"'), repr("it's \"x\""), repr("a\\b\n\r\t\0\x7f"))
print(repr("\u00e9\u00a0\u00ad\u200b\U0001f600\ud800\U000e0001"))
print(ascii("\u00e9\u20ac\U0001f600"), ascii(["\u00e9"]))
print(["\u00e9", '"'], {"k'": 1})
# expect: "it's" 'say "x"' 'it\'s "x"' 'a\\b\n\r\t\x00\x7f'
# expect: 'é\xa0\xad\u200b😀\ud800\U000e0001'
# expect: '\xe9\u20ac\U0001f600' ['\xe9']
# expect: ['é', '"'] {"k'": 1}
