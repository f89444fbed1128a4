//! The instruments leave what they look at as it is: every byte of the heap, every list of the collector, every figure.
//!
//! `-X lookcheck` measures the heap before and after each look and complains on stderr; here every instrument looks, at
//! the prompt and as a call, under several releases.

mod support;

use std::collections::BTreeSet;
use support::{run_pyglass, scratch};

/// Objects of many kinds, for the instruments to look at.
const OBJECTS: &str = "\
import collections, weakref
class Node: pass
class Slotted:
    __slots__ = ('x', 'y')

def numbers(n):
    yield n

def keeper(kept): return lambda: kept

node = Node(); node.me = node; node.items = [1, 'two', (3, None)]
slotted = Slotted(); slotted.x = node
waiting = numbers(node); first = next(waiting)
inner = keeper(node)
link = weakref.ref(node, lambda gone: None)
texts = ['', 'plain', 'h\\u00e4user', '\\u4f60\\u597d', 2**100, 1.5, b'bytes', bytearray(b'xyz')]
table = {i: str(i) for i in range(300)}; table['node'] = node
many = collections.OrderedDict(a=1, b=node); queue = collections.deque(range(200)); group = set(range(50))
try: raise KeyError(node)
except KeyError as error: saved = error

";

/// What is looked at.
const NAMES: &str =
    "node slotted waiting inner link texts table many queue group saved Node numbers print None 7 node.items";

/// The commands of the prompt that want an object, and those that want none.
const OF_AN_OBJECT: &[&str] = &["refs", "why", "layout", "graph"];
const ALONE: &[&str] = &["gens", "leaks mark", "leaks", "heap", "heap type", "heap age", "heap line"];

fn complaints(stderr: &str) -> Vec<&str> {
    stderr.lines().filter(|line| line.contains("lookcheck") || line.contains("Error")).collect()
}

#[test]
fn looks_at_the_prompt_change_nothing() {
    let program = scratch("looks").join("objects.py");
    std::fs::write(&program, OBJECTS).expect("scratch is writable");
    let mut typed = String::new();
    for name in NAMES.split(' ') {
        OF_AN_OBJECT.iter().for_each(|command| typed += &format!("%{command} {name}\n"));
    }
    typed += "%layout node 3.8 3.9 3.13\n%layout table 3.8\n%layout slotted 3.12\n";
    ALONE.iter().for_each(|command| typed += &format!("%{command}\n"));
    for release in ["3.8", "3.11", "3.12", "3.13"] {
        let got =
            run_pyglass(&["-i", "-q", "-X", "lookcheck", "--python", release, &program.to_string_lossy()], &typed);
        assert_eq!(complaints(&got.stderr), Vec::<&str>::new(), "{release}");
        assert_eq!((got.status, got.stdout.contains("there is no %")), (0, false), "{}", got.stdout);
        assert!(got.stdout.contains("Node 0x"), "{}", got.stdout);
    }
}

#[test]
fn looks_by_calls_change_nothing() {
    let mut program = OBJECTS.to_string() + "import pyglass, json\n";
    for name in NAMES.split(' ') {
        for call in OF_AN_OBJECT {
            program += &format!("pyglass.{call}({name})\njson.loads(pyglass.{call}({name}, form='json'))\n");
        }
    }
    program +=
        "for by in ['size', 'type', 'age', 'line']: pyglass.heap(by); json.loads(pyglass.heap(by, form='json'))\n";
    program += "json.loads(pyglass.layout(node, '3.8', '3.13', form='json'))\n";
    program += "pyglass.gens(); told = json.loads(pyglass.gens(form='json')); assert len(told['generations']) == 3\n";
    program += "pyglass.graph(node); json.loads(pyglass.graph(node, form='json')); pyglass.timeline(node)\n";
    for call in ["refs(node", "why(node", "why(inner", "refs(None", "graph(node", "gens(", "heap('type'"] {
        let comma = if call.ends_with('(') { "" } else { ", " };
        program += &format!("assert pyglass.{call}{comma}form='svg').endswith('</svg>\\n')\n");
    }
    for release in ["3.8", "3.11", "3.12", "3.13"] {
        let args = ["-X", "lookcheck", "-X", "ledgercheck", "-X", "heapcheck", "--python", release, "-"];
        let got = run_pyglass(&args, &program);
        assert_eq!((got.status, got.stderr.as_str()), (0, ""), "{release}");
        assert!(got.stdout.contains("Node 0x"), "{}", got.stdout);
    }
}

