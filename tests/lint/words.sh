#!/bin/sh
# Calls that we do not make, words that say that something is unfinished, and widths or paddings that count bytes.
set -u
cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0

# forbid WHAT PATTERN PLACE...: nothing in those places matches.
forbid() {
	what=$1 pattern=$2
	shift 2
	if grep -rnE "$pattern" "$@"; then
		echo "found: $what"
		failed=$((failed + 1))
	else
		passed=$((passed + 1))
	fi
}

forbid 'unsafe or shell calls' '\b(system|popen|strcpy|strcat|sprintf|vsprintf|gets|tmpnam|mktemp|strtok)\(' src
forbid 'case-insensitive or quadratic cJSON calls' 'cJSON_(GetObjectItem\(|GetArrayItem\(|Duplicate|Compare|Minify|Print)' src
forbid 'unfinished words' 'TODO|FIXME|\bXXX\b|not implemented' src tests/unit tests/screen tests/terminal Makefile
forbid 'padding by bytes' '%-?[0-9*]*\.?[0-9*]+s' src/view src/app
forbid 'exit outside main and memory' '[^_]\bexit\(' src/main.c src/base src/table src/search src/compare src/app src/view src/cli
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
