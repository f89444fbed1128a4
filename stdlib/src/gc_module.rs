//! `gc`: the collector's switches and figures.

use gc::{GENERATIONS, ObjRef, debug};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, ModuleSpec, Releases};
use runtime::vm::Vm;
use runtime::vm::cast::as_type;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "gc", doc: Some("The cycle collector."), functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new("collect(generation=2)", Fun::Bound(collect)),
    Method::new("disable()", Fun::None(disable)),
    Method::new("enable()", Fun::None(enable)),
    Method::new("freeze()", Fun::None(freeze)),
    Method::new("get_count()", Fun::None(get_count)),
    Method::new("get_debug()", Fun::None(get_debug)),
    Method::new("get_freeze_count()", Fun::None(get_freeze_count)),
    Method::new("get_objects(generation=None)", Fun::Bound(get_objects)),
    Method::new("get_referents(*objs)", Fun::Raw(get_referents)).packing(Releases::until(12)),
    Method::new("get_referrers(*objs)", Fun::Raw(get_referrers)).packing(Releases::until(12)),
    Method::new("get_stats()", Fun::None(get_stats)),
    Method::new("get_threshold()", Fun::None(get_threshold)),
    Method::new("is_finalized(obj, /)", Fun::One(is_finalized)),
    Method::new("is_tracked(obj, /)", Fun::One(is_tracked)),
    Method::new("isenabled()", Fun::None(is_enabled)),
    Method::new("set_debug(flags, /)", Fun::One(set_debug)),
    Method::new("set_threshold(threshold0, threshold1, threshold2)", Fun::Raw(set_threshold)).packing(Releases::ALL),
    Method::new("unfreeze()", Fun::None(unfreeze)),
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    let flags = [
        ("DEBUG_STATS", debug::STATS),
        ("DEBUG_COLLECTABLE", debug::COLLECTABLE),
        ("DEBUG_UNCOLLECTABLE", debug::UNCOLLECTABLE),
        ("DEBUG_SAVEALL", debug::SAVEALL),
        ("DEBUG_LEAK", debug::COLLECTABLE | debug::UNCOLLECTABLE | debug::SAVEALL),
    ];
    for (name, flag) in flags {
        vm.set_attr(module, &vm.intern(name), &vm.int(i64::from(flag)))?;
    }
    vm.set_attr(module, &vm.intern("garbage"), &vm.gc_garbage())?;
    vm.set_attr(module, &vm.intern("callbacks"), &vm.gc_callbacks())
}

fn collect(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let generation = args[0].as_ref().map_or(Ok(2), |g| vm.to_i32(g))?;
    let Ok(generation) = usize::try_from(generation) else { return Err(vm.value_error("invalid generation")) };
    if generation >= GENERATIONS {
        return Err(vm.value_error("invalid generation"));
    }
    let figures = vm.heap.collect(generation);
    Ok(vm.int_exact((figures.collected + figures.uncollectable) as i64))
}

fn disable(vm: &Vm, _: &ObjRef) -> PyResult {
    vm.heap.set_gc_enabled(false);
    Ok(vm.none())
}

fn enable(vm: &Vm, _: &ObjRef) -> PyResult {
    vm.heap.set_gc_enabled(true);
    Ok(vm.none())
}

fn is_enabled(vm: &Vm, _: &ObjRef) -> PyResult {
    Ok(vm.bool(vm.heap.gc_enabled()))
}

fn freeze(vm: &Vm, _: &ObjRef) -> PyResult {
    vm.heap.freeze();
    Ok(vm.none())
}

fn unfreeze(vm: &Vm, _: &ObjRef) -> PyResult {
    vm.heap.unfreeze();
    Ok(vm.none())
}

fn get_freeze_count(vm: &Vm, _: &ObjRef) -> PyResult {
    Ok(vm.int_exact(vm.heap.tracked_counts().1 as i64))
}

