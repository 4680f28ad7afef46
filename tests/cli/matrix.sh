#!/bin/sh
# lingpao matrix.
. tests/cli/lib.sh

# The same counted by jq from the table itself: "code measures counts" a line, in the order of the codes.
jq -r '[.categories[].id] as $ids | .entries | sort_by(.code)[] | . as $e | [.code, (.measures | length),
	($ids[] as $id | [$e.measures[] | select(.categories | index($id))] | length)] | join(" ")' data/table.json >"$work/counted"

exits "matrix finds" 0 matrix
check "the title comes first" same "$(sed -n 1p "$out")" "地域与类别：21省市企业标准“领跑者”制度激励政策一览表"
check "then what it counts" same "$(sed -n 2p "$out")" "21 个地域，62 项措施，按代码排列。"
check "names stand upright over their columns" same "$(sed -n '4,6p' "$out")" \
"地域            合计 评 采 信 基 平 奖 经 制 推 转 科 宣 诚 监 扶 部
                     奖 购 贷 金 台 补 费 修 荐 化 技 传 信 管 持 署
                                          订"
check "a province's row" says "$out" "江苏省             6  1  1  1     1     1  1  1"
check "its city's row" says "$out" "江苏 南通市        3                                               3"
check "totals below" says "$out" "合计              62  7  7  8  2  5  9  3  7  7  3  4  2  1  1  2  9"
check "and how many regions have each" says "$out" "有此类的地域      21  7  7  7  2  5  8  3  7  5  3  3  2  1  1  2  3"
check "an inferred province is marked" says "$out" "河南 郑州市 ?      1"
check "and the mark explained" says "$out" "标 ? 的省份为推断"
check "the legend has the full names" says "$out" "采购=政府采购与招投标"
check "the reminder comes last" same "$(tail -n 1 "$out")" "引用前请核对现行有效"
check "it fits into 80 columns" test "$(widest "$out")" -le 80
check "no space ends a line" sh -c "! grep ' \$' '$out'"
check "nothing is complained of" silent_on "$err"

exits "matrix as JSON" 0 matrix --format json
check "each count is what jq counts" same "$(jq -r '.rows[] | [.code, .measures, .counts[]] | join(" ")' "$out")" "$(cat "$work/counted")"
check "its keys" json "$out" 'keys_unsorted == ["query", "order", "by", "measures", "regions", "categories", "rows"]'
check "columns add up" json "$out" '[.rows[].counts] as $r | [.categories[].measures] == [$r | transpose[] | add]'
check "and so do the regions that have them" json "$out" \
	'[.rows[].counts] as $r | [.categories[].regions] == [$r | transpose[] | map(select(. > 0)) | length]'
check "sums" json "$out" '.measures == 62 and .regions == 21 and ([.rows[].measures] | add) == 62'
check "no query, in order of code" json "$out" '.query == null and .order == "code" and .by == null'

exits "matrix as CSV" 0 matrix --format csv
check "it is CSV" cells "$out"
check "full names" says "$out" "地域,代码,推断,合计,评奖采信,政府采购与招投标,金融信贷,"
check "an empty cell is empty" says "$out" "江苏省 > 南通市,320600,,3,,,,,,,,,,,,,,,,3"
check "totals" says "$out" "合计,,,62,7,7,8,2,5,9,3,7,7,3,4,2,1,1,2,9"
check "an inferred province is said to be so" says "$out" "河南省 > 郑州市,410100,推断，原表未印,1,"
check "24 rows" same "$(cells "$out" | tail -n 1 | cut -d' ' -f1)" 24

exits "matrix as Markdown" 0 matrix --format markdown
check "its head" says "$out" "| 地域 | 代码 | 合计 | 评奖 | 采购 | 信贷 |"
check "a row" says "$out" "| 广西壮族自治区 | 450000 | 5 | 1 |  | 1 | 1 | 1 |  |  | 1 |  |  | 1 |  |  |  |  |  |"
check "an inferred province is marked" says "$out" "郑州市 ? | 410100 | 1 |"
check "the legend" says "$out" "- 采购=政府采购与招投标"
check "the reminder" same "$(tail -n 1 "$out")" "引用前请核对现行有效"

