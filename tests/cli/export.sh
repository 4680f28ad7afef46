#!/bin/sh
# lingpao export, and what -o may and may not do.
. tests/cli/lib.sh

exits "export as JSON" 0 export --format json
check "is the table itself" cmp "$out" data/table.json
cp "$out" "$work/once.json"
exits "export what was exported" 0 -t "$work/once.json" export --format json
check "the same bytes" cmp "$out" "$work/once.json"
"$LINGPAO" export --format json | "$LINGPAO" -t - export --format json >"$out"
check "the same through a pipe" cmp "$out" "$work/once.json"
run -t "$cruel" export --format json
cp "$out" "$work/cruel.json"
check "a cruel table is JSON" json "$out" '.entries | length == 6'
check "in the order of the file" json "$out" '[.entries[].number] == [7, 3, 9000000000000000, 10, 11, 12]'
exits "a cruel table again" 0 -t "$work/cruel.json" export --format json
check "the same bytes of a cruel table" cmp "$out" "$work/cruel.json"
exits "it passes check" 0 check "$work/cruel.json"
exits "two tables become one" 0 -t data/table.json -t "$cruel" export --format json
cp "$out" "$work/both.json"
check "with all entries, numbered anew" json "$out" '[.entries[].number] == [range(1; 28)]'
exits "that passes check" 0 check "$work/both.json"

exits "export as CSV" 0 export --format csv
check "it is CSV" cells "$out"
check "the source's four columns" same "$(cells "$out" | sed -n 's/^1 [0-9] //p' | tr '\n' ' ')" "序号 地域 相关激励政策 文号或链接 "
check "22 rows" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" 22
cells "$out" >"$work/cells"
check "the region as printed" says "$work/cells" "12 2 广西省"
check "measures with their labels, a line each" same \
	"$(sed -n 's/^4 3 //p' "$work/cells")" \
	"$(jq -r '.entries[2].measures | map(.label + "." + .text) | join("\\n")' data/table.json)"
check "a measure without a label stands bare" same "$(sed -n 's/^17 3 //p' "$work/cells")" \
	"$(jq -r '.entries[15].measures[0].text' data/table.json)"
check "four uncertain references" same "$(grep -c '^[0-9]* 4 .* 存疑：也可能是' "$work/cells")" 4
exits "a cruel table as CSV" 0 -t "$cruel" export --format csv
cells "$out" >"$work/cells"
check "no formula in it" same "$(grep -c '^[0-9]* [0-9]* [-=+@＝＋－＠]' "$work/cells")" 0
check "a printed name guarded" says "$work/cells" "3 2 '+江苏"
check "two references, a line each" says "$work/cells" '2 4 http://example.com/a_b/c_d.html?x=1&y=2\n=示〔2018〕1号'

exits "export as text" 0 export
check "the title" same "$(head -n 1 "$out")" "21省市企业标准“领跑者”制度激励政策一览表"
check "every entry" same "$(grep -c '^  序号 ' "$out")" 21
check "every measure" same "$(grep -c '^  \([0-9]\.\|-\) *[^ ]' "$out")" 62
check "in the order of the source" same "$(sed -n 's/^  序号 *//p' "$out" | tr '\n' ' ')" "$(seq 21 | tr '\n' ' ')"
exits "export as Markdown" 0 export --format markdown
check "the title is a heading" same "$(head -n 1 "$out")" "# 21省市企业标准“领跑者”制度激励政策一览表"
check "a heading an entry" same "$(grep -c '^## ' "$out")" 21
for format in text markdown csv json; do
	run -t "$cruel" export --format $format
	check "no control comes through $format" no_controls "$out"
done

cd "$work" || exit 2
mkdir folder && echo old >old && ln -s old link && ln -s nowhere dangling
ls -A >before
exits "-o writes" 0 export --format json -o new.json
check "the whole table" cmp new.json once.json
check "and nothing on standard output" silent_on "$out"
check "a file for all to read" same "$(ls -l new.json | cut -c1-10)" "-rw-r--r--"
rm new.json
exits "-o into a folder" 0 export -o folder/一览表.txt
rm folder/一览表.txt
for path in old folder folder/ link dangling /dev/full missing/new old/new; do
	exits "-o $path is refused" 74 export -o $path
	check "$path: the message names it" says "$err" "$path"
	check "$path: nothing on standard output" silent_on "$out"
done
check "the old file is old" same "$(cat old)" old
check "nothing was made where the link leads" test ! -e nowhere
mkdir closed && chmod 555 closed
if [ -w closed ]; then
	echo "skip: -o into a folder that may not be written, this user may write everywhere"
else
	exits "-o into a closed folder" 74 export -o closed/new
fi
chmod 755 closed && rmdir closed
ls -A | grep -v '^\(out\|err\|why\|after\)$' >after
grep -v '^\(out\|err\|why\|after\|before\)$' before >wanted
check "no file is left over" same "$(grep -v '^\(before\|wanted\)$' after)" "$(cat wanted)"
(ulimit -f 1 && exec "$LINGPAO" export -o large.txt) 2>"$err"
check "what does not fit" same $? 74
check "is said" says "$err" "large.txt：文件太大"
check "and leaves nothing" test ! -e large.txt
exits "-o - is standard output" 0 export --format json -o -
check "it prints" cmp "$out" once.json
exits "-o without a name" 2 export -o ''
check "is told how" says "$err" "选项 --output 的值是空的，应为文件名"
check "and prints nothing" silent_on "$out"
for arguments in list "export --format json"; do
	# shellcheck disable=SC2086
	"$LINGPAO" $arguments >&- 2>"$err"
	check "$arguments into nothing" same $? 74
	check "$arguments: says so in Chinese" same "$(cat "$err")" "lingpao: 标准输出：没有打开"
done
"$LINGPAO" export >/dev/full 2>"$err"
check "a full disk behind standard output" same $? 74
check "is said" test -s "$err"
finish
