//! An interpreter starts, and its types are what Python says they are.

use runtime::vm::boot::Config;
use runtime::{Args, Exc, Vm};

#[test]
fn starts() {
    let vm = Vm::new(Config::default());
    assert_eq!(vm.repr_text(&vm.types.object).unwrap(), "<class 'object'>");
    assert_eq!(vm.repr_text(&vm.types.type_).unwrap(), "<class 'type'>");
    assert!(vm.types.type_.ty_ref().is(&vm.types.type_));
    assert!(vm.is_instance_of(&vm.types.object, &vm.types.type_));
    let mro = vm.get_attr_str(&vm.types.bool_, "__mro__").unwrap();
    assert_eq!(vm.collect(&mro).unwrap().len(), 3);
}

#[test]
fn makes_classes() {
    let vm = Vm::new(Config::default());
    let class = |name: &str, bases: Vec<gc::ObjRef>| {
        let args = [vm.str(name), vm.tuple(bases), vm.dict().into_obj()];
        vm.call_args(&vm.types.type_, Args::positional_only(&args)).unwrap()
    };
    let a = class("A", vec![]);
    let b = class("B", vec![a.clone()]);
    assert_eq!(vm.name_of_type(&b), "B");
    let x = vm.call(&b, &[]).unwrap();
    let name = vm.intern("colour");
    assert!(vm.get_attr_opt(&x, &name).unwrap().is_none());
    vm.set_attr(&a, &name, &vm.int(7)).unwrap();
    assert!(vm.get_attr(&x, &name).unwrap().is(&vm.int(7)));
    vm.set_attr(&x, &name, &vm.int(8)).unwrap();
    assert!(vm.get_attr(&x, &name).unwrap().is(&vm.int(8)));
    vm.del_attr(&x, &name).unwrap();
    assert!(vm.get_attr(&x, &name).unwrap().is(&vm.int(7)));
    vm.del_attr(&a, &name).unwrap();
    let raised = vm.get_attr(&x, &name).unwrap_err();
    assert!(raised.matches(&vm, Exc::AttributeError));
    assert_eq!(vm.str_of_text(&raised.0).unwrap(), "'B' object has no attribute 'colour'");
    assert!(vm.is_instance(&x, &a).unwrap());
    assert!(!vm.is_instance(&x, &vm.types.dict).unwrap());
}

#[test]
fn start_is_quick() {
    let start = std::time::Instant::now();
    let vm = Vm::new(Config::default());
    eprintln!("boot: {:?}", start.elapsed());
    drop(vm);
}
