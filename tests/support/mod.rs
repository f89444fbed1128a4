//! What the test programs share: running pyglass, and running many things at once.
#![allow(dead_code)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What a finished run of pyglass left behind.
#[derive(Debug)]
pub struct Outcome {
    pub stdout: String,
    pub stderr: String,
    /// The exit status; 128 + the signal's number if one ended the run, 124 if it took too long.
    pub status: i32,
}

const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Runs the built pyglass with a clean environment (`PYTHONHASHSEED=0`) and waits for its end.
pub fn run_pyglass(args: &[&str], stdin: &str) -> Outcome {
    run_pyglass_with(args, stdin, &[])
}

/// As [`run_pyglass`], with more environment variables.
pub fn run_pyglass_with(args: &[&str], stdin: &str, environment: &[(&str, &str)]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pyglass"));
    command.args(args).env_clear().env("PYTHONHASHSEED", "0").env("PATH", "/usr/bin:/bin").env("HOME", "/nonexistent");
    command.envs(environment.iter().copied());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("pyglass starts");
    let mut input = child.stdin.take().expect("a pipe was ordered");
    let text = stdin.to_string();
    let feeder = std::thread::spawn(move || drop(input.write_all(text.as_bytes())));
    let out = reader(child.stdout.take().expect("a pipe was ordered"));
    let err = reader(child.stderr.take().expect("a pipe was ordered"));
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("pyglass can be waited for") {
            break exit_number(status);
        }
        if started.elapsed() > TIME_LIMIT {
            drop(child.kill());
            drop(child.wait());
            break 124;
        }
        std::thread::sleep(Duration::from_micros(500));
    };
    drop(feeder.join());
    Outcome { stdout: out.join().unwrap_or_default(), stderr: err.join().unwrap_or_default(), status }
}

fn exit_number(status: std::process::ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0))
}

fn reader(mut from: impl std::io::Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        drop(from.read_to_end(&mut bytes));
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Applies `work` to every item on as many threads as the machine has processors; answers come in the items' order.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> Vec<R> + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((index, item)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, items.get(i)?)))
                {
                    let answers = work(item);
                    done.lock().expect("no worker panics while it holds the lock").push((index, answers));
                }
            });
        }
    });
    let mut all = done.into_inner().expect("all workers are done");
    all.sort_by_key(|(index, _)| *index);
    all.into_iter().flat_map(|(_, answers)| answers).collect()
}

/// A fresh folder for one test, below the target directory.
pub fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).expect("the target directory is writable");
    folder
}
