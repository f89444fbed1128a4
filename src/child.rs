//! Runs another process to its end, but not for ever.

use std::io::{self, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// What a process did.
pub struct Done {
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    /// None: it took too long and was ended.
    pub status: Option<ExitStatus>,
}

/// Runs a command with this text as its input, for at most so long.
pub fn run(command: &mut Command, input: &str, limit: Duration) -> io::Result<Done> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let out = reader(child.stdout.take());
    let err = reader(child.stderr.take());
    let (mut stdin, input) = (child.stdin.take(), input.to_string());
    // It may end before it has read all.
    std::thread::spawn(move || stdin.as_mut().map(|stdin| drop(stdin.write_all(input.as_bytes()))));
    let started = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break Some(status),
            None if started.elapsed() > limit => {
                drop(child.kill());
                drop(child.wait());
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    Ok(Done { stdout: out.join().unwrap_or_default(), stderr: err.join().unwrap_or_default(), status })
}

fn reader(from: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut from) = from {
            drop(from.read_to_end(&mut bytes));
        }
        bytes
    })
}
