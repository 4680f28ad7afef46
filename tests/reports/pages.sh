#!/bin/sh
# The HTML reports in a browser: no word on its console, a picture of the screen, and on paper A4 pages that hold every word.
# KEEP=FOLDER keeps the pictures, to be looked at.
. tests/reports/lib.sh

# browse PAGE: into PAGE.png, PAGE.pdf, PAGE.dom and PAGE.log
browse() {
	rm -rf "$work/profile"
	timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
		--disable-background-networking --disable-component-update --disable-sync \
		--disable-dev-shm-usage --hide-scrollbars --user-data-dir="$work/profile" \
		--window-size=1100,1600 --screenshot="$1.png" --print-to-pdf="$1.pdf" --no-pdf-header-footer \
		--dump-dom --enable-logging=stderr --v=0 "file://$1.html" >"$1.dom" 2>"$1.log"
}

no_word() {
	! grep 'CONSOLE' "$1.log"
}

picture() {
	[ "$(head -c 4 "$1.png" | tail -c 3)" = PNG ] && [ "$(wc -c <"$1.png")" -gt 10000 ]
}

pages() {
	pdfinfo "$1.pdf" | sed -n 's/^Pages: *//p'
}

# at_most PAGE COUNT
at_most() {
	[ "$(pages "$1")" -le "$2" ] || { echo "$(pages "$1") pages, not $2"; return 1; }
}

# letters FILE: what can be seen of a text, in any layout
letters() {
	tr -d ' \n\r\t\f\302\240' <"$1"
}

# holds PAGE TEXT: on paper, wherever its lines are broken
holds() {
	printf '%s' "$2" >"$work/wanted"
	letters "$1.text" | grep -qF -e "$(letters "$work/wanted")" || { echo "no “$2” on paper"; return 1; }
}

# within PAGE: no word stands beyond the margins, where a printer would cut it off
within() {
	pdftotext -bbox "$1.pdf" "$1.boxes" && awk -F'"' '
		/<page / { width = $2; height = $4; pages++ }
		/<word / { words++; if ($2 < 20 || $6 > width - 20 || $4 < 20 || $8 > height - 20) { print; bad = 1 } }
		END { exit bad || !words || !pages }' "$1.boxes"
}

a4() {
	pdfinfo "$1.pdf" | grep -Eq '^Page size: *(59[45]\.?[0-9]* x 84[12]|84[12]\.?[0-9]* x 59[45])'
}

if needs "the pages were not looked at" chromium pdftotext pdfinfo; then
	printf '<!DOCTYPE html><title>x</title><script>nothing()</script>' >"$work/broken.html"
	browse "$work/broken"
	check "a page that is broken says so on the console" sh -c "grep -q CONSOLE '$work/broken.log'"
	for report in $reports; do
		page=$work/$report
		print "$report" html
		check "$report: a browser shows it" browse "$page"
		check "$report: without a word on the console" no_word "$page"
		check "$report: there is a picture" picture "$page"
		check "$report: on A4" a4 "$page"
		check "$report: nothing is cut off" within "$page"
		pdftotext -raw "$page.pdf" "$page.text"
		check "$report: on paper it reminds" holds "$page" 引用前请核对现行有效
		[ "$report" = cruel ] || check "$report: on paper it names the table" holds "$page" "$(jq -r .title data/table.json)"
		[ -z "${KEEP-}" ] || cp "$page.html" "$page.png" "$page.pdf" "$KEEP"
	done
	check "the comparison is two pages at most" at_most "$work/compare" 2
	check "it says what both give" holds "$work/compare" 鼓励政府采购在同等条件下优先选择企业标准“领跑者”
	check "it says where that is written" holds "$work/compare" '苏质监发[2018]127号'
	check "and where to read it" holds "$work/compare" http://scjgj.shanxi.gov.cn/content/qylpz/5ca101fee4b0e9847497aee9.htm
	check "what only one of them gives" holds "$work/compare" 推荐江苏省企业标准“领跑者”参加全国企业标准“领跑者”评估
	check "faces what the table does not say" holds "$work/compare" 本表未列
	if [ -f "$work/export.pdf" ]; then
		jq -r '.entries[].measures[].text' data/table.json >"$work/texts"
		while read -r text; do
			check "export: on paper: $text" holds "$work/export" "$text"
		done <"$work/texts"
	fi
fi
finish
