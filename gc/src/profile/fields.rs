//! The fields of a release's row, each with its sentence: for the table of what changed, and for rows that are one
//! release's but for some fields.

use crate::alloc::frames::FramePolicy;

use super::counts::{ArgumentOwner, StaticCount};
use super::objects::{
    ClosedBody, Displays, InstanceStorage, ListGrowth, MergeCopies, Presize, ReferenceText, StaticType, TableSizing,
    TextLayout,
};
use super::wording::PropertyText;
use super::{ArenaMap, HeapProfile, Held, PreHeader, Resurrection, Trigger, Waiting};

/// A field that can be set by itself (or some that only go together).
pub struct Field {
    /// As in `list.growth`.
    pub name: &'static str,
    /// What the value is about; value and sentence make a statement: `sentence: value`.
    pub sentence: &'static str,
    words: fn(&HeapProfile) -> String,
    copy: fn(&HeapProfile, &mut HeapProfile),
}

impl Field {
    /// A row's value in words.
    pub fn words(&self, row: &HeapProfile) -> String {
        (self.words)(row)
    }

    /// Sets the field of a row to another row's value.
    pub fn copy(&self, from: &HeapProfile, to: &mut HeapProfile) {
        (self.copy)(from, to);
    }

    /// Whether two rows differ in it.
    pub fn differs(&self, a: &HeapProfile, b: &HeapProfile) -> bool {
        let mut mixed = *a;
        self.copy(b, &mut mixed);
        mixed != *a
    }
}

macro_rules! fields {
    ($($name:literal [$($($path:ident).+),+] $sentence:literal;)*) => {
        /// All fields, in the order of the row.
        pub const FIELDS: &[Field] = &[$(Field {
            name: $name,
            sentence: $sentence,
            words: |row| [$(row.$($path).+.words()),+].join(", "),
            copy: |from, to| { $(to.$($path).+ = from.$($path).+;)+ },
        }),*];
    };
}

