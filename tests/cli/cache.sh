#!/bin/sh
# Snapshots of large files: the second answer is the first one, whatever happened to them; lingpao cache, --no-cache
. tests/cli/lib.sh
generate=$(dirname "$LINGPAO")/bench/generate
big=$work/大表.jsonl
cache=$work/cache/lingpao
"$generate" 50000 >"$big" || exit 2
sleep 0.1 # a file changed a moment ago has none

# snapshots COUNT: so many there are, and nothing beside them
snapshots() {
	same "$(find "$cache" -name '*.snapshot' | wc -l | tr -d ' ') $(find "$cache" -type f | wc -l | tr -d ' ')" "$1 $1"
}
# inode: of the only snapshot
inode() {
	find "$cache" -name '*.snapshot' -exec stat -c '%i %Y' {} +
}

exits "an empty cache" 0 cache
check "says so" same "$(cat "$out")" "共 0 个快照，0.0 MB，在 $cache"
exits "an empty cache in JSON" 0 cache --format json
check "is []" same "$(cat "$out")" "[]"
exits "without a cache" 0 -t "$big" --no-cache search --count 信贷
check "none is made" test ! -e "$cache"
cp "$out" "$work/count"
run -t "$big" --no-cache search 政府采购 江苏 --format json
cp "$out" "$work/search"
run -t "$big" --no-cache list
cp "$out" "$work/list"
run -t "$big" --no-cache export --format json
cp "$out" "$work/export"

exits "the first time" 0 -t "$big" search --count 信贷
check "counts the same" cmp "$out" "$work/count"
check "and keeps a snapshot" snapshots 1
check "in a folder of the user's own" same "$(stat -c %a "$cache")" 700
check "that nobody else reads" same "$(stat -c %a "$cache"/*.snapshot)" 600
first=$(inode)

# answers WHEN: every command says what it said without a snapshot
answers() {
	exits "$1: count" 0 -t "$big" search --count 信贷
	check "$1: counts the same" cmp "$out" "$work/count"
	check "$1: silently" silent_on "$err"
	run -t "$big" search 政府采购 江苏 --format json
	check "$1: finds the same" cmp "$out" "$work/search"
}
answers "from the snapshot"
run -t "$big" list
check "lists the same" cmp "$out" "$work/list"
run -t "$big" export --format json
check "exports the same" cmp "$out" "$work/export"
for query in 类别:信贷 '金额:>=50万' '年:>=2018' dy:nt '!信贷' xd; do
	run -t "$big" --no-cache search --count "$query"
	cp "$out" "$work/one"
	run -t "$big" search --count "$query"
	check "$query counts the same" cmp "$out" "$work/one"
done
cd "$work" || exit 2
exits "the file by another name" 0 -t ./大表.jsonl search --count 信贷
cd - >/dev/null || exit 2
check "it is the same snapshot" same "$(inode)" "$first"
case $LINGPAO in
*sanitize*) ;;
*)
	if command -v strace >/dev/null; then
		strace -f -o "$work/trace" -e trace=open,openat "$LINGPAO" -t "$big" search --count 信贷 >"$out"
		check "the source is not opened" sh -c "grep -q snapshot '$work/trace' && ! grep -q jsonl '$work/trace'"
	else
		echo "SKIPPED: strace is not installed, whether the source is read was not looked at"
	fi
	;;
esac

exits "cache" 0 cache
check "lists it" same "$(sed -n '1s/^\(有效\) .* /\1 /p' "$out")" "有效 $big"
check "and the total" same "$(tail -n 1 "$out" | sed 's/，.*//')" "共 1 个快照"
check "safely" no_controls "$out"
exits "cache in JSON" 0 cache --format json
check "with its keys" json "$out" 'length == 1 and (.[0] | keys_unsorted == ["source", "snapshot", "bytes", "written", "state"]
	and .state == "valid" and (.source | endswith("/大表.jsonl")) and .bytes > 8000000
	and (.written | test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}[+-][0-9]{4}$")))'
exits "cache in CSV" 0 cache --format csv
check "is CSV" cells "$out"
exits "cache in Markdown" 0 cache --format markdown
check "has a row" says "$out" "| 有效 |"

# Damage: it is read again, and kept again.
damaged() {
	what=$1
	shift
	answers "$what"
	check "$what: kept anew" test "$(inode)" != "$first"
	first=$(inode)
}
file=$(echo "$cache"/*.snapshot)
size=$(stat -c %s "$file")
for at in 0 20 100 5000 $((size / 3)) $((size / 2)) $((size * 9 / 10)); do
	printf '\377\376\375' | dd of="$file" bs=1 seek="$at" conv=notrunc 2>/dev/null
	damaged "a wrong byte at $at"
done
truncate -s $((size / 2)) "$file"
damaged "half of it"
: >"$file"
damaged "nothing of it"
chmod 666 "$file"
damaged "others may write it"
mv "$file" "$work/other"
ln -s "$work/other" "$file"
damaged "a link"
check "no link any more" test ! -L "$file"

# The source changes.
"$generate" 51000 >"$big"
exits "a changed source" 0 cache
check "is stale" says "$out" "过期"
sleep 0.1
run -t "$big" --no-cache search --count 信贷
check "has another count" test "$(cat "$out")" != "$(cat "$work/count")"
cp "$out" "$work/count"
run -t "$big" search --count 信贷
check "is read again" cmp "$out" "$work/count"
check "in the place of the old one" snapshots 1
exits "and is" 0 cache
check "good" says "$out" "有效"

# What is refused is said each time, so there is no snapshot.
exits "cache clear" 0 cache clear
check "says what it did" same "$(sed 's/，.*//' "$out")" "已删除 1 个快照"
check "and did it" snapshots 0
exits "nothing to clear" 0 cache clear --format json
check "is no error" same "$(cat "$out")" '{"removed": 0, "bytes": 0}'
echo '{"region": ["没有措施"]}' >>"$big"
sleep 0.1
for time in first second; do
	exits "a refused line, the $time time" 0 -t "$big" search --count 信贷
	check "is told the $time time" says "$err" "拒绝 1 行"
done
check "and nothing is kept" snapshots 0

# Nowhere to write: everything works, and nobody is bothered.
"$generate" 50000 >"$big"
sleep 0.1
: >"$work/file"
for folder in "$work/file" /proc/nowhere relative ""; do
	XDG_CACHE_HOME=$folder HOME=/proc/nowhere
	exits "cache folder “$folder”" 0 -t "$big" search --count 信贷
	check "“$folder”: silently" silent_on "$err"
	check "“$folder”: nothing comes to be" test ! -e relative
done
HOME=relative
exits "no cache folder at all" 74 cache
check "is said" says "$err" "没有缓存文件夹"
HOME=$work
odd=$work/$(printf 'a\377\033[31mb')
cp "$big" "$odd"
sleep 0.1
XDG_CACHE_HOME=$work/odd
exits "a file with an odd name" 0 -t "$odd" search --count 信贷
for format in text markdown csv json; do
	exits "is listed in $format" 0 cache --format $format
	check "safely in $format" no_controls "$out"
	check "and in UTF-8: $format" sh -c "iconv -f UTF-8 -t UTF-8 '$out' >'$work/utf8'"
done
check "it is there" json "$out" 'map(.state) == ["valid"]'
XDG_CACHE_HOME=
exits "the default one" 0 -t "$big" search --count 信贷
check "is in the home folder" test -n "$(find "$work/.cache/lingpao" -name '*.snapshot')"
finish
