#!/bin/sh
# lingpao list, and browsing without a terminal.
. tests/cli/lib.sh

exits "list finds" 0 list
check "the title comes first" same "$(head -n 1 "$out")" "21省市企业标准“领跑者”制度激励政策一览表"
check "the totals come last" same "$(tail -n 1 "$out")" "共 21 条 62 项，16 个省级地域，11 个市"
check "every region has a line" same "$(grep -c ' [1-6][0-9]\{5\} ' "$out")" 27
check "a city stands under its province" says "$out" "  南通市        320600       1       3       3"
check "a province without an entry counts its cities" says "$out" "河北省          130000       0       0       2"
check "an inferred province is said to be so" says "$out" "省份为推断，原表只印“郑州市”"
check "a province that only its city names is inferred" grep -q '^河南省 .*  推断，原表未印$' "$out"
check "a printed one is not" same "$(grep -c 推断，原表未印 "$out")" 2
check "uncertain references are said to be so" same "$(sed -n 's/ *\([^ ]*\) .*  存疑 1 处.*/\1/p' "$out" | tr '\n' ' ')" \
	"合肥市 郑州市 陕西省 韩城市 "
check "beside what is inferred" says "$out" "  存疑 1 处；省份为推断，原表只印“郑州市”"
check "nothing is complained of" silent_on "$err"
cp "$out" "$work/list"

exits "without a command and a terminal the same is printed" 0
check "browsing prints the list" cmp "$out" "$work/list"
exits "so it is for a file" 0 data/table.json
check "browsing a file prints the list" cmp "$out" "$work/list"
"$LINGPAO" - <data/table.json >"$out" 2>"$err"
check "browsing standard input prints the list" cmp "$out" "$work/list"
"$LINGPAO" -t - list <data/table.json >"$out" 2>"$err"
check "-t - reads standard input" cmp "$out" "$work/list"

run search 信贷
cp "$out" "$work/search"
exits "--query searches" 0 --query 信贷
check "--query prints what search prints" cmp "$out" "$work/search"
exits "--query without hits" 1 --query 没有的词
exits "an empty --query is none" 0 --query ""
check "an empty --query prints the list" cmp "$out" "$work/list"

exits "list as JSON" 0 list --format json
check "it is an array of 27" json "$out" 'type == "array" and length == 27'
check "each object has these keys and no other" json "$out" \
	'all(.[]; keys_unsorted == ["region", "code", "entries", "measures", "total_measures", "uncertain"])'
check "types hold" json "$out" 'all(.[]; (.region | type == "array" and all(.[]; type == "string"))
	and (.code | type == "string" and test("^[0-9]{6}$")) and all(.entries, .measures, .total_measures; type == "number"))'
check "own measures sum up" json "$out" '(map(.measures) | add) == 62 and (map(.entries) | add) == 21'
check "total_measures counts the cities" json "$out" \
	'.[] | select(.region == ["江苏省"]) | .measures == 6 and .total_measures == 9'
check "uncertain references are counted" json "$out" \
	'[.[] | select(.uncertain == 1) | .region[-1]] == ["合肥市", "郑州市", "陕西省", "韩城市"] and (map(.uncertain) | add) == 4'
check "the order is that of the codes" json "$out" \
	'[.[] | select(.region | length == 1) | .code] as $c | $c == ($c | sort)'

exits "list as CSV" 0 list --format csv
check "it is CSV" cells "$out"
check "its titles" same "$(cells "$out" | sed -n 's/^1 [0-9] //p' | tr '\n' ' ')" "地域 代码 条目 措施 措施（含下级） 存疑 推断 "
check "what is uncertain and inferred" says "$out" "河南省 > 郑州市,410100,1,1,1,1,省份为推断，原表只印“郑州市”"
check "what is neither" says "$out" "江苏省,320000,1,6,9,0,"
check "28 rows" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" 28

exits "list as Markdown" 0 list --format markdown
check "its head" same "$(sed -n '1,2p' "$out")" "| 地域 | 代码 | 条目 | 措施 | 措施（含下级） | 存疑 | 推断 |
|---|---|---|---|---|---|---|"
check "a row" says "$out" '| 江苏省 \> 南通市 | 320600 | 1 | 3 | 3 | 0 |  |'
check "a row with remarks" says "$out" "| 1 | 省份为推断，原表只印“郑州市” |"

echo '{"format": "lingpao/1", "title": "空", "entries": []}' >"$work/empty.json"
exits "an empty table lists" 0 -t "$work/empty.json" list
check "it counts nothing" says "$out" "共 0 条 0 项"
exits "an empty table as JSON" 0 -t "$work/empty.json" list --format json
check "is an empty array" same "$(cat "$out")" "[]"

exits "two tables" 0 -t data/table.json -t "$cruel" list
check "both are listed" says "$out" "海门区"
check "with both titles" same "$(head -n 2 "$out" | grep -c '一览表')" 2
check "names of data are safe" no_controls "$out"
finish