fields! {
    "release" [release] "sys.pyglass_profile says";
    "packing" [column] "the release, counted from 3.8, whose builtins make argument tuples";
    "pools" [pool_size, arena_size] "bytes of a pool and of an arena";
    "keep_one_arena" [keep_one_arena] "the emptiest arena stays mapped when it is wholly free";
    "arena_map" [arena_map] "arenas are found by address, bits of root, middle and bottom";
    "thresholds" [thresholds] "the collector's first thresholds";
    "trigger" [trigger] "an automatic collection runs";
    "resurrection" [resurrection] "when finalizers bring garbage back to life, a collection keeps";
    "free_lists.list" [free_lists.list] "dead lists that are kept for the next ones";
    "free_lists.dict" [free_lists.dict] "dead dicts that are kept";
    "free_lists.keys" [free_lists.keys] "dead key tables of dicts that are kept";
    "free_lists.keys_told" [free_lists.keys_told] "sys._debugmallocstats tells of the key tables kept";
    "free_lists.float" [free_lists.float] "dead floats that are kept";
    "free_lists.tuple" [free_lists.tuple, free_lists.tuple_parked, free_lists.tuple_reused]
        "dead tuples of each length that are kept, the longest kept, the longest reused";
    "free_lists.method" [free_lists.method] "dead method objects that are kept";
    "free_lists.async_gen" [free_lists.async_gen] "dead values of async generators that are kept";
    "free_lists.slice" [free_lists.slice] "dead slices that are kept";
    "frames" [frames] "the block of a running call, without locals and stack, and how many dead ones are kept";
    "waiting" [waiting] "dead dicts, floats, lists, builtin functions, methods and tuples that wait when a program starts, and gc.get_count()";
    "waiting_traced" [waiting_traced] "the same, once tracemalloc has been imported";
    "frozen" [frozen] "objects of start-up that gc.get_freeze_count() counts";
    "survivors" [survivors] "objects that survive a full collection when a program starts";
    "held" [held] "counts of None and of all small ints that start-up leaves";
    "int.one_digit_block" [objects.one_digit_block] "bytes of the block of a one-digit int that arithmetic makes";
    "int.sum_exact" [objects.sum_exact] "the block of an int that sum() makes is as long as its digits need";
    "int.shift_asks_more" [objects.shift_asks_more] "the block of x << n of a small int has a digit to spare";
    "int.zero_digits" [objects.zero_digits] "digits that getsizeof counts for zero";
    "static_type" [objects.static_type] "getsizeof of a builtin type";
    "text" [objects.text] "bytes of a str in front of its characters (ASCII, others, and what a subclass's instances add to)";
    "latin1_on_demand" [objects.latin1_on_demand] "Latin-1 characters beyond ASCII are made when they are first needed";
    "static_utf8" [objects.static_utf8] "the Latin-1 characters that exist from the start carry their UTF-8 copy";
    "list.growth" [objects.list.growth] "a list of n items that outgrows its room gets room for";
    "list.from_constants" [objects.list.from_constants] "a list literal of three or more constants has room for";
    "list.from_sized" [objects.list.from_sized] "list(x) and sorted(x) of something with a length have room for";
    "list.from_unordered" [objects.list.from_unordered] "list(x) of a set, a dict or a view has room for";
    "list.from_hint" [objects.list.from_hint] "list(x) of an iterator with a length hint begins with room for";
    "list.extend_unordered" [objects.list.extend_unordered] "extending an empty list by a set, a dict or a view gives room for";
    "list.from_star" [objects.list.from_star] "[*x] has room for";
    "list.extend_without_buffer" [objects.list.extend_without_buffer] "extending an empty list gives it room for";
    "list.displays" [objects.list.displays] "literals and calls of many or starred items are built";
    "list.keeps_empty_block" [objects.list.keeps_empty_block] "a list that shrinks to nothing keeps a block of no bytes";
    "list.delete_shrinks" [objects.list.delete_shrinks] "del l[i] gives room back";
    "list.split_by_length" [objects.list.split_by_length] "str.split makes room for as many parts as the text can have";
    "dict.header" [objects.dict.header] "bytes of a key table in front of its indices";
    "dict.sizing" [objects.dict.sizing] "a key table for n entries has slots";
    "dict.text_tables" [objects.dict.text_tables] "key tables with str keys only have entries of 16 bytes instead of 24";
    "dict.eager_table" [objects.dict.eager_table] "dict() gets a key table at once";
    "dict.literal_by_insert" [objects.dict.literal_by_insert] "items from which on a dict literal is not presized";
    "dict.merge_copies" [objects.dict.merge_copies] "merging a dict without gaps into an empty one copies its table";
    "dict.views_copy_table" [objects.dict.views_copy_table] "operators of key views copy the table of their dict";
    "bytearray.presized" [objects.bytearray_presized] "bytearray(x) of a list or tuple has room for all bytes at once";
    "set.reuses_dummies" [objects.set_reuses_dummies] "adding to a set reuses the place of a deleted entry";
    "set.literal_copies" [objects.set_literal_copies] "a set literal of constants is a copy of a constant frozenset";
    "set.one_empty_frozenset" [objects.one_empty_frozenset] "there is one empty frozenset";
    "deque_keeps_spares" [objects.deque_keeps_spares] "each deque keeps its empty blocks";
    "guarded_bodies" [objects.guarded_bodies] "a generator's body has a handler of its own, for which its stack has room";
    "closed_body" [objects.closed_body] "a generator that is closed";
    "percent_makes_tuple" [objects.percent_makes_tuple] "'…' % (a, b) makes a tuple of the values";
    "names_append_in_place" [objects.names_append_in_place] "s += t outside of functions lets the str grow in place";
    "registry_goes" [objects.registry_goes] "a class without subclasses has no registry of them once the last one has gone";
    "classes_note" [objects.classes_note] "class statements add __firstlineno__ and __static_attributes__";
    "annotations_are_dict" [objects.annotations_are_dict] "a function's annotations are a dict from the start";
    "errors_at_once" [objects.errors_at_once] "errors that are raised inside and forgotten there are exception objects";
    "reference_text" [objects.reference_text] "the repr of a weak reference shows";
    "instance" [objects.instance, pre_header] "instances keep their attributes";
    "counts.arguments" [counts.arguments] "the arguments of a Python function are held by";
    "counts.spread_is_kept" [counts.spread_is_kept] "f(*a, **k) holds the tuple and the dict while f runs";
    "counts.bytes_in_tree" [counts.bytes_in_tree] "counts that the syntax tree holds on a bytes constant";
    "counts.statics" [counts.statics] "small ints, one-character strings, empty str, bytes and tuple are counted";
    "counts.singletons" [counts.singletons] "None, True, False, Ellipsis, NotImplemented and builtin types are counted";
    "counts.interned_live_on" [counts.interned_live_on] "interned strings never die";
    "counts.attribute_hook_binds" [counts.attribute_hook_binds] "__getattr__ is called through a bound method";
    "counts.constructor_moves" [counts.constructor_moves] "from the second call at a place on, instances of classes with an __init__ are made without an argument tuple";
    "counts.stores_hold_first" [counts.stores_hold_first] "d[k] = v counts k and v before __hash__ runs";
    "counts.print_collects" [counts.print_collects] "print holds its arguments in a tuple";
    "wording.bare_slots" [wording.bare_slots] "the message of an empty slot is its name alone";
    "wording.bare_deletions" [wording.bare_deletions] "the message of a deletion of an attribute that is not there is its name alone";
    "wording.missing_dict_told" [wording.missing_dict_told] "who cannot set an unknown attribute is told that there is no __dict__";
    "wording.one_weakref_reason" [wording.one_weakref_reason] "the message of a second __weakref__ slot gives that reason alone";
    "wording.property" [wording.property] "a property without a setter says";
    "wording.immutable_types" [wording.immutable_types] "who sets an attribute of a builtin type is told which";
    "wording.builtin_references" [wording.builtin_references] "the types of weak references are builtins, called weakref and weakproxy";
}

