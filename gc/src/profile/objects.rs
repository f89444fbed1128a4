//! What the builtin objects of each CPython release do differently: sizes and growth.
//!
//! Code reads these fields when it makes or grows an object. It never asks for the release.

/// The objects' part of a release's row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ObjectProfile {
    /// Bytes of the block of a one-digit int made by arithmetic.
    pub one_digit_block: usize,
    /// What `getsizeof` tells of a builtin type.
    pub static_type: StaticType,
    /// Whether the block of a sum made by `sum` is as long as its digits need.
    pub sum_exact: bool,
    /// Whether `x << n` of a one-digit int asks for a digit more than the result may need.
    pub shift_asks_more: bool,
    /// Digits counted by `getsizeof` for zero.
    pub zero_digits: usize,
    /// Where the characters of a str start.
    pub text: TextLayout,
    /// Whether Latin-1 characters beyond ASCII are made when they are first needed.
    pub latin1_on_demand: bool,
    /// Whether the Latin-1 characters that exist from the start carry their UTF-8 copy.
    pub static_utf8: bool,
    /// How lists grow.
    pub list: ListPolicy,
    /// How dicts grow.
    pub dict: DictPolicy,
    /// Whether `bytearray(x)` of a list or tuple has room for all bytes at once.
    pub bytearray_presized: bool,
    /// Whether adding to a set reuses the place of a deleted entry.
    pub set_reuses_dummies: bool,
    /// Whether a set literal of constants is a copy of a constant frozenset (and sized as one).
    pub set_literal_copies: bool,
    /// Whether there is one empty frozenset.
    pub one_empty_frozenset: bool,
    /// Whether each deque keeps its empty blocks; else one list is there for all.
    pub deque_keeps_spares: bool,
    /// Where instances keep their attributes.
    pub instance: InstanceStorage,
    /// Whether the code of a generator's body has a handler around all of it, which needs two places on the stack.
    pub guarded_bodies: bool,
    /// What a generator that is closed does with its locals.
    pub closed_body: ClosedBody,
    /// Whether `'…' % (a, b)` makes the tuple that is written there.
    pub percent_makes_tuple: bool,
    /// Whether a str that only a name of a module or class holds grows in place when text is added to it.
    pub names_append_in_place: bool,
    /// Whether the registry of subclasses goes when the last subclass leaves it.
    pub registry_goes: bool,
    /// Whether a class notes its first line and the attributes that its methods give to `self`.
    pub classes_note: bool,
    /// Whether annotations of functions are a dict from the start.
    pub annotations_are_dict: bool,
    /// Whether an error that is raised inside and forgotten there has been made an exception object.
    pub errors_at_once: bool,
    /// What the reprs of weak references and proxies show.
    pub reference_text: ReferenceText,
}

/// How large `getsizeof` says a builtin type is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StaticType {
    /// Bytes of the struct.
    pub size: usize,
    /// Whether a GC head, which builtin types do not have, is counted.
    pub counts_head: bool,
}

/// Offsets inside a str, from the object pointer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextLayout {
    /// The characters of an ASCII str.
    pub ascii: u8,
    /// The characters of any other compact str.
    pub compact: u8,
    /// The cached UTF-8 copy: its pointer. Its length is the word before.
    pub utf8: u8,
    /// Bytes of a str whose characters are in a block of their own, without weak list and
    /// dict: instances of subclasses. The pointer to the block is the last word.
    pub object: u8,
}

/// The resize rule of lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListGrowth {
    /// `n + n/8 + 3` or `+ 6`.
    Eighth,
    /// `n + n/8 + 6` rounded down to a multiple of 4; exact for big jumps.
    EighthByFour,
}

/// How much room a list gets that is made with a known or estimated number of items.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presize {
    /// As many slots as items.
    Exact,
    /// Rounded up to even.
    Even,
    /// The resize rule, from an empty list.
    Resize,
}

/// Everything about a list's buffer that differs between releases.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ListPolicy {
    /// The resize rule.
    pub growth: ListGrowth,
    /// A literal of three or more constants.
    pub from_constants: Presize,
    /// `list(x)`, `sorted(x)` of something with a length.
    pub from_sized: Presize,
    /// `list(x)` of a set, frozenset, dict or dict view.
    pub from_unordered: Presize,
    /// `list(x)` of an iterator with a length hint, and the hint of 8 without one.
    pub from_hint: Presize,
    /// `extend` of a list without a buffer by one of these, and what is made by it, if that differs from other iterables.
    pub extend_unordered: Option<Presize>,
    /// `[*x]`.
    pub from_star: Presize,
    /// `extend` of a list that has no buffer.
    pub extend_without_buffer: Presize,
    /// How literals of many or starred items are built.
    pub displays: Displays,
    /// Whether a list that shrinks to nothing keeps a block of no bytes.
    pub keeps_empty_block: bool,
    /// Whether `del l[i]` gives room back.
    pub delete_shrinks: bool,
    /// Whether `str.split` makes room for as many parts as the text can have at most.
    pub split_by_length: bool,
}

