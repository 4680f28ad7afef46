# Sourced by the tests of the commands, which run from the checkout's root with LINGPAO=<program>.
# Each check counts; finish prints "N passed, M failed".
set -u
LINGPAO=${LINGPAO:-build/gcc/lingpao}
case $LINGPAO in
/*) ;;
*) LINGPAO=$PWD/$LINGPAO ;;
esac
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
out=$work/out err=$work/err
passed=0 failed=0 code=0
cruel=tests/cli/fixtures/cruel.json

# Nothing of the user's own may change what is tested.
unset NO_COLOR LANG LC_CTYPE LINES COLUMNS POSIXLY_CORRECT
export LC_ALL=C.UTF-8 HOME="$work" XDG_CACHE_HOME="$work/cache" XDG_DATA_HOME="$work/no" XDG_DATA_DIRS="$work/no" TERM=xterm

# run ARGUMENT...: sets code, out and err
run() {
	"$LINGPAO" "$@" >"$out" 2>"$err" </dev/null
	code=$?
}

# check NAME COMMAND...: the command succeeds
check() {
	name=$1
	shift
	if "$@" >"$work/why" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not ok: $name"
		sed 's/^/    /' "$work/why"
	fi
}

# exits NAME CODE ARGUMENT...: runs the program, which leaves with that code
exits() {
	want=$2
	what=$1
	shift 2
	run "$@"
	check "$what" same "$code" "$want"
}

same() {
	[ "$1" = "$2" ] || { printf 'got:\n%s\nnot:\n%s\n' "$1" "$2"; return 1; }
}

# says FILE TEXT: the text stands in it as it is
says() {
	grep -qF -e "$2" "$1" || { echo "no “$2” in:"; head -n 40 "$1"; return 1; }
}

silent_on() {
	[ ! -s "$1" ] || { echo "not empty:"; head "$1"; return 1; }
}

# no_controls FILE: no byte that a terminal obeys, but newlines (and CR before them)
no_controls() {
	! LC_ALL=C tr -d '\n\r\040-\176\200-\377' <"$1" | grep -q . &&
		! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$1"
}

# json FILE EXPRESSION: jq finds it true
json() {
	jq -e "$2" "$1" || { echo "not true: $2"; head -c 1000 "$1"; return 1; }
}

# cells FILE: its CSV cells, "row column value" a line, a newline inside as \n; fails on what RFC 4180 forbids
cells() {
	LC_ALL=C awk '
	{ text = text $0 "\n" }
	function bad(why) { print "row " row " column " col ": " why; broken = 1; exit 1 }
	function put() { gsub(/\n/, "\\n", cell); print row, col, cell; cell = ""; quoted = 0; col++ }
	END {
		if (broken) exit 1
		if (substr(text, 1, 3) != "\357\273\277") { print "no BOM"; exit 1 }
		n = length(text); row = 1; col = 1; inside = 0
		for (i = 4; i <= n; i++) {
			c = substr(text, i, 1)
			if (inside) {
				if (c != "\"") cell = cell c
				else if (substr(text, i + 1, 1) == "\"") { cell = cell c; i++ }
				else inside = 0
			} else if (c == "\"") {
				if (cell != "" || quoted) bad("a quote inside")
				inside = 1; quoted = 1
			} else if (c == ",") put()
			else if (c == "\r") {
				if (substr(text, i + 1, 1) != "\n") bad("CR alone")
				put()
				if (width && col != width) bad("not as wide as the first row")
				width = col; row++; col = 1; i++
			} else if (c == "\n") bad("LF alone")
			else if (quoted) bad("text behind a quote")
			else cell = cell c
		}
		if (inside || col != 1) { print "cut off"; exit 1 }
	}' "$1"
}

# widest FILE: columns of its widest line, counted in bytes, since not every awk knows characters: “ ” — … are one
# column wide, what has three bytes otherwise is two.
widest() {
	LC_ALL=C awk '{
		n = 0
		for (i = 1; i <= length($0); i++) {
			c = substr($0, i, 1)
			if (c >= "\340") {
				n += substr($0, i, 3) ~ /\342\200[\224\234\235\246]/ ? 1 : 2
				i += 2
			} else if (c < "\200" || c >= "\300") n++
		}
		if (n > most) most = n
	} END { print most }' "$1"
}

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
}
