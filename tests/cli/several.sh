#!/bin/sh
# lingpao compare, three to six regions
. tests/cli/lib.sh

exits "four regions" 0 compare 江苏 山西 陕西 广西
check "say who they are" same "$(head -n 1 "$out")" "江苏省、山西省、陕西省、广西壮族自治区"
check "and what all have" says "$out" "都有：评奖采信、金融信贷、平台采信"
check "what one has" says "$out" "仅一地有：项目经费、推荐评优与试点、科技投入与推广"
check "what none has, which is not to say that there is none" says "$out" "都本表未列：资金奖补、标准转化"
check "in 80 columns the regions stand below each other" says "$out" "== 政府采购与招投标 3/4 =="
check "each category has a line for each region" same "$(sed -n '/^== 社会/,/^$/p' "$out" | grep -c '^[^ =]')" 4
check "missing is not listed" says "$out" "陕西  本表未列"
check "references" says "$out" "文号 苏质监发[2018]127号"
check "uncertain ones say so" says "$out" "! 文号或链接存疑"
check "the reminder" same "$(tail -n 1 "$out")" "引用前请核对现行有效"
check "no blanks at line ends" same "$(grep -c ' $' "$out")" 0
cp "$out" "$work/80"
exits "80 columns are the default" 0 compare 江苏 山西 陕西 广西 --width 80
check "80 columns are the same" cmp "$out" "$work/80"
for width in 20 40 80 114 115 120 200; do
	exits "width $width" 0 compare 江苏 山西 陕西 广西 --cities --width $width
	check "no line is wider than $width" test "$(widest "$out")" -le $width
	case $width in
	20 | 40 | 80 | 11?) columns=$(grep -c '^类别 .* | ' "$out") ;;
	*) columns=$(grep -c '^类别 .* | .* | .* | ' "$out") ;;
	esac
	case $width in
	20 | 40 | 80) check "$width: no table" same "$columns" 0 ;;
	12? | 200) check "$width: a table" same "$columns" 1 ;;
	esac
done

exits "a wide line" 0 compare 江苏 山西 陕西 --width 400
check "says why, too" says "$out" "存疑：也可能是 陕市监标〔2019〕5号 （原表"
exits "six regions with their cities" 0 compare 江苏 山西 河北 山东 北京 贵州 --cities --width 400
check "each measure says whose it is" says "$out" "（南通市）"
check "and so does what it rests on" says "$out" "太原市"
check "a province without an entry borrows and says so" says "$out" "河北省：本省无自己的条目，列其所辖市。"
check "that cities are counted in is said" says "$out" "含所辖市"
exits "a province and its only city" 0 compare 河北 邢台 贵州
check "what counts for the city is not the province's" says "$out" "（已另成一栏）"

exits "seven" 2 compare 江苏 山西 陕西 广西 北京 贵州 浙江
check "are too many, in words" same "$(cat "$err")" "lingpao: 命令 compare 最多对比 6 个地域，给了 7 个"
check "and nothing is printed" silent_on "$out"
exits "one twice" 2 compare 江苏 山西 陕西 320000
check "is refused in words" same "$(cat "$err")" "lingpao: 第 1 和第 4 个是同一个地域，应为不同的地域"
exits "unknown" 1 compare 江苏 山西 江孙
check "the nearest" says "$err" "江苏省"
exits "not listed" 1 compare 江苏 上海 山西
check "is said" says "$err" "本表未列上海市"
for option in --ignore-names --filter=shared --filter=仅江苏; do
	exits "what is for two" 2 compare 江苏 山西 陕西 $option
	check "$option says so" says "$err" "只用于两个地域的对比"
done

exits "as JSON" 0 compare 江苏 山西 陕西 广西 --format json
check "these keys" json "$out" 'keys_unsorted == ["regions", "cities", "categories", "unlisted"]'
check "the regions as paths" json "$out" '[.regions[].region[0]] == ["江苏省", "山西省", "陕西省", "广西壮族自治区"]'
check "how many measures each has" json "$out" '[.regions[].measures] == [6, 5, 4, 5]'
check "categories in order" json "$out" \
	'[.categories[].category] == ["award", "procurement", "credit", "fund", "platform", "funding", "standards", "nomination", "technology"]'