/// The bytes that the layout tells are those that `sys.getsizeof` and tracemalloc tell.
#[test]
fn the_layout_adds_up_to_the_size() {
    let program = "\
import json, pyglass, sys
class Plain: pass
class Slots: __slots__ = ('a', 'b')
for x in [0, 1, -5, 2**200, 1.5, 1j, '', 'abc', 'h\\u00e4', '\\u4f60', '\\U0001f600', b'xyz', bytearray(b'abc'), (), (1, 2, 3), [],
          [1, 2, 3], list(range(100)), {}, {1: 2}, {'a': 1}, {i: i for i in range(100)}, {1, 2}, set(range(100)), Slots(), None]:
    told = json.loads(pyglass.layout(x, form='json'))
    size = sum(block['size'] for block in told['blocks'])
    assert size == sys.getsizeof(x), (x, size, sys.getsizeof(x))
    for block in told['blocks']:
        ends = [field['offset'] + field['size'] for field in block['fields']]
        starts = [field['offset'] for field in block['fields']]
        assert starts[1:] == ends[:-1], block
        assert ends[-1] - starts[0] == block['size'], block
print('all')
";
    for release in ["3.8", "3.9", "3.10", "3.11", "3.12", "3.13"] {
        let got = run_pyglass(&["--python", release, "-c", program], "");
        assert_eq!(got.stdout, "all\n", "{release}: {}", got.stderr);
    }
}

