#!/bin/sh
# lingpao search
. tests/cli/lib.sh

exits "search finds" 0 search 信贷
check "regions as headings" same "$(grep -c '^[^ 0-9]' "$out")" 7
check "entries with their references" says "$out" "  序号 3  文号 苏质监发[2018]127号"
check "hits with their labels" says "$out" "    5.  鼓励和支持金融机构给予江苏省企业标准“领跑者”信贷支持。"
check "the last line counts" same "$(tail -n 1 "$out")" "7 项命中，7 个地域。引用前请核对现行有效"
check "categories under the hit" says "$out" "        类别：信贷"
check "uncertain references are said to be so" same "$(grep -c '存疑：也可能是' "$out")" 2
cp "$out" "$work/search"
exits "a query by its first words" 0 search 信贷 江苏
check "all words must match" same "$(tail -n 1 "$out" | sed 's/。.*//')" "1 项命中，1 个地域"
exits "one argument of two words is the same" 0 search "信贷 江苏"
check "and counts the same" same "$(tail -n 1 "$out" | sed 's/。.*//')" "1 项命中，1 个地域"
exits "a word excluded" 0 search 信贷 '!江苏'
check "it is left out" same "$(grep -c '^江苏省' "$out")" 0
exits "words that begin with dashes" 1 search -- --format
exits "a category" 0 search 类别:信贷
check "where it was found is said" says "$out" "[命中类别]"
exits "a region" 0 search 南通
check "found in the region" says "$out" "[命中地域]"
exits "a document" 0 search 127号
check "found in the reference" says "$out" "[命中文号或链接]"
exits "who pays how much" 0 search 100万
check "the sum under the hit" says "$out" "        类别：奖补；奖补金额：国家级 100万元、省级 60万元"
check "at most" says "$out" "奖补金额：国家级 最高100万元"
exits "money without a sum" 0 search 深圳
check "is said to be so, without a label" says "$out" "        类别：奖补；未载明金额"
exits "full width" 0 search １００万
check "finds half width" says "$out" "100万"

exits "no hit" 1 search 没有的词
check "prints nothing" silent_on "$out"
check "says so" same "$(cat "$err")" "lingpao: 没有命中“没有的词”的措施"
exits "no word" 2 search " "
exits "no word but a sign" 2 search '!'

run search 信货
check "one character off" same "$(cat "$err")" "lingpao: 没有命中“信货”的措施；是否为“信贷”（7 项）"
exits "a word too many" 1 search 信贷 小微
check "is named" says "$err" "去掉“小微”有 7 项"
exits "counted" 0 search --count 信贷
check "the number alone" same "$(cat "$out" "$err")" 7
exits "none counted" 1 search --count 没有的词
check "is 0 and no word" same "$(cat "$out" "$err")" 0
exits "pinyin explained" 0 search --explain zhengfcg
check "with its readings" says "$out" "（zhengfcg → 政府采购 zheng fu cai gou 措施）"
exits "either" 0 search --count '江苏 信贷 | 北京 信贷'
check "counts both" same "$(cat "$out")" 2
exits "a field that is none" 0 search foo:bar 信贷
check "is said" same "$(cat "$err")" "lingpao: 没有“foo”这个字段，有：地域 类别 文号 年 金额 序号"
check "and the rest found" same "$(tail -n 1 "$out" | sed 's/。.*//')" "7 项命中，7 个地域"
exits "a number that cannot be read, alone" 2 search 金额:很多
check "says how" same "$(cat "$err")" "lingpao: 金额读不懂：很多，例：金额:>=50万"
run search xd --explain --format json
check "reasons in JSON" json "$out" 'all(.[]; .reason | startswith("xd → "))'
run search 信贷 --explain --format csv
check "reasons in CSV" same "$(cells "$out" | sed -n 's/^1 [0-9] //p' | tail -n 1)" 理由

exits "as JSON" 0 search 信贷 --format json
check "an array" json "$out" 'type == "array" and length == 7'
check "with these keys" json "$out" \
	'all(.[]; keys_unsorted == ["number", "region", "label", "text", "references", "field", "spans",
		"categories", "rewards"])'