fn get_count(vm: &Vm, _: &ObjRef) -> PyResult {
    let counts = vm.heap.gc_counts();
    Ok(vm.tuple(counts.iter().map(|n| vm.int(*n as i64)).collect::<Vec<_>>()))
}

fn get_threshold(vm: &Vm, _: &ObjRef) -> PyResult {
    let thresholds = vm.heap.thresholds();
    Ok(vm.tuple(thresholds.iter().map(|n| vm.int(i64::from(*n))).collect::<Vec<_>>()))
}

fn set_threshold(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let given = args.positional().len();
    if args.has_keywords() {
        return Err(vm.type_error("gc.set_threshold() takes no keyword arguments"));
    }
    if given == 0 {
        return Err(vm.type_error("set_threshold() takes at least 1 argument (0 given)"));
    }
    if given > GENERATIONS {
        return Err(vm.type_error(format!("set_threshold() takes at most 3 arguments ({given} given)")));
    }
    let mut thresholds = vm.heap.thresholds();
    for (slot, value) in thresholds.iter_mut().zip(args.positional()) {
        *slot = vm.to_i32(value)?;
    }
    vm.heap.set_thresholds(thresholds);
    Ok(vm.none())
}

fn get_debug(vm: &Vm, _: &ObjRef) -> PyResult {
    Ok(vm.int(i64::from(vm.heap.gc_debug())))
}

fn set_debug(vm: &Vm, _: &ObjRef, flags: &ObjRef) -> PyResult {
    vm.heap.set_gc_debug(vm.to_i32(flags)? as u32);
    Ok(vm.none())
}

fn get_objects(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let wanted = match &args[0] {
        Some(generation) if !vm.is_none(generation) => {
            let generation = vm.to_index(generation)?;
            if generation == -1 {
                // As if none were given, since CPython's default is -1.
                return objects_of(vm, 0..GENERATIONS);
            }
            if generation >= GENERATIONS as isize {
                return Err(vm.value_error(format!(
                    "generation parameter must be less than the number of available generations ({GENERATIONS})"
                )));
            }
            if generation < 0 {
                return Err(vm.value_error("generation parameter cannot be negative"));
            }
            generation as usize
        }
        _ => return objects_of(vm, 0..GENERATIONS),
    };
    objects_of(vm, wanted..wanted + 1)
}

fn objects_of(vm: &Vm, generations: std::ops::Range<usize>) -> PyResult {
    let mut found = Vec::new();
    for generation in generations {
        vm.heap.each_tracked(generation, &mut |obj| found.push(obj.clone()));
    }
    Ok(vm.list(found))
}

fn get_referents(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let mut found = Vec::new();
    for obj in args.positional().iter().filter(|obj| vm.heap.is_collectable(obj)) {
        if as_type(obj.ty_ref()).spec.get().is_some_and(|spec| spec.held.have(vm)) {
            found.push(obj.ty_ref().clone());
        }
        vm.heap.each_referent(obj, &mut |referent| found.push(referent.clone()));
    }
    Ok(vm.list(found))
}

fn get_referrers(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let targets: Vec<&ObjRef> = args.positional().iter().collect();
    let mut found = vm.heap.referrers(&targets);
    // The call's own argument tuple does not count.
    if let Some(own) = args.holder() {
        found.retain(|holder| !holder.is(own));
    }
    Ok(vm.list(found))
}

fn get_stats(vm: &Vm, _: &ObjRef) -> PyResult {
    let mut rows = Vec::new();
    for stats in vm.heap.gc_stats() {
        let row = vm.dict();
        let figures = [
            ("collections", stats.collections),
            ("collected", stats.collected),
            ("uncollectable", stats.uncollectable),
        ];
        for (name, figure) in figures {
            vm.dict_set(&row, &vm.intern(name), &vm.int(figure as i64))?;
        }
        rows.push(row.into_obj());
    }
    Ok(vm.list(rows))
}

fn is_tracked(vm: &Vm, _: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.bool(vm.heap.is_tracked(obj)))
}

fn is_finalized(vm: &Vm, _: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.bool(vm.heap.is_finalized(obj)))
}
