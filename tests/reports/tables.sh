#!/bin/sh
# The Markdown reports in pandoc: tables with their cells, footnotes that lead somewhere, nothing left over as text.
. tests/reports/lib.sh

# count FILE TEXT
count() {
	grep -o -e "$2" "$1" | wc -l | tr -d ' '
}

# rows_are_whole FILE: every row of a table has as many cells as its head
rows_are_whole() {
	awk '/<table/ { head = 0 }
		/<tr/ { cells = 0 }
		{ line = $0; cells += gsub(/<t[hd][ >]/, "", line) }
		/<\/tr>/ { if (!head) head = cells; else if (cells != head) { print "row of " cells ", not " head ": " NR; bad = 1 } rows++ }
		END { exit bad || !rows }' "$1"
}

# notes_meet FILE: as many footnotes as there are numbers that lead to them, and each is led to
notes_meet() {
	grep -o 'href="#fn[0-9]*"' "$1" | sort -u >"$work/marks"
	grep -o '<li id="fn[0-9]*"' "$1" | sort -u >"$work/notes"
	[ -s "$work/notes" ] && same "$(sed 's/[^0-9]//g' "$work/marks")" "$(sed 's/[^0-9]//g' "$work/notes")"
}

if needs "the tables were not converted" pandoc; then
	for report in $reports; do
		print "$report" markdown
		for dialect in gfm markdown; do
			page=$work/$report-$dialect.html
			pandoc -f "$dialect" -t html --wrap=none "$work/$report.markdown" >"$page" 2>"$err"
			check "$report, $dialect: converts in silence" silent_on "$err"
			check "$report, $dialect: no markup is left as text" sh -c "! grep -E '\\|---|\\[\\^|\\*\\*' '$page'"
			case $report in
			show | export | cruel) ;;
			*)
				check "$report, $dialect: is a table" test "$(count "$page" '<table')" -ge 1
				check "$report, $dialect: of whole rows" rows_are_whole "$page"
				;;
			esac
		done
	done
	check "the comparison has a footnote for each of its marks" notes_meet "$work/compare-gfm.html"
fi
finish
