/* Any bytes as a table: refused with a place and a reason, or read, and then written and read again as the same. */
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <string.h>

#include "table/build.h"
#include "table/read_json.h"
#include "table/write_json.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_CTYPE, "C.UTF-8");
	return 0;
}

static struct catalog *read_bytes(const char *bytes, size_t n, struct faults *faults)
{
	struct build *b = build_new();
	if (read_json("fuzz", bytes, n, b, faults))
		return build_finish(b);
	build_free(b);
	return NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct faults faults = { 0 };
	struct catalog *c = read_bytes((const char *)bytes, n, &faults);
	assert(!c == (faults.count > 0));
	if (!c) {
		assert(faults.all[0].what && *faults.all[0].what);
		faults_done(&faults);
		return 0;
	}
	struct buffer once = { 0 }, twice = { 0 };
	write_json_catalog(&once, c);
	struct catalog *again = read_bytes(once.bytes, once.n, &faults);
	assert(again);
	write_json_catalog(&twice, again);
	assert(once.n == twice.n && memcmp(once.bytes, twice.bytes, once.n) == 0);
	buffer_done(&once);
	buffer_done(&twice);
	catalog_free(c);
	catalog_free(again);
	faults_done(&faults);
	return 0;
}
