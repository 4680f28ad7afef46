#include "cli/tables.h"

#include "search/query.h"
#include "table/load.h"

static bool searches(const struct options *o)
{
	return o->command == CLI_SEARCH || (o->query && *o->query);
}

void cli_tables_query(const struct options *o, struct buffer *out)
{
	if (o->command != CLI_SEARCH)
		buffer_text(out, o->query);
	for (size_t i = 0; o->command == CLI_SEARCH && i < o->argument_count; i++)
		buffer_print(out, "%s%s", i ? " " : "", o->arguments[i]);
}

/* A count reads no texts, and categories and sums only where the query asks for them. */
static enum snapshot_use use_of(const struct options *o)
{
	enum snapshot_use use = SNAPSHOT_COUNT;
	struct buffer words = { 0 };
	struct query q = { 0 };
	if (o->command != CLI_SEARCH || !o->count)
		return SNAPSHOT_ALL;
	cli_tables_query(o, &words);
	query_parse(&q, buffer_string(&words));
	for (size_t i = 0; i < q.count; i++)
		if (q.words[i].field == QUERY_CATEGORY || q.words[i].field == QUERY_MONEY)
			use = SNAPSHOT_ALL;
	query_done(&q);
	buffer_done(&words);
	return use;
}

static bool open_snapshot(struct cli_tables *t, const struct options *o)
{
	if (o->no_cache || o->table_count != 1 || !snapshot_source(o->tables[0], &t->source))
		return false;
	struct snapshot *s = snapshot_open(o->tables[0], &t->source, use_of(o));
	if (!s)
		return false;
	t->mapped = true;
	t->catalog = snapshot_catalog(s);
	if (searches(o))
		t->engine =
			engine_from_planes(t->catalog, snapshot_texts(s), snapshot_references(s));
	return true;
}

void cli_tables_open(struct cli_tables *t, const struct options *o, struct faults *faults)
{
	*t = (struct cli_tables){ 0 };
	if (open_snapshot(t, o))
		return;
	t->catalog = load_tables(o->tables, o->table_count, faults);
	if (t->catalog && searches(o))
		t->engine = engine_new(t->catalog);
}

void cli_tables_keep(struct cli_tables *t, const struct faults *faults)
{
	if (t->mapped || !t->catalog || !t->source.path || faults->count > 0 || faults->refused > 0)
		return;
	if (!t->engine)
		t->engine = engine_new(t->catalog);
	snapshot_write(t->catalog, t->engine, &t->source, NULL);
}

void cli_tables_done(struct cli_tables *t)
{
	engine_free(t->engine);
	catalog_free(t->catalog);
	snapshot_source_done(&t->source);
}
