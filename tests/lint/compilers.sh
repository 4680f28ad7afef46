#!/bin/sh
# Every source file, under every compiler that is here, without a warning.
set -u
cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0 skipped=0
flags="-std=c11 -D_GNU_SOURCE -Isrc -Itests -DLINGPAO_VERSION=\"0\" -fsyntax-only -Werror -Wall -Wextra -Wpedantic -Wshadow
	-Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 $(pkg-config --cflags libcjson)"
for compiler in gcc clang; do
	if ! command -v $compiler >/dev/null; then
		echo "SKIPPED: no $compiler here"
		skipped=$((skipped + 1))
		continue
	fi
	for file in src/*.c src/*/*.c tests/support/*.c tests/screen/*.c tests/terminal/*.c tests/bench/*.c tests/unit/*/*.c; do
		[ -f "$file" ] || continue
		if $compiler $flags "$file"; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
		fi
	done
done
echo "$passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ "$failed" -eq 0 ]
