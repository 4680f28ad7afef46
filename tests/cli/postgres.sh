#!/bin/sh
# What an engine found can be piped in: entries from a real PostgreSQL, one JSON object a line. A throwaway cluster in a
# temporary folder, reached by a socket in it, run by a user without rights.
. tests/cli/lib.sh
bin=$(find /usr/lib/postgresql/*/bin -name initdb 2>/dev/null | sort -V | tail -n 1)
bin=${bin%/initdb}
generate=$(dirname "$LINGPAO")/bench/generate

skip() {
	echo "SKIPPED: $1"
	echo "0 passed, 0 failed, 1 skipped"
	exit 0
}
[ -n "$bin" ] && [ -x "$bin/postgres" ] && [ -x "$bin/psql" ] || skip "no PostgreSQL here (apt-get install postgresql)"

# PostgreSQL refuses to be run by root.
as_user=
if [ "$(id -u)" -eq 0 ]; then
	command -v setpriv >/dev/null || skip "no setpriv here to run PostgreSQL without rights"
	as_user="setpriv --reuid=nobody --regid=nogroup --clear-groups"
fi
cluster=$(mktemp -d) || exit 2
[ -z "$as_user" ] || chown nobody:nogroup "$cluster"
stop() {
	(cd "$cluster" && $as_user "$bin/pg_ctl" -D "$cluster/data" -m immediate -s stop) >/dev/null 2>&1
	rm -rf "$cluster" "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

# The folder of the checkout may be closed to that user.
start() {
	cd "$cluster" &&
		$as_user "$bin/initdb" -D data -U keeper -A trust -E UTF8 --locale=C.UTF-8 --no-sync -N &&
		$as_user "$bin/pg_ctl" -D data -w -t 15 -l log \
			-o "-c listen_addresses='' -c unix_socket_directories='$cluster' -c fsync=off" start
}
(start) >"$work/start" 2>&1 || { cat "$work/start" "$cluster/log"; skip "PostgreSQL does not start here"; }

sql() {
	"$bin/psql" -X -q -At -v ON_ERROR_STOP=1 -h "$cluster" -U keeper -d postgres "$@"
}

"$generate" 3000 >"$work/entries.jsonl"
check "a table of entries is filled" sql -c "
	create table line (entry jsonb);
	create table entry (number int primary key, region text[], document text);
	create table measure (entry int references entry, place int, label text, text text)" \
	-c "\\copy line from '$work/entries.jsonl' with (format csv, quote e'\\x01', delimiter e'\\x02')" -c "
	insert into entry select (entry->>'number')::int,
		array(select jsonb_array_elements_text(entry->'region')), entry->'references'->0->>'text' from line;
	insert into measure select (l.entry->>'number')::int, m.place, m.value->>'label', m.value->>'text'
		from line l, jsonb_array_elements(l.entry->'measures') with ordinality as m(value, place)"
check "with all measures" same "$(sql -c 'select count(*) from measure')" 3000

as_entries="select json_build_object('number', e.number, 'region', e.region, 'references',
	case when e.document is null then '[]'::json else json_build_array(json_build_object(
		'kind', case when e.document like 'http%' then 'link' else 'document' end, 'text', e.document)) end,
	'measures', (select json_agg(json_build_object('label', m.label, 'text', m.text) order by m.place)
		from measure m where m.entry = e.number)) from entry e"
found="select count(*) from measure m join entry e on e.number = m.entry
	where concat_ws(' ', m.text, e.document, array_to_string(e.region, ' '))"

for word in 信贷 政府采购 奖励 江苏 市监发 没有的词; do
	want=$(sql -c "$found like '%$word%'")
	got=$(sql -c "$as_entries" | "$LINGPAO" -t - search --count "$word" 2>"$err")
	check "as many hits for $word as SQL finds" same "$got" "$want"
done
check "the words above do occur" test "$(sql -c "$found like '%信贷%'")" -gt 50
want=$(sql -c "$found like '%信贷%' and e.region[1] = '浙江省'")
got=$(sql -c "$as_entries where e.region[1] = '浙江省' order by e.number desc" | "$LINGPAO" -t - search --count 信贷)
check "entries that the engine chose and ordered" same "$got" "$want"
finish
