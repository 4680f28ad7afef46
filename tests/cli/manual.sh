#!/bin/sh
# The manual pages say what the program does: every command and option, and examples that are run.
. tests/cli/lib.sh

# The pages without what only roff needs.
plain() {
	sed 's/\\-/-/g; s/\\(ha/^/g; s/\\(aq/'\''/g; s/\\(dq/"/g; s/\\&//g; s/\\e/\\/g; s/\\\*n$//' "$1"
}
plain man/lingpao.1 >"$work/1"
plain man/lingpao.5 >"$work/5"

run --help
for word in $(sed -n 's/^  \([a-z]*\) .*/\1/p' "$out"); do
	[ "$word" = lingpao ] && continue
	check "lingpao(1) has the command $word" grep -Eq "^\.It Cm $word( |\$)" "$work/1"
	check "and it stands in the synopsis: $word" grep -qx "\.Cm $word" "$work/1"
	commands=${commands-}x
done
check "there were ten commands" same "${commands-}" xxxxxxxxxx
for word in $(grep -o -e ' --\?[a-zA-Z][a-z-]*' "$out" | sort -u) --colour; do
	option=${word#-}
	check "lingpao(1) has the option $word" grep -Eq "^\.It .*Fl $option( |\$)" "$work/1"
	options=${options-}x
done
check "there were at least eleven options" test ${#options} -ge 11
for number in 0 1 2 65 74 130; do
	check "lingpao(1) has the exit code $number" grep -qx "\.It Li $number" "$work/1"
done
for word in NO_COLOR XDG_CACHE_HOME XDG_DATA_HOME XDG_DATA_DIRS BROWSER ESCDELAY TERM LC_ALL; do
	check "lingpao(1) has $word" grep -Eq "^\.It .*Ev $word( |\$)" "$work/1"
done

# Each example that begins with "$ lingpao" is run, and prints what stands below it.
awk -v dir="$work" '/^\.Ed/ { file = "" } file { print >file }
	/^\$ lingpao / { file = dir "/example" ++n; print substr($0, 3) >(file ".sh") }' "$work/1"
for format in list show search compare matrix rewards references check; do
	check "an example of $format" grep -q "^lingpao $format " "$work"/example*.sh
done
ln -s "$LINGPAO" "$work/lingpao"
for example in "$work"/example*.sh; do
	check "$(cat "$example")" sh -c "PATH='$work':\$PATH sh '$example' | cmp - '${example%.sh}'"
done
# The others at least run.
sed -n '/^\.Sh 示例/,/^\.Ed/s/^\(lingpao [a-z].*\)/\1/p' "$work/1" | sed 's/  *#.*//' >"$work/lines"
check "there are examples to run" test "$(wc -l <"$work/lines")" -ge 6
cp data/table.json "$work/我的表.json"
cd "$work" || exit 2
while read -r line; do
	check "$line" sh -c "PATH='$work':\$PATH; $line </dev/null"
done <"$work/lines"
cd - >/dev/null || exit 2

# The example of lingpao(5) is a good table, and the page has every key of the schema.
sed -n '/^\.Bd -literal$/,/^\.Ed/p' "$work/5" | sed '1d;$d' >"$work/example.json"
exits "the example of lingpao(5)" 0 check "$work/example.json"
check "passes" same "$(cat "$out")" "1 个文件，0 处错误"
for key in $(jq -r '.. | .properties? // empty | keys[]' data/lingpao-1.schema.json | sort -u); do
	check "lingpao(5) has the key $key" grep -qF ".It Va $key " "$work/5"
	keys=${keys-}x
done
check "there were keys" test ${#keys} -ge 20
jq -r '.. | objects | keys[]' "$work/example.json" | sort -u >"$work/used"
for key in $(sed -n 's/^\.It Va \([^ ]*\) .*/\1/p' "$work/5" | sort -u); do
	check "the example uses $key" grep -qxF "$key" "$work/used"
done

for word in $(jq -r '.categories[].short' data/table.json); do
	check "lingpao(1) has the category $word" grep -q "^$word（.*）[、。]" "$work/1"
done

# narrow FILE: no line of the printed page is wider than 80 columns, and it is a page
narrow() {
	LC_ALL=C.UTF-8 sed "s/.$(printf '\b')//g" "$1" >"$work/page"
	[ "$(wc -l <"$work/page")" -gt 100 ] && [ "$(widest "$work/page")" -le 80 ]
}
for number in 1 5; do
	if command -v mandoc >/dev/null; then
		mandoc -Tutf8 -Owidth=80 man/lingpao.$number >"$work/printed" 2>"$err"
		check "mandoc prints lingpao($number) in 80 columns" narrow "$work/printed"
	fi
	if command -v groff >/dev/null && command -v preconv >/dev/null; then
		preconv -e UTF-8 man/lingpao.$number | groff -mandoc -Tutf8 -P-cbou -rLL=78n >"$work/printed" 2>"$err"
		check "groff prints lingpao($number) in 80 columns" narrow "$work/printed"
		check "and can break every line" silent_on "$err"
	else
		echo "skip: groff is not installed, lingpao($number) was not printed with it"
	fi
done
sed -n '/manual-compare.screen/,/^\.Ed$/p' man/lingpao.1 | sed '1,2d;$d' >"$work/shown"
sed -n '/^screen$/,/^end$/p' tests/screen/manual-compare.screen | sed '1d;$d' >"$work/screen"
check "lingpao(1) shows the comparison of tests/screen/manual-compare.screen" cmp "$work/shown" "$work/screen"
if command -v mandoc >/dev/null; then
	check "the pages are clean" sh -c '! mandoc -Tlint -W warning man/lingpao.1 man/lingpao.5 | grep .'
else
	echo "skip: mandoc is not installed, the pages were not linted"
fi
finish
