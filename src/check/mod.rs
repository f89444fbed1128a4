//! `pyglass check`: documents whose programs are run and whose printed output is compared.

mod accept;
mod comments;
mod document;
mod engine;
mod figures;
mod judge;
mod notes;
mod options;
mod pattern;
mod report;
pub mod worker;

use crate::files::reason;
use document::{Block, Document};
use engine::{Engine, Ran};
use gc::HeapProfile;
use judge::Judgement;
use options::{Options, Stop};
use pattern::Captures;
use report::{Findings, Outcome, Result as BlockResult};
use std::io::IsTerminal;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// The release of blocks that name none.
const DEFAULT_RELEASE: &str = "3.11";

/// Runs the command with what follows its name; the exit status: 0, 1 if something differs, 2 if it cannot be checked.
pub fn main(args: impl IntoIterator<Item = std::ffi::OsString>) -> i32 {
    let options = match options::parse(args) {
        Ok(options) => options,
        Err(Stop::Help) => {
            println!("{}", options::HELP);
            return 0;
        }
        Err(Stop::Usage(problem)) => {
            eprintln!("{problem}\n{}", options::USAGE);
            return 2;
        }
    };
    let all = in_parallel(&options);
    if let Some(path) = &options.junit
        && let Err(error) = std::fs::write(path, report::junit(&all))
    {
        eprintln!("pyglass check: cannot write {path}: {}", reason(&error));
        return 2;
    }
    let unreadable = all.iter().any(|findings| findings.unreadable.is_some());
    let failed = !options.figures && all.iter().any(|findings| findings.counts()[1] > 0);
    if unreadable { 2 } else { i32::from(failed) }
}

/// Checks the files on as many threads as there are processors, and prints each report once those before it are out.
fn in_parallel(options: &Options) -> Vec<Findings> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<Option<(Findings, String)>>> = Mutex::new(options.files.iter().map(|_| None).collect());
    let printed = AtomicUsize::new(0);
    let progress = std::io::stderr().is_terminal();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from).min(options.files.len()) {
            scope.spawn(|| {
                while let Some(file) = options.files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = check_file(file, options);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    let number = options.files.iter().position(|f| f == file).unwrap_or(0);
                    done[number] = Some(found);
                    if progress {
                        let ready = done.iter().flatten().count();
                        eprint!("\r\x1b[K{ready}/{} {file}\r\x1b[K", options.files.len());
                    }
                    while let Some(Some((_, text))) = done.get(printed.load(Ordering::Relaxed)) {
                        print!("{text}");
                        printed.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.into_iter().flatten().map(|(findings, _)| findings).collect()
}

/// Checks one file; what was found, and the text to print.
fn check_file(path: &str, options: &Options) -> (Findings, String) {
    let document = match std::fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => document::read(path, text),
        Ok(Err(_)) => return unreadable(path, "is not UTF-8".into()),
        Err(error) => return unreadable(path, format!("cannot be read: {}", reason(&error))),
    };
    let outcome = if options.figures { figures_of(&document, options) } else { check(document, options) };
    outcome.unwrap_or_else(|why| unreadable(path, why))
}

fn unreadable(path: &str, why: String) -> (Findings, String) {
    let document = Document { path: path.into(), text: String::new(), blocks: Vec::new(), orphans: Vec::new() };
    let findings = Findings { unreadable: Some(why), ..Findings::of(&document) };
    let text = report::text(&findings);
    (findings, text)
}

type Runs = Vec<Option<Vec<Ran>>>;

fn check(mut document: Document, options: &Options) -> Result<(Findings, String), String> {
    let mut rewritten = false;
    if options.accept {
        rewritten = accept_all(&mut document, options)?;
    }
    let mut findings = Findings { rewritten, ..Findings::of(&document) };
    for engine in engines(options) {
        let release = options.real_release.clone();
        let runs = run(&document, engine.as_ref(), options)?;
        let mut captures = Captures::new();
        for (block, ran) in document.blocks.iter().zip(&runs) {
            let name = engine.clone().unwrap_or_else(|| Engine::Glass(release_of(block).into()));
            let outcome = match (&block.options.skip, ran) {
                (Some(why), _) => Outcome::Skipped(why.clone()),
                (None, None) => continue,
                (None, Some(ran)) => {
                    let release = release.clone().unwrap_or_else(|| name.name());
                    outcome(judge::judge(block, ran, notes_release(block, &release), &mut captures))
                }
            };
            findings.results.push(BlockResult { line: block.line, engine: name.name(), outcome });
        }
    }
    findings.elsewhere = elsewhere(&document, &findings, options)?;
    let text = report::text(&findings);
    Ok((findings, text))
}

fn outcome(judgement: Judgement) -> Outcome {
    if judgement.problems.is_empty() { Outcome::Passed(judgement.checked) } else { Outcome::Failed(judgement.problems) }
}

/// The engines to run under; None is pyglass under each block's own release.
fn engines(options: &Options) -> Vec<Option<Engine>> {
    if let Some(command) = &options.against {
        return vec![Some(Engine::Real(command.clone()))];
    }
    if options.releases.is_empty() {
        return vec![None];
    }
    options.releases.iter().map(|release| Some(Engine::Glass(release.clone()))).collect()
}

fn release_of(block: &Block) -> &str {
    block.options.profile.as_deref().unwrap_or(DEFAULT_RELEASE)
}

/// Whose notes count: none where the block's own release runs.
fn notes_release<'r>(block: &Block, release: &'r str) -> &'r str {
    if release == release_of(block) { "" } else { release }
}

