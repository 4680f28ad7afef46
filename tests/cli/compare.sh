#!/bin/sh
# lingpao compare
. tests/cli/lib.sh

exits "compare finds" 0 compare 江苏 山西
check "both regions" same "$(head -n 1 "$out" | tr -s ' ')" "江苏省 | 山西省"
check "both references" says "$out" "文号 苏质监发[2018]127号"
check "counts" says "$out" "共有 4 项（相同 0，不同 4），仅江苏 2 项，仅山西 1 项。"
check "a heading for each category" same "$(grep -c '^== ' "$out")" 7
check "which counts what is below it" says "$out" "== 政府采购与招投标  共有 1 =="
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
check "these keys" json "$out" \
	'keys_unsorted == ["left", "right", "left_borrows", "right_borrows", "cities", "ignore_names", "filter",
		"same", "different", "left_only", "right_only", "pairs"]'
check "both regions as paths" json "$out" '.left == ["江苏省"] and .right == ["山西省"]'
check "pairs have these keys" json "$out" \
	'all(.pairs[]; keys_unsorted == ["category", "kind", "left", "right", "similarity"])'
check "measures have these keys" json "$out" \
	'all(.pairs[] | .left, .right | values; keys_unsorted == ["label", "region", "text", "differs", "references", "inferred"])'
check "pairs stand by category" json "$out" \
	'[.pairs[].category] == ["award", "procurement", "credit", "fund", "platform", "funding", "nomination"]'
check "the words that differ" json "$out" \
	'.pairs[2].left as $m | [$m.differs[] as $d | $m.text[$d[0]:$d[1]]] == ["江苏省"] and .pairs[2].right.differs == []'
check "each measure with its document" json "$out" \
	'all(.pairs[].left | values; .references == [{"kind": "document", "text": "苏质监发[2018]127号", "certain": true}])'
check "similarity is 0 to 1, and 0 without a partner" json "$out" \
	'all(.pairs[]; .similarity >= 0 and .similarity <= 1 and ((.left == null or .right == null) == (.similarity == 0)))'
check "no pair is empty" json "$out" 'all(.pairs[]; .left != null or .right != null)'
check "every measure once" json "$out" \
	'([.pairs[].left | values | .label] | sort) == ["1", "2", "3", "4", "5", "6"] and
	 ([.pairs[].right | values | .label] | sort) == ["1", "2", "3", "4", "5"]'
check "the counts of the text" json "$out" \
	'[.same, .different, .left_only, .right_only] == [0, 4, 2, 1] and
	 ([.pairs[].kind] | group_by(.) | map([.[0], length])) == [["different", 4], ["left", 2], ["right", 1]]'
for format in text markdown html; do
	exits "a province beside its city in $format" 0 compare 江苏 南通 --cities --format $format
	check "says that the city's are left out" same "$(grep -c 不含南通市的措施，已列在另一边 "$out")" 1
done
run compare 江苏 山西 --cities --format json
check "the cities' regions" json "$out" '[.pairs[].left | values | .region] | any(. == ["江苏省", "南通市"])'

exits "as CSV" 0 compare 江苏 山西 --format csv
check "it is CSV" cells "$out"
check "titles" same "$(cells "$out" | sed -n 's/^1 [0-9]* //p' | tr '\n' ' ')" \
	"类别 关系 左地域 左标号 左措施 左不同 左文号或链接 左备注 右地域 右标号 右措施 右不同 右文号或链接 右备注 相似度 "
check "a row a pair" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" 8
cells "$out" >"$work/cells"
check "each measure with its document" same "$(grep -c '^[0-9]* 7 苏质监发\[2018\]127号$' "$work/cells")" 6
check "none for one that is not listed" same "$(grep -c '^[0-9]* 11 本表未列$' "$work/cells") $(grep -c '^[0-9]* 13 $' "$work/cells")" "2 2"
check "and what differs in it" same "$(grep -c '^[0-9]* 6 江苏省$' "$work/cells")" 2
exits "as Markdown" 0 compare 江苏 山西 --format markdown
check "its heading" same "$(head -n 1 "$out")" "# 江苏省 与 山西省"
check "differences in bold" says "$out" "**江苏省**"
check "a heading for each category" same "$(grep -c '^## ' "$out")" 7
check "each measure has a footnote" same "$(grep -o '\[^1\]' "$out" | wc -l) $(grep -o '\[^2\]' "$out" | wc -l)" "7 6"
check "with its 文号" says "$out" '[^1]: 江苏省，序号 3；文号 苏质监发\[2018\]127号'
check "or its link" says "$out" '[^2]: 山西省，序号 8；链接 <http://scjgj.shanxi.gov.cn/content/qylpz/5ca101fee4b0e9847497aee9.htm>'
check "the reminder" says "$out" "引用前请核对现行有效"
check "every row has three cells" same "$(grep -c '^|' "$out")" \
	"$(grep '^|' "$out" | sed 's/\\|//g' | grep -c '^|[^|]*|[^|]*|[^|]*|$')"