/// The map counts the blocks that CPython's allocator counts, and nearly all have an owner.
#[test]
fn the_map_counts_every_block() {
    let program = OBJECTS.to_string()
        + "\
import json, pyglass, sys
for by in ['size', 'type', 'age', 'line']:
    told, blocks = pyglass.heap(by, form='json'), sys.getallocatedblocks()
    told = json.loads(told)
    used = sum(pool['used'] for arena in told['arenas'] for pool in arena['pools'])
    kinds = {kind['name']: kind['blocks'] for kind in told['kinds']}
    assert sum(kinds.values()) == used
    # The text that was returned has been made since.
    assert abs(used + told['large_blocks'] - blocks) <= 2, (used, blocks)
    own = kinds.get(\"the interpreter's own\", 0)
    assert own * 50 < used, (own, used)
svg = pyglass.heap('type', form='svg')
print(svg.startswith('<svg'), abs(svg.count('<g>') - sum(len(arena['pools']) for arena in told['arenas'])) < 4)
";
    for release in ["3.8", "3.11", "3.12", "3.13"] {
        let got = run_pyglass(&["--python", release, "-"], &program);
        assert_eq!(got.stdout, "True True\n", "{release}: {}", got.stderr);
    }
}

#[test]
fn the_picture_goes_into_a_file() {
    let file = scratch("picture").join("heap.svg");
    let got = run_pyglass(&["-i", "-q"], &format!("%heap age > {}\n", file.display()));
    let picture = std::fs::read_to_string(&file).expect("it was written");
    assert!(picture.starts_with("<svg") && picture.ends_with("</svg>\n"), "{}", got.stdout);
}

/// The ledger's picture has an arrow for each place, the chains' picture one for each step, red where a cut frees.
#[test]
fn ledgers_and_chains_are_drawn() {
    let program = "\
import pyglass, weakref
class Node: pass
a = Node(); pair = (a, a); link = weakref.ref(a)
picture = pyglass.refs(a, form='svg')
print(picture.count('marker-end'), 'item [1] of tuple' in picture, 'one weak reference' in picture)
cache = {'k': [Node()]}
picture = pyglass.why(cache['k'][0], form='svg')
print(picture.count('class=\"cut\"'), picture.count('marker-end'), 'global cache' in picture, 'deleting this alone' in picture)
both = cache['k'][0]
print(pyglass.why(both, form='svg').count('class=\"cut\"'))
";
    for release in ["3.8", "3.11", "3.13"] {
        let got = run_pyglass(&["-X", "lookcheck", "--python", release, "-"], program);
        // The dot in a box repeats its arrow's class.
        assert_eq!(got.stdout, "3 True True\n5 3 True True\n0\n", "{release}: {}", got.stderr);
    }
}

/// Shapes of garbage: programs that leave some behind, with finalizers, weak references and resurrection.
const SHAPES: &[&str] = &[
    "pass",
    "a = [1, 2]; a.append(a); del a",
    "a = {}; b = {'a': a}; a['b'] = b; del a, b",
    "class N: pass\na, b, c = N(), N(), N(); a.n, b.n, c.n = b, c, a; keep = b; del a, b, c",
    "class N: pass\na, b = N(), N(); a.n, b.n = b, a; del a, b",
    "class N:\n    def __del__(self): print('gone')\na = N(); a.me = a; del a",
    "saved = []\nclass N:\n    def __del__(self): saved.append(self)\na = N(); a.me = a; b = [a]; a.b = b; del a, b",
    "import weakref\nclass N: pass\na = N(); a.me = a; r = weakref.ref(a, lambda r: print('weak', r() is None)); del a",
    "import weakref\nclass N: pass\na = N(); a.me = a; a.r = weakref.ref(a, print); del a",
    "def f():\n    x = lambda: x\nf()",
    "def g():\n    me = yield\n    yield\na = g(); next(a); a.send(a); del a",
    "class N:\n    __slots__ = ('x', 'y')\na = N(); a.x = a; del a",
    "class N: pass\nx = N(); x.__dict__; x.me = x; del x",
    "for i in range(50):\n    a = [None]; a[0] = [a, (a,)]\ndel a",
    "class A: pass\ndel A",
    "try: 1/0\nexcept ZeroDivisionError as e: e.me = e",
    "gc.set_debug(gc.DEBUG_SAVEALL)\na = []; a.append(a); del a",
    "import collections\nq = collections.deque(); q.append(q); o = collections.OrderedDict(); o['o'] = o; s = set(); del q, o, s",
    "saved = []\nclass N:\n    def __del__(self): saved.append(self)\nclass M:\n    def __del__(self): print('m')\n\
     a, b = N(), M(); a.b, b.a = b, a; c = [1]; c.append(c); del a, b, c",
];

/// A recorded collection is a collection: same result, same finalizers, same figures, and the second one finds the same.
#[test]
fn stepping_collects_as_collecting_does() {
    let program = |shape: &str, collect: &str| {
        format!(
            "import gc, json, pyglass\ngc.collect(); gc.disable()\n{shape}\nprint({collect})\nprint({collect})\n\
             print(len(gc.garbage), gc.get_stats()[2]['collections'], [s['collected'] for s in gc.get_stats()])\n"
        )
    };
    for (n, shape) in SHAPES.iter().enumerate() {
        for release in ["3.8", "3.9", "3.11", "3.12", "3.13"] {
            let stepped = "json.loads(pyglass.gc_steps(form='json'))['collected']";
            let args = ["-X", "lookcheck", "-X", "heapcheck", "-X", "ledgercheck", "--python", release, "-"];
            let plain = run_pyglass(&args, &program(shape, "gc.collect()"));
            let got = run_pyglass(&args, &program(shape, stepped));
            assert_eq!((got.status, &got.stdout), (0, &plain.stdout), "shape {n}, {release}: {}", got.stderr);
            assert_eq!(got.stderr, plain.stderr, "shape {n}, {release}");
        }
    }
}

#[test]
fn collections_are_reported() {
    let typed = "%gc watch\nx = [[i] for i in range(2000)]\n%gc watch off\ny = [[i] for i in range(2000)]\n";
    let got = run_pyglass(&["-i", "-q"], typed);
    let reports: Vec<&str> = got.stdout.lines().filter(|line| line.contains("gc: generation ")).collect();
    assert!((2..=3).contains(&reports.len()), "{}", got.stdout);
    assert!(reports[0].contains("gc: generation 0 (count 701 > threshold 700): "), "{}", reports[0]);
}

/// Every working count that a record tells follows from the one before.
#[test]
fn working_counts_follow_from_each_other() {
    let program = "\
import gc, json, pyglass
class N: pass
gc.collect()
a, b = N(), N(); a.b = a.c = b; b.a = [a, a]; keep = N(); keep.all = [keep, keep]
del a, b
told = {p['pass']: p['steps'] for p in json.loads(pyglass.gc_steps(form='json'))['passes']}
counts = {s['address']: s['gc_refs'] for s in told['update_refs']}
for s in told['subtract_refs']:
    counts[s['address']] -= 1
    assert counts[s['address']] == s['gc_refs']
out = {s['address'] for s in told['move_unreachable'] if s['what'] == '-> unreachable'}
out -= {s['address'] for s in told['move_unreachable'] if s['what'].startswith('<- back')}
print(len(out), all(counts[x] == 0 for x in out), len(told['delete_garbage']))
";
    for release in ["3.8", "3.11", "3.13"] {
        let got = run_pyglass(&["--python", release, "-"], program);
        // Up to 3.10 the dicts of the two instances go with them.
        let dicts = if release == "3.8" { 2 } else { 0 };
        assert_eq!(got.stdout, format!("{0} True {0}\n", 3 + dicts), "{release}: {}", got.stderr);
    }
}

/// What `why` says a deletion frees is what goes when it is done, as tracemalloc tells it.
#[test]
fn deletions_free_what_was_told() {
    let cases = [
        ("x = Node()", "x", "del x"),
        ("x = Node(); x.text = 'some text of its own %d' % len('abc')", "x.text", "x.text = None"),
        ("x = Node(); x.text = 'some text of its own %d' % len('abc')", "x", "del x"),
        (
            "cache = {'k': [Node(), Node()]}; cache['k'][0].big = [str(i) for i in range(1000, 1100)]",
            "cache['k'][0]",
            "cache['k'][0] = None",
        ),
        ("cache = {'k': [Node(), Node()]}", "cache['k']", "del cache"),
        ("x = Node(); x.me = x; x.other = Node(); x.other.back = x", "x.other", "del x"),
        ("x = Node(); a = [x]; b = (x, a); del x, a", "b[0]", "del b"),
        ("x = {i: str(i) * 3 for i in range(200)}", "x", "del x"),
        ("x = {chr(i) * 5 for i in range(900, 1200)}", "x", "del x"),
        ("def f():\n    kept = Node()\n    return lambda: kept\nx = f()", "x.__closure__[0].cell_contents", "del x"),
        (
            "def g():\n    kept = Node()\n    yield kept\nx = g(); next(x)",
            "x.gi_frame.f_locals['kept']",
            "x.close(); del x",
        ),
    ];
    // Names that are there and empty free lists: what is measured is the deletion, and the number that is remembered.
    let head = "import gc, json, pyglass, tracemalloc\nclass Node: pass\nwarm = Node(); warm.text = 1; warm.me = 1; \
                warm.other = 1; warm.big = 1; warm.back = 1\nbefore = freed = bytes_told = told = last = first = 0\n\
                gc.collect()\ntracemalloc.start()\n";
    for (n, (make, look, delete)) in cases.iter().enumerate() {
        let program = format!(
            "{head}{make}\ngc.collect()\ntold = json.loads(pyglass.why({look}, form='json'))\nlast = told['deletions'][-1]\n\
             first = told['deletions'][0]\nbytes_told = (first if {n} in (1, 3) else last)['bytes']\n\
             del last, first, told\ngc.collect()\nbefore = tracemalloc.get_traced_memory()[0]\n{delete}\ngc.collect()\n\
             freed = before - tracemalloc.get_traced_memory()[0]\nprint(bytes_told, freed)\n"
        );
        for release in ["3.8", "3.11", "3.13"] {
            let got = run_pyglass(&["--python", release, "-"], &program);
            let numbers: Vec<i64> = got.stdout.split_whitespace().filter_map(|word| word.parse().ok()).collect();
            assert_eq!(numbers.len(), 2, "case {n}, {release}: {}{}", got.stdout, got.stderr);
            assert!((numbers[0] - numbers[1]).abs() <= 32, "case {n}, {release}: told and freed {numbers:?}");
        }
    }
}

/// Each of the usual ways of leaking is found, with its path, and only the one that is at work.
#[test]
fn leaks_are_diagnosed() {
    let cases = [
        ("global cache", "cache = {}", "for i in range(50): cache[i] = Node()", "global cache"),
        (
            "_ of the prompt",
            "def rows(): return [Node() for i in range(50)]",
            "import builtins; builtins._ = rows()",
            "global _ of module builtins",
        ),
        ("global cache", "class C: seen = []", "for i in range(50): C.seen.append(Node())", "seen"),
        (
            "closure cell",
            "def make():\n    kept = [Node() for i in range(50)]\n    return lambda: kept",
            "f = make()",
            "global f",
        ),
        (
            "saved exception and its traceback",
            "def f():\n    x = [Node() for i in range(50)]\n    1/0",
            "try: f()\nexcept ZeroDivisionError as e: saved = e",
            "global saved",
        ),
        (
            "lru_cache on a method",
            "import functools\nclass C:\n    @functools.lru_cache(None)\n    def m(self): return 1",
            "for i in range(50): C().m()",
            "attribute m",
        ),
        (
            "callback list",
            "listeners = []\nclass C:\n    def heard(self): pass",
            "for i in range(50): listeners.append(C().heard)",
            "global listeners",
        ),
        (
            "suspended generator",
            "def g():\n    x = [Node() for i in range(50)]\n    yield\n    return x",
            "gen = g(); next(gen)",
            "global gen",
        ),
        (
            "__del__ resurrection",
            "saved = []\nclass P:\n    def __del__(self): saved.append(self)",
            "for i in range(3): P()",
            "global saved",
        ),
    ];
    for (way, before, work, path) in cases {
        let program = format!(
            "import json, pyglass\nclass Node: pass\n{before}\npyglass.mark()\n{work}\n\
             told = json.loads(pyglass.leaks(form='json'))\nassert told['objects'] > 0\nfor d in told['diagnoses']:\n    \
             print(d['way'], '|', d['leaking'], '|', ' > '.join(d['path']))\n"
        );
        let got = run_pyglass(&["-X", "lookcheck", "-"], &program);
        assert_eq!((got.status, got.stderr.as_str()), (0, ""), "{way}");
        let line = got.stdout.lines().find(|line| line.starts_with(way)).unwrap_or_default();
        assert!(line.starts_with(&format!("{way} | yes")) && line.contains(path), "{way}: {}", got.stdout);
    }
    let quiet = "import json, pyglass\npyglass.mark()\nx = sum(range(100))\n\
                 told = json.loads(pyglass.leaks(form='json'))\nprint([d['leaking'] for d in told['diagnoses']].count('yes'))\n";
    let got = run_pyglass(&["-"], quiet);
    assert_eq!(got.stdout, "0\n", "{}", got.stderr);
}

/// A program with what is hard to account for: generators, closures, exceptions, weak references, tracing.
const BUSY: &str = "\
import sys, weakref
class Node:
    def __init__(self, name, *rest, **more): self.name, self.rest, self.more = name, rest, more
    def __del__(self): gone.append(self.name)
gone, kept = [], []
def counter(n):
    try:
        for i in range(n): yield [i, n]
    finally: kept.append(i)
def outer(x):
    y = [x]
    def inner(z=y): return x, y, z
    return inner
def fails(n):
    try: return {}['missing', n]
    except KeyError as error: raise ValueError(n) from error
a = Node('a', 1, k=2); a.me = a; link = weakref.ref(a, lambda r: gone.append('link'))
for i, pair in enumerate(counter(5)): kept.append(pair)
two = counter(3); next(two); del two
f = outer(a); x, *y = f(); x, y = y, x
try: fails(1000)
except ValueError as error: saved = error
with open(__file__) as file: text = file.read(5)
big = {**{'a': 1}, 'b': [*range(3)], 'c': {str(k) for k in range(3)}}; big |= {'d': f'{a.name!r:>5}'}
match big:
    case {'a': int(one), **others}: pass
def trace(frame, event, arg): return trace
sys.settrace(trace); outer(1)(); sys.settrace(None)
total = sum(n * 1000 for n in range(5)); order = sorted([a, Node('b')], key=lambda node: node.name)
del a, x, y, f, saved, order
print(len(gone), total)
";

/// While a program runs the owners of every object make up its count.
#[test]
fn the_ledgers_balance_all_the_time() {
    let file = scratch("balance").join("busy.py");
    std::fs::write(&file, BUSY).expect("scratch is writable");
    for release in ["3.8", "3.10", "3.11", "3.13"] {
        let got = run_pyglass(&["-X", "ledgercheck=5", "--python", release, &file.to_string_lossy()], "");
        assert_eq!((got.status, got.stderr.as_str()), (0, ""), "{release}");
        assert!(got.stdout.ends_with(" 10000\n"), "{release}: {}", got.stdout);
    }
    let small = "def f(x):\n    yield [x]\nfor y in f(1000): print(y)\n";
    let got = run_pyglass(&["-X", "ledgercheck=safepoints", "-c", small], "");
    assert_eq!((got.status, got.stdout.as_str(), got.stderr.as_str()), (0, "[1000]\n", ""));
    assert_eq!(run_pyglass(&["-X", "ledgercheck=often", "-c", "1"], "").status, 2);
}

/// What is recorded of numbers and texts, and which words the reasons have.
#[test]
fn reasons_name_places() {
    let program = "\
import json, pyglass
class Node: pass
pyglass.record()
text = 'some ' + str(12345)
shelf = [None] * 10
shelf.append(text)
table = {'k': text}
table['z'] = text
node = Node(); node.label = text
shelf.sort(key=id)
def f(value): return value
f(text)
pair = (text, text)
del table['k']
shelf.clear()
table = None
for row in json.loads(pyglass.timeline(text, form='json'))['changes']:
    print(row['line'], row['from'], row['to'], row['reason'])
picture = pyglass.timeline(text, form='svg')
print(picture.startswith('<svg'), picture.endswith('</svg>\\n'), picture.count('global text'))
";
    let expected = "\
4 0 1 born
6 1 2 item [10] of global shelf (list.append)
7 2 3 value 'k' of a new dict
8 3 4 value 'z' of global table
9 4 5 attribute label of global node
12 5 6 argument value of f
12 6 5 a value nobody uses is dropped
13 5 7 items [0], [1] of a new tuple
14 7 6 deleted from global table
15 6 5 taken from global shelf (list.clear)
16 5 4 global table was bound anew
";
    // Up to 3.10 the caller keeps its arguments during the call.
    let early = expected
        .replace("12 5 6 argument value of f\n", "12 5 7 argument value of f\n11 7 6 f returns, its variables go\n");
    for (release, expected) in [("3.8", early.as_str()), ("3.11", expected), ("3.13", expected)] {
        let got = run_pyglass(&["--python", release, "-"], program);
        assert_eq!((got.status, got.stderr.as_str()), (0, ""), "{release}");
        let (rows, picture) = got.stdout.split_at(got.stdout.rfind("True").map_or(0, |at| at.saturating_sub(5)));
        assert_eq!((rows, picture), (expected, "True True 0\n"), "{release}");
    }
}

/// Followed texts and numbers that move, die and come back leave nothing behind, and loops of them do not crowd out others.
#[test]
fn numbers_and_texts_are_followed_to_their_end() {
    let program = "\
import pyglass
pyglass.record()
class Node: pass
s = 'x' * 600
for i in range(2000):
    s += 'y' * 40
numbers = [n * 1000 for n in range(3000)]
f = 0.5
for i in range(1000):
    f = f * 1.5 + i
node = Node()
other = node
del s, numbers, i, f
pyglass.timeline(node)
";
    let got = run_pyglass(&["-X", "heapcheck", "-X", "ledgercheck", "-"], program);
    assert_eq!((got.status, got.stderr.as_str()), (0, ""));
    assert!(got.stdout.contains("1 → 2     global other"), "{}", got.stdout);
}

/// Whoever watches a program run changes nothing that it can see: counts, addresses, blocks, generations.
#[test]
fn watching_changes_nothing() {
    let file = scratch("watching").join("busy.py");
    let state = "import gc, sys, tracemalloc\ndef state(*objects):\n    print([(id(x), sys.getrefcount(x)) for x in objects], gc.get_count(), \
                 len(gc.get_objects()), sys.getallocatedblocks())\ntracemalloc.start()\n";
    let tail = "state(gone, kept, big, text, total, link, pair)\ngc.collect()\nstate(gone, kept)\n\
                print(tracemalloc.get_traced_memory())\n";
    std::fs::write(&file, format!("{state}{BUSY}{tail}")).expect("scratch is writable");
    let record = format!("record={}", file.with_extension("jsonl").display());
    for release in ["3.8", "3.11", "3.12", "3.13"] {
        let run = |option: &str| {
            let got = run_pyglass(&["-X", option, "--python", release, &file.to_string_lossy()], "");
            assert_eq!(got.status, 0, "{release} {option}: {}", got.stderr);
            got.stdout
        };
        // What `sys._xoptions` keeps of the option takes blocks: each has its like.
        let like = record.replace("record=", "nothin=");
        for (option, plain) in [("watch", "other"), (&record, &like), ("ledgercheck=50", "gcmode=auto")] {
            assert_eq!(run(option), run(plain), "{release} {option}");
        }
    }
}

/// A record is bounded, and its latest events are as exact as its first.
#[test]
fn a_long_record_stays_exact() {
    let folder = scratch("long");
    let (program, record) = (folder.join("long.py"), folder.join("run.jsonl"));
    let text = "shelf = []\nfor i in range(70000):\n    shelf.append('text %d' % i)\n    if i % 9 == 8: shelf.clear()\n\
                word = 'a' + str(i)\nshelf.append(word)\n";
    std::fs::write(&program, text).expect("scratch is writable");
    let option = format!("record={}", record.display());
    let got = run_pyglass(&["-X", &option, &program.to_string_lossy()], "");
    assert_eq!((got.status, got.stderr.as_str()), (0, ""));
    let written = std::fs::read_to_string(&record).expect("it was written");
    let events: Vec<&str> = written.lines().skip(1).collect();
    assert!(
        written.starts_with("{\"format\": 1, \"python\": \"3.11\", \"events\": 200000, \"dropped\": "),
        "{}",
        &written[..200]
    );
    assert_eq!(events.len(), 200_000);
    let has = |parts: &[&str]| events.iter().any(|event| parts.iter().all(|part| event.contains(part)));
    assert!(
        has(&["\"event\": \"born\"", "\"type\": \"str\", \"value\": \"'a69999'\""]),
        "{}",
        events[events.len() - 20]
    );
    assert!(has(&["\"value\": \"'a69999'\"", "\"from\": 1, \"to\": 2", "item [7] of global shelf (list.append)"]));
}

/// One collection as a picture: a row for each of the program's objects.
#[test]
fn a_collection_is_drawn() {
    let program = "\
import gc, pyglass
class Node: pass
gc.collect()
a, b, kept = Node(), Node(), Node()
a.b, b.a, kept.me = b, a, kept
del a, b
picture = pyglass.gc_steps(form='svg')
rows = picture.count('>unreachable<'), picture.count('is cleared') + picture.count('dies with it')
print(rows, picture.count('attribute me of'), '>stays<' in picture, picture.endswith('</svg>\\n'))
";
    let got = run_pyglass(&["--python", "3.11", "-"], program);
    assert_eq!(got.stdout, "(2, 2) 1 True True\n", "{}", got.stderr);
}

/// Equal objects under other releases are known for many types.
#[test]
fn many_types_have_their_like() {
    let program = "\
import collections, pyglass, json, weakref
class Own(ValueError): pass
class C: pass
c = C()
it = iter([1]); next(it)
for x in [KeyError('k'), OSError(2, 'no'), StopIteration(3), SyntaxError('bad'), ExceptionGroup('g', [ValueError()]), Own('x'),
          collections.deque(range(200)), collections.deque(), it, iter(()), iter('ab'), iter('\\u4f60'), iter({1: 2}), iter({1}),
          iter(range(5)), enumerate([]), zip([], []), map(len, []), reversed([1]), {}.keys(), weakref.ref(c), len, [].append,
          property(), (lambda: c).__code__.co_consts, collections, slice(1), 1j, range(9), type.__dict__]:
    told = json.loads(pyglass.layout(x, '3.8', '3.13', form='json'))
    if [layout.get('release') for layout in [told['here'], *told['others']]] != ['3.11', '3.8', '3.13']: print(type(x), told)
print('all')
";
    let got = run_pyglass(&["--python", "3.11", "-"], program);
    assert_eq!(got.stdout, "all\n", "{}", got.stderr);
}

/// Lets every instrument answer and prints the keys of its JSON: `refs holders[].place`.
const KEYS: &str = "\
import gc, json, pyglass, sys, tracemalloc, weakref
class Node: pass
def keys(name, x, path=''):
    if isinstance(x, dict):
        for k, v in x.items(): keys(name, v, f'{path}.{k}' if path else k)
    elif isinstance(x, list):
        for v in x: keys(name, v, path + '[]')
    else:
        print(name, path)
def told(name, *args):
    keys(name, json.loads(getattr(pyglass, name)(*args, form='json')))
tracemalloc.start()
pyglass.mark()
node = Node(); node.me = node; node.x = [1]
alone = [2]
link = weakref.ref(node)
cache = [Node() for _ in range(40)]
pyglass.record()
other = alone; del other
for name in 'refs', 'why', 'graph', 'timeline': told(name, alone); told(name, node)
keys('why', json.loads(pyglass.why(alone, form='json')))
told('layout', node, '3.8'); told('layout', (x for x in ()), '3.8')
for name in 'heap', 'gens', 'leaks', 'gc_steps': told(name)
many = [bytes(400) for _ in range(5000)]; few = many[::3000]; del many
told('heap')
pyglass.gc_watch(form='json')
gc.collect()
";

/// The page tells every key that there is, and none besides.
#[test]
fn the_keys_of_json_are_written_down() {
    let program = scratch("json-keys").join("keys.py");
    std::fs::write(&program, KEYS).expect("scratch is writable");
    let got = run_pyglass(&[&program.to_string_lossy()], "");
    assert_eq!(got.status, 0, "{}", got.stderr);
    let mut real: BTreeSet<String> = got.stdout.lines().map(str::to_string).collect();
    let line = got.stderr.lines().find(|line| line.starts_with('{')).expect("a collection is told");
    // Every second piece between quotes that a colon follows is a key.
    real.extend(line.split(", ").filter_map(|pair| pair.split('"').nth(1)).map(|key| format!("gc_watch {key}")));
    // The others are told of as one: they have the keys of the object itself.
    real.retain(|key| !key.starts_with("layout others[].") || key.ends_with("].missing"));
    let page = std::fs::read_to_string("examples/json.md").expect("the page is there");
    let mut section = "";
    let mut told = BTreeSet::new();
    for line in page.lines() {
        section = line.strip_prefix("## ").unwrap_or(section);
        let keys = line.split('`').skip(1).step_by(2).filter(|key| !key.contains(['(', '=', ' ']));
        told.extend(keys.filter(|_| line.starts_with("| `")).map(|key| format!("{section} {key}")));
    }
    let missing: Vec<&String> = real.difference(&told).collect();
    assert!(missing.is_empty(), "examples/json.md does not tell of {missing:?}");
    let parts = |key: &String| real.iter().any(|found| found.starts_with(&format!("{key}.")));
    let gone = told.difference(&real).filter(|key| !parts(key) && !key.starts_with("layout others[]"));
    assert_eq!(gone.collect::<Vec<_>>(), Vec::<&String>::new(), "examples/json.md tells of what is not there");
}
