#!/bin/sh
# lingpao compare
. tests/cli/lib.sh

exits "compare finds" 0 compare 江苏 山西
check "both regions" same "$(head -n 1 "$out" | tr -s ' ')" "江苏省 | 山西省"
check "both references" says "$out" "文号 苏质监发[2018]127号"
check "counts" says "$out" "共有 4 项，仅江苏 2 项，仅山西 1 项"
check "differences are marked" says "$out" "{江苏省}"
check "the legend" says "$out" "{…} 中是两边不同的字句"
check "missing is not listed, never none" says "$out" "本表未列"
check "the cities stay out" same "$(grep -c 涤纶 "$out")" 0
check "the reminder" same "$(tail -n 1 "$out")" "引用前请核对现行有效"
check "no blanks at line ends" same "$(grep -c ' $' "$out")" 0
cp "$out" "$work/80"
exits "80 columns are the default" 0 compare 江苏 山西 --width 80
check "80 columns are the same" cmp "$out" "$work/80"
for width in 20 40 55 56 57 80 120 200; do
	exits "width $width" 0 compare 江苏 山西 --cities --width $width
	check "no line is wider than $width" test "$(widest "$out")" -le $width
	case $width in
	20 | 40 | 55) check "$width: one below the other" same "$(grep -c ' | ' "$out")" 0 ;;
	*) check "$width: beside each other" test "$(grep -c ' | ' "$out")" -gt 8 ;;
	esac
done

exits "with the cities" 0 compare 江苏 山西 --cities --width 400
check "each measure says whose it is" says "$out" "（南通市）"
check "the province's too" says "$out" "（江苏省）"
check "and each reference" says "$out" "太原市 文号 万政〔2018〕49号"
exits "a province without an entry" 0 compare 河北 江苏 --width 400
check "borrows and says so" says "$out" "本省无自己的条目，列其所辖市"
check "and whose each is" says "$out" "（邢台市）"
exits "uncertain and inferred" 0 compare 合肥 郑州 --width 400
check "both are said to be uncertain" test "$(grep -o '存疑：也可能是' "$out" | wc -l)" = 2
check "and inferred" says "$out" "省份为推断"
for same in 江苏 320000 江苏省; do
	exits "a region with itself" 2 compare 江苏 $same
	check "$same: is refused" same "$(cat "$err")" "lingpao: 左右是同一个地域，应为两个不同的地域"
	check "$same: prints nothing" silent_on "$out"
done

exits "unknown left" 1 compare 江孙 山西
check "the nearest" says "$err" "江苏省"
check "nothing printed" silent_on "$out"
exits "unknown right" 1 compare 江苏 上海
check "not listed" says "$err" "本表未列上海市"
exits "ambiguous" 2 -t "$cruel" compare 吉林 江苏
exits "the province and its city of one short name" 0 -t "$cruel" compare 吉林省 吉林市
check "are told apart" says "$out" "仅吉林省 1 项，仅吉林市 1 项"

exits "as JSON" 0 compare 江苏 山西 --format json
check "these keys" json "$out" 'keys_unsorted == ["left", "right", "pairs"]'
check "both regions as paths" json "$out" '.left == ["江苏省"] and .right == ["山西省"]'
check "pairs have these keys" json "$out" 'all(.pairs[]; keys_unsorted == ["left", "right", "similarity"])'
check "measures have these keys" json "$out" \
	'all(.pairs[] | .left, .right | values; keys_unsorted == ["label", "region", "text"])'
check "similarity is 0 to 1, and 0 without a partner" json "$out" \
	'all(.pairs[]; .similarity >= 0 and .similarity <= 1 and ((.left == null or .right == null) == (.similarity == 0)))'
check "no pair is empty" json "$out" 'all(.pairs[]; .left != null or .right != null)'
check "every measure once" json "$out" \
	'([.pairs[].left | values | .label] | sort) == ["1", "2", "3", "4", "5", "6"] and
	 ([.pairs[].right | values | .label] | sort) == ["1", "2", "3", "4", "5"]'
check "the counts of the text" json "$out" '([.pairs[] | select(.left and .right)] | length) == 4'
run compare 江苏 山西 --cities --format json
check "the cities' regions" json "$out" '[.pairs[].left | values | .region] | any(. == ["江苏省", "南通市"])'

exits "as CSV" 0 compare 江苏 山西 --format csv
check "it is CSV" cells "$out"
check "titles" same "$(cells "$out" | sed -n 's/^1 [0-9]* //p' | tr '\n' ' ')" \
	"关系 左地域 左标号 左措施 左文号或链接 右地域 右标号 右措施 右文号或链接 相似度 "
check "a row a pair" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" 8
cells "$out" >"$work/cells"
check "each measure with its document" same "$(grep -c '^[0-9]* 5 苏质监发\[2018\]127号$' "$work/cells")" 6
check "none for one that is not listed" same "$(grep -c '^[0-9]* 8 本表未列$' "$work/cells") $(grep -c '^[0-9]* 9 $' "$work/cells")" "2 2"
exits "as Markdown" 0 compare 江苏 山西 --format markdown
check "its heading" same "$(head -n 1 "$out")" "# 江苏省 与 山西省"
check "differences in bold" says "$out" "**江苏省**"
check "every row has three cells" same "$(grep -c '^|' "$out")" \
	"$(grep '^|' "$out" | sed 's/\\|//g' | grep -c '^|[^|]*|[^|]*|[^|]*|$')"

for format in text markdown csv json; do
	exits "a cruel table in $format" 0 -t "$cruel" compare 江苏 无码 --cities --format $format
	check "no control comes through $format" no_controls "$out"
done
finish