/// How literals and calls of many or starred items are built.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Displays {
    /// The items between stars are tuples, which are joined in the end.
    Joined,
    /// From the first star on item by item.
    FromStar,
    /// As before; more than 30 items are added one by one.
    Counted,
}

/// How the size of a key table follows from the number of entries it must hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TableSizing {
    /// The smallest power of two that is not smaller, at least 8.
    AtLeast,
    /// The next power of two by bit length: 1 to 7 give 16.
    ByBitLength,
}

/// Everything about a dict's tables that differs between releases.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DictPolicy {
    /// Bytes in front of the indices.
    pub header: u8,
    /// Table sizes.
    pub sizing: TableSizing,
    /// Whether tables of exact str keys have entries of 16 bytes, without hashes.
    pub text_tables: bool,
    /// Whether `dict()` allocates a table at once.
    pub eager_table: bool,
    /// Literals from this many items on are not presized.
    pub literal_by_insert: usize,
    /// Whether merging a dict without gaps into an empty one copies its table.
    pub merge_copies: MergeCopies,
    /// Whether operators of a key view copy the table of its dict instead of adding key by key.
    pub views_copy_table: bool,
}

/// Which empty dicts take a copy of the table of a dict without gaps that is merged into them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MergeCopies {
    /// None: items are added one by one.
    Never,
    /// Every one.
    Always,
    /// Those that do not share their keys.
    Unshared,
}

/// What a generator that is closed does with its locals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ClosedBody {
    /// They go at once.
    Cleared,
    /// They stay until the generator dies if it never began.
    KeptUnstarted,
    /// As before; if it was suspended outside any `try`, the body does not run and the function stays.
    KeptUnguarded,
}

/// What the reprs of weak references and proxies show.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ReferenceText {
    /// References show the attribute `__name__` of the object.
    AttributeName,
    /// References show `__name__` if the object's class provides it.
    TypeName,
    /// As before, and proxies look as references do.
    AlikeProxies,
}

/// Where instances of plain classes keep their attributes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum InstanceStorage {
    /// A dict that shares its key table with the class, made by the first attribute.
    SplitDict,
    /// A block of values made together with the instance; a dict only when asked for.
    ValuesBlock,
    /// Values inside the instance's own block.
    InlineValues,
}

