#!/bin/sh
# What is installed works alone, and what is installed can be taken away: no file stays behind.
set -u
cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0

expect() {
	what=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		echo "not so: $what"
		failed=$((failed + 1))
	fi
}

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
make -s install DESTDIR="$work/root" PREFIX=/usr >"$work/log" 2>&1 || cat "$work/log"
for file in bin/lingpao share/man/man1/lingpao.1 share/man/man5/lingpao.5 \
	share/lingpao/lingpao-1.schema.json share/lingpao/COPYRIGHT; do
	expect "$file is installed" test -f "$work/root/usr/$file"
done

# The binary alone, in an empty folder, with an empty environment: no data file, no locale.
mkdir "$work/empty"
cp "$work/root/usr/bin/lingpao" "$work/empty"
(cd "$work/empty" && env -i HOME="$work/empty" ./lingpao list >"$work/list" 2>"$work/errors")
expect "the binary alone opens the built-in table" grep -q 太原市 "$work/list"
expect "and says nothing on standard error" test ! -s "$work/errors"

make -s uninstall DESTDIR="$work/root" PREFIX=/usr >"$work/log" 2>&1 || cat "$work/log"
expect "nothing stays behind" test -z "$(find "$work/root" -type f)"
expect "not even a folder of ours" test ! -e "$work/root/usr/share/lingpao"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
