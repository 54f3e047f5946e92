#!/usr/bin/env bash
# Validates viewfmt's SARIF with Microsoft's validator: `npm install @microsoft/sarif-multitool`, then this, in any directory
# that has it in node_modules, or with SARIF_MULTITOOL set to the program.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
viewfmt=${VIEWFMT:-$root/target/debug/viewfmt}
multitool=${SARIF_MULTITOOL:-node_modules/.bin/sarif-multitool}
if ! command -v "$multitool" >/dev/null; then
    echo "skipped: $multitool is not installed (npm install @microsoft/sarif-multitool)"
    exit 0
fi
log=$(mktemp -d)/viewfmt.sarif
# Fixtures with every kind of finding, in both languages.
(cd "$root/view-lsp/tests/findings" && "$viewfmt" check --isolated --select ALL --unsafe-fixes --exit-zero --output-format sarif --output-file "$log" .)
# Its exit code is 0 whatever it finds. Notes are suggestions for how to publish logs; errors break the format.
told=$("$multitool" validate "$log" --level Error --kind Fail)
echo "$told"
if grep -q ': error ' <<<"$told" || ! grep -q 'completed successfully' <<<"$told"; then
    exit 1
fi