pub(super) const V3_8: ObjectProfile = ObjectProfile {
    one_digit_block: 28,
    static_type: StaticType { size: 416, counts_head: false },
    sum_exact: false,
    shift_asks_more: true,
    zero_digits: 0,
    latin1_on_demand: true,
    static_utf8: false,
    text: TextLayout { ascii: 48, compact: 72, utf8: 56, object: 80 },
    list: ListPolicy {
        growth: ListGrowth::Eighth,
        from_constants: Presize::Exact,
        from_sized: Presize::Exact,
        from_unordered: Presize::Exact,
        from_hint: Presize::Resize,
        extend_unordered: None,
        from_star: Presize::Resize,
        extend_without_buffer: Presize::Resize,
        displays: Displays::Joined,
        keeps_empty_block: true,
        delete_shrinks: true,
        split_by_length: false,
    },
    dict: DictPolicy {
        header: 40,
        sizing: TableSizing::AtLeast,
        text_tables: false,
        eager_table: true,
        literal_by_insert: usize::MAX,
        merge_copies: MergeCopies::Never,
        views_copy_table: false,
    },
    bytearray_presized: false,
    set_reuses_dummies: true,
    set_literal_copies: false,
    one_empty_frozenset: true,
    deque_keeps_spares: false,
    instance: InstanceStorage::SplitDict,
    guarded_bodies: false,
    percent_makes_tuple: true,
    names_append_in_place: true,
    registry_goes: false,
    classes_note: false,
    annotations_are_dict: true,
    closed_body: ClosedBody::Cleared,
    errors_at_once: false,
    reference_text: ReferenceText::AttributeName,
};
pub(super) const V3_9: ObjectProfile = ObjectProfile {
    static_type: StaticType { size: 408, counts_head: false },
    list: ListPolicy {
        growth: ListGrowth::EighthByFour,
        from_constants: Presize::Resize,
        displays: Displays::FromStar,
        ..V3_8.list
    },
    dict: DictPolicy { views_copy_table: true, ..V3_8.dict },
    set_reuses_dummies: false,
    set_literal_copies: true,
    ..V3_8
};
pub(super) const V3_10: ObjectProfile = ObjectProfile {
    list: ListPolicy {
        from_constants: Presize::Even,
        from_sized: Presize::Even,
        from_unordered: Presize::Even,
        from_hint: Presize::Even,
        from_star: Presize::Even,
        extend_without_buffer: Presize::Even,
        displays: Displays::Counted,
        ..V3_9.list
    },
    dict: DictPolicy {
        sizing: TableSizing::ByBitLength,
        eager_table: false,
        literal_by_insert: 16,
        merge_copies: MergeCopies::Always,
        ..V3_9.dict
    },
    set_reuses_dummies: true,
    one_empty_frozenset: false,
    annotations_are_dict: false,
    ..V3_9
};
pub(super) const V3_11: ObjectProfile = ObjectProfile {
    static_type: StaticType { size: 408, counts_head: true },
    reference_text: ReferenceText::TypeName,
    one_digit_block: 32,
    shift_asks_more: false,
    zero_digits: 1,
    percent_makes_tuple: false,
    names_append_in_place: false,
    registry_goes: true,
    dict: DictPolicy { header: 32, text_tables: true, ..V3_10.dict },
    deque_keeps_spares: true,
    instance: InstanceStorage::ValuesBlock,
    bytearray_presized: true,
    latin1_on_demand: false,
    ..V3_10
};
pub(super) const V3_12: ObjectProfile = ObjectProfile {
    static_type: StaticType { size: 416, counts_head: true },
    sum_exact: true,
    static_utf8: true,
    text: TextLayout { ascii: 40, compact: 56, utf8: 48, object: 64 },
    list: ListPolicy { keeps_empty_block: false, split_by_length: true, ..V3_11.list },
    guarded_bodies: true,
    errors_at_once: true,
    closed_body: ClosedBody::KeptUnstarted,
    ..V3_11
};
pub(super) const V3_13: ObjectProfile = ObjectProfile {
    static_type: StaticType { size: 416, counts_head: false },
    list: ListPolicy {
        from_unordered: Presize::Resize,
        extend_unordered: Some(Presize::Resize),
        delete_shrinks: false,
        ..V3_12.list
    },
    dict: DictPolicy { merge_copies: MergeCopies::Unshared, ..V3_12.dict },
    instance: InstanceStorage::InlineValues,
    closed_body: ClosedBody::KeptUnguarded,
    classes_note: true,
    reference_text: ReferenceText::AlikeProxies,
    ..V3_12
};

impl ListGrowth {
    /// The new number of slots when a list of `old_len` items with `allocated` slots becomes
    /// one of `len` items; None keeps the buffer.
    #[inline]
    pub fn resize(self, allocated: usize, old_len: usize, len: usize) -> Option<usize> {
        if allocated >= len && len >= allocated / 2 {
            return None;
        }
        if len == 0 {
            return Some(0);
        }
        let roomy = len.saturating_add(len / 8);
        Some(match self {
            ListGrowth::Eighth => roomy.saturating_add(if len < 9 { 3 } else { 6 }),
            ListGrowth::EighthByFour => {
                let slots = roomy.saturating_add(6) & !3;
                let jump = len.saturating_sub(old_len);
                if len > old_len && jump > slots - len { len.saturating_add(3) & !3 } else { slots }
            }
        })
    }
}

impl Presize {
    /// Slots for `len` items of a list without a buffer; 0 is no buffer.
    pub fn slots(self, growth: ListGrowth, len: usize) -> usize {
        match self {
            Presize::Exact => len,
            Presize::Even => len.saturating_add(1) & !1,
            Presize::Resize => growth.resize(0, 0, len).unwrap_or(0),
        }
    }
}

impl TableSizing {
    /// log2 of the slots of a key table made for `entries`.
    #[inline]
    pub fn log2_slots(self, entries: usize) -> u32 {
        match self {
            TableSizing::AtLeast => entries.max(8).next_power_of_two().trailing_zeros(),
            TableSizing::ByBitLength => usize::BITS - (((entries | 8) - 1) | 7).leading_zeros(),
        }
    }

    /// log2 of the slots of a key table that is to take `len` items without growing.
    #[inline]
    pub fn log2_presized(self, len: usize) -> u32 {
        self.log2_slots((len * 3).div_ceil(2))
    }
}
