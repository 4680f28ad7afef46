#!/bin/sh
# lingpao rewards
. tests/cli/lib.sh
made=tests/screen/rewards.json
reminder=引用前请核对现行有效

# lacks FILE TEXT
lacks() {
	! grep -qF -e "$2" "$1"
}

exits "rewards finds" 0 rewards
check "the title comes first" same "$(head -n 1 "$out")" "奖补金额：21省市企业标准“领跑者”制度激励政策一览表"
check "the counts come next" same "$(sed -n 2p "$out")" "7 笔金额，4 个地域，5 笔未载明金额，按国家级金额排列。"
check "the reminder comes last" same "$(tail -n 1 "$out")" "$reminder"
check "who pays the most for a national title stands first" grep -q '^国家级 *100万元 .*河南省 > 郑州市（序号 20）$' "$out"
check "on the fourth line" same "$(sed -n 4p "$out" | cut -c1-3)" "$(printf 国家级 | cut -c1-3)"
check "with its sentence" same "$(sed -n 5p "$out")" "    对获得国家级、省级企业标准领跑者的，分别给予一次性奖补100万元、60万元。"
check "and where it is written, with what is uncertain" says "$out" "存疑：也可能是 合政〔2018〕144号"
check "an inferred province is said to be so" says "$out" "省份为推断，原表只印“郑州市”"
check "a maximum says so" grep -q '^国家级 *最高100万元 .*济南市' "$out"
check "promises stand below the ranking" same "$(sed -n '/^未载明金额$/,$p' "$out" | grep -c '^- *未载明金额 ')" 5
check "nothing was read out" lacks "$out" 据原文读出
check "nothing is complained of" silent_on "$err"
cp "$out" "$work/national"

exits "by national sums is the default" 0 rewards --sort national
check "and says the same" cmp "$out" "$work/national"
exits "by provincial sums" 0 rewards --sort provincial
check "the largest first" same "$(sed -n 's/^省级 *\([0-9]*\)万元.*/\1/p' "$out" | tr '\n' ' ')" "60 30 5 "
check "before the national ones" same "$(grep -n '^[国省]' "$out" | head -n 1 | grep -c 省级)" 1
exits "by region" 0 rewards --sort 地域
check "in tree order" same "$(grep '万元 .*（序号' "$out" | sed 's/.*> \(.*\)（序号.*/\1/' | uniq | tr '\n' ' ')" "太原市 合肥市 济南市 郑州市 "
exits "by something else" 2 rewards --sort size
check "says what there is" says "$err" "national、provincial、region"
exits "no arguments" 2 rewards 江苏

exits "of a query" 0 rewards --query 一次性
check "only its hits are ranked" same "$(sed -n 2p "$out")" "只计检索“一次性”命中的措施：6 笔金额，3 个地域，按国家级金额排列。"
exits "of a query whose hits name no money" 1 rewards --query 诚信
check "says that there is none" same "$(sed -n 2p "$out")" "只计检索“诚信”命中的措施：0 笔金额，0 个地域，按国家级金额排列。"
exits "of a query without hits" 1 rewards --query 没有的词
check "says so" says "$err" "没有命中“没有的词”的措施"

exits "a table that records hardly any" 0 -t $made rewards
check "what was read out is marked" same "$(grep -c '据原文读出$' "$out")" 10
check "what is recorded is not" grep -q '^国家级 *最高150万元 .*杭州市（序号 4）$' "$out"
check "at least" grep -q '^国家级 *至少40万元 ' "$out"
check "a range, and per what" grep -q '^国际标准 *50万元至80万元 *每主导制定一项 ' "$out"
check "a condition is no reward" lacks "$out" 年产值
check "province and city together, with the caution" says "$out" "省市合计（文件之间可能互斥，不得简单相加，以原文为准）"
check "level by level" grep -q '^国家级 *最高80万元 *江苏省 > 南通市：省 最高30万元 + 市 50万元$' "$out"
check "nothing that a terminal obeys" no_controls "$out"

exits "as JSON" 0 -t $made rewards --format json
check "the keys" json "$out" 'keys_unsorted == ["query", "order", "rewards", "together", "unstated"] and all(.rewards[], .unstated[];
	keys_unsorted == ["level", "low", "high", "bound", "per", "read_out", "words", "number", "region", "inferred", "label",
	"text", "references"])'
check "the words are where they are said to be" json "$out" '.rewards[1] | .text[.words[0]:.words[1]] == "五十万元" and .low == 500000
	and .read_out and .per == "一次性" and .level == "国家级"'
check "what is recorded has no words" json "$out" '.rewards[0] | .words == null and .read_out == false and .bound == "at_most"'
check "parts are rows" json "$out" '. as $all | .together[0] | .high == ([.parts[] | $all.rewards[.].high] | add) and .bound == "at_most"'
check "a promise has no sum" json "$out" 'all(.unstated[]; .low == null and .high == null)'
exits "a query without hits, as JSON" 1 rewards --query 没有的词 --format json
check "an empty ranking" json "$out" '.rewards == [] and .unstated == [] and .query == "没有的词"'

exits "as CSV" 0 -t $made rewards --format csv
check "it is CSV" cells "$out"
check "a row for each, and the titles" same "$(tail -n +2 "$out" | grep -c '读出\|所载')" 11
exits "as Markdown" 0 -t $made rewards --format markdown
check "the words stand in bold" says "$out" "一次性奖励**五十万元**"
check "read out, in which words" says "$out" "据原文读出“五十万元”"
check "with footnotes" says "$out" "[^1]"
exits "as HTML" 0 -t $made rewards --format html
check "one page" says "$out" "</html>"
check "the caution is on it" says "$out" "文件之间可能互斥"
check "nothing is uncertain without a mark" same "$(grep -o '文号或链接存疑，见注' "$out" | wc -l)" 5

exits "inferred and uncertain, as HTML" 0 rewards --format html
check "an inferred province is marked" says "$out" "河南省 &gt; 郑州市 ?<"
check "so is what is uncertain" same "$(grep -o '文号或链接存疑，见注' "$out" | wc -l)" 4
exits "inferred and uncertain, as Markdown" 0 rewards --format markdown
check "an inferred province is marked" grep -q '河南省 .*郑州市 ? |' "$out"
check "so is what is uncertain" same "$(grep -c '；文号或链接存疑，见注 |$' "$out")" 4

exits "an entry without a reference" 0 -t tests/screen/unreferenced.json rewards
check "says so" says "$out" "    未载文号或链接"
check "and prints no line of blanks" sh -c "! grep '^  *\$' '$out'"
finish
