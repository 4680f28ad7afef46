#!/bin/sh
# Makes pinyin.txt and variants.txt anew from Debian's unicode-data (Unihan) and the two lists kept by hand beside this script.
# Usage: data/make-readings.sh [FOLDER FOR THE FILES [FOLDER OF UNIHAN]]
set -eu
export LC_ALL=C
here=$(dirname "$0")
out=${1:-$here}
unihan=${2:-/usr/share/unicode}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Debian packs the large files; a Unihan.zip that was unpacked by hand will do as well.
for name in Readings Variants; do
	if [ -e "$unihan/Unihan_$name.txt" ]; then
		cp "$unihan/Unihan_$name.txt" "$work/$name"
	else
		bzip2 -dc "$unihan/Unihan_$name.txt.bz2" >"$work/$name"
	fi
done
version=$(sed -n 's/^# Unicode version: *//p' "$work/Readings")

run() { # PART: its rows, one character each, the line's head first
	awk -v part="$1" -f "$here/make-readings.awk" "$work/Readings" "$work/Variants" \
		"$here/variants-more.txt" "$here/pinyin-more.txt"
}

# Rows with one head become one line: the head, a tab, the characters in order of their code points.  The "" keeps an
# awk from reading the head nan as a number, which would differ from itself.
gather() {
	sort | awk -F '\t' '
		$1 "" != head { if (NR > 1) printf "\n"; printf "%s\t", head = $1 "" }
		{ printf "%s", $3 }
		END { printf "\n" }'
}

{
	echo "# Unihan $version: toneless readings, most common first, and the characters that have them."
	echo "# Changed from the files of Unicode, Inc. by make-readings.sh; do not edit. See COPYRIGHT."
	run pinyin | gather
} >"$work/pinyin.txt"
{
	echo "# Unihan $version: a character and those that fold to it."
	echo "# Changed from the files of Unicode, Inc. by make-readings.sh; do not edit. See COPYRIGHT."
	run variants | gather
} >"$work/variants.txt"
mv "$work/pinyin.txt" "$work/variants.txt" "$out"
