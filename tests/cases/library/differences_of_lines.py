# difflib: blocks in common, diffs of lines in all forms, near words.
# modes: auto
import difflib, random
r=random.Random(5)
def lines(n,al="abcde"): return ["".join(r.choice(al) for _ in range(r.randrange(1,8)))+"\n" for _ in range(n)]
for k in range(12):
    a=lines(r.randrange(0,12)); b=a[:]
    for _ in range(r.randrange(0,6)):
        op=r.randrange(3)
        if op==0: b.insert(r.randrange(len(b)+1),lines(1)[0])
        elif b and op==1: del b[r.randrange(len(b))]
        elif b:
            i=r.randrange(len(b)); s=list(b[i]); s.insert(r.randrange(len(s)),r.choice("xyz \t")); b[i]="".join(s)
    print("".join(difflib.ndiff(a,b)),"".join(difflib.unified_diff(a,b,"A","B","d1",n=r.randrange(4))),"".join(difflib.context_diff(a,b,"A","B")))
    s=difflib.SequenceMatcher(None,"".join(a),"".join(b)); print(s.ratio(),s.quick_ratio(),s.real_quick_ratio(),s.get_matching_blocks(),s.get_opcodes())
    assert list(difflib.restore(difflib.ndiff(a,b),1))==a
    print("".join(difflib.Differ(difflib.IS_LINE_JUNK).compare(a,b)))
