//! `_random`: the Mersenne Twister MT19937 (Matsumoto and Nishimura), seeded as CPython seeds it.

use gc::{ObjRef, Payload, PlainCell};
use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, ModuleSpec, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_random", doc: None, functions: &[], init };

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    vm.set_attr(module, &vm.intern("Random"), &vm.native_type(&RANDOM))
}

const N: usize = 624;
const M: usize = 397;

gc::payload! {
    /// 624 words and the index of the next to be used.
    pub struct Random: plain { twister: PlainCell<Twister> }
}

/// The generator's state.
pub struct Twister {
    words: Vec<u32>,
    index: usize,
}

impl Twister {
    fn new(seed: u32) -> Twister {
        let mut words = vec![seed; N];
        for i in 1..N {
            let previous = words[i - 1];
            words[i] = 1_812_433_253_u32.wrapping_mul(previous ^ (previous >> 30)).wrapping_add(i as u32);
        }
        Twister { words, index: N }
    }

    /// Seeds from any number of 32-bit keys.
    fn from_keys(keys: &[u32]) -> Twister {
        let mut twister = Twister::new(19_650_218);
        let words = &mut twister.words;
        let mix = |words: &[u32], i: usize, factor: u32| {
            words[i] ^ (words[i - 1] ^ (words[i - 1] >> 30)).wrapping_mul(factor)
        };
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(keys.len()) {
            words[i] = mix(words, i, 1_664_525).wrapping_add(keys[j]).wrapping_add(j as u32);
            i += 1;
            if i >= N {
                words[0] = words[N - 1];
                i = 1;
            }
            j = (j + 1) % keys.len();
        }
        for _ in 0..N - 1 {
            words[i] = mix(words, i, 1_566_083_941).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                words[0] = words[N - 1];
                i = 1;
            }
        }
        words[0] = 0x8000_0000;
        twister
    }

    fn refill(&mut self) {
        for i in 0..N {
            let y = (self.words[i] & 0x8000_0000) | (self.words[(i + 1) % N] & 0x7fff_ffff);
            let odd = if y & 1 == 0 { 0 } else { 0x9908_b0df };
            self.words[i] = self.words[(i + M) % N] ^ (y >> 1) ^ odd;
        }
        self.index = 0;
    }

    fn next(&mut self) -> u32 {
        if self.index >= N {
            self.refill();
        }
        let mut y = self.words[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    /// A float in [0, 1) of 53 random bits.
    fn float(&mut self) -> f64 {
        let (a, b) = (self.next() >> 5, self.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) * (1.0 / 9_007_199_254_740_992.0)
    }
}

static RANDOM: TypeSpec = TypeSpec {
    slots: SlotDefs { new: Some(new), init: Some(begin), ..SlotDefs::NONE },
    methods: &[
        Method::new("random(self, /)", Fun::None(random)),
        Method::new("seed(self, n=None, /)", Fun::Pos(0, 1, seed)),
        Method::new("getstate(self, /)", Fun::None(get_state)),
        Method::new("setstate(self, state, /)", Fun::One(set_state)),
        Method::new("getrandbits(self, k, /)", Fun::One(get_bits)),
    ],
    ..TypeSpec::new("_random.Random", Random::layout)
};

/// Not seeded yet: all words are zero.
fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let twister = Twister { words: vec![0; N], index: 0 };
    Ok(vm.alloc(class, Random { twister: PlainCell(twister.into()) }).into_obj())
}

fn begin(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        return Err(vm.type_error("Random() takes no keyword arguments"));
    }
    if args.values().len() > 1 {
        return Err(vm.type_error("Random() requires 0 or 1 argument"));
    }
    seed(vm, this, args.values()).map(drop)
}

/// An int seeds by its absolute value, any other object by its hash, None by the system's randomness.
fn seeded(vm: &Vm, seed: Option<&ObjRef>) -> PyResult<Twister> {
    let number = match seed {
        Some(seed) if vm.is_int(seed) => vm.to_bigint(seed)?,
        Some(seed) if !vm.is_none(seed) => BigInt::from(vm.hash(seed)? as usize),
        _ => BigInt::from_bytes_le(Sign::Plus, &system_bytes()),
    };
    let mut keys: Vec<u32> = number.magnitude().iter_u32_digits().collect();
    if keys.is_empty() {
        keys.push(0);
    }
    Ok(Twister::from_keys(&keys))
}

fn system_bytes() -> Vec<u8> {
    use std::io::Read;
    let mut bytes = vec![0; 64];
    let read = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes));
    if read.is_err() {
        // Without the system's source the clock has to do.
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        bytes = now.as_nanos().to_le_bytes().to_vec();
    }
    bytes
}

fn random(vm: &Vm, this: &ObjRef) -> PyResult {
    let value = this.to::<Random>().twister.0.borrow_mut().float();
    Ok(vm.float(value))
}

fn seed(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let twister = seeded(vm, args.first())?;
    *this.to::<Random>().twister.0.borrow_mut() = twister;
    Ok(vm.none())
}

fn get_bits(vm: &Vm, this: &ObjRef, bits: &ObjRef) -> PyResult {
    let bits = vm.to_index(bits)?;
    let Ok(bits) = usize::try_from(bits) else {
        return Err(vm.value_error("number of bits must be non-negative"));
    };
    let mut twister = this.to::<Random>().twister.0.borrow_mut();
    if bits == 0 {
        return Ok(vm.int(0));
    }
    if bits <= 32 {
        return Ok(vm.int_exact(i64::from(twister.next() >> (32 - bits))));
    }
    let words = bits.div_ceil(32);
    let mut digits = Vec::new();
    if digits.try_reserve_exact(words).is_err() {
        return Err(vm.memory_error());
    }
    for index in 0..words {
        let left = bits - index * 32;
        let word = twister.next();
        digits.push(if left < 32 { word >> (32 - left) } else { word });
    }
    Ok(vm.bigint(BigInt::from_slice(Sign::Plus, &digits)))
}

fn get_state(vm: &Vm, this: &ObjRef) -> PyResult {
    let twister = this.to::<Random>().twister.0.borrow();
    let mut items: Vec<ObjRef> = twister.words.iter().map(|word| vm.int(i64::from(*word))).collect();
    items.push(vm.int(twister.index as i64));
    Ok(vm.tuple(items))
}

fn set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    if !vm.is_tuple(state) {
        return Err(vm.type_error("state vector must be a tuple"));
    }
    let items = vm.collect(state)?;
    if items.len() != N + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut words = Vec::with_capacity(N);
    for item in &items[..N] {
        let word = vm.to_bigint(item)?.to_u32();
        words.push(word.ok_or_else(|| vm.overflow_error("can't convert negative value to unsigned int"))?);
    }
    let index = vm.to_index(&items[N])?;
    if !(0..=N as isize).contains(&index) {
        return Err(vm.value_error("invalid state"));
    }
    *this.to::<Random>().twister.0.borrow_mut() = Twister { words, index: index as usize };
    Ok(vm.none())
}
