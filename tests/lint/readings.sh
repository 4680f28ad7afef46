#!/bin/sh
# data/pinyin.txt and data/variants.txt are what data/make-readings.sh makes of Unihan and of the lists kept by hand.
set -u
cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0
unihan=/usr/share/unicode
wanted=$(sed -n '1s/^# Unihan \([0-9.]*\):.*/\1/p' data/pinyin.txt)

skip() {
	echo "SKIPPED: $*"
	echo "0 passed, 0 failed, 1 skipped"
	exit 0
}

[ -e $unihan/Unihan_Readings.txt ] || [ -e $unihan/Unihan_Readings.txt.bz2 ] || skip "no unicode-data here"
[ -e $unihan/Unihan_Readings.txt ] || command -v bzip2 >/dev/null || skip "no bzip2 here"
here=$(sed -n '1s/.*-\([0-9.]*\)\.txt.*/\1/p' $unihan/PropList.txt)
[ "$here" = "$wanted" ] || skip "unicode-data is $here, the files are of $wanted"

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
if ! data/make-readings.sh "$work" $unihan; then
	echo "data/make-readings.sh failed"
	failed=$((failed + 1))
fi
for file in pinyin.txt variants.txt; do
	if cmp "$work/$file" data/$file; then
		passed=$((passed + 1))
	else
		echo "data/$file is not what make readings makes"
		failed=$((failed + 1))
	fi
done
# The comparison must bite.
echo >>"$work/pinyin.txt"
if cmp -s "$work/pinyin.txt" data/pinyin.txt; then
	echo "a planted line was not found"
	failed=$((failed + 1))
else
	passed=$((passed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
