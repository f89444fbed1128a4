# secrets, uuid, colorsys, sched and shlex.
# modes: auto
import secrets, uuid, colorsys, sched, shlex
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
print(len(secrets.token_hex(8)),len(secrets.token_bytes()),type(secrets.token_urlsafe()),secrets.randbelow(1),secrets.choice([5])); t(lambda: secrets.randbelow(0))
u=uuid.UUID("12345678-1234-5678-1234-567812345678"); print(u,repr(u),u.hex,u.int,u.bytes,u.bytes_le,u.fields,u.version,u.variant,u.urn,u.time,u.clock_seq,u.node,hash(u)==hash(u.int),u.is_safe)
print(uuid.uuid3(uuid.NAMESPACE_DNS,"python.org"),uuid.uuid5(uuid.NAMESPACE_URL,"x"),uuid.uuid4().version,uuid.uuid1().version,uuid.UUID(int=5),uuid.UUID(bytes=b"a"*16),uuid.UUID(bytes_le=b"abcdefghijklmnop"),uuid.UUID(fields=(1,2,3,4,5,6)),u<uuid.UUID(int=5),u==uuid.UUID(u.urn),uuid.UUID("{%s}"%u)==u)
for f in (lambda: uuid.UUID("x"),lambda: uuid.UUID(),lambda: uuid.UUID(int=-1),lambda: uuid.UUID(bytes=b"a"),lambda: setattr(u,"int",3),lambda: u<3,lambda: uuid.UUID(fields=(1,)),lambda: uuid.UUID(fields=(1,2,3,400,5,6)),lambda: uuid.UUID("z"*32),lambda: uuid.UUID(int=1,version=9)): t(f)
import random; r=random.Random(1)
for _ in range(8):
    c=[r.random() for _ in range(3)]
    for f in (colorsys.rgb_to_hls,colorsys.hls_to_rgb,colorsys.rgb_to_hsv,colorsys.hsv_to_rgb,colorsys.rgb_to_yiq,colorsys.yiq_to_rgb): print(f.__name__,f(*c))
print(colorsys.rgb_to_hsv(0,0,0),colorsys.rgb_to_hls(1,1,1),colorsys.rgb_to_hsv(1,0,0))
now=[0]; s=sched.scheduler(lambda: now[0],lambda d: now.__setitem__(0,now[0]+d)); s.enter(5,1,print,("b",)); e=s.enter(3,2,print,("a",)); s.enter(5,0,print,("c",),{"end":"!\n"}); x=s.enter(1,1,print,("never",)); s.cancel(x); print(len(s.queue),s.queue[0].time,s.empty()); s.run(); print(now,s.empty(),s.run(False))
for q in ("a b c","a 'b c' d",'a "b c" d',"a\\ b c",'"a\\"b"',"'a\\b'",'a"b c"d',"","  ","a # b","x=1 y='2 3'","a;b|c&&d>e","'' a",'a "" b',"é ü","a\nb","--opt='val ue' -x","\\\\","a'b'\"c\"","~/x/*.py"):
    for kw in ({},{"comments":True},{"posix":False}):
        t(lambda: (q,kw,shlex.split(q,**kw)))
    t(lambda: list(shlex.shlex(q))); t(lambda: list(shlex.shlex(q,posix=True))); t(lambda: list(shlex.shlex(q,punctuation_chars=True))); t(lambda: list(shlex.shlex(q,posix=True,punctuation_chars="|;")))
