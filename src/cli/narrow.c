#include "cli/narrow.h"

#include <string.h>

#include "base/columns.h"
#include "search/near.h"

bool narrow_for_reader(const struct options *o)
{
	return !o->count && o->format != FORMAT_CSV && o->format != FORMAT_JSON;
}

void narrow_say(const struct query *q, const char *typed, const struct engine *engine,
		const struct catalog *c, bool no_hits, struct error *err)
{
	struct buffer said = { 0 }, near = { 0 };
	buffer_text(&said, buffer_string(&q->problem));
	if (no_hits) {
		buffer_print(&said, "%s没有命中“", said.n ? "；" : "");
		columns_add_safe(&said, typed, strlen(typed));
		buffer_text(&said, "”的措施");
		near_describe(engine, c, q, typed, &near);
		if (near.n)
			buffer_print(&said, "；%s", buffer_string(&near));
	}
	if (said.n)
		error_set(err, "%s", buffer_string(&said));
	buffer_done(&said);
	buffer_done(&near);
}

void narrow_refuse(const struct query *q, const char *typed, struct error *err)
{
	struct buffer safe = { 0 };
	columns_add_safe(&safe, typed, strlen(typed));
	if (q->problem.n)
		error_set(err, "%s", buffer_string(&q->problem));
	else
		error_set(err, "检索词“%s”是空的", buffer_string(&safe));
	buffer_done(&safe);
}

bool narrow_begin(struct narrow *n, const struct options *o, const struct catalog *c,
		  const struct engine *engine, int *code, struct error *err)
{
	*n = (struct narrow){ 0 };
	if (!o->query || !*o->query)
		return true;
	n->typed = o->query;
	query_parse(&n->query, n->typed);
	if (n->query.count == 0) {
		narrow_refuse(&n->query, n->typed, err);
		*code = EXIT_USAGE;
		return false;
	}
	engine_search(engine, &n->query, &n->hits);
	bool no_hits = n->hits.count == 0, reader = narrow_for_reader(o);
	narrow_say(&n->query, n->typed, engine, c, no_hits && reader, err);
	*code = no_hits ? EXIT_NOTHING : EXIT_FOUND;
	return !no_hits || !reader;
}

void narrow_done(struct narrow *n)
{
	query_done(&n->query);
	hits_done(&n->hits);
}

const struct bits *narrow_set(const struct narrow *n)
{
	return n->typed ? &n->hits.set : NULL;
}
