#!/bin/sh
# The generator of `make bench`: the same seed the same corpus, a smaller one the beginning of a larger, all of it valid.
. tests/cli/lib.sh
generate=$(dirname "$LINGPAO")/bench/generate

make_corpus() {
	name=$1
	shift
	"$generate" "$@" >"$work/$name" || { echo "generate $*: $?"; failed=$((failed + 1)); }
}

# table FILE: the entries as one table in JSON
table() {
	printf '{ "format": "lingpao/1", "title": "甲", "entries": ['
	sed '$!s/$/,/' "$1"
	printf ']}'
}

# some FILE CONDITION: an entry is so
some() {
	jq -s -e "any(.[]; $2)" "$work/$1"
}

measures_of() {
	jq -s 'map(.measures | length) | add' "$work/$1"
}

make_corpus small.jsonl 2000
make_corpus again.jsonl 2000
make_corpus large.jsonl 6000
make_corpus other.jsonl --seed=2 2000
make_corpus small.txt --plain 2000
make_corpus large.txt --plain 6000
check "the same seed gives the same bytes" cmp "$work/small.jsonl" "$work/again.jsonl"
check "another seed gives others" sh -c '! cmp -s "$1" "$2"' - "$work/small.jsonl" "$work/other.jsonl"
check "exactly as many measures as asked for" same "$(measures_of small.jsonl) $(measures_of large.jsonl)" "2000 6000"
check "and plain lines" same "$(wc -l <"$work/small.txt")" 2000
lines=$(($(wc -l <"$work/small.jsonl") - 1))
head -n $lines "$work/small.jsonl" >"$work/head"
head -n $lines "$work/large.jsonl" >"$work/large.head"
check "a smaller corpus begins a larger one" cmp "$work/head" "$work/large.head"
head -n 2000 "$work/large.txt" >"$work/large.head"
check "plain lines too" cmp "$work/small.txt" "$work/large.head"

jq -r '(.region | join("/")) as $r | (.references | map(.text) | join(" ")) as $d | .measures[] |
	[$r, (if .label then .label + "." else "" end) + .text, $d] | join("\t")' "$work/large.jsonl" >"$work/expected"
check "plain lines are the same measures in the same order" cmp "$work/large.txt" "$work/expected"

table "$work/large.jsonl" >"$work/table.json"
exits "every entry is valid" 0 check "$work/table.json"
exits "as JSON Lines too" 0 check "$work/large.jsonl"

make_corpus full.jsonl --counties --big-city 42000
check "a big city has 20,000 measures" same \
	"$(jq -s 'map(select(.region == ["江苏省", "苏州市"]) | .measures | length) | add' "$work/full.jsonl")" 20000
check "counties stand on the third level" some full.jsonl '.region | length == 3'
exits "regions of three levels are valid" 0 check "$work/full.jsonl"

make_corpus figures.txt --plain 40000
cut -f 2 "$work/figures.txt" >"$work/texts"
check "3,000 different Han characters" test "$(sed 's/[ -~]//g; s/./&\n/g' "$work/texts" | sort -u | wc -l)" -ge 3000
bytes=$(($(wc -c <"$work/texts") / 40000))
check "about 131 bytes of text a measure, not $bytes" test "$bytes" -ge 125 -a "$bytes" -le 142
check "some name sums of money" some full.jsonl 'any(.measures[]; .rewards != null)'
check "some have no label" some full.jsonl '.measures[0].label == null'
check "some have no reference" some full.jsonl '.references == []'
for oddity in '\"' '１０' '質量' '“' ' '; do
	check "“$oddity” occurs" grep -qF -e "$oddity" "$work/full.jsonl"
done
check "the absent word is absent" sh -c '! grep -q 魑魅 "$1"' - "$work/figures.txt"

"$generate" 10 20 >"$out" 2>"$err"
check "a use that is none is refused" same "$?" 2
"$generate" 10x >"$out" 2>"$err"
check "a number that is none is refused" same "$?" 2
finish