exits "matrix as HTML" 0 matrix --format html
check "a row" says "$out" '<th scope="row">江苏 南通市</th><td class="number">3</td>'
check "one table" same "$(grep -c '^<table>' "$out")" 1
check "the legend" says "$out" "采购=政府采购与招投标；"
check "the reminder" says "$out" "引用前请核对现行有效"

# order ARGUMENT…: the codes of the rows, as they come
order() {
	"$LINGPAO" matrix --format json "$@" | jq -r '[.order, .by // "-", (.rows[].code)] | join(" ")'
}
for sort in 采购 政府采购与招投标 procurement 政府; do
	check "by $sort: most first, the empty ones behind, each in order of code" same "$(order --sort $sort)" \
		"category procurement $(sort -s -k4,4nr "$work/counted" | cut -d' ' -f1 | tr '\n' ' ' | sed 's/ $//')"
done
check "by total" same "$(order --sort total)" \
	"total - $(sort -s -k2,2nr "$work/counted" | cut -d' ' -f1 | tr '\n' ' ' | sed 's/ $//')"
check "合计 is total" same "$(order --sort 合计)" "$(order --sort total)"
check "代码 is code" same "$(order --sort 代码)" "$(order)"
exits "an order that there is not" 2 matrix --sort 没有
check "says which there are" says "$err" "选项 --sort 不认识“没有”，可用的是：code、total，或按类别：评奖、采购、"
check "and prints nothing" silent_on "$out"
exits "an ambiguous beginning is none" 2 matrix --sort 标准
exits "nor is nothing" 2 matrix --sort ""

exits "only hits count" 0 matrix --query 信贷 --format json
check "as search finds them" json "$out" '.query == "信贷" and .measures == 7 and .regions == 7'
check "regions without any have no row" json "$out" '[.rows[].measures] == [1, 1, 1, 1, 1, 1, 1]'
exits "in text" 0 matrix --query 信贷
check "it says so" says "$out" "只计检索“信贷”命中的措施：7 个地域，7 项措施，按代码排列。"
exits "a query without hits" 1 matrix --query 没有的词
check "says so" says "$err" "没有命中“没有的词”的措施"
check "and prints nothing" silent_on "$out"
exits "for a script" 1 matrix --query 没有的词 --format json
check "it is an empty matrix" json "$out" '.measures == 0 and .rows == [] and (.categories | length) == 16'
check "without a complaint" silent_on "$err"
exits "a query of nothing" 2 matrix --query "!"
exits "an empty query is none" 0 matrix --query ""
exits "a query of which a part is left out" 0 matrix --query "信贷 措施:x"
check "says which" says "$err" "措施"

# Columns that do not fit stand below, with the regions again.
exits "a narrow matrix" 0 matrix --width 40
check "is narrow" test "$(widest "$out")" -le 40
check "every region stands in each part" same "$(grep -c '^江苏省 ' "$out")" 3
check "every category once" same "$(grep -c ' 评 ' "$out") $(grep -c ' 部$' "$out")" "1 1"

# A table as cruel as they come: long names, one category of four, some measures of none.
for format in text markdown csv json html; do
	exits "a cruel table in $format" 0 -t "$cruel" matrix --format $format
	check "a cruel table in $format: no control" no_controls "$out"
done
exits "measures of no category have a column" 0 -t "$cruel" matrix --format json
check "and it has no id" json "$out" '.categories[-1].id == null and .categories[-1].name == "未归类"'
check "as many as there are" json "$out" ".categories[-1].measures ==
	$("$LINGPAO" -t "$cruel" search --count '!类别:credit !类别:work')"
exits "sorted by it" 0 -t "$cruel" matrix --sort 未归类

exits "into a file" 0 matrix -o "$work/matrix.txt"
check "goes all of it" silent_on "$out"
"$LINGPAO" matrix >"$out"
check "what is printed" cmp "$out" "$work/matrix.txt"
finish