/// Something that can be said in words.
trait Words {
    fn words(&self) -> String;
}

macro_rules! words {
    ($($type:ty: $self:ident => $text:expr;)*) => {
        $(impl Words for $type { fn words(&self) -> String { let $self = self; $text.to_string() } })*
    };
}

impl<T: Words> Words for Option<T> {
    fn words(&self) -> String {
        self.as_ref().map_or_else(|| "none of its own".into(), Words::words)
    }
}

words! {
    &'static str: text => text;
    bool: yes => if *yes { "yes" } else { "no" };
    u8: number => number;
    u32: number => number;
    usize: number => if *number == usize::MAX { "never".to_string() } else { number.to_string() };
    [i32; 3]: three => three.map(|n| n.to_string()).join(", ");
    Trigger: when => match when {
        Trigger::Allocation => "inside the allocation that exceeds the threshold",
        Trigger::Safepoint => "at the next safepoint after that allocation",
    };
    Resurrection: what => match what {
        Resurrection::KeepsAll => "everything that it found",
        Resurrection::KeepsReached => "what can be reached again",
    };
    ClosedBody: what => match what {
        ClosedBody::Cleared => "gives up its locals at once",
        ClosedBody::KeptUnstarted => "keeps its arguments until it dies, if it never began",
        ClosedBody::KeptUnguarded => "keeps its arguments until it dies, if it never began, and its function, outside any try",
    };
    MergeCopies: which => match which {
        MergeCopies::Never => "no",
        MergeCopies::Always => "yes",
        MergeCopies::Unshared => "yes, if it does not share its keys",
    };
    ReferenceText: what => match what {
        ReferenceText::AttributeName => "the attribute __name__ of the object",
        ReferenceText::TypeName => "a __name__ that the object's class provides",
        ReferenceText::AlikeProxies => "a __name__ that the object's class provides; proxies look alike",
    };
    PropertyText: text => match text {
        PropertyText::Nameless => "can't set attribute",
        PropertyText::Named => "can't set attribute 'p'",
        PropertyText::OfClass => "property 'p' of 'C' object has no setter",
    };
    PreHeader: words => match words {
        PreHeader::None => "dict and weak list inside the object",
        PreHeader::Dict => "the weak list inside",
        PreHeader::DictAndWeak => "the weak list in front",
    };
    InstanceStorage: place => match place {
        InstanceStorage::SplitDict => "in a dict whose keys the class shares out",
        InstanceStorage::ValuesBlock => "in a block of values",
        InstanceStorage::InlineValues => "in the instance's own block",
    };
    ListGrowth: rule => match rule {
        ListGrowth::Eighth => "n + n/8 + 3, or + 6 from 9 on",
        ListGrowth::EighthByFour => "n + n/8 + 6, rounded down to a multiple of 4",
    };
    Presize: room => match room {
        Presize::Exact => "exactly the items",
        Presize::Even => "the items, rounded up to even",
        Presize::Resize => "what an empty list gets that is extended by the items",
    };
    Displays: how => match how {
        Displays::Joined => "of tuples of the items between stars",
        Displays::FromStar => "one by one from the first star on",
        Displays::Counted => "one by one from the first star on, or if they are more than 30",
    };
    TableSizing: rule => match rule {
        TableSizing::AtLeast => "the smallest power of two from n on, at least 8",
        TableSizing::ByBitLength => "the next power of two by bit length, so 1 to 7 give 16",
    };
    TextLayout: at => format!("{}, {}, {}", at.ascii, at.compact, at.object);
    ArenaMap: bits => format!("{}, {}, {}", bits.root, bits.mid, bits.bottom);
    FramePolicy: frame => format!("{} bytes, {} kept", frame.block, frame.kept);
    Waiting: n => format!(
        "{}, {}, {}, {}, {}, {}, {:?}",
        n.dict, n.float, n.list, n.builtin_function, n.method, n.tuple.iter().sum::<usize>(), n.counted
    );
    Held: n => format!("{}, {}", n.singletons[0], n.ints.iter().map(|n| u32::from(*n)).sum::<u32>());
    StaticType: ty => format!("{}, the collector's words {}", ty.size, if ty.counts_head { "included" } else { "not included" });
    ArgumentOwner: owner => match owner {
        ArgumentOwner::CallerToo => "the caller's temporaries and the callee's locals",
        ArgumentOwner::Callee => "the callee's locals alone",
    };
    StaticCount: how => match how {
        StaticCount::Ordinary => "as all objects".to_string(),
        StaticCount::From(first) => format!("from {first} on"),
        StaticCount::Immortal => "not at all: immortal, shown as 4294967295".to_string(),
    };
}

