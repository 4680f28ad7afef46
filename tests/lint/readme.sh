#!/bin/sh
# What README.md and src/README.md say is so: the screen is a test's, every source file is on the map, every library is named.
set -u
cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0

# expect WHAT CONDITION…: runs the condition.
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
# Each block behind a comment that names a screen is that screen, which ends in rows, the block without the spaces behind them.
screens=$(sed -n 's/^<!-- \(tests\/screen\/.*\.screen\) -->$/\1/p' README.md)
expect "README.md shows two screens" [ "$(echo "$screens" | wc -l)" -ge 2 ]
for screen in $screens; do
	sed -n '/^screen$/,/^end$/p' "$screen" | sed '1d;$d' >"$work/screen"
	awk -v mark="<!-- $screen -->" '$0 == mark { found = 1; next } found && /^```$/ { if (open++) exit; next } open' README.md |
		sed 's/ *$//' >"$work/shown"
	expect "README.md shows the screen of $screen" cmp "$work/screen" "$work/shown"
done

# The block under 命令 has every command of the program, the row of `v` every view in its order.
sed -n '/^## 命令$/,/^## /p' README.md >"$work/commands"
commands=$(sed -n 's/^\t\[CLI_[A-Z]*\] *= { "\([a-z]*\)".*/\1/p' src/cli/commands.c)
for command in $commands; do
	expect "README.md has lingpao $command" grep -q "^lingpao $command " "$work/commands"
done
views=$(sed -n 's/^\t{ SCREEN_[A-Z]*, "\(.*\)" },$/\1/p' src/app/views.c)
expect "there are five views" [ "$(echo "$views" | wc -l)" -eq 5 ]
expect "README.md has them, in order" grep -q "^| \`v\` \`V\` .*$(echo "$views" | paste -sd' ' - | sed 's/ /.*/g')" README.md

for file in src/*/*.[ch]; do
	name=$(basename "$file")
	expect "src/README.md names $file" grep -q "^| \`${name%.*}\` |" src/README.md
done
sed -n 's/^| `\([a-z_0-9]*\)` |.*/\1/p' src/README.md | while read -r name; do
	ls src/*/"$name".[ch] >/dev/null 2>&1 || echo "$name"
done >"$work/gone"
expect "every file on the map is there: $(cat "$work/gone")" test ! -s "$work/gone"

for library in ncursesw cJSON libunibreak utf8proc cmocka libvterm; do
	expect "README.md gives the reason for $library" grep -q "$library" README.md
done
for target in all run deps check lint format install uninstall dist clean help; do
	expect "the Makefile has a target $target" grep -q "^$target:" Makefile
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
