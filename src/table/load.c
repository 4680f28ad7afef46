#include "table/load.h"

#include <assert.h>

#include "table/builtin.h"
#include "table/loading.h"
#include "table/read_json.h"

struct catalog *load_tables(const char *const *files, size_t count, struct faults *faults)
{
	return loading_all(files, count, faults);
}

struct catalog *load_builtin(void)
{
	struct faults faults = { 0 };
	struct build *b = build_new();
	read_json("内置", builtin_table, (size_t)(builtin_table_end - builtin_table), b, &faults);
	assert(faults.count == 0);
	return build_finish(b);
}