check "a cell for each region" json "$out" 'all(.categories[]; (.cells | length) == 4)'
check "having is how many cells hold something" json "$out" \
	'all(.categories[]; .having == ([.cells[] | select(length > 0)] | length))'
check "which measures, by their labels" json "$out" \
	'[.categories[] | select(.category == "fund") | .cells[] | map(.label)] == [[], ["3"], [], ["3"]]'
check "measures have these keys" json "$out" \
	'all(.categories[].cells[][]; keys_unsorted == ["label", "region", "text", "by_keywords", "references", "inferred"])'
check "uncertain references have their candidates" json "$out" \
	'[.categories[].cells[2][].references[]] | all(.certain == false and (.candidates | length) == 1)'
check "what is unlisted" json "$out" '.unlisted == ["subsidy", "conversion", "publicity", "integrity", "supervision", "policy", "work"]'
run compare 江苏 山西 河北 --cities --format json
check "the cities' regions" json "$out" '[.categories[].cells[0][].region] | any(. == ["江苏省", "南通市"])'
check "who borrows" json "$out" '[.regions[].borrows] == [false, false, true] and .cities'

exits "as CSV" 0 compare 江苏 山西 陕西 --cities --format csv
check "it is CSV" cells "$out"
cells "$out" >"$work/cells"
check "titles" same "$(sed -n 's/^1 [0-9]* //p' "$work/cells" | tr '\n' ' ')" \
	"类别 对比地域 地域 标号 措施 文号或链接 备注 类别判定 "
check "a row a measure and category, and one for what is not listed" same \
	"$(tail -n 1 "$work/cells" | cut -d' ' -f1)" 37
check "the measure's own region" says "$work/cells" "江苏省 > 南通市"
check "not listed" same "$(grep -c '^[0-9]* 5 本表未列$' "$work/cells")" 12

exits "as Markdown" 0 compare 江苏 山西 陕西 广西 --format markdown
check "its heading" same "$(head -n 1 "$out")" "# 江苏省、山西省、陕西省、广西壮族自治区"
check "every row has five cells" same "$(grep -c '^|' "$out")" \
	"$(grep '^|' "$out" | sed 's/\\|//g' | grep -c '^|[^|]*|[^|]*|[^|]*|[^|]*|[^|]*|$')"
check "nine categories" same "$(grep -c '^|' "$out")" 11
check "a footnote for each entry" same "$(grep -c '^\[^[0-9]*\]: ' "$out")" 4
check "every mark has its footnote" same "$(grep '^|' "$out" | grep -o '\[^[0-9]*\]' | sort -u | wc -l | tr -d ' ')" 4
check "uncertain ones are said to be, in the cell and below" same \
	"$(grep -c '文号或链接存疑，见注' "$out") $(grep -c '^\[^[0-9]*\]: .*存疑：也可能是' "$out")" "4 1"
check "the reminder" says "$out" "引用前请核对现行有效"
exits "as HTML" 0 compare 江苏 山西 陕西 广西 --format html
check "one page" same "$(head -n 1 "$out")$(tail -n 1 "$out")" "<!DOCTYPE html></html>"
check "ten rows" same "$(grep -o '<tr' "$out" | wc -l | tr -d ' ')" 10
check "missing stands back" says "$out" 'class="missing">本表未列'
check "a footnote for each entry" same "$(grep -o 'id="note-[0-9]*"' "$out" | wc -l | tr -d ' ')" 4

exits "into a file" 0 compare 江苏 山西 陕西 -o "$work/three.txt"
run compare 江苏 山西 陕西
check "is what is printed" cmp "$out" "$work/three.txt"

for format in text markdown csv json html; do
	exits "a cruel table in $format" 0 -t "$cruel" compare 江苏 无码 吉林省 吉林市 --cities --format $format
	check "no control comes through $format" no_controls "$out"
done
finish
