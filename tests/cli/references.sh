#!/bin/sh
# lingpao references
. tests/cli/lib.sh
made=tests/screen/documents.json
reminder=引用前请核对现行有效

exits "references finds" 0 references
check "the title comes first" same "$(head -n 1 "$out")" "21省市企业标准“领跑者”制度激励政策一览表：文号与链接"
check "the totals come last" same "$(tail -n 1 "$out")" "12 个文号，9 个链接，其中 4 个存疑；按地域。$reminder"
check "four rows are marked" same "$(grep -c '^[-0-9]\{1,4\} *! ' "$out")" 4
check "each says what else it may be" same "$(grep -c '^ *存疑：也可能是 .*（原表第' "$out")" 4
check "an inferred province is said to be so" says "$out" "省份为推断，原表只印“深圳市”"
check "a document has its year" grep -q '^2018 .*江苏省（序号 3） *苏质监发\[2018\]127号$' "$out"
check "a link has none" grep -q '^- .*北京市（序号 1） *http://scjgj.beijing' "$out"
check "nothing is complained of" silent_on "$err"
cp "$out" "$work/region"

exits "by region is the default" 0 references --sort region
check "and says the same" cmp "$out" "$work/region"
exits "by year" 0 references --sort year
check "years descend" same "$(sed -n 's/^\(20[0-9]*\) .*/\1/p' "$out" | sort -rc && echo yes)" yes
check "what has none comes last" same "$(tail -n +3 "$out" | grep -v '^ ' | cut -c1-4 | sed -n '13,21p' | sort -u)" "-   "
exits "the oldest first" 0 references --sort oldest
check "years ascend" same "$(sed -n 's/^\(20[0-9]*\) .*/\1/p' "$out" | sort -c && echo yes)" yes
exits "by agency" 0 references --sort 文号
check "in the order of pinyin" same "$(sed -n 's/^20.*） *\([^ ]*发\|[^ ]*政\)〔.*/\1/p' "$out" | tr '\n' ' ')" \
	"广市监发 桂市监发 合政 鲁质监标发 万政 "
exits "by something else" 2 references --sort size
check "says what there is" says "$err" "region、year、oldest、text"

exits "of a query" 0 references --query '2018年127号 | 陕西'
check "only what its hits rest on" same "$(tail -n 1 "$out")" "2 个文号，1 个链接，其中 2 个存疑；按地域。$reminder"
check "the title says so" says "$out" "（只列“2018年127号 | 陕西”的命中所依据的）"
exits "of a query without hits" 1 references --query 没有的词
check "says so" says "$err" "没有命中“没有的词”的措施"
check "prints nothing" silent_on "$out"
exits "as JSON" 1 references --query 没有的词 --format json
check "an empty array" json "$out" '. == []'
exits "no arguments" 2 references 江苏

exits "a made table" 0 -t $made references
check "one document in three forms is one row" same "$(grep -c '国发〔2015〕13号$' "$out")" 1
check "with all that rest on it" says "$out" "北京市（序号 1）、天津市（序号 2）、河北省 > 石家庄市（序号 4）"
check "and how they print it" says "$out" "天津市（序号 2）：另印作 国发[2015]13号"
check "a missing one is marked" grep -q '^- *缺 河北省（序号 3） *未载文号或链接$' "$out"
check "and counted" says "$out" "4 个文号，1 个链接，其中 1 个存疑；1 条未载文号或链接；按地域"
check "nothing that a terminal obeys" no_controls "$out"

exits "as JSON" 0 -t $made references --format json
check "rows and their keys" json "$out" 'length == 6 and all(.[]; keys_unsorted ==
	["kind", "text", "canonical", "year", "serial", "certain", "entries"])'
check "the canonical form" json "$out" '.[1] | .text == "京市监发 [2019] 第005 号" and .canonical == "京市监发〔2019〕5号"
	and .year == 2019 and .serial == 5'
check "who rests on it, and in which form" json "$out" '.[0].entries | map(.number) == [1, 2, 4] and .[1].text == "国发[2015]13号"
	and .[2].certain == false and .[2].candidates == ["冀政发〔2016〕7号"]'
check "a missing one" json "$out" '.[2] | .kind == null and .text == null and .entries[0].region == ["河北省"]'
check "a link in two entries" json "$out" '.[3] | .kind == "link" and .year == null and (.entries | length) == 2'

exits "as CSV" 0 -t $made references --format csv
check "it is CSV" cells "$out"
check "its titles" same "$(cells "$out" | sed -n 's/^1 [0-9] //p' | tr '\n' ' ')" "年份 文号或链接 规范写法 地域 备注 "
exits "as Markdown" 0 -t $made references --format markdown
check "the reminder is last" same "$(tail -n 1 "$out")" "4 个文号，1 个链接，其中 1 个存疑；1 条未载文号或链接；按地域。$reminder"
exits "as HTML" 0 -t $made references --format html
check "a table of six rows" same "$(grep -o '<tr' "$out" | wc -l)" 7
check "the missing one stands back" grep -q 'class="missing".*未载文号或链接' "$out"
check "links are links" grep -q '<a href="http://www.example.gov.cn/policy/2019/12/31/art_393_123618.html?from=search&amp;page=2">' "$out"
check "nothing that a terminal obeys" no_controls "$out"
exits "into a file" 0 references --format html -o "$work/references.html"
check "it is there" grep -q "$reminder" "$work/references.html"
finish
