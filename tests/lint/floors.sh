#!/bin/sh
# The floors rule: a file includes its own floor and the lower ones, never a higher one; only term/ knows ncurses, only one file knows cJSON, and
# main.c knows all and is known by none.
set -u
cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0

below() {
	case $1 in
	base) echo base ;;
	table) echo "table $(below base)" ;;
	search) echo "search $(below table)" ;;
	compare) echo "compare $(below search)" ;;
	app) echo "app $(below compare)" ;;
	view) echo "view $(below app)" ;;
	term) echo "term $(below view)" ;;
	cli) echo "cli $(below compare)" ;;
	esac
}

# check FLOOR FILE: prints each include that the floor may not have.
check() {
	allowed=" $(below "$1") "
	sed -n 's|^#include "\([^"]*\)".*|\1|p' "$2" | while read -r name; do
		case $allowed in
		*" ${name%%/*} "*) [ -f "src/$name" ] || echo "$2 includes $name, which is not there" ;;
		*) echo "$2 includes $name" ;;
		esac
	done
	[ "$1" = term ] || grep -HnE '#include *<(ncursesw/)?(n?curses|term)\.h>' "$2"
	[ "$2" = src/table/json.c ] || grep -HnE '#include *<(cjson/)?cJSON\.h>' "$2"
}

for floor in base table search compare app view term cli; do
	for file in src/$floor/*.[ch]; do
		wrong=$(check "$floor" "$file")
		if [ -n "$wrong" ]; then
			echo "$wrong"
			failed=$((failed + 1))
		else
			passed=$((passed + 1))
		fi
	done
done

# The rule itself must bite: a planted upward include is found.
planted=$(mktemp) || exit 2
printf '#include "app/app.h"\n#include <curses.h>\n' >"$planted"
if [ "$(check base "$planted" | wc -l)" -eq 2 ]; then
	passed=$((passed + 1))
else
	echo "a planted upward include was not found"
	failed=$((failed + 1))
fi
rm -f "$planted"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
