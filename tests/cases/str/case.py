print("hELLO wORLD".upper(), "hELLO wORLD".lower(), "hELLO wORLD".title(), "hELLO wORLD".capitalize(), "hELLO".swapcase())
print("they're bill's".title(), "a1b2".title(), "".capitalize())
print("\u00df".upper(), "\ufb01".upper(), "\u0149".upper(), "\u0130".lower(), "\u01c6".title(), "\u00df".casefold(), "\u00dfx".title())
print("\u0391\u03a3".lower(), "\u03a3".lower(), "\u0391\u03a3\u0391".lower(), "\u03a3".casefold())
# expect: HELLO WORLD hello world Hello World Hello world Hello
# expect: They'Re Bill'S A1B2 
# expect: SS FI ʼN i̇ ǅ ss Ssx
# expect: ας σ ασα σ
