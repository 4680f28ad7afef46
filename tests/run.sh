#!/bin/sh
# Runs tests and sums their closing lines.  Usage: tests/run.sh BUILD... | tests/run.sh --lint | tests/run.sh --reports BUILD |
# tests/run.sh --built BUILD
# Every test is a program or script whose last line is "N passed, M failed"; one that crashes or says nothing counts as a
# failure.  Each BUILD folder's tests are run with LINGPAO set to its program; the lint scripts are run once, and so are
# those of tests/reports, shortly; --reports runs these alone, in full.  --built: the test programs of BUILD alone, as of a
# folder without the program.
set -u
cd "$(dirname "$0")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

# One test: its output to a file of its own, its counts beside it.
if [ "${1-}" = --one ]; then
	work=$2 program=$3 test=$4
	trap - EXIT
	log=$work/$(echo "$program $test" | tr '/ ' '__')
	LINGPAO=$program timeout 600 "$test" >"$log" 2>&1
	code=$?
	counts=$(tail -n 1 "$log" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed\(, [0-9]* skipped\)*$/\1 \2/p')
	passed=${counts% *} failed=${counts#* }
	if [ -z "$counts" ] || { [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
		passed=0 failed=1
		echo "$test ended with code $code" >>"$log"
	fi
	echo "$passed $failed" >"$log.counts"
	if [ "$failed" -ne 0 ]; then
		printf '=== %s (%s)\n' "$test" "$program"
		cat "$log"
	else
		printf '%s (%s): %s passed\n' "$test" "$program" "$passed"
		grep -i 'skip' "$log"
	fi
	exit 0
fi

list=$work/list
: >"$list"
only=
case ${1-} in
--lint | --reports | --built)
	only=$1
	shift
	;;
esac
if [ "$only" != --lint ] && [ "$only" != --built ]; then
	[ -n "$only" ] || export SHORT=1
	find tests/reports -name '*.sh' ! -name lib.sh | sort | sed "s|^|$1/lingpao |" >>"$list"
fi
[ "$only" != --reports ] || set --
for build in "$@"; do
	find "$build/tests" -type f -perm -u+x | sort | sed "s|^|$build/lingpao |" >>"$list"
	[ ! -x "$build/lingpao" ] ||
		find tests/cli -name '*.sh' ! -name lib.sh | sort | sed "s|^|$build/lingpao |" >>"$list"
done
[ "$only" = --reports ] || [ "$only" = --built ] || find tests/lint -name '*.sh' | sort | sed 's|^|- |' >>"$list"

# The long ones first would be better still; two at a time is what matters.
xargs -P "$(nproc)" -n 2 "$0" --one "$work" <"$list"

cat "$work"/*.counts | awk '{ passed += $1; failed += $2 }
	END { printf "%d passed, %d failed\n", passed, failed; exit failed != 0 || passed == 0 }'
