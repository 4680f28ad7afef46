#!/bin/sh
# The command line: help, version, usage errors, and that no output holds what it must not.
. tests/cli/lib.sh

exits "--help" 0 --help
check "the help is on standard output" silent_on "$err"
check "the help is safe" no_controls "$out"
for word in list show search compare matrix references export check cache; do
	check "--help names $word" grep -q "^  $word " "$out"
done
for word in --table= --format= --output= --cities --query= --no-cache --color= --width= --help --version -t, -o, -h, -V,; do
	check "--help names $word" says "$out" "$word"
done
for number in 0 1 2 65 74 130; do
	check "--help names exit code $number" grep -q "  *$number " "$out"
done
cp "$out" "$work/help"
exits "-h" 0 -h
check "is --help" cmp "$out" "$work/help"
exits "--help after a command" 0 compare --help
exits "--version" 0 --version
check "its form" grep -Eqx 'lingpao [0-9]+\.[0-9]+\.[0-9]+' "$out"
exits "-V" 0 -V

# refused TEXT ARGUMENT...: exit code 2, one line on standard error that has the text, nothing printed
refused() {
	text=$1
	shift
	exits "refused: $*" 2 "$@"
	check "$*: says why" says "$err" "$text"
	check "$*: in one line, from lingpao" same "$(grep -c '^lingpao: ' "$err") $(wc -l <"$err" | tr -d ' ')" "1 1"
	check "$*: prints nothing" silent_on "$out"
	check "$*: safely" no_controls "$err"
}
refused "是否为：lingpao search" serach 信贷
refused "是否为：lingpao compare" comprae 江苏 山西
refused "lingpao show 江苏" 江苏
refused "“frob”既不是命令，也不是文件" frob
refused "“frob”既不是命令，也不是文件" frob data/table.json
refused "是否为：--format" list --fromat json
refused "没有选项 -x" list -x
refused "没有选项 -中" list -中
refused "缺少值" list --format
refused "不带值" compare --cities=yes 江苏 山西
refused "是否为：json" list --format jsno
refused "text、markdown、csv、json" list --format xlsx
refused "always" search 信贷 --color=red
refused "1 到 1000" compare 江苏 山西 --width wide
refused "--cities" list --cities
refused "命令 check 没有 html 格式，可用的是：text、markdown、csv、json" check data/table.json --format html
refused "浏览时不支持选项 --output" -o x
refused "--query" list --query 信贷
refused "“gone”" cache gone
refused "多了参数" cache clear clear
refused "--table" -t data/table.json cache
refused "命令 check 不支持选项 --width" check data/table.json --width 80
refused "浏览时" --cities
refused "缺少参数" show
refused "缺少参数" search
refused "缺少参数" compare 江苏
refused "缺少参数" check
refused "最多对比 6 个地域" compare 江苏 山西 广西 陕西 北京 浙江 江西
refused "“江苏”" list 江苏
refused "“a.json”" export a.json
refused "没有选项" "--$(printf '\033[31m')"
refused "是否为" "$(printf 'serach\033')"

exits "options after the command" 0 list --format json
cp "$out" "$work/json"
exits "options before it" 0 --format=json list
check "say the same" cmp "$out" "$work/json"
exits "options shortened" 0 list --form json
check "say the same too" cmp "$out" "$work/json"
exits "a file with a command's name" 0 ./data/../data/table.json
cp data/table.json "$work/list"
here=$PWD
cd "$work" || exit 2
exits "./list is a file" 0 ./list
cd "$here" || exit 2
exits "a file that is not there" 74 ./none.json
exits "a name that is a file's" 74 none.json
exits "a file that has no ending" 74 -t frob
exits "a file after a file" 74 data/table.json none.json

# No ESC, no other control, in any output that is no terminal, whatever TERM and the locale say.
for arguments in "" list "show 江苏" "show 郑州 陕西" "search 信贷" "compare 江苏 山西" matrix export "compare 河北 四川 --cities"; do
	for format in text markdown csv json; do
		# shellcheck disable=SC2086
		exits "$arguments in $format" 0 --format $format $arguments
		check "$arguments in $format: no control" no_controls "$out"
		check "$arguments in $format: no complaint" silent_on "$err"
		cp "$out" "$work/first"
		# shellcheck disable=SC2086
		TERM=dumb NO_COLOR=1 LC_ALL='' LANG=C COLUMNS=40 "$LINGPAO" --format $format $arguments \
			>"$out" 2>"$err" </dev/null
		check "$arguments in $format: the same bytes anywhere" cmp "$out" "$work/first"
	done
done

# A reader that had enough is no error; the second one is gone before the first byte.
mkfifo "$work/go"
for arguments in list export "export --format json" "search 标准"; do
	# shellcheck disable=SC2086
	{ "$LINGPAO" $arguments 2>"$err"; echo $? >"$work/code"; } | head -n 1 >"$out"
	check "$arguments | head: ends quietly" same "$(cat "$work/code") $(cat "$err")" "0 "
	# shellcheck disable=SC2086
	{ cat "$work/go" >/dev/null; "$LINGPAO" $arguments 2>"$err"; echo $? >"$work/code"; } | { exec <&-; echo >"$work/go"; }
	check "$arguments | true: ends quietly" same "$(cat "$work/code") $(cat "$err")" "0 "
done

# Without a file and without data anywhere the built-in table opens; a table in the data folders takes its place.
mkdir -p "$work/data/lingpao"
cp "$cruel" "$work/data/lingpao/table.json"
XDG_DATA_HOME=$work/data
exits "a table of the user's own" 0 list
check "takes the built-in one's place" says "$out" "海门区"
XDG_DATA_HOME=$work/no XDG_DATA_DIRS=$work/no:$work/data
exits "a table of the machine" 0 list
check "is found in a list of folders" says "$out" "海门区"
exits "-t goes before it" 0 -t data/table.json list
check "and is what is listed" same "$(tail -n 1 "$out")" "共 21 条 62 项，16 个省级地域，11 个市"
finish
