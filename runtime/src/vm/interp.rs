//! The loop: fetch, do, next. One arm per instruction form; the work is in the handlers.
//!
//! A Python-to-Python call pushes a frame and the same loop goes on in it. Native code that calls
//! Python enters a new loop, which ends when the frame it was entered for returns.

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::cpu::{Cpu, Step};
use crate::vm::hooks::{Bare, Events, Exit, Hooks, Look};
use crate::vm::instr::XOp;
use crate::vm::{
    ops_arith as arith, ops_async as asyn, ops_attr as attr, ops_build as build, ops_call as call, ops_compare as cmp,
    ops_except as exc, ops_import as import, ops_item as item, ops_iter as iter, ops_jump as jump,
    ops_match as pattern, ops_move as mv, ops_name as name, ops_native as native, ops_special as special,
    ops_spread as spread, unwind,
};

/// Runs the frame on top, which has just been pushed, until it returns to native code.
pub(crate) fn run(vm: &Vm) -> PyResult {
    run_on(vm, true)
}

/// The same for a frame that is under way.
pub(crate) fn run_on(vm: &Vm, entered: bool) -> PyResult {
    let mut entered = entered;
    if let Step::Raise(raised) = jump::entered(vm, Step::Next) {
        unwind::unwind(vm, raised)?;
    }
    loop {
        let done = match vm.run.hooks_on.get() {
            true => run_with(vm, &mut Events::new(vm, entered)),
            false => run_with(vm, &mut Bare),
        };
        if let Some(result) = done {
            return result;
        }
        entered = false;
    }
}

/// Runs with these hooks; an exception is unwound outside the hot loop. None: other hooks are wanted.
fn run_with<H: Hooks>(vm: &Vm, hooks: &mut H) -> Option<PyResult> {
    loop {
        match execute(vm, hooks) {
            Exit::Value(value) => return Some(Ok(value)),
            Exit::Rehook => return None,
            Exit::Raise(raised) => {
                if let Err(raised) = unwind::unwind(vm, raised) {
                    return Some(Err(raised));
                }
            }
        }
    }
}

macro_rules! dispatch {
    ($cpu:ident, $op:ident, $site:ident; hot { $($hot:ident => $h:path),+ $(,)? } cold { $($cold:ident => $c:path),+ $(,)? }
        step { $($stepped:ident => $s:path),+ $(,)? }) => {
        match $op {
            $( XOp::$hot => $h(&mut $cpu, $site), )+
            $( XOp::$cold => Step::from($c($cpu.vm, $cpu.frame(), $site.get())), )+
            $( XOp::$stepped => $s($cpu.vm, $cpu.frame(), $site.get()), )+
        }
    };
}

