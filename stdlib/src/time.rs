//! `time`: clocks and sleeping. Calendar functions work in UTC.

use gc::{ObjRef, Tuple};
use runtime::builtins::structseq;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;
use rustix::time::ClockId;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

pub static MODULE: ModuleSpec = ModuleSpec { name: "time", doc: Some("Clocks."), functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new("time()", Fun::None(|vm, _| Ok(vm.float(wall().as_secs_f64())))),
    Method::new("time_ns()", Fun::None(|vm, _| Ok(vm.int(wall().as_nanos() as i64)))),
    Method::new("perf_counter()", Fun::None(|vm, _| Ok(vm.float(running(vm).as_secs_f64())))),
    Method::new("perf_counter_ns()", Fun::None(|vm, _| Ok(vm.int(running(vm).as_nanos() as i64)))),
    Method::new("monotonic()", Fun::None(|vm, _| Ok(vm.float(running(vm).as_secs_f64())))),
    Method::new("monotonic_ns()", Fun::None(|vm, _| Ok(vm.int(running(vm).as_nanos() as i64)))),
    Method::new("process_time()", Fun::None(|vm, _| Ok(vm.float(processor().as_secs_f64())))),
    Method::new("process_time_ns()", Fun::None(|vm, _| Ok(vm.int(processor().as_nanos() as i64)))),
    Method::new("thread_time()", Fun::None(|vm, _| Ok(vm.float(processor().as_secs_f64())))),
    Method::new("thread_time_ns()", Fun::None(|vm, _| Ok(vm.int(processor().as_nanos() as i64)))),
    Method::new("clock_gettime(clk_id, /)", Fun::One(|vm, _, id| Ok(vm.float(clock(vm, id)?.as_secs_f64())))),
    Method::new("clock_gettime_ns(clk_id, /)", Fun::One(|vm, _, id| Ok(vm.int(clock(vm, id)?.as_nanos() as i64)))),
    Method::new("clock_getres(clk_id, /)", Fun::One(resolution)),
    Method::new("sleep(seconds, /)", Fun::One(sleep)),
    Method::new("gmtime(seconds=None, /)", Fun::Pos(0, 1, gmtime)),
    Method::new("localtime(seconds=None, /)", Fun::Pos(0, 1, gmtime)),
    Method::new("strftime(format, t=None, /)", Fun::Pos(1, 2, strftime)),
    Method::new("strptime(string, format='%a %b %d %H:%M:%S %Y', /)", Fun::Pos(1, 2, strptime)),
    Method::new("tzset()", Fun::None(|vm, _| Ok(vm.none()))),
    Method::new("ctime(seconds=None, /)", Fun::Pos(0, 1, ctime)),
    Method::new("asctime(t=None, /)", Fun::Pos(0, 1, asctime)),
    Method::new("mktime(t, /)", Fun::One(mktime)),
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    running(vm);
    for (name, value) in [("timezone", 0), ("altzone", 0), ("daylight", 0)] {
        vm.set_attr(module, &vm.intern(name), &vm.int(value))?;
    }
    for (name, id) in CLOCKS {
        vm.set_attr(module, &vm.intern(name), &vm.int(*id as i64))?;
    }
    vm.set_attr(module, &vm.intern("tzname"), &vm.tuple([vm.str("UTC"), vm.str("UTC")]))?;
    vm.set_attr(module, &vm.intern("struct_time"), &vm.native_type(&structseq::STRUCT_TIME))
}

fn wall() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// When the clock that only runs forward was started: at the first look.
struct Start(Instant);

impl runtime::vm::Keeps for Start {}

impl Default for Start {
    fn default() -> Start {
        Start(Instant::now())
    }
}

fn running(vm: &Vm) -> Duration {
    vm.state::<Start>().0.elapsed()
}

/// Processor time of this process.
fn processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// The system's clocks; their numbers are Linux'.
const CLOCKS: &[(&str, ClockId)] = &[
    ("CLOCK_REALTIME", ClockId::Realtime),
    ("CLOCK_MONOTONIC", ClockId::Monotonic),
    ("CLOCK_PROCESS_CPUTIME_ID", ClockId::ProcessCPUTime),
    ("CLOCK_THREAD_CPUTIME_ID", ClockId::ThreadCPUTime),
    ("CLOCK_MONOTONIC_RAW", ClockId::MonotonicRaw),
    ("CLOCK_BOOTTIME", ClockId::Boottime),
];

