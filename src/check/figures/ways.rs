//! Ways in which the programs of a text may have been run.

use super::super::Runs;
use super::super::document::{self, Block, Document, Mode, Piece};
use super::super::engine::Ran;

/// How the programs are run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Each in an interpreter of its own.
    Alone,
    /// All in one namespace, in their order.
    Shared,
    /// Each in an interpreter of its own, statement by statement, as at the prompt.
    Typed,
}

impl Way {
    /// The document as it is run, if this tells anything new of the blocks that are wanting.
    pub fn variant(self, document: &Document, wanting: &[bool]) -> Option<Document> {
        let last = wanting.iter().rposition(|wanting| *wanting)?;
        if self == Way::Shared && last == 0 {
            return None;
        }
        let mut variant = document::read(&document.path, document.text.clone());
        for (n, block) in variant.blocks.iter_mut().enumerate() {
            let needed = if self == Way::Shared { n <= last } else { wanting[n] };
            block.options.profile = None;
            block.options.fresh |= self != Way::Shared;
            if !needed && block.options.skip.is_none() {
                block.options.skip = Some(String::new());
            }
            if self == Way::Typed {
                type_out(block);
            }
        }
        variant.blocks.iter().any(|block| block.options.skip.is_none()).then_some(variant)
    }

    /// What the pieces of the document did.
    pub fn merged(self, mut runs: Runs) -> Runs {
        if self == Way::Typed {
            for ran in runs.iter_mut().flatten() {
                let printed = ran.iter_mut().flat_map(|ran| std::mem::take(&mut ran.printed)).collect();
                let raised = ran.iter().find_map(|ran| ran.raised.clone());
                let broken = ran.iter().find_map(|ran| ran.broken.clone());
                *ran = vec![Ran { printed, raised, done: ran.iter().all(|ran| ran.done), broken }];
            }
        }
        runs
    }
}

/// A program becomes one piece a statement; transcripts are so already.
fn type_out(block: &mut Block) {
    let [program] = &block.pieces[..] else {
        block.options.skip.get_or_insert_default();
        return;
    };
    if program.mode == Mode::Single {
        block.options.skip.get_or_insert_default();
        return;
    }
    let typed = statements(&program.source).into_iter();
    block.pieces = typed.map(|source| Piece { mode: Mode::Single, source, ..Piece::default() }).collect();
}

/// The statements of a program, each behind as many empty lines as there are lines before it: lines keep their numbers.
/// What is no program is one statement, and says so.
fn statements(source: &str) -> Vec<String> {
    let Some(parts) = frontend::split_statements(source) else { return vec![source.to_string()] };
    let line = |part: &str| source[..part.as_ptr() as usize - source.as_ptr() as usize].matches('\n').count();
    parts.into_iter().map(|part| format!("{}{}\n\n", "\n".repeat(line(part)), part.trim_end())).collect()
}

#[cfg(test)]
mod tests {
    use super::statements;

    #[test]
    fn a_program_is_typed_statement_by_statement() {
        let source =
            "x = 1\n\n# so\ndef f():\n\n    return (\n1)\ntry:\n    f()\nexcept E:\n    pass\ny = '''\nz\n'''\n";
        let found = statements(source);
        let bare: Vec<&str> = found.iter().map(|text| text.trim()).collect();
        assert_eq!(
            bare,
            ["x = 1", "# so\ndef f():\n\n    return (\n1)", "try:\n    f()\nexcept E:\n    pass", "y = '''\nz\n'''"]
        );
        assert!(found[1].ends_with("(\n1)\n\n"));
        assert!(found[2].starts_with(&"\n".repeat(7)) && !found[2].starts_with(&"\n".repeat(8)));
    }
}
