//! `_hashlib`: digests. The hash functions are RustCrypto's, BLAKE2 with all its parameters is our own.

mod blake2;

use blake2::{Blake2b, Blake2s, Parameters};
use digest::{DynDigest, ExtendableOutput, Update, XofReader};
use gc::{Bytes, ObjRef, Payload, PlainCell};
use runtime::error::PyResult;
use runtime::native::{Fun, GetSet, Method, ModuleSpec, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use sha2::{Digest, Sha512};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_hashlib",
    doc: None,
    functions: &[
        Method::new("sha512(data, /)", Fun::One(sha512)),
        Method::new("new(name, data, /)", Fun::Pos(2, 2, new)),
        Method::new("blake2(wide, numbers, texts, data, /)", Fun::Pos(4, 4, blake2)),
    ],
    init,
};

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    vm.set_attr(module, &vm.intern("HASH"), &vm.native_type(&HASH))
}

gc::payload! {
    /// A running digest.
    pub struct Hash: plain { state: PlainCell<State> }
}

/// One hash function at work, and its name.
struct State {
    name: &'static str,
    hasher: Hasher,
}

/// The kinds of hash functions that are there.
enum Hasher {
    Fixed(Box<dyn DynDigest>, usize),
    Shake128(sha3::Shake128),
    Shake256(sha3::Shake256),
    Wide(Box<Blake2b>),
    Narrow(Box<Blake2s>),
}

pub static HASH: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { repr: Some(repr), ..SlotDefs::NONE },
    methods: &[
        Method::new("update(self, data, /)", Fun::One(update)),
        Method::new(
            "digest(self, /, *length)",
            Fun::Pos(0, 1, |vm, this, args| Ok(vm.bytes(&digest_of(vm, this, args)?))),
        ),
        Method::new("hexdigest(self, /, *length)", Fun::Pos(0, 1, hexdigest)),
        Method::new("copy(self, /)", Fun::None(copy)),
    ],
    getset: &[
        GetSet { name: "name", get: |vm, this| state(this, |state| Ok(vm.str(state.name))), set: None },
        GetSet { name: "digest_size", get: |vm, this| state(this, |s| Ok(vm.int(s.hasher.size() as i64))), set: None },
        GetSet { name: "block_size", get: |vm, this| state(this, |s| Ok(vm.int(s.hasher.block() as i64))), set: None },
    ],
    ..TypeSpec::new("_hashlib.HASH", Hash::layout)
};

impl Hasher {
    fn named(name: &str) -> Option<(&'static str, Hasher)> {
        fn fixed<D: DynDigest + Default + 'static>(block: usize) -> Hasher {
            Hasher::Fixed(Box::new(D::default()), block)
        }
        Some(match name {
            "md5" => ("md5", fixed::<md5::Md5>(64)),
            "sha1" => ("sha1", fixed::<sha1::Sha1>(64)),
            "sha224" => ("sha224", fixed::<sha2::Sha224>(64)),
            "sha256" => ("sha256", fixed::<sha2::Sha256>(64)),
            "sha384" => ("sha384", fixed::<sha2::Sha384>(128)),
            "sha512" => ("sha512", fixed::<Sha512>(128)),
            "sha3_224" => ("sha3_224", fixed::<sha3::Sha3_224>(144)),
            "sha3_256" => ("sha3_256", fixed::<sha3::Sha3_256>(136)),
            "sha3_384" => ("sha3_384", fixed::<sha3::Sha3_384>(104)),
            "sha3_512" => ("sha3_512", fixed::<sha3::Sha3_512>(72)),
            "shake_128" => ("shake_128", Hasher::Shake128(Default::default())),
            "shake_256" => ("shake_256", Hasher::Shake256(Default::default())),
            _ => return None,
        })
    }

    fn update(&mut self, data: &[u8]) {
        match self {
            Hasher::Fixed(hasher, _) => hasher.update(data),
            Hasher::Shake128(hasher) => hasher.update(data),
            Hasher::Shake256(hasher) => hasher.update(data),
            Hasher::Wide(hasher) => hasher.update(data),
            Hasher::Narrow(hasher) => hasher.update(data),
        }
    }

    /// 0: as long as the caller wants.
    fn size(&self) -> usize {
        match self {
            Hasher::Fixed(hasher, _) => hasher.output_size(),
            Hasher::Shake128(_) | Hasher::Shake256(_) => 0,
            Hasher::Wide(hasher) => hasher.size(),
            Hasher::Narrow(hasher) => hasher.size(),
        }
    }

    fn block(&self) -> usize {
        match self {
            Hasher::Fixed(_, block) => *block,
            Hasher::Shake128(_) => 168,
            Hasher::Shake256(_) => 136,
            Hasher::Wide(_) => Blake2b::BLOCK,
            Hasher::Narrow(_) => Blake2s::BLOCK,
        }
    }

    /// The digest of what came so far; the hash goes on.
    fn digest(&self, length: usize) -> Vec<u8> {
        let mut out = vec![0; length];
        match self {
            Hasher::Fixed(hasher, _) => return hasher.box_clone().finalize().into_vec(),
            Hasher::Shake128(hasher) => hasher.clone().finalize_xof().read(&mut out),
            Hasher::Shake256(hasher) => hasher.clone().finalize_xof().read(&mut out),
            Hasher::Wide(hasher) => return hasher.digest(),
            Hasher::Narrow(hasher) => return hasher.digest(),
        }
        out
    }

    fn copy(&self) -> Hasher {
        match self {
            Hasher::Fixed(hasher, block) => Hasher::Fixed(hasher.box_clone(), *block),
            Hasher::Shake128(hasher) => Hasher::Shake128(hasher.clone()),
            Hasher::Shake256(hasher) => Hasher::Shake256(hasher.clone()),
            Hasher::Wide(hasher) => Hasher::Wide(hasher.clone()),
            Hasher::Narrow(hasher) => Hasher::Narrow(hasher.clone()),
        }
    }
}