exits "uncertain and inferred in Markdown" 0 compare 合肥 郑州 --format markdown
check "a measure on uncertain ground says so" same "$(grep -o '\[^[12]\]（文号或链接存疑）' "$out" | wc -l)" 2
check "the footnote gives the reason" same "$(grep -c '^\[^[12]\]: .*存疑：也可能是.*仅凭文字分不清' "$out")" 2
check "what is inferred" says "$out" "河南省 \> 郑州市：省份为推断，原表只印“郑州市”。"
exits "a province without an entry in Markdown" 0 compare 河北 江苏 --format markdown
check "borrows and says so" says "$out" "河北省：本省无自己的条目，列其所辖市。"

exits "as HTML" 0 compare 江苏 山西 --format html
check "differences are marked, by more than colour" says "$out" "给予<mark>江苏省</mark>企业"
check "the mark is underlined" grep -q '^mark{[^}]*text-decoration:underline' "$out"
check "each measure leads to its footnote" same "$(grep -o 'href="#note-[12]"' "$out" | sort | uniq -c | tr -s ' \n' ' ')" \
	' 6 href="#note-1" 5 href="#note-2" '
check "the 文号 is there" says "$out" "文号 苏质监发[2018]127号"
check "the link too" says "$out" '<a href="http://scjgj.shanxi.gov.cn/content/qylpz/5ca101fee4b0e9847497aee9.htm">'
check "seven categories" same "$(grep -c '<tr class="group">' "$out")" 7
check "three are listed on one side only" same "$(grep -o '<td class="missing">本表未列</td>' "$out" | wc -l)" 3
check "the reminder" says "$out" "引用前请核对现行有效"
check "nothing is fetched" same "$(grep -ciE '<(script|link|img|iframe)|url\(|@import' "$out")" 0
exits "uncertain and inferred in HTML" 0 compare 合肥 郑州 --format html
check "a measure on uncertain ground says so" same "$(grep -o '文号或链接存疑' "$out" | wc -l)" 2
check "the footnote gives the reason" same "$(grep -c '^<li id="note-.*存疑：也可能是.*仅凭文字分不清' "$out")" 2
check "what is inferred" says "$out" "河南省 &gt; 郑州市：省份为推断"

# What is shown is what is printed, in every format.
for filter in all:7 shared:4 same:0 different:4 left:2 right:1 全部:7 共有:4 相同:0 不同:4 仅左:2 仅右:1 仅江苏:2 仅山西省:1; do
	listed=${filter#*:} filter=${filter%:*}
	exits "only $filter" 0 compare 江苏 山西 --filter "$filter" --format json
	check "$filter: so many" json "$out" "(.pairs | length) == $listed"
	exits "only $filter in CSV" 0 compare 江苏 山西 --filter "$filter" --format csv
	check "$filter: so many rows" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" $((listed + 1))
	exits "only $filter in Markdown" 0 compare 江苏 山西 --filter "$filter" --format markdown
	check "$filter: so many lines" same "$(grep -c '^| [^关]' "$out")" "$listed"
	exits "only $filter in HTML" 0 compare 江苏 山西 --filter "$filter" --format html
	check "$filter: so many rows of the table" same "$(grep -c '<th scope="row">' "$out")" "$listed"
done
exits "only what differs" 0 compare 江苏 山西 --filter different --width 120
check "says what is shown" says "$out" "以下只列其中“不同”的 4 项。"
check "headings count what is shown" says "$out" "== 评奖采信  不同 1 =="
check "nothing else" same "$(grep -c 本表未列 "$out")" 0
exits "a filter that is none" 2 compare 江苏 山西 --filter diferent
check "the nearest" says "$err" "是否为：different？"
exits "only a region that is not compared" 2 compare 江苏 山西 --filter 仅浙江
check "says so" says "$err" "“仅浙江”不是所对比的地域之一"
exits "only a region that is not listed" 2 compare 江苏 山西 --filter 仅上海

exits "the names of the two are no difference" 0 compare 江苏 山西 --ignore-names --width 120
check "counts" says "$out" "共有 4 项（相同 2，不同 2），仅江苏 2 项，仅山西 1 项。两地的地名不同不算不同。"
check "the name is not marked" same "$(grep -c '{江苏省}' "$out")" 0
check "other words are" says "$out" "{推荐、各级政府}"
exits "the same for scripts" 0 compare 江苏 山西 --ignore-names --cities --format json
check "options are told" json "$out" '.ignore_names and .cities and .same == 2'

for format in text markdown csv json html; do
	exits "a cruel table in $format" 0 -t "$cruel" compare 江苏 无码 --cities --format $format
	check "no control comes through $format" no_controls "$out"
done
# Too many are refused before anything is begun: 200,002 of one character each.
awk 'BEGIN {
	for (side = 0; side < 2; side++) {
		printf "{\"region\":[\"%s\"],\"measures\":[{\"text\":\"0\"}", side ? "山西省" : "江苏省"
		for (i = 1; i < 100001; i++)
			printf ",{\"text\":\"%d\"}", i
		print "]}"
	}
}' >"$work/many.jsonl"
exits "too many measures" 2 compare 江苏 山西 --table "$work/many.jsonl" --no-cache
check "are refused" same "$(cat "$err")" "lingpao: 两边的措施太多，不能对比；请选较小的地域"
check "and nothing is printed" silent_on "$out"

finish