a=[str(r.randrange(9)) for _ in range(400)]; b=a[100:]+a[:100]
s=difflib.SequenceMatcher(lambda x:x==" ","".join(a),"".join(b)); print(s.get_opcodes()[:10],sorted(s.bpopular),s.bjunk)
s=difflib.SequenceMatcher(lambda x:x==" "," abcd","abcd abcd"); print(s.find_longest_match(0,5,0,9))
print(difflib.get_close_matches("appel",["ape","apple","peach","puppy"]),difflib.get_close_matches("x",[]),list(difflib.restore("- a\n+ b\n".splitlines(1),2)))
for f in (lambda: difflib.get_close_matches("a",[],0),lambda: difflib.get_close_matches("a",[],1,2),lambda: list(difflib.restore([],3)),lambda: list(difflib.unified_diff([b"a"],[])),lambda: list(difflib.unified_diff([],[],b"a")),lambda: list(difflib.diff_bytes(difflib.unified_diff,["a"],[]))):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
print(list(difflib.diff_bytes(difflib.unified_diff,[b"a\xff"],[b"b"],b"x",b"y")))
# expect:   cea
# expect:   dbabacd
# expect:   bdeaeba
# expect:   bdcbdb
# expect: + c
# expect:   abeedbb
# expect:   a
# expect:   bb
# expect:   bccbebb
# expect:   bdcacd
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -3,4 +3,5 @@
# expect:  bdeaeba
# expect:  bdcbdb
# expect: +c
# expect:  abeedbb
# expect:  a
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 2,7 ****
# expect: --- 2,8 ----
# expect:   dbabacd
# expect:   bdeaeba
# expect:   bdcbdb
# expect: + c
# expect:   abeedbb
# expect:   a
# expect:   bb
# expect:
# expect: 0.9821428571428571 0.9821428571428571 0.9821428571428571 [Match(a=0, b=0, size=26), Match(a=26, b=28, size=29), Match(a=55, b=57, size=0)] [('equal', 0, 26, 0, 26), ('insert', 26, 26, 26, 28), ('equal', 26, 55, 28, 57)]
# expect:   cea
# expect:   dbabacd
# expect:   bdeaeba
# expect:   bdcbdb
# expect: + c
# expect:   abeedbb
# expect:   a
# expect:   bb
# expect:   bccbebb
# expect:   bdcacd
# expect:
# expect:   aecac
# expect: - cdc
# expect:   dd
# expect:   bacacd
# expect: - e
# expect:   dcdeada
# expect: - bebabd
# expect: + bzebabd
# expect: ?  +
# expect: + b
# expect:   ece
# expect: - dae
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -1,9 +1,7 @@
# expect:  aecac
# expect: -cdc
# expect:  dd
# expect:  bacacd
# expect: -e
# expect:  dcdeada
# expect: -bebabd
# expect: +bzebabd
# expect: +b
# expect:  ece
# expect: -dae
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 1,9 ****
# expect:   aecac
# expect: - cdc
# expect:   dd
# expect:   bacacd
# expect: - e
# expect:   dcdeada
# expect: ! bebabd
# expect:   ece
# expect: - dae
# expect: --- 1,7 ----
# expect:   aecac
# expect:   dd
# expect:   bacacd
# expect:   dcdeada
# expect: ! bzebabd
# expect: ! b
# expect:   ece
# expect:
# expect: 0.8433734939759037 0.8674698795180723 0.9156626506024096 [Match(a=0, b=0, size=4), Match(a=8, b=4, size=12), Match(a=22, b=16, size=9), Match(a=31, b=26, size=6), Match(a=37, b=34, size=4), Match(a=45, b=38, size=0)] [('equal', 0, 4, 0, 4), ('delete', 4, 8, 4, 4), ('equal', 8, 20, 4, 16), ('delete', 20, 22, 16, 16), ('equal', 22, 31, 16, 25), ('insert', 31, 31, 25, 26), ('equal', 31, 37, 26, 32), ('insert', 37, 37, 32, 34), ('equal', 37, 41, 34, 38), ('delete', 41, 45, 38, 38)]
# expect:   aecac
# expect: - cdc
# expect:   dd
# expect:   bacacd
# expect: - e
# expect:   dcdeada
# expect: - bebabd
# expect: + bzebabd
# expect: ?  +
# expect: + b
# expect:   ece
# expect: - dae
# expect:
# expect:   cba
# expect: + ebdc
# expect:   bcdbaa
# expect:   edabe
# expect:   cdd
# expect:   aa
# expect:   dcbbebd
# expect: - b
# expect:   cbad
# expect:   bde
# expect:   beddcdc
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -1,2 +1,3 @@
# expect:  cba
# expect: +ebdc
# expect:  bcdbaa
# expect: @@ -6,3 +7,2 @@
# expect:  dcbbebd
# expect: -b
# expect:  cbad
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 1,10 ****
# expect:   cba
# expect:   bcdbaa
# expect:   edabe
# expect:   cdd
# expect:   aa
# expect:   dcbbebd
# expect: - b
# expect:   cbad
# expect:   bde
# expect:   beddcdc
# expect: --- 1,10 ----
# expect:   cba
# expect: + ebdc
# expect:   bcdbaa
# expect:   edabe
# expect:   cdd
# expect:   aa
# expect:   dcbbebd
# expect:   cbad
# expect:   bde
# expect:   beddcdc
# expect:
# expect: 0.9333333333333333 0.9714285714285714 0.9714285714285714 [Match(a=0, b=0, size=3), Match(a=3, b=8, size=29), Match(a=34, b=37, size=17), Match(a=51, b=54, size=0)] [('equal', 0, 3, 0, 3), ('insert', 3, 3, 3, 8), ('equal', 3, 32, 8, 37), ('delete', 32, 34, 37, 37), ('equal', 34, 51, 37, 54)]
# expect:   cba
# expect: + ebdc
# expect:   bcdbaa
# expect:   edabe
# expect:   cdd
# expect:   aa
# expect:   dcbbebd
# expect: - b
# expect:   cbad
# expect:   bde
# expect:   beddcdc
# expect:
# expect:   ceee
# expect:   
# expect: 1.0 1.0 1.0 [Match(a=0, b=0, size=5), Match(a=5, b=5, size=0)] [('equal', 0, 5, 0, 5)]
# expect:   ceee
# expect:
# expect: - beadec
# expect:   cdc
# expect:   eccccdc
# expect:   bdccebe
# expect: - bc
# expect: + 	b	c
# expect: ? + +
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -1,5 +1,4 @@
# expect: -beadec
# expect:  cdc
# expect:  eccccdc
# expect:  bdccebe
# expect: -bc
# expect: +	b	c
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 1,5 ****
# expect: - beadec
# expect:   cdc
# expect:   eccccdc
# expect:   bdccebe
# expect: ! bc
# expect: --- 1,4 ----
# expect:   cdc
# expect:   eccccdc
# expect:   bdccebe
# expect: ! 	b	c
# expect:
# expect: 0.8363636363636363 0.8363636363636363 0.9090909090909091 [Match(a=7, b=0, size=20), Match(a=27, b=21, size=1), Match(a=28, b=23, size=2), Match(a=30, b=25, size=0)] [('delete', 0, 7, 0, 0), ('equal', 7, 27, 0, 20), ('insert', 27, 27, 20, 21), ('equal', 27, 28, 21, 22), ('insert', 28, 28, 22, 23), ('equal', 28, 30, 23, 25)]
# expect: - beadec
# expect:   cdc
# expect:   eccccdc
# expect:   bdccebe
# expect: - bc
# expect: + 	b	c
# expect: ? + +
# expect:
# expect:   b
# expect:   ed
# expect:   bbbad
# expect:   ba
# expect: + ececc
# expect:   ac
# expect: + eecd
# expect:   db
# expect:   addcd
# expect:   eaebbc
# expect:   c
# expect:   cdae
# expect:   aee
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -4,3 +4,5 @@
# expect:  ba
# expect: +ececc
# expect:  ac
# expect: +eecd
# expect:  db
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 2,8 ****
# expect: --- 2,10 ----
# expect:   ed
# expect:   bbbad
# expect:   ba
# expect: + ececc
# expect:   ac
# expect: + eecd
# expect:   db
# expect:   addcd
# expect:   eaebbc
# expect:
# expect: 0.8888888888888888 0.8888888888888888 0.8888888888888888 [Match(a=0, b=0, size=14), Match(a=14, b=20, size=2), Match(a=16, b=27, size=28), Match(a=44, b=55, size=0)] [('equal', 0, 14, 0, 14), ('insert', 14, 14, 14, 20), ('equal', 14, 16, 20, 22), ('insert', 16, 16, 22, 27), ('equal', 16, 44, 27, 55)]
# expect:   b
# expect:   ed
# expect:   bbbad
# expect:   ba
# expect: + ececc
# expect:   ac
# expect: + eecd
# expect:   db
# expect:   addcd
# expect:   eaebbc
# expect:   c
# expect:   cdae
# expect:   aee
# expect:
# expect: - dedbb
# expect: + de	dbb
# expect: ?   +
# expect: - acada
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -1,2 +1 @@
# expect: -dedbb
# expect: -acada
# expect: +de	dbb
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 1,2 ****
# expect: ! dedbb
# expect: ! acada
# expect: --- 1 ----
# expect: ! de	dbb
# expect:
# expect: 0.631578947368421 0.631578947368421 0.7368421052631579 [Match(a=0, b=0, size=2), Match(a=2, b=3, size=4), Match(a=12, b=7, size=0)] [('equal', 0, 2, 0, 2), ('insert', 2, 2, 2, 3), ('equal', 2, 6, 3, 7), ('delete', 6, 12, 7, 7)]
# expect: - dedbb
# expect: + de	dbb
# expect: ?   +
# expect: - acada
# expect:
# expect:   cddd
# expect:   beeccdc
# expect:   accd
# expect: + za
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -3,0 +4 @@
# expect: +za
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 1,3 ****
# expect: --- 1,4 ----
# expect:   cddd
# expect:   beeccdc
# expect:   accd
# expect: + za
# expect:
# expect: 0.9230769230769231 0.9230769230769231 0.9230769230769231 [Match(a=0, b=0, size=18), Match(a=18, b=21, size=0)] [('equal', 0, 18, 0, 18), ('insert', 18, 18, 18, 21)]
# expect:   cddd
# expect:   beeccdc
# expect:   accd
# expect: + za
# expect:
# expect:   dadeecb
# expect: - abdc
# expect: + ab dc
# expect: ?   +
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -1,2 +1,2 @@
# expect:  dadeecb
# expect: -abdc
# expect: +ab dc
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 1,2 ****
# expect:   dadeecb
# expect: ! abdc
# expect: --- 1,2 ----
# expect:   dadeecb
# expect: ! ab dc
# expect:
# expect: 0.9629629629629629 0.9629629629629629 0.9629629629629629 [Match(a=0, b=0, size=10), Match(a=10, b=11, size=3), Match(a=13, b=14, size=0)] [('equal', 0, 10, 0, 10), ('insert', 10, 10, 10, 11), ('equal', 10, 13, 11, 14)]
# expect:   dadeecb
# expect: - abdc
# expect: + ab dc
# expect: ?   +
# expect:
# expect:   eaabcc
# expect:   cecea
# expect:   cceb
# expect:   a
# expect:   eda
# expect:   ebadde
# expect:   ddddb
# expect:   dac
# expect:   
# expect: 1.0 1.0 1.0 [Match(a=0, b=0, size=41), Match(a=41, b=41, size=0)] [('equal', 0, 41, 0, 41)]
# expect:   eaabcc
# expect:   cecea
# expect:   cceb
# expect:   a
# expect:   eda
# expect:   ebadde
# expect:   ddddb
# expect:   dac
# expect:
# expect:   dcb
# expect:   de
# expect:   cebd
# expect:   eaabc
# expect:   aaacdad
# expect:   daaabe
# expect:   abcdbb
# expect:   bdbae
# expect:   ae
# expect:   
# expect: 1.0 1.0 1.0 [Match(a=0, b=0, size=49), Match(a=49, b=49, size=0)] [('equal', 0, 49, 0, 49)]
# expect:   dcb
# expect:   de
# expect:   cebd
# expect:   eaabc
# expect:   aaacdad
# expect:   daaabe
# expect:   abcdbb
# expect:   bdbae
# expect:   ae
# expect:
# expect: - c
# expect: + cx
# expect: ?  +
# expect: - e
# expect:   adeba
# expect:   aced
# expect:   ccab
# expect:   cbeece
# expect:   ebcae
# expect: - cc
# expect:   bbcdd
# expect:   ba
# expect:   caeaaa
# expect:  --- A	d1
# expect: +++ B
# expect: @@ -1,3 +1,2 @@
# expect: -c
# expect: -e
# expect: +cx
# expect:  adeba
# expect: @@ -7,3 +6,2 @@
# expect:  ebcae
# expect: -cc
# expect:  bbcdd
# expect:  *** A
# expect: --- B
# expect: ***************
# expect: *** 1,11 ****
# expect: ! c
# expect: ! e
# expect:   adeba
# expect:   aced
# expect:   ccab
# expect:   cbeece
# expect:   ebcae
# expect: - cc
# expect:   bbcdd
# expect:   ba
# expect:   caeaaa
# expect: --- 1,9 ----
# expect: ! cx
# expect:   adeba
# expect:   aced
# expect:   ccab
# expect:   cbeece
# expect:   ebcae
# expect:   bbcdd
# expect:   ba
# expect:   caeaaa
# expect:
# expect: 0.94 0.94 0.96 [Match(a=0, b=0, size=1), Match(a=3, b=2, size=30), Match(a=36, b=32, size=16), Match(a=52, b=48, size=0)] [('equal', 0, 1, 0, 1), ('replace', 1, 3, 1, 2), ('equal', 3, 33, 2, 32), ('delete', 33, 36, 32, 32), ('equal', 36, 52, 32, 48)]
# expect: - c
# expect: + cx
# expect: ?  +
# expect: - e
# expect:   adeba
# expect:   aced
# expect:   ccab
# expect:   cbeece
# expect:   ebcae
# expect: - cc
# expect:   bbcdd
# expect:   ba
# expect:   caeaaa
# expect:
# expect: [('replace', 0, 400, 0, 400)] ['0', '1', '2', '3', '4', '5', '6', '7', '8'] set()
# expect: Match(a=1, b=0, size=4)
# expect: ['apple', 'ape'] [] ['b\n']
# expect: ValueError n must be > 0: 0
# expect: ValueError cutoff must be in [0.0, 1.0]: 2
# expect: ValueError unknown delta choice (must be 1 or 2): 3
# expect: TypeError lines to compare must be str, not bytes (b'a')
# expect: TypeError all arguments must be str, not: b'a'
# expect: TypeError all arguments must be bytes, not str ('a')
# expect: [b'--- x\n', b'+++ y\n', b'@@ -1 +1 @@\n', b'-a\xff', b'+b']