impl HeapProfile {
    /// The row of a release such as "3.11".
    ///
    /// # Errors
    /// There is none; the text names those that there are.
    pub fn named(release: &str) -> Result<HeapProfile, String> {
        HeapProfile::of(release).ok_or_else(|| {
            let there = HeapProfile::ALL.map(|row| row.release).join(", ");
            format!("no memory model of Python {release}; there is: {there}")
        })
    }

    /// The row that a text names: a release, with fields of other releases: `3.11+list.growth=3.8+instance=3.13`.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<HeapProfile, String> {
        let mut parts = text.split('+');
        let mut row = HeapProfile::named(parts.next().unwrap_or(""))?;
        for part in parts {
            let Some((name, from)) = part.split_once('=') else {
                return Err(format!("{part} is no field=release of a memory model"));
            };
            let Some(field) = FIELDS.iter().find(|field| field.name == name) else {
                return Err(format!("a memory model has no field {name}; pyglass profiles shows them"));
            };
            field.copy(&HeapProfile::named(from)?, &mut row);
        }
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A field that is not in the list would be missing from the table, and from what `compare` can explain.
    #[test]
    fn the_fields_make_up_the_row() {
        for from in HeapProfile::ALL {
            let mut row = HeapProfile::ALL[0];
            FIELDS.iter().for_each(|field| field.copy(&from, &mut row));
            assert_eq!(row, from, "a field of the profile has no sentence in gc/src/profile/fields.rs");
        }
    }

    #[test]
    fn a_row_can_have_fields_of_another() {
        let row = HeapProfile::parse("3.11+list.growth=3.8").expect("both are there");
        assert_eq!(row.objects.list.growth, ListGrowth::Eighth);
        assert_eq!(row.objects.list.from_sized, Presize::Even);
        assert!(
            HeapProfile::parse("2.7").is_err_and(|m| m.starts_with("no memory model of Python 2.7; there is: 3.8, "))
        );
        assert!(HeapProfile::parse("3.8+x=3.9").is_err_and(|m| m.starts_with("a memory model has no field x")));
        assert!(HeapProfile::parse("3.8+x").is_err());
    }
}