fn clock_id(vm: &Vm, id: &ObjRef) -> PyResult<ClockId> {
    let number = i64::from(vm.to_c_int(id)?);
    let known = CLOCKS.iter().find(|(_, id)| *id as i64 == number);
    known.map(|(_, id)| *id).ok_or_else(|| crate::io::fds::error(vm, rustix::io::Errno::INVAL, None))
}

fn clock(vm: &Vm, id: &ObjRef) -> PyResult<Duration> {
    let time = rustix::time::clock_gettime(clock_id(vm, id)?);
    Ok(Duration::new(time.tv_sec as u64, time.tv_nsec as u32))
}

fn resolution(vm: &Vm, _: &ObjRef, id: &ObjRef) -> PyResult {
    let step = rustix::time::clock_getres(clock_id(vm, id)?);
    Ok(vm.float(step.tv_sec as f64 + step.tv_nsec as f64 / 1e9))
}

/// The reader of dates is the one that `datetime` has.
fn strptime(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let reader = vm.get_attr(&vm.import("_datefmt")?, &vm.intern("parse_struct"))?;
    vm.call(&reader, args)
}

fn sleep(vm: &Vm, _: &ObjRef, seconds: &ObjRef) -> PyResult {
    let seconds = vm.to_f64(seconds)?;
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    let end = Instant::now() + Duration::try_from_secs_f64(seconds).unwrap_or(Duration::from_secs(u32::MAX.into()));
    // In slices, so that Ctrl-C ends it.
    while let Some(left) = end.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
        std::thread::sleep(left.min(Duration::from_millis(50)));
        vm.check_interrupt()?;
    }
    Ok(vm.none())
}

// ---- the calendar

/// Year, month, day, hour, minute, second, weekday (Monday 0), day of the year.
#[derive(Clone, Copy)]
struct Date {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    weekday: i64,
    yearday: i64,
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const MONTH_DAYS: [i64; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

fn month_days(year: i64, month: usize) -> i64 {
    MONTH_DAYS[month] + i64::from(month == 1 && is_leap(year))
}

/// Days from 1970-01-01 to the first day of a year.
fn days_before(year: i64) -> i64 {
    let y = year - 1;
    365 * (year - 1970) + (y.div_euclid(4) - 492) - (y.div_euclid(100) - 19) + (y.div_euclid(400) - 4)
}

fn date_of(seconds: i64) -> Date {
    let (days, rest) = (seconds.div_euclid(86400), seconds.rem_euclid(86400));
    let mut year = 1970 + days.div_euclid(366);
    while days_before(year + 1) <= days {
        year += 1;
    }
    let mut left = days - days_before(year);
    let yearday = left + 1;
    let mut month = 0;
    while left >= month_days(year, month) {
        left -= month_days(year, month);
        month += 1;
    }
    Date {
        year,
        month: month as i64 + 1,
        day: left + 1,
        hour: rest / 3600,
        minute: rest / 60 % 60,
        second: rest % 60,
        weekday: (days + 3).rem_euclid(7),
        yearday,
    }
}

/// The seconds given, or now.
fn seconds_or_now(vm: &Vm, args: &[ObjRef]) -> PyResult<i64> {
    match args.first() {
        Some(seconds) if !vm.is_none(seconds) => Ok(vm.to_f64(seconds)?.floor() as i64),
        _ => Ok(wall().as_secs() as i64),
    }
}

fn gmtime(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let d = date_of(seconds_or_now(vm, args)?);
    let fields = [d.year, d.month, d.day, d.hour, d.minute, d.second, d.weekday, d.yearday, 0];
    let mut items: Vec<ObjRef> = fields.iter().map(|n| vm.int(*n)).collect();
    items.extend([vm.str("UTC"), vm.int(0)]);
    Ok(structseq::make(vm, &structseq::STRUCT_TIME, items))
}

fn date_from_tuple(vm: &Vm, t: &ObjRef) -> PyResult<Date> {
    let Some(fields) = t.payload::<Tuple>().map(|t| t.items().to_vec()).filter(|f| f.len() >= 9) else {
        return Err(vm.type_error("Tuple or struct_time argument required"));
    };
    let n = fields[..9].iter().map(|f| vm.to_i64(f)).collect::<PyResult<Vec<i64>>>()?;
    Ok(Date {
        year: n[0],
        month: n[1].clamp(1, 12),
        day: n[2].max(1),
        hour: n[3],
        minute: n[4],
        second: n[5],
        weekday: n[6].rem_euclid(7),
        yearday: n[7].max(1),
    })
}

fn date_argument(vm: &Vm, t: Option<&ObjRef>) -> PyResult<Date> {
    match t {
        Some(t) if !vm.is_none(t) => date_from_tuple(vm, t),
        _ => Ok(date_of(wall().as_secs() as i64)),
    }
}

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    fn month_name(self) -> &'static str {
        MONTHS[(self.month - 1) as usize]
    }

