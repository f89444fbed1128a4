//! The builtin types that every interpreter has from the start.

use crate::builtins::{self, descriptors};
use crate::native::TypeSpec;
use crate::vm;
use gc::ObjRef;

macro_rules! types {
    ($($field:ident : $spec:expr),+ $(,)?) => {
        /// The builtin type objects: `vm.types.list`.
        #[allow(missing_docs)]
        pub struct Types { $(pub $field: ObjRef),+ }

        impl Types {
            /// Makes all of them with `make`, in table order.
            pub fn new(mut make: impl FnMut(&'static TypeSpec) -> ObjRef) -> Types {
                Types { $($field: make(&$spec)),+ }
            }

            /// Calls `look` with each of them.
            pub fn each(&self, look: &mut dyn FnMut(&ObjRef)) {
                $( look(&self.$field); )+
            }
        }
    };
}

types! {
    object: builtins::object::SPEC,
    type_: builtins::type_object::SPEC,
    int: builtins::int::SPEC,
    bool_: builtins::bool_::SPEC,
    float: builtins::float::SPEC,
    complex: builtins::complex::SPEC,
    str: builtins::str::SPEC,
    bytes: builtins::bytes::SPEC,
    bytearray: builtins::bytearray::SPEC,
    memoryview: builtins::memoryview::SPEC,
    list: builtins::list::SPEC,
    tuple: builtins::tuple::SPEC,
    dict: builtins::dict::SPEC,
    set: builtins::set::SPEC,
    frozenset: builtins::frozenset::SPEC,
    range: builtins::range::SPEC,
    slice: builtins::slice::SPEC,
    function: vm::function::SPEC,
    method: vm::method::SPEC,
    builtin_function: builtins::builtin_function::SPEC,
    method_descriptor: descriptors::METHOD,
    classmethod_descriptor: descriptors::CLASS_METHOD,
    wrapper_descriptor: descriptors::WRAPPER,
    getset_descriptor: descriptors::GETSET,
    member_descriptor: descriptors::MEMBER,
    method_wrapper: builtins::method_wrapper::SPEC,
    property: builtins::property::SPEC,
    classmethod: builtins::classmethod::CLASS_METHOD,
    staticmethod: builtins::classmethod::STATIC_METHOD,
    super_: builtins::super_::SPEC,
    generator: vm::generator_type::GENERATOR,
    coroutine: vm::generator_type::COROUTINE,
    async_generator: vm::async_gen::SPEC,
    cell: vm::cell::SPEC,
    module: builtins::module::SPEC,
    mappingproxy: builtins::mappingproxy::SPEC,
    code: vm::code_object::SPEC,
    frame: vm::frame_object::SPEC,
    traceback: vm::traceback::SPEC,
    none_type: builtins::none::NONE,
    not_implemented_type: builtins::none::NOT_IMPLEMENTED,
    ellipsis_type: builtins::none::ELLIPSIS,
    weakref: builtins::weakref::REFERENCE,
    dict_keys: builtins::dict_views::KEYS,
    dict_values: builtins::dict_views::VALUES,
    dict_items: builtins::dict_views::ITEMS,
    dict_keyiterator: builtins::dict::iter::KEYS,
    dict_valueiterator: builtins::dict::iter::VALUES,
    dict_itemiterator: builtins::dict::iter::ITEMS,
    dict_reversekeyiterator: builtins::dict::iter::REVERSE_KEYS,
    dict_reversevalueiterator: builtins::dict::iter::REVERSE_VALUES,
    dict_reverseitemiterator: builtins::dict::iter::REVERSE_ITEMS,
    list_iterator: builtins::iterators::sequence_iter::LIST,
    list_reverseiterator: builtins::iterators::sequence_iter::LIST_REVERSED,
    tuple_iterator: builtins::iterators::sequence_iter::TUPLE,
    range_iterator: builtins::iterators::range_iter::SPEC,
    longrange_iterator: builtins::iterators::range_iter::LONG,
    set_iterator: builtins::set::iter::SPEC,
    str_iterator: builtins::str::iterator::SPEC,
    str_ascii_iterator: builtins::str::iterator::ASCII_SPEC,
    iterator: builtins::iterators::sequence_iter::GENERIC,
    callable_iterator: builtins::iterators::callable_iter::SPEC,
    enumerate: builtins::enumerate::SPEC,
    zip: builtins::zip::SPEC,
    map: builtins::map::SPEC,
    filter: builtins::filter::SPEC,
    reversed: builtins::reversed::SPEC,
    generic_alias: builtins::generic_alias::SPEC,
    union_type: builtins::union_type::SPEC,
    alias_iterator: builtins::generic_alias::ITERATOR,
    bytes_iterator: builtins::bytes::iterator::SPEC,
    bytearray_iterator: builtins::bytes::iterator::ARRAY_SPEC,
    managed_buffer: builtins::memoryview::BUFFER_SPEC,
    memory_iterator: builtins::memoryview::iterator::SPEC,
    weakproxy: builtins::weakref::PROXY,
    weakcallableproxy: builtins::weakref::CALLABLE_PROXY,
    coroutine_wrapper: vm::generator_type::AWAIT,
    anext_awaitable: builtins::anext_awaitable::SPEC,
}
