/* Catalogs made from a few lines of JSON, for tests. */
#ifndef UNIT_TABLE_MADE_H
#define UNIT_TABLE_MADE_H

#include <stdio.h>
#include <string.h>

#include "support/check.h"

#include "table/read_json.h"

#define MADE_HEAD "{ \"format\": \"lingpao/1\", \"title\": \"表\", \"categories\": ["
#define MADE_ENTRIES "], \"entries\": ["
#define MADE_END "] }"
/* An entry of one measure; region is the inside of the array. */
#define MADE_ENTRY(number, region, text) \
	"{ \"number\": " #number ", \"region\": [" region "], " \
	"\"measures\": [{ \"text\": \"" text "\" }] }"

/* The tables read as one catalog; the test fails with the first fault when there is any. */
static inline struct catalog *made(const char *const *tables, size_t count)
{
	struct build *b = build_new();
	struct faults faults = { 0 };
	for (size_t i = 0; i < count; i++)
		read_json("made", tables[i], strlen(tables[i]), b, &faults);
	if (faults.count)
		printf("# %zu:%zu %s\n", faults.all[0].line, faults.all[0].column,
		       faults.all[0].what);
	TRUE(faults.count == 0);
	faults_done(&faults);
	return build_finish(b);
}

static inline struct catalog *made_of(const char *table)
{
	return made(&table, 1);
}

#endif
