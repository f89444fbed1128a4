#!/bin/sh
# Records the profile that release builds are optimised by: builds a pyglass that counts how often each of its
# branches is taken, runs the programs of bench/ (the many small ones of bench/parts.py among them) and the cases
# under tests/ with it, and merges the counts.
# Needs llvm-profdata of the compiler's own LLVM: rustup component add llvm-tools
set -eu
cd "$(dirname "$0")/../.."
counts="${CARGO_TARGET_DIR:-target}/pgo"
merge="$(rustc --print target-libdir)/../bin/llvm-profdata"
[ -x "$merge" ] || { echo "no $merge: rustup component add llvm-tools" >&2; exit 1; }

# The crates' symbols depend on the number of the recording, so it is chosen before.
recording="$(sed -n 's/^recording=//p' bench/pgo/rustc)"
sed -i "s/^recording=.*/recording=$((recording + 1))/" bench/pgo/rustc
touch bench/pgo/pyglass.profdata
# What build scripts and macros count while they run is of no interest.
export LLVM_PROFILE_FILE="$counts/build/%4m.profraw"
RUSTFLAGS="-Cprofile-generate" CARGO_TARGET_DIR="$counts" cargo build --release
rm -rf "$counts/raw"
export LLVM_PROFILE_FILE="$counts/raw/%4m.profraw"
run() {
    timeout 60 "$counts/release/pyglass" "$@" </dev/null >/dev/null 2>&1 || true
}
for program in bench/*.py; do
    case "$program" in
    bench/run.py) ;;
    bench/parts.py) run "$program" 3 ;;
    *) run "$program" ;;
    esac
done
find tests/cases -name '*.py' | sort | while read -r program; do
    run "$program"
done
# Functions that never ran are in it too: the compiler makes those small and puts them aside.
"$merge" merge -o bench/pgo/pyglass.profdata "$counts"/raw/*.profraw
ls -l bench/pgo/pyglass.profdata
