#!/bin/sh
# lingpao show
. tests/cli/lib.sh

exits "show a province" 0 show 江苏
check "its name" same "$(head -n 1 "$out")" "江苏省"
check "its document" says "$out" "  文号      苏质监发[2018]127号"
check "its number" says "$out" "  序号      3"
check "a measure with its label" says "$out" "  4.  鼓励政府采购在同等条件下优先选择企业标准“领跑者”符合标准的产品和服务。"
check "its category" says "$out" "      类别：采购"
check "the cities with more" says "$out" "  所辖      南通市 3 项"
check "and not their measures" same "$(grep -c 涤纶牵伸丝 "$out")" 0
check "the reminder" same "$(tail -n 1 "$out")" "引用前请核对现行有效"
cp "$out" "$work/show"

for name in 江苏省 320000 "江 苏"; do
	exits "$name means 江苏省" 0 show "$name"
	check "$name shows the same" cmp "$out" "$work/show"
done
exits "a printed name" 0 show 广西省
check "an unlike printed name is shown" says "$out" "  原表印作  广西省"
check "under the official one" same "$(head -n 1 "$out")" "广西壮族自治区"
exits "a path" 0 show 山西/太原
check "its heading is a path" same "$(head -n 1 "$out")" "山西省 > 太原市"
check "money" says "$out" "奖补金额：国家级 10万元、省级 5万元"
exits "maximum" 0 show 济南
check "at most" says "$out" "最高100万元"
exits "unstated" 0 show 北京
check "without a sum, and without its label" says "$out" "；未载明金额"
check "beside sums the label stays" same "$(grep -c 奖补金额 "$out")" 0

exits "a province without an entry" 0 show 河北
check "it says whose it shows" same "$(head -n 1 "$out")" "河北省：本省无自己的条目，列其所辖市"
check "it shows them" says "$out" "河北省 > 邢台市"

for region in 陕西 韩城 合肥 郑州; do
	exits "$region" 0 show $region
	check "$region: its reference is uncertain" says "$out" "存疑：也可能是"
	for format in markdown csv; do
		run show $region --format $format
		check "$region: and in $format" says "$out" "存疑：也可能是"
	done
	run show $region --format json
	check "$region: and in JSON" json "$out" '.[0].entries[0].references[0] |
		.certain == false and (.candidates | length) == 1 and (.reason | length) > 10'
done
for region in 郑州 深圳; do
	run show $region
	check "$region: its province is inferred" says "$out" "  推断      省份为推断，原表只印“$region市”"
	run show $region --format json
	check "$region: and in JSON" json "$out" '.[0].entries[0].inferred == ["province"]'
done
run show 贵州
check "two measures with one label" same "$(grep -c '^  3\.  ' "$out")" 2

exits "several regions" 0 show 南通 江苏 南通市
check "each once, in the order asked for" same "$(grep -n '^江苏省' "$out" | cut -d: -f2 | tr '\n' '|')" "江苏省 > 南通市|江苏省|"

exits "one unknown among them" 1 show 江苏 上海
check "prints the others" cmp "$out" "$work/show"
check "a real place that is not listed" same "$(cat "$err")" "lingpao: 本表未列上海市"
exits "one unknown among them, as JSON" 1 show 江孙 江苏 上海 --format json
check "the others are an array" json "$out" 'map(.region) == [["江苏省"]]'
check "all that is not found is said at once" same "$(grep -c '^lingpao: .*江孙.*；本表未列上海市$' "$err") $(wc -l <"$err" | tr -d ' ')" "1 1"
exits "an ambiguous one among them" 2 -t "$cruel" show 吉林 江苏 江孙
check "prints the others too" says "$out" "江苏省"
exits "an unknown one" 1 show 江孙
check "alone prints nothing" silent_on "$out"
check "names the nearest" says "$err" "江苏省"
exits "an ambiguous one" 2 -t "$cruel" show 吉林
check "names the candidates" says "$err" "吉林省/吉林市"
exits "unknown and ambiguous" 2 -t "$cruel" show 江孙 吉林
check "both are named" same "$(grep -c '江孙.*吉林市' "$err")" 1

exits "show as JSON" 0 show 江苏 河北 --format json
check "an array of regions" json "$out" 'map(.region) == [["江苏省"], ["河北省"]]'
check "with these keys" json "$out" 'all(.[]; keys_unsorted == ["region", "code", "borrows", "entries"])'
check "borrowed or not" json "$out" 'map(.borrows) == [false, true]'
jq '.[0].entries[0]' "$out" >"$work/entry"
jq '.entries[2]' data/table.json >"$work/want"
check "entries are those of the data format" cmp "$work/entry" "$work/want"

exits "show as CSV" 0 show 太原 --format csv
check "it is CSV" cells "$out"
check "titles" same "$(cells "$out" | sed -n 's/^1 [0-9] //p' | tr '\n' ' ')" "序号 地域 标号 措施 类别 奖补金额 文号或链接 备注 "
check "money in its cell" says "$out" ",奖补,国家级 10万元、省级 5万元,万政〔2018〕49号,"
exits "show as Markdown" 0 show 韩城 --format markdown
check "a heading" same "$(head -n 1 "$out")" '## 陕西省 \> 韩城市'
check "a measure" says "$out" '- 1\. '

exits "a cruel table" 0 -t "$cruel" show 江苏 海门 220000 无码
check "two entries of one region" same "$(grep -c '^江苏省$' "$out")" 2
check "a long label" says "$out" "  （一）. 甲"
check "categories by keywords say so" says "$out" "类别：金融|信贷（由关键词判定）"
check "sums of every size" says "$out" "奖补金额：最高90000000亿元、省|级 0元、123456元、国家级 未载明金额"
check "a region at the third level" says "$out" "江苏省 > 南通市 > 海门区"
check "an inferred city" says "$out" "市为推断"
check "no control comes through" no_controls "$out"
for format in markdown csv json; do
	run -t "$cruel" show 江苏 海门 无码 --format $format
	check "no control comes through $format" no_controls "$out"
done
run -t "$cruel" show 江苏 --format json
check "JSON keeps what the text is" json "$out" '.[0].entries[0].measures[2].text == "甲\u001b[2J\u009b1m\u0007乙\u202e丙\u200b丁\ttab"'
run -t "$cruel" show 江苏 --format markdown
check "no HTML" says "$out" '\<script\>alert(1)\</script\> \& \`码\`'
check "a link" says "$out" '- 链接：<http://example.com/a_b/c_d.html?x=1&y=2>'
run -t "$cruel" show 江苏 --format csv
check "no formula" says "$out" "\"'=HYPERLINK(\"\"http://example.com\"\",\"\"领\"\")\""
finish