for q in ("'a",'"a',"a\\",'"a\\'): t(lambda: shlex.split(q)); t(lambda: shlex.split(q,posix=False)); t(lambda: list(shlex.shlex(q)))
print(shlex.quote("a b"),shlex.quote(""),shlex.quote("a'b"),shlex.quote("safe-x_1"),shlex.join(["a","b c","d'e"]),shlex.shlex("a").error_leader())
# expect: 16 32 <class 'str'> 0 5
# expect: ValueError Upper bound must be positive.
# expect: 12345678-1234-5678-1234-567812345678 UUID('12345678-1234-5678-1234-567812345678') 12345678123456781234567812345678 24197857161011715162171839636988778104 b'\x124Vx\x124Vx\x124Vx\x124Vx' b'xV4\x124\x12xV\x124Vx\x124Vx' (305419896, 4660, 22136, 18, 52, 95073701484152) None reserved for NCS compatibility urn:uuid:12345678-1234-5678-1234-567812345678 466142576285865592 4660 95073701484152 True SafeUUID.unknown
# expect: 6fa459ea-ee8a-3ca4-894e-db77e160355e 4cd605e7-afa2-5360-b5b9-c5e9fb5c76f4 4 1 00000000-0000-0000-0000-000000000005 61616161-6161-6161-6161-616161616161 64636261-6665-6867-696a-6b6c6d6e6f70 00000001-0002-0003-0405-000000000006 False True True
# expect: ValueError badly formed hexadecimal UUID string
# expect: TypeError one of the hex, bytes, bytes_le, fields, or int arguments must be given
# expect: ValueError int is out of range (need a 128-bit value)
# expect: ValueError bytes is not a 16-char string
# expect: TypeError UUID objects are immutable
# expect: TypeError '<' not supported between instances of 'UUID' and 'int'
# expect: ValueError fields is not a 6-tuple
# expect: ValueError field 4 out of range (need an 8-bit value)
# expect: ValueError invalid literal for int() with base 16: 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'
# expect: ValueError illegal version number
# expect: rgb_to_hls (0.48044624476706516, 0.49089899052481695, 0.7262894267336886)
# expect: hls_to_rgb (0.9639599763766837, 0.9187910184762917, 0.7309074974977816)
# expect: rgb_to_hsv (0.48044624476706516, 0.8414457222366246, 0.8474337369372327)
# expect: hsv_to_rgb (0.763774618976614, 0.6383284750563759, 0.11652623943945098)
# expect: rgb_to_yiq (0.6243103861141152, -0.400215487954143, -0.17799381268719816)
# expect: yiq_to_rgb (1.0, 0.0, 0.5002418984145324)
# expect: rgb_to_hls (0.46814301899591554, 0.3752520564156813, 0.32027281029241905)
# expect: hls_to_rgb (0.4818890092801142, 0.7181287319225986, 0.2727414422612833)
# expect: rgb_to_hsv (0.46814301899591554, 0.4851615632703726, 0.49543508709194095)
# expect: hsv_to_rgb (0.3313712034674958, 0.4494910647887381, 0.2267974199580804)
# expect: rgb_to_yiq (0.41827142623283287, -0.1291990787752187, -0.06553710042891621)
# expect: yiq_to_rgb (1.0, 0.0, 0.4740402639369611)
# expect: rgb_to_hls (0.19955809695991297, 0.44129146895487403, 0.787307044488021)
# expect: hls_to_rgb (0.7688930121780473, 0.7724800097010318, 0.8085536900929791)
# expect: rgb_to_hsv (0.19955809695991297, 0.8809980880633157, 0.7887233511355132)
# expect: hsv_to_rgb (0.019830338957465856, 0.026525704304390132, 0.0938595867742349)
# expect: rgb_to_yiq (0.6711492235319474, 0.14139657632578592, -0.24607575145907065)
# expect: yiq_to_rgb (1.0, 0.3751958374745977, 0.0)
# expect: rgb_to_hls (0.4168133849736899, 0.432056290220938, 0.934389390540963)
# expect: hls_to_rgb (0.906840558344159, 0.7888673668025821, 0.7646896494955804)
# expect: rgb_to_hsv (0.4168133849736899, 0.9660820051123788, 0.8357651039198697)
# expect: hsv_to_rgb (0.43276706790505337, 0.13259372155240443, 0.07107545442428914)
# expect: rgb_to_yiq (0.5492100317388808, -0.3539986906253537, -0.297755641675969)
# expect: yiq_to_rgb (1.0, 0.0, 0.0)
# expect: rgb_to_hls (0.9028114783083454, 0.38219306790452634, 0.9944895563840085)
# expect: hls_to_rgb (0.002244279313885106, 0.00116804415852979, 0.0030440625436915954)
# expect: rgb_to_hsv (0.9028114783083454, 0.9972371659714369, 0.762280082457942)
# expect: hsv_to_rgb (0.4449873024398982, 0.4444491848622205, 0.4453871940548014)
# expect: rgb_to_yiq (0.27891918756056605, 0.31274070047061464, 0.30026511221337693)
# expect: yiq_to_rgb (1.0, 0.47857269896967436, 1.0)
# expect: rgb_to_hls (0.7812914591515293, 0.5870164584121875, 0.8674782432354132)
# expect: hls_to_rgb (0.15491126084555437, 0.012519997253671589, 0.4450044452872337)
# expect: rgb_to_hsv (0.7812914591515293, 0.7579928983872715, 0.9452706955539223)
# expect: hsv_to_rgb (0.8002241033330827, 0.7290284715371412, 0.9452706955539223)
# expect: rgb_to_yiq (0.45541149676273324, 0.06467313265413546, 0.3285839685818511)
# expect: yiq_to_rgb (1.0, 0.05777885141487049, 1.0)
# expect: rgb_to_hls (0.0009787348006611667, 0.4634366593024722, 0.945093120100253)
# expect: hls_to_rgb (0.031368371489617665, 0.029811594577489407, 0.030732327326450766)
# expect: rgb_to_hsv (0.0009787348006611667, 0.9717715931785739, 0.9014274576114836)
# expect: hsv_to_rgb (0.0254458609934608, 0.02466747253739667, 0.02512783891187735)
# expect: rgb_to_yiq (0.2912753719825223, 0.5232865113324779, 0.1838829015963862)
# expect: yiq_to_rgb (0.9462595026738193, 0.8768460013375825, 0.9110042365469462)
# expect: rgb_to_hls (0.2854766877813983, 0.6601767002333615, 0.820933887513668)
# expect: hls_to_rgb (0.9159525657628032, 0.9508182184804417, 0.962345759794218)
# expect: rgb_to_hsv (0.2854766877813983, 0.5940961747115822, 0.9391491627785106)
# expect: hsv_to_rgb (0.02319659701570738, 0.29224834761292834, 0.38120423768821243)
# expect: rgb_to_yiq (0.7584542140230736, -0.05875339489947447, -0.25885252608749)
# expect: yiq_to_rgb (1.0, 0.041017751583111245, 0.15180401495421747)
# expect: (0.0, 0.0, 0) (0.0, 1.0, 0.0) (0.0, 1.0, 1)
# expect: 3 3 False
# expect: a
# expect: c!
# expect: b
# expect: [5] True None
# expect: ('a b c', {}, ['a', 'b', 'c'])
# expect: ('a b c', {'comments': True}, ['a', 'b', 'c'])
# expect: ('a b c', {'posix': False}, ['a', 'b', 'c'])
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
# expect: ("a 'b c' d", {}, ['a', 'b c', 'd'])
# expect: ("a 'b c' d", {'comments': True}, ['a', 'b c', 'd'])
# expect: ("a 'b c' d", {'posix': False}, ['a', "'b c'", 'd'])
# expect: ['a', "'b c'", 'd']
# expect: ['a', 'b c', 'd']
# expect: ['a', "'b c'", 'd']
# expect: ['a', 'b c', 'd']
# expect: ('a "b c" d', {}, ['a', 'b c', 'd'])
# expect: ('a "b c" d', {'comments': True}, ['a', 'b c', 'd'])
# expect: ('a "b c" d', {'posix': False}, ['a', '"b c"', 'd'])
# expect: ['a', '"b c"', 'd']
# expect: ['a', 'b c', 'd']
# expect: ['a', '"b c"', 'd']
# expect: ['a', 'b c', 'd']
# expect: ('a\\ b c', {}, ['a b', 'c'])
# expect: ('a\\ b c', {'comments': True}, ['a b', 'c'])
# expect: ('a\\ b c', {'posix': False}, ['a\\', 'b', 'c'])
# expect: ['a', '\\', 'b', 'c']
# expect: ['a b', 'c']
# expect: ['a', '\\', 'b', 'c']
# expect: ['a b', 'c']
# expect: ('"a\\"b"', {}, ['a"b'])
# expect: ('"a\\"b"', {'comments': True}, ['a"b'])
# expect: ('"a\\"b"', {'posix': False}, ['"a\\"', 'b"'])
# expect: ['"a\\"', 'b"']
# expect: ['a"b']
# expect: ['"a\\"', 'b"']
# expect: ['a"b']
# expect: ("'a\\b'", {}, ['a\\b'])
# expect: ("'a\\b'", {'comments': True}, ['a\\b'])
# expect: ("'a\\b'", {'posix': False}, ["'a\\b'"])
# expect: ["'a\\b'"]
# expect: ['a\\b']
# expect: ["'a\\b'"]
# expect: ['a\\b']
# expect: ('a"b c"d', {}, ['ab cd'])
# expect: ('a"b c"d', {'comments': True}, ['ab cd'])
# expect: ('a"b c"d', {'posix': False}, ['a"b', 'c"d'])
# expect: ['a"b', 'c"d']
# expect: ['ab cd']
# expect: ['a"b', 'c"d']
# expect: ['ab cd']
# expect: ('', {}, [])
# expect: ('', {'comments': True}, [])
# expect: ('', {'posix': False}, [])
# expect: []
# expect: []
# expect: []
# expect: []
# expect: ('  ', {}, [])
# expect: ('  ', {'comments': True}, [])
# expect: ('  ', {'posix': False}, [])
# expect: []
# expect: []
# expect: []
# expect: []
# expect: ('a # b', {}, ['a', '#', 'b'])
# expect: ('a # b', {'comments': True}, ['a'])
# expect: ('a # b', {'posix': False}, ['a', '#', 'b'])
# expect: ['a']
# expect: ['a']
# expect: ['a']
# expect: ['a']
# expect: ("x=1 y='2 3'", {}, ['x=1', 'y=2 3'])
# expect: ("x=1 y='2 3'", {'comments': True}, ['x=1', 'y=2 3'])
# expect: ("x=1 y='2 3'", {'posix': False}, ['x=1', "y='2", "3'"])
# expect: ['x', '=', '1', 'y', '=', "'2 3'"]
# expect: ['x', '=', '1', 'y', '=', '2 3']
# expect: ['x=1', "y='2", "3'"]
# expect: ['x=1', 'y=2 3']
# expect: ('a;b|c&&d>e', {}, ['a;b|c&&d>e'])
# expect: ('a;b|c&&d>e', {'comments': True}, ['a;b|c&&d>e'])
# expect: ('a;b|c&&d>e', {'posix': False}, ['a;b|c&&d>e'])
# expect: ['a', ';', 'b', '|', 'c', '&', '&', 'd', '>', 'e']
# expect: ['a', ';', 'b', '|', 'c', '&', '&', 'd', '>', 'e']
# expect: ['a', ';', 'b', '|', 'c', '&&', 'd', '>', 'e']
# expect: ['a', ';', 'b', '|', 'c', '&', '&', 'd', '>', 'e']
# expect: ("'' a", {}, ['', 'a'])
# expect: ("'' a", {'comments': True}, ['', 'a'])
# expect: ("'' a", {'posix': False}, ["''", 'a'])
# expect: ["''", 'a']
# expect: ['', 'a']
# expect: ["''", 'a']
# expect: ['', 'a']
# expect: ('a "" b', {}, ['a', '', 'b'])
# expect: ('a "" b', {'comments': True}, ['a', '', 'b'])
# expect: ('a "" b', {'posix': False}, ['a', '""', 'b'])
# expect: ['a', '""', 'b']
# expect: ['a', '', 'b']
# expect: ['a', '""', 'b']
# expect: ['a', '', 'b']
# expect: ('é ü', {}, ['é', 'ü'])
# expect: ('é ü', {'comments': True}, ['é', 'ü'])
# expect: ('é ü', {'posix': False}, ['é', 'ü'])
# expect: ['é', 'ü']
# expect: ['é', 'ü']
# expect: ['é', 'ü']
# expect: ['é', 'ü']
# expect: ('a\nb', {}, ['a', 'b'])
# expect: ('a\nb', {'comments': True}, ['a', 'b'])
# expect: ('a\nb', {'posix': False}, ['a', 'b'])
# expect: ['a', 'b']
# expect: ['a', 'b']
# expect: ['a', 'b']
# expect: ['a', 'b']
# expect: ("--opt='val ue' -x", {}, ['--opt=val ue', '-x'])
# expect: ("--opt='val ue' -x", {'comments': True}, ['--opt=val ue', '-x'])
# expect: ("--opt='val ue' -x", {'posix': False}, ["--opt='val", "ue'", '-x'])
# expect: ['-', '-', 'opt', '=', "'val ue'", '-', 'x']
# expect: ['-', '-', 'opt', '=', 'val ue', '-', 'x']
# expect: ["--opt='val", "ue'", '-x']
# expect: ['--opt=val ue', '-x']
# expect: ('\\\\', {}, ['\\'])
# expect: ('\\\\', {'comments': True}, ['\\'])
# expect: ('\\\\', {'posix': False}, ['\\\\'])
# expect: ['\\', '\\']
# expect: ['\\']
# expect: ['\\', '\\']
# expect: ['\\']
# expect: ('a\'b\'"c"', {}, ['abc'])
# expect: ('a\'b\'"c"', {'comments': True}, ['abc'])
# expect: ('a\'b\'"c"', {'posix': False}, ['a\'b\'"c"'])
# expect: ['a\'b\'"c"']
# expect: ['abc']
# expect: ['a\'b\'"c"']
# expect: ['abc']
# expect: ('~/x/*.py', {}, ['~/x/*.py'])
# expect: ('~/x/*.py', {'comments': True}, ['~/x/*.py'])
# expect: ('~/x/*.py', {'posix': False}, ['~/x/*.py'])
# expect: ['~', '/', 'x', '/', '*', '.', 'py']
# expect: ['~', '/', 'x', '/', '*', '.', 'py']
# expect: ['~/x/*.py']
# expect: ['~/x/*.py']
# expect: ValueError No closing quotation
# expect: ValueError No closing quotation
# expect: ValueError No closing quotation
# expect: ValueError No closing quotation
# expect: ValueError No closing quotation
# expect: ValueError No closing quotation
# expect: ValueError No escaped character
# expect: ['a\\']
# expect: ['a', '\\']
# expect: ValueError No escaped character
# expect: ValueError No closing quotation
# expect: ValueError No closing quotation
# expect: 'a b' '' 'a'"'"'b' safe-x_1 a 'b c' 'd'"'"'e' "None", line 1: 
