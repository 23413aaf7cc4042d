#!/usr/bin/env bash
# Builds the fuzzer and runs it: run.sh [SECONDS], 60 unless named. An input that fails is kept in FailCases/.
# With --canary it plants a crash at three bytes and fails unless the fuzzer finds it: proof that it sees the code.
set -euo pipefail
cd "$(dirname "$0")"

# SwiftPM hands both names on, but the compiler keeps only the last, and Swift code gets no coverage: hence the third.
flags=(--sanitize=fuzzer --sanitize=address -Xswiftc -sanitize=fuzzer,address)
swift build -c release "${flags[@]}"
fuzzer=$(swift build -c release "${flags[@]}" --show-bin-path)/Fuzz
# Swift's own report of a crash can wait for ever inside a sanitizer.
export SWIFT_BACKTRACE=enable=no
options=(-dict=arabic.dict -max_len=300 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1)

if [ "${1:-}" = --canary ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir "$work/learned"
    seconds=60
    status=0
    ARABICTEXT_FUZZ_CANARY=1 timeout -k 5 $((seconds + 30)) "$fuzzer" "${options[@]}" -max_total_time=$seconds \
        -artifact_prefix="$work/" "$work/learned" Corpus >"$work/log" 2>&1 </dev/null || status=$?
    if [ "$status" -eq 0 ] || ! grep -q 'Fatal error: canary' "$work/log"; then
        tail -n 20 "$work/log"
        echo "the fuzzer did not find the canary in $seconds seconds (exit $status)" >&2
        exit 1
    fi
    sed -n 's/^stat::number_of_executed_units: */the canary was found; runs: /p' "$work/log"
    exit 0
fi

seconds=${1:-60}
# What the fuzzer learns stays beside the build for its next run; Corpus/ is only read.
mkdir -p .build/learned FailCases
timeout -k 5 $((seconds + 60)) "$fuzzer" "${options[@]}" -max_total_time="$seconds" \
    -artifact_prefix=FailCases/ .build/learned Corpus </dev/null