fn state<T>(this: &ObjRef, use_it: impl FnOnce(&mut State) -> T) -> T {
    use_it(&mut this.to::<Hash>().state.0.borrow_mut())
}

fn make(vm: &Vm, name: &'static str, hasher: Hasher, data: &ObjRef) -> PyResult {
    let made = vm.alloc(&vm.native_type(&HASH), Hash { state: PlainCell::new(State { name, hasher }) }).into_obj();
    update(vm, &made, data)?;
    Ok(made)
}

fn sha512(vm: &Vm, _: &ObjRef, data: &ObjRef) -> PyResult {
    match data.payload::<Bytes>() {
        Some(bytes) => Ok(vm.bytes(&Sha512::digest(bytes.data()))),
        None => Err(vm.type_error("a bytes object is required")),
    }
}

fn new(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let name = vm.str_text(&args[0])?;
    match Hasher::named(&name) {
        Some((name, hasher)) => make(vm, name, hasher, &args[1]),
        None => Err(vm.value_error(format!("unsupported hash type {name}"))),
    }
}

/// BLAKE2: (digest_size, fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node), (key, salt, person);
/// what is too long or too large was refused by the caller.
fn blake2(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let numbers = vm.collect(&args[1])?.iter().map(|n| vm.to_index(n)).collect::<PyResult<Vec<isize>>>()?;
    let mut texts = Vec::new();
    for text in vm.collect(&args[2])? {
        texts.push(runtime::buffer::expect_bytes(vm, &text)?.into_owned());
    }
    let ([digest_size, fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node], [key, salt, person]) =
        (&numbers[..], &texts[..])
    else {
        return Err(vm.system_error("blake2 without its parameters"));
    };
    let parameters = Parameters {
        digest_size: *digest_size as u8,
        key: key.clone(),
        salt: salt.clone(),
        person: person.clone(),
        fanout: *fanout as u8,
        depth: *depth as u8,
        leaf_size: *leaf_size as u32,
        node_offset: *node_offset as u64,
        node_depth: *node_depth as u8,
        inner_size: *inner_size as u8,
        last_node: *last_node != 0,
    };
    if vm.truth(&args[0])? {
        make(vm, "blake2b", Hasher::Wide(Box::new(Blake2b::new(&parameters))), &args[3])
    } else {
        make(vm, "blake2s", Hasher::Narrow(Box::new(Blake2s::new(&parameters))), &args[3])
    }
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let (name, kind) = state(this, |state| {
        let kind = match state.hasher {
            Hasher::Fixed(..) => "HASH",
            Hasher::Shake128(_) | Hasher::Shake256(_) => "HASHXOF",
            Hasher::Wide(_) | Hasher::Narrow(_) => "",
        };
        (state.name, kind)
    });
    Ok(vm.str(match kind {
        "" => format!("<_blake2.{name} object at {:#x}>", this.addr()),
        kind => format!("<{name} _hashlib.{kind} object @ {:#x}>", this.addr()),
    }))
}

fn update(vm: &Vm, this: &ObjRef, data: &ObjRef) -> PyResult {
    if vm.is_str(data) {
        return Err(vm.type_error("Strings must be encoded before hashing"));
    }
    let Some(bytes) = runtime::buffer::bytes_of(vm, data)? else {
        return Err(vm.type_error("object supporting the buffer API required"));
    };
    state(this, |state| state.hasher.update(&bytes));
    Ok(vm.none())
}

fn digest_of(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult<Vec<u8>> {
    let (size, name) = state(this, |state| (state.hasher.size(), state.name));
    let length = match (size, args) {
        (0, [length]) => usize::try_from(vm.to_index(length)?).map_err(|_| vm.value_error("value must be positive"))?,
        (0, _) => return Err(vm.type_error("digest() missing required argument 'length' (pos 1)")),
        (_, []) => size,
        _ => return Err(vm.type_error(format!("{name}.digest() takes no arguments ({} given)", args.len()))),
    };
    vm.check_room(length)?;
    Ok(state(this, |state| state.hasher.digest(length)))
}

fn hexdigest(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let digest = digest_of(vm, this, args)?;
    Ok(vm.str(digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()))
}

fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    let (name, hasher) = state(this, |state| (state.name, state.hasher.copy()));
    Ok(vm.alloc(&vm.native_type(&HASH), Hash { state: PlainCell::new(State { name, hasher }) }).into_obj())
}