/// The loop. `hot` handlers are inlined and work on the machine's registers; `cold` ones return
/// `PyResult<()>` and the next instruction follows; `step` ones decide what follows.
#[inline(never)]
fn execute<H: Hooks>(vm: &Vm, hooks: &mut H) -> Exit {
    let mut cpu = Cpu::load(vm);
    loop {
        let mut op = cpu.fetch();
        if H::ON {
            match hooks.before(vm, cpu.frame()) {
                Ok(Look::Go) => {}
                Ok(Look::Leave) => return Exit::Rehook,
                Err(raised) => return Exit::Raise(raised),
            }
            // The same code may have run meanwhile and changed the form.
            op = cpu.fetch();
            if op == XOp::JumpFor {
                // The head of the loop is to be seen as well.
                op = XOp::Jump;
            }
        }
        let site = cpu.site();
        let step = dispatch! { cpu, op, site;
            hot {
                Nop => mv::nop, Extra => mv::nop, Move => mv::move_, Copy => mv::copy, LoadConst => mv::load_const,
                Drop => mv::drop_, Swap => mv::swap, CheckBound => mv::check_bound,
                MakeCell => mv::make_cell, LoadCell => mv::load_cell, StoreCell => mv::store_cell,
                LoadGlobalModule => name::load_global_module, LoadGlobalBuiltin => name::load_global_builtin,
                LoadNameModule => name::load_name_module, LoadNameBuiltin => name::load_name_builtin,
                StoreNameModule => name::store_name_module, StoreGlobalModule => name::store_global_module,

                AddInt => arith::add_int, SubInt => arith::sub_int,
                MulInt => arith::mul_int, DivModInt => arith::divmod_int, BitsInt => arith::bits_int,
                AddIntConst => arith::add_int_const, MulIntConst => arith::mul_int_const,
                FloorDivIntConst => arith::floor_div_int_const, ModIntConst => arith::mod_int_const,
                AndIntConst => arith::and_int_const, RShiftIntConst => arith::rshift_int_const,
                AddFloat => arith::add_float, SubFloat => arith::sub_float, MulFloat => arith::mul_float,
                DivFloat => arith::div_float, MixedFloat => arith::mixed_float,
                AddFloatConst => arith::add_float_const, ConstSubFloat => arith::const_sub_float,
                MulFloatConst => arith::mul_float_const, DivFloatConst => arith::div_float_const,
                ConstDivFloat => arith::const_div_float,
                AddStr => arith::add_str, AppendStr => arith::append_str,
                Unary => arith::unary,
                CompareInt => cmp::compare_int, CompareFloat => cmp::compare_float,
                CompareStr => cmp::compare_str, CompareJump => cmp::compare_jump,
                CompareJumpInt => cmp::compare_jump_int, CompareJumpIntConst => cmp::compare_jump_int_const,
                 CompareJumpFloat => cmp::compare_jump_float,
                CompareJumpStr => cmp::compare_jump_str, Is => cmp::is, Contains => cmp::contains,
                Jump => jump::jump, JumpFor => jump::jump_for, JumpIfTrue => jump::if_true, JumpIfFalse => jump::if_false,
                JumpIfTrueKeep => jump::if_true_keep, JumpIfFalseKeep => jump::if_false_keep,
                JumpIfNone => jump::if_none, JumpIfNotNone => jump::if_not_none,
                GetItemList => item::get_item_list, GetItemTuple => item::get_item_tuple,
                GetItemDict => item::get_item_dict, SetItemList => item::set_item_list,
                SetItemDict => item::set_item_dict,
                LoadAttrValue => attr::load_value, LoadAttrDict => attr::load_dict,
                LoadAttrMember => attr::load_member, LoadAttrType => attr::load_type,
                LoadAttrClass => attr::load_class, LoadAttrModule => attr::load_module,
                LoadAttrProperty => attr::load_property, LoadAttrComputed => attr::load_computed,
                StoreAttrValue => attr::store_value, StoreAttrMember => attr::store_member,
                LoadMethodType => attr::method_type, LoadMethodValue => attr::method_value,
                LoadMethodModule => attr::method_module, LoadMethodClass => attr::method_class,
                CallPy => call::call_py, CallPyDefaults => call::call_py_defaults,
                CallNative => native::call, CallDescriptor => native::call_descriptor, CallType => native::call_type,
                CallBuiltinClass => native::call_builtin_class, CallAppend => native::call_append,
                CallLen => native::call_len, CallIsInstance => native::call_is_instance,
                CallClass => native::call_class,
                Return => call::return_,
                ForIter => iter::for_iter, ForIterRange => iter::for_range, ForIterList => iter::for_list,
                ForIterTuple => iter::for_tuple, ForIterGenerator => iter::for_generator,
                ForIterNative => iter::for_native,
                Yield => iter::yield_, GetIter => iter::get_iter,
                UnpackTuple => item::unpack_tuple, UnpackList => item::unpack_list,
                ListAppend => build::list_append, BuildTuple => build::tuple, BuildList => build::list,
            }
            cold {
                LoadGlobal => name::load_global, Binary => arith::binary, Compare => cmp::compare,
                GetItem => item::get_item, SetItem => item::set_item, LoadAttr => attr::load,
                StoreAttr => attr::store, LoadMethod => attr::method, UnpackSequence => item::unpack,
                DeleteLocal => mv::delete_local, DeleteCell => mv::delete_cell,
                LoadClassCell => name::load_class_cell, StoreGlobal => name::store_global,
                DeleteGlobal => name::delete_global, LoadName => name::load_name, StoreName => name::store_name,
                DeleteName => name::delete_name, SetupAnnotations => name::setup_annotations,
                LoadLocals => name::load_locals, LoadBuildClass => name::load_build_class,
                LoadAssertionError => name::load_assertion_error,
                DeleteAttr => attr::delete, DelItem => item::delete,
                BuildSlice => build::slice, BuildSet => build::set,
                BuildDict => build::dict, BuildConstKeyDict => build::const_key_dict, BuildString => build::string,
                FormatValue => build::format_value, ListExtend => build::list_extend,
                ListToTuple => build::list_to_tuple, SetAdd => build::set_add, SetUpdate => build::set_update,
                MapAdd => build::map_add, DictUpdate => build::dict_update, DictMerge => build::dict_merge,
                UnpackEx => item::unpack_ex,
                GetYieldFromIter => iter::yield_from_iter, GetAwaitable => asyn::get_awaitable,
                GetAIter => asyn::get_aiter, GetANext => asyn::get_anext,
                EndAsyncFor => asyn::end_async_for, AsyncGenWrap => asyn::wrap,
                MakeFunction => build::function,
                ImportName => import::name, ImportFrom => import::from, ImportStar => import::star,
                PushExc => exc::push, PopExc => exc::pop, ExcMatch => exc::matches,
                ExcGroupMatch => exc::group_match, PrepReraiseStar => exc::prepare_reraise_star,
                BeforeAsyncWith => exc::before_async_with,
                WithExceptStart => exc::with_except_start,
                MatchSequence => pattern::sequence, MatchMapping => pattern::mapping, MatchKeys => pattern::keys,
                MatchClass => pattern::class, GetLen => pattern::len,
                PrintExpr => exc::print_expr,
            }
            step {
                Call => call::call, Send => iter::send, ReturnGenerator => iter::return_generator,
                CallExit => call::call_exit, CallKw => call::call_kw, CallEx => spread::call_ex,
                Raise => exc::raise, Reraise => exc::reraise, BeforeWith => exc::before_with,
                BinarySpecial => special::binary, CompareSpecial => special::compare,
                CompareJumpSpecial => special::compare_jump, GetItemSpecial => special::get_item,
                SetItemSpecial => special::set_item, CallInstance => special::call, CallClassNew => special::call_new,
                ForIterSpecial => special::for_iter,
            }
        };
        let step = if H::ON { hooks.after(vm, step) } else { step };
        match step {
            Step::Next => cpu.pc = site.next(),
            Step::Jump | Step::Switched => {}
            Step::Switch => cpu.reload(),
            Step::Raise(raised) => return Exit::Raise(raised),
            Step::Leave(value) => return Exit::Value(value),
            Step::Rehook => return Exit::Rehook,
        }
    }
}