/// Runs the blocks of a document: neighbours that share a namespace in one process. A block that pins another
/// release is left out.
fn run(document: &Document, engine: Option<&Engine>, options: &Options) -> Result<Runs, String> {
    let folder = Path::new(&document.path).parent().unwrap_or(Path::new("."));
    let mut runs: Runs = document.blocks.iter().map(|_| None).collect();
    let mut at = 0;
    while at < document.blocks.len() {
        let release = release_of(&document.blocks[at]);
        let own = Engine::Glass(release.to_string());
        let end = (at + 1..document.blocks.len())
            .find(|n| document.blocks[*n].options.fresh || release_of(&document.blocks[*n]) != release)
            .unwrap_or(document.blocks.len());
        let session: Vec<usize> = (at..end).filter(|n| takes_part(&document.blocks[*n], engine)).collect();
        at = end;
        let pieces: Vec<_> = session
            .iter()
            .flat_map(|n| document.blocks[*n].pieces.iter().map(|piece| (document.blocks[*n].file.as_str(), piece)))
            .collect();
        if pieces.is_empty() {
            continue;
        }
        let mut ran = engine::run(engine.unwrap_or(&own), folder, &pieces, options.limit)?.into_iter();
        for n in session {
            runs[n] = Some(ran.by_ref().take(document.blocks[n].pieces.len()).collect());
        }
    }
    Ok(runs)
}

fn takes_part(block: &Block, engine: Option<&Engine>) -> bool {
    let other = |release: &str| block.options.profile.as_deref().is_some_and(|own| own != release);
    block.options.skip.is_none() && !matches!(engine, Some(Engine::Glass(release)) if other(release))
}

/// For each failing place under pyglass: the releases that print what is shown.
fn elsewhere(document: &Document, findings: &Findings, options: &Options) -> Result<Vec<(usize, Vec<String>)>, String> {
    let wanted: Vec<(usize, usize)> = findings
        .results
        .iter()
        .filter_map(|result| match &result.outcome {
            Outcome::Failed(problems) => {
                Some(problems.iter().filter(|p| p.shown.is_some()).map(|p| (result.line, p.line)))
            }
            _ => None,
        })
        .flatten()
        .collect();
    if wanted.is_empty() || options.against.is_some() {
        return Ok(Vec::new());
    }
    let mut hits: Vec<(usize, Vec<String>)> = wanted.iter().map(|(_, line)| (*line, Vec::new())).collect();
    let mut free = document::read(&document.path, document.text.clone());
    free.blocks.iter_mut().for_each(|block| block.options.profile = None);
    let all = for_each_release(&|release| run(&free, Some(&Engine::Glass(release.into())), options))?;
    for (release, runs) in HeapProfile::ALL.map(|row| row.release).iter().zip(all) {
        for (block, ran) in free.blocks.iter().zip(&runs) {
            let Some(ran) = ran else { continue };
            let judged = judge::judge(block, ran, "", &mut Captures::new());
            for ((_, line), hit) in wanted.iter().zip(&mut hits).filter(|((at, _), _)| *at == block.line) {
                if !judged.problems.iter().any(|problem| problem.line == *line) {
                    hit.1.push((*release).to_string());
                }
            }
        }
    }
    Ok(hits)
}

/// The figures of a document, and who prints them.
fn figures_of(document: &Document, options: &Options) -> Result<(Findings, String), String> {
    let ask = |variant: &Document, release: &str| run(variant, Some(&Engine::Glass(release.to_string())), options);
    Ok((Findings::of(document), figures::report(document, &ask)?))
}

/// Does something for each release on as many threads as there are processors; the results in the releases' order.
fn for_each_release<T: Send>(work: &(impl Fn(&str) -> Result<T, String> + Sync)) -> Result<Vec<T>, String> {
    let releases = HeapProfile::ALL.map(|row| row.release);
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<Option<Result<T, String>>>> = Mutex::new(releases.iter().map(|_| None).collect());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from).min(releases.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(release) = releases.get(at) else { return };
                    let outcome = work(release);
                    done.lock().unwrap_or_else(PoisonError::into_inner)[at] = Some(outcome);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().flatten().collect()
}

/// Makes the document show what is printed, first under its own releases, then in notes; whether it changed.
fn accept_all(document: &mut Document, options: &Options) -> Result<bool, String> {
    let before = document.text.clone();
    let runs = run(document, None, options)?;
    let mut captures = Captures::new();
    let mut edits = Vec::new();
    for (block, ran) in document.blocks.iter().zip(&runs) {
        if let Some(ran) = ran {
            let judged = judge::judge(block, ran, "", &mut captures);
            edits.extend(accept::shown(document, block, ran, &judged));
        }
    }
    *document = document::read(&document.path, accept::edited(&document.text, edits));
    for release in &options.releases {
        let runs = run(document, Some(&Engine::Glass(release.clone())), options)?;
        let mut edits = Vec::new();
        for (block, ran) in document.blocks.iter().zip(&runs).filter(|(block, _)| release_of(block) != release) {
            if let Some(ran) = ran {
                let bare = judge::judge(block, ran, "", &mut Captures::new());
                edits.extend(accept::note(document, block, release, &bare));
            }
        }
        *document = document::read(&document.path, accept::edited(&document.text, edits));
    }
    if document.text == before {
        return Ok(false);
    }
    std::fs::write(&document.path, &document.text).map_err(|error| format!("cannot be written: {}", reason(&error)))?;
    Ok(true)
}
