#!/bin/sh
# The CSV reports in a spreadsheet: every cell comes back as it was, in its column, and none is a formula.
. tests/reports/lib.sh
between=$(printf '\001')

# office FILTER FILE...: converts them into $work/converted
office() {
	filter=$1
	shift
	LC_ALL=C.UTF-8 timeout 240 soffice -env:UserInstallation="file://$work/profile" --headless \
		--infilter=CSV:44,34,76,1 --convert-to "$filter" --outdir "$work/converted" "$@" >"$work/log" 2>&1
}

# formulas NAME: how many
formulas() {
	grep -c 'table:formula=' "$work/converted/$1.fods"
}

# rows_end FILE: with the BOM and the row ends of our own CSV
rows_end() {
	printf '\357\273\277'
	awk '{ quotes += gsub(/"/, "\""); printf "%s%s", $0, quotes % 2 ? "\n" : "\r\n" }' "$1"
}

# same_cells WANTED GOT: a number may be written otherwise
same_cells() {
	paste -d "$between" "$1" "$2" | awk -F "$between" '
		function value(cell) { sub(/^[0-9]+ [0-9]+ /, "", cell); return cell }
		$1 != $2 {
			a = value($1); b = value($2)
			if (a ~ /^[0-9]+\.[0-9]+$/ && b ~ /^[0-9.]+$/ && a + 0 == b + 0) next
			if (bad++ < 5) { print "wanted " $1; print "got    " $2 }
		}
		END { exit bad || NR < 2 }'
}

if needs "the sheets were not opened" soffice; then
	printf '\357\273\277a,b\r\n=1+1,"x,y"\r\n' >"$work/formula.csv"
	files=$work/formula.csv
	for report in $reports; do
		print "$report" csv
		files="$files $work/$report.csv"
	done
	# shellcheck disable=SC2086
	office fods $files
	# shellcheck disable=SC2086
	office "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false" $files
	check "a formula is seen to be one" same "$(formulas formula)" 1
	for report in $reports; do
		check "$report: no cell is a formula" same "$(formulas "$report")" 0
		cells "$work/$report.csv" >"$work/wanted"
		rows_end "$work/converted/$report.csv" >"$work/back.csv"
		cells "$work/back.csv" >"$work/got"
		check "$report: every cell comes back" same_cells "$work/wanted" "$work/got"
	done
fi
finish
