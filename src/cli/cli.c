#include "cli/cli.h"

#include "base/columns.h"
#include "cli/print.h"
#include "table/lookup.h"

bool print_find_region(const struct catalog *c, const char *name, size_t *region, int *code,
		       struct error *err)
{
	struct buffer message = { 0 }, safe = { 0 };
	int failed = EXIT_FOUND;
	switch (lookup_region(c, name, region, &message)) {
	case LOOKUP_FOUND:
		break;
	case LOOKUP_AMBIGUOUS:
		failed = EXIT_USAGE;
		break;
	case LOOKUP_NOT_LISTED:
	case LOOKUP_UNKNOWN:
		failed = EXIT_NOTHING;
		break;
	}
	columns_add_safe(&safe, buffer_string(&message), message.n);
	if (failed != EXIT_FOUND)
		error_set(err, "%s", buffer_string(&safe));
	if (failed > *code)
		*code = failed;
	buffer_done(&message);
	buffer_done(&safe);
	return failed == EXIT_FOUND;
}

static int search_for(const struct options *o, const struct cli_tables *t, struct buffer *out,
		      struct error *err)
{
	struct buffer words = { 0 };
	cli_tables_query(o, &words);
	int code = print_search(o, t->catalog, t->engine, buffer_string(&words), out, err);
	buffer_done(&words);
	return code;
}

int cli_run(const struct options *o, const struct cli_tables *t, struct buffer *out,
	    struct error *err)
{
	const struct catalog *c = t->catalog;
	switch (o->command) {
	case CLI_BROWSE:
		if (o->query && *o->query)
			return search_for(o, t, out, err);
		return print_list(o, c, out);
	case CLI_LIST:
		return print_list(o, c, out);
	case CLI_SHOW:
		return print_show(o, c, out, err);
	case CLI_SEARCH:
		return search_for(o, t, out, err);
	case CLI_COMPARE:
		return print_compare(o, c, out, err);
	case CLI_MATRIX:
		return print_matrix(o, c, t->engine, out, err);
	case CLI_REWARDS:
		return print_rewards(o, c, t->engine, out, err);
	case CLI_REFERENCES:
		return print_references(o, c, t->engine, out, err);
	case CLI_EXPORT:
		return print_export(o, c, out);
	case CLI_CACHE:
	case CLI_CHECK:
	case CLI_HELP:
	case CLI_VERSION:
	case CLI_COMMANDS:
		break;
	}
	error_set(err, "这个命令不用一览表");
	return EXIT_USAGE;
}
