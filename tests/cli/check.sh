#!/bin/sh
# lingpao check
. tests/cli/lib.sh

exits "a good file" 0 check data/table.json
check "is counted" same "$(cat "$out")" "1 个文件，0 处错误"
check "and not complained of" silent_on "$err"
exits "a cruel file is good" 0 check "$cruel"

cat >"$work/bad.json" <<'END'
{
  "format": "lingpao/1",
  "title": "",
  "colour": "red",
  "entries": [
    { "number": 1, "region": ["江苏省"], "measures": [ { "text": "甲" } ] },
    { "number": 1, "region": ["山西省"], "measures": [ { "text": "乙", "categories": ["none"] } ] },
    { "number": 3, "region": ["北京市"], "measures": [ { "label": "1" } ] }
  ]
}
END
exits "a bad file" 65 check "$work/bad.json"
check "every fault on a line, and a line that counts" same "$(wc -l <"$out" | tr -d ' ')" 6
check "counts" same "$(tail -n 1 "$out")" "1 个文件，5 处错误"
check "each with file, line and column" same "$(grep -c "^$work/bad.json:[0-9]*:[0-9]*: " "$out")" 5
check "an empty title" says "$out" "bad.json:3:"
check "an unknown key" says "$out" "colour"
check "a number twice" says "$out" "bad.json:7:"
check "an unknown category" says "$out" "entries[1].measures[0].categories[0]"
check "a missing text" says "$out" "entries[2].measures[0].text: 缺少"

exits "several files" 65 check data/table.json "$work/bad.json" "$cruel"
check "are counted together" same "$(tail -n 1 "$out")" "3 个文件，5 处错误"
exits "a file that is not there" 74 check "$work/none.json"
check "is named" says "$out" "$work/none.json: 没有这个文件"
exits "a folder" 74 check "$work"
exits "unreadable and bad together" 65 check "$work/none.json" "$work/bad.json"
check "are counted" same "$(tail -n 1 "$out")" "2 个文件，6 处错误"

"$LINGPAO" check - <data/table.json >"$out" 2>"$err"
check "standard input" same $? 0
"$LINGPAO" check - <"$work/bad.json" >"$out" 2>"$err"
check "bad standard input" same $? 65
check "has its name" same "$(grep -c '^标准输入:[0-9]' "$out")" 5
printf '{"format": "lingpao/1",' >"$work/cut.json"
exits "a file cut off" 65 check "$work/cut.json"
check "has one fault" same "$(wc -l <"$out" | tr -d ' ')" 2
exits "an empty file" 65 check /dev/null
printf '{"format": "\033[31m"}' >"$work/esc.json"
exits "a file with control bytes" 65 check "$work/esc.json"
check "is not echoed" no_controls "$out"
name=$(printf '%s/a\033[31mb.json' "$work")
cp "$work/bad.json" "$name"
evil=$name
exits "a file name with escape sequences" 65 check "$name"
check "is made safe" no_controls "$out"

exits "a table to check by -t" 65 check -t "$work/bad.json"
mv "$out" "$work/by-t"
exits "is checked" 65 check "$work/bad.json"
check "like a file" cmp "$out" "$work/by-t"
exits "both" 74 -t "$work/none.json" check data/table.json
check "are counted" same "$(tail -n 1 "$out")" "2 个文件，1 处错误"
exits "no file at all" 2 check --color never

exits "JSON" 65 check "$work/bad.json" "$work/none.json" --format json
check "has every fault" same "$(jq length "$out")" 6
check "with file, line, column, path and what" same "$(jq -c '.[3] | [.file, .line, .column, .path, (.what | length > 4)]' "$out")" \
	"[\"$work/bad.json\",7,83,\"entries[1].measures[0].categories[0]\",true]"
check "a file that cannot be read has no place" same "$(jq -c '.[5] | [.line, .column, .path, .what]' "$out")" \
	'[null,null,null,"没有这个文件"]'
exits "JSON without a fault" 0 check data/table.json --format json
check "is an empty array" same "$(cat "$out")" "[]"
exits "JSON of an evil file name" 65 check "$evil" --format json
check "is safe" no_controls "$out"
check "and true" same "$(jq -r '.[0].file' "$out")" "$evil"
exits "CSV" 65 check "$work/bad.json" --format csv
check "has a row for each fault" same "$(grep -c 'bad.json,[0-9]*,[0-9]*,' "$out")" 5
check "below its titles" same "$(head -n 1 "$out" | tr -d '\r')" "$(printf '\357\273\277文件,行,列,字段,错误')"
exits "Markdown" 65 check "$work/bad.json" --format markdown
check "has a row for each fault too" same "$(grep -c '^| .*bad.json | [0-9]* | [0-9]* | ' "$out")" 5
check "and counts" same "$(tail -n 1 "$out")" "1 个文件，5 处错误"

i=0
while [ $i -lt 1005 ]; do
	echo '{"region":1}'
	i=$((i + 1))
done >"$work/many.jsonl"
exits "more faults than are listed" 65 check "$work/many.jsonl" --format json
check "has one that counts the rest" same "$(jq -c '[length, .[1000].line, .[1000].what]' "$out")" \
	'[1001,null,"还有 1010 处错误没有列出"]'

for command in list "show 江苏" "search 信贷" "compare 江苏 山西" export ""; do
	# shellcheck disable=SC2086
	exits "bad data for: $command" 65 -t "$work/bad.json" $command
	check "$command: all faults on standard error" same "$(grep -c '^lingpao: ' "$err")" 5
	check "$command: nothing printed" silent_on "$out"
	# shellcheck disable=SC2086
	exits "no file for: $command" 74 -t "$work/none.json" $command
done
exits "a good and a bad table" 65 -t data/table.json -t "$work/bad.json" list
"$LINGPAO" -t - -t - list <data/table.json >"$out" 2>"$err"
check "standard input cannot be read twice" same $? 74
finish