check "types hold" json "$out" 'all(.[]; (.number | type == "number") and (.region | type == "array") and
	(.label | type == "string" or . == null) and (.text | type == "string") and
	(.references | type == "array" and length > 0) and (.field == "text"))'
check "categories are ids of the table" json "$out" 'all(.[]; .categories | index("credit"))'
check "spans mark the word, in code points" json "$out" \
	'all(.[]; . as $hit | all(.spans[]; . as [$a, $b] | $hit.text[$a:$b] == "信贷")) and all(.[]; .spans | length > 0)'
run search 南通 --format json
check "a hit elsewhere has its field and no spans" json "$out" \
	'map(select(.field == "region")) | length > 0 and all(.[]; .spans == [])'
run search 太原 --format json
check "rewards are those of the data format" json "$out" '.[0] | .categories == ["subsidy"] and .rewards ==
	[{level: "国家级", yuan: 100000, maximum: false}, {level: "省级", yuan: 50000, maximum: false}]'
run search 北京 --format json
check "an unnamed sum is null" json "$out" 'map(.rewards) == [[], [], [], [{level: null, yuan: null, maximum: false}]]'
run search '1月1日' --format json
check "spans cover what was skipped" json "$out" 'map(.text[.spans[0][0]:.spans[0][1]]) == ["1月1日", "1 月1 日"]'
run search 类别:信贷 --format json
check "the field of a category" json "$out" 'all(.[]; .field == "category")'
run search 127号 --format json
check "the field of a reference" json "$out" 'all(.[]; .field == "reference" and .number == 3)'
run search 贵州 --format json
check "measures without a label have null" json "$out" 'map(.label) == ["1", "2", "3", "3"]'
run search 烟台 --format json
check "no label is null" json "$out" 'map(.label) == [null]'
exits "none as JSON" 1 search 没有的词 --format json
check "is []" same "$(cat "$out")" "[]"
check "and no word beside it" silent_on "$err"
exits "none as CSV" 1 search 没有的词 --format csv
check "are the titles" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" 1
exits "none as Markdown" 1 search 没有的词 --format markdown
check "is a sentence" says "$err" "没有命中"

exits "as CSV" 0 search 信贷 --format csv
check "it is CSV" cells "$out"
check "titles" same "$(cells "$out" | sed -n 's/^1 [0-9] //p' | tr '\n' ' ')" "序号 地域 标号 措施 类别 奖补金额 文号或链接 命中处 "
check "8 rows" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" 8
run search 太原 --format csv
check "the money in its cell" says "$out" ",奖补,国家级 10万元、省级 5万元,万政〔2018〕49号,地域"
exits "as Markdown" 0 search 太原 --format markdown
check "the money in its column" says "$out" "| 奖补 | 国家级 10万元、省级 5万元 |"
exits "as Markdown" 0 search 信贷 --format markdown
check "hits in bold" says "$out" "**信贷**支持"
check "and counted" says "$out" "7 项命中，7 个地域"
run search “领跑者”评估结果 --format markdown
check "bold beside Chinese marks is bold" says "$out" '&#20934;**“领跑者”评估结果**'

exits "colour when it is asked for" 0 search 信贷 --color=always
esc=$(printf '\033')
check "the hit is marked" says "$out" "${esc}[1;7m信贷${esc}[0m支持"
sed "s/$esc\[[0-9;]*m//g" "$out" >"$work/bare"
check "and nothing else is changed" cmp "$work/bare" "$work/search"
for format in markdown csv json; do
	run search 信贷 --color=always --format $format
	check "$format has no colour" no_controls "$out"
done

exits "a query with escape sequences" 1 -t "$cruel" search "$(printf '\033[31m没有')"
check "is repeated safely" no_controls "$err"
for format in text markdown csv json; do
	exits "a cruel table in $format" 0 -t "$cruel" search 江苏 --format $format
	check "no control comes through $format" no_controls "$out"
done
run -t "$cruel" search 信贷
check "categories by keywords say so" says "$out" "类别：金融|信贷（由关键词判定）"
run -t "$cruel" search 信贷 --format json
check "JSON leaves them out" json "$out" 'length > 0 and all(.[]; .categories == [])'
finish