    fn text(self) -> String {
        format!(
            "{} {} {:2} {:02}:{:02}:{:02} {}",
            &DAYS[self.weekday as usize][..3],
            &self.month_name()[..3],
            self.day,
            self.hour,
            self.minute,
            self.second,
            self.year
        )
    }

    /// Year and week of ISO 8601: a week belongs to the year in which its Thursday lies.
    fn iso_week(self) -> (i64, i64) {
        let leap = |year: i64| i64::from(days_before(year + 1) - days_before(year) == 366);
        let thursday = self.yearday + 3 - self.weekday;
        let length = 365 + leap(self.year);
        match thursday {
            ..1 => (self.year - 1, (thursday + 364 + leap(self.year - 1)) / 7 + 1),
            _ if thursday > length => (self.year + 1, 1),
            _ => (self.year, (thursday - 1) / 7 + 1),
        }
    }

    /// One `%` directive; `None` for an unknown one.
    fn directive(self, letter: char) -> Option<String> {
        let hour12 = if self.hour % 12 == 0 { 12 } else { self.hour % 12 };
        Some(match letter {
            'Y' => self.year.to_string(),
            'y' => format!("{:02}", self.year.rem_euclid(100)),
            'm' => format!("{:02}", self.month),
            'd' => format!("{:02}", self.day),
            'e' => format!("{:2}", self.day),
            'H' => format!("{:02}", self.hour),
            'I' => format!("{hour12:02}"),
            'M' => format!("{:02}", self.minute),
            'S' => format!("{:02}", self.second),
            'p' => if self.hour < 12 { "AM" } else { "PM" }.to_string(),
            'j' => format!("{:03}", self.yearday),
            'w' => ((self.weekday + 1) % 7).to_string(),
            'u' => (self.weekday + 1).to_string(),
            'a' => DAYS[self.weekday as usize][..3].to_string(),
            'A' => DAYS[self.weekday as usize].to_string(),
            'b' | 'h' => self.month_name()[..3].to_string(),
            'B' => self.month_name().to_string(),
            'c' => self.text(),
            'x' | 'D' => format!("{:02}/{:02}/{:02}", self.month, self.day, self.year.rem_euclid(100)),
            'X' | 'T' => format!("{:02}:{:02}:{:02}", self.hour, self.minute, self.second),
            'F' => format!("{}-{:02}-{:02}", self.year, self.month, self.day),
            'R' => format!("{:02}:{:02}", self.hour, self.minute),
            'U' => format!("{:02}", (self.yearday + 6 - (self.weekday + 1) % 7) / 7),
            'W' => format!("{:02}", (self.yearday + 6 - self.weekday) / 7),
            'C' => format!("{:02}", self.year.div_euclid(100)),
            'G' => self.iso_week().0.to_string(),
            'g' => format!("{:02}", self.iso_week().0.rem_euclid(100)),
            'V' => format!("{:02}", self.iso_week().1),
            'k' => format!("{:2}", self.hour),
            'l' => format!("{hour12:2}"),
            'P' => if self.hour < 12 { "am" } else { "pm" }.to_string(),
            'r' => format!("{hour12:02}:{:02}:{:02} {}", self.minute, self.second, self.directive('p')?),
            'Z' => "UTC".to_string(),
            'z' => "+0000".to_string(),
            'n' => "\n".to_string(),
            't' => "\t".to_string(),
            '%' => "%".to_string(),
            _ => return None,
        })
    }
}

fn strftime(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let format = vm.expect_str(&args[0], "strftime() argument 1")?;
    let date = date_argument(vm, args.get(1))?;
    let mut text = String::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            None => text.push('%'),
            Some(letter) => match date.directive(letter) {
                Some(piece) => text.push_str(&piece),
                None => text.extend(['%', letter]),
            },
        }
    }
    Ok(vm.str(text))
}

fn ctime(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(vm.str(date_of(seconds_or_now(vm, args)?).text()))
}

fn asctime(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(vm.str(date_argument(vm, args.first())?.text()))
}

fn mktime(vm: &Vm, _: &ObjRef, t: &ObjRef) -> PyResult {
    let d = date_from_tuple(vm, t)?;
    let months: i64 = (0..(d.month - 1) as usize).map(|m| month_days(d.year, m)).sum();
    let days = days_before(d.year) + months + d.day - 1;
    Ok(vm.float((days * 86400 + d.hour * 3600 + d.minute * 60 + d.second) as f64))
}
