/* Tables of JSON Lines in temporary files, for tests. */
#ifndef UNIT_TABLE_MADE_LINES_H
#define UNIT_TABLE_MADE_LINES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/check.h"

#include "base/buffer.h"
#include "table/catalog.h"

#define LINE(number, region, text) \
	"{\"number\":" #number ",\"region\":[" region "],\"measures\":[{\"text\":\"" text "\"}]}"
#define LINE_WITHOUT(region, text) "{\"region\":[" region "],\"measures\":[{\"text\":\"" text "\"}]}"

enum { MADE_PATH = 40 };

static inline void made_file(char path[MADE_PATH], const char *bytes, size_t n)
{
	snprintf(path, MADE_PATH, "/tmp/lingpao-lines-XXXXXX");
	int fd = mkstemp(path);
	TRUE(fd >= 0);
	FILE *out = fdopen(fd, "wb");
	EQ_INT(fwrite(bytes, 1, n, out), n);
	EQ_INT(fclose(out), 0);
}

/* Entries over some regions that are not in order, each with 1 to 4 measures, some with rewards. */
static inline void made_entry(struct buffer *out, size_t number)
{
	static const char *const regions[] = {
		"\"江苏省\",\"南通市\"", "\"北京市\"", "\"江苏省\"", "\"广东省\",\"深圳市\"",
		"\"山西省\",\"太原市\"", "\"无名省\",\"某市\",\"某县\"", "\"江苏省\",\"苏州市\"",
	};
	size_t mixed = number * 2654435761u >> 7;
	buffer_print(out, "{\"number\":%zu,\"region\":[%s],\"references\":[{\"kind\":\"document\","
			  "\"text\":\"第%zu号\"}],\"measures\":[",
		     number, regions[mixed % 7], number);
	for (size_t i = 0; i <= mixed % 4; i++)
		buffer_print(out, "%s{\"label\":\"%zu\",\"text\":\"条目%zu措施%zu：给予信贷\\u652f持。\","
				  "\"rewards\":[{\"level\":\"省级\",\"yuan\":%zu}]}",
			     i ? "," : "", i + 1, number, i + 1, number * 1000);
	buffer_text(out, "]}\n");
}

/* All that a catalog says, in tree order, for comparing. */
static inline void made_text(const struct catalog *c, struct buffer *out)
{
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		buffer_print(out, "%s %s %d %d %zu %zu %zu %zu %zu %zu\n", r->name, r->short_name, r->code,
			     r->depth, r->parent, r->end, r->first_entry, r->entries_end,
			     r->first_measure, r->measures_end);
	}
	for (size_t i = 0; i < c->entry_count; i++) {
		const struct entry *e = &c->entries[i];
		buffer_print(out, "%lld %u %u %s %s %u %u\n", (long long)e->number, e->table, e->region,
			     e->printed_region, e->reference_count ? e->references[0].text : "",
			     e->first_measure, c->reading[i]);
	}
	for (size_t i = 0; i < c->measure_count; i++) {
		const struct measure *m = &c->measures[i];
		buffer_print(out, "%u %s %s %llx %d %s\n", m->entry, m->label ? m->label : "-", m->text,
			     (unsigned long long)m->categories, m->by_keywords,
			     m->reward_count ? m->rewards[0].level : "");
	}
}

#endif
