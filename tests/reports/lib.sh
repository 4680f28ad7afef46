# Sourced by the checks of reports in other people's programs: a browser, a spreadsheet, a converter. From the checkout's root, with
# LINGPAO=<program>. SHORT=1 looks at the two reports that matter most; a tool that is missing is said aloud and counted as skipped.
. tests/cli/lib.sh
skipped=0
reports="compare matrix cities several rewards references show search list export cruel"
[ -z "${SHORT-}" ] || reports="compare matrix"

# arguments REPORT: of the command that prints it
arguments() {
	case $1 in
	compare) echo compare 江苏 山西 ;;
	cities) echo compare 山东 四川 --cities ;;
	several) echo compare 江苏 山西 陕西 广西 ;;
	show) echo show 江苏 山西 ;;
	search) echo search 类别:推荐 ;;
	cruel) echo -t "$cruel" export ;;
	*) echo "$1" ;;
	esac
}

# print REPORT FORMAT: into $work/REPORT.FORMAT
print() {
	# shellcheck disable=SC2046
	"$LINGPAO" $(arguments "$1") --format "$2" >"$work/$1.$2" 2>"$err"
	check "$1 is printed as $2" same $? 0
}

# needs TOOL...: false, and said, where one is missing; then $1 is what was not looked at
needs() {
	what=$1
	shift
	for tool in "$@"; do
		command -v "$tool" >/dev/null && continue
		echo "SKIPPED: $tool is not installed, $what"
		skipped=$((skipped + 1))
		return 1
	done
}

finish() {
	echo "$passed passed, $failed failed, $skipped skipped"
	[ "$failed" -eq 0 ]
}
