#include "table/build.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "table/arrange.h"
#include "table/divisions.h"
#include "table/numbers.h"

struct build {
	struct table *tables;
	size_t table_count, table_capacity;
	struct category *categories;
	size_t category_count, category_capacity;
	struct classifier **classifiers; /* the last one is the current one, when it has all */
	size_t classifier_count, classifier_capacity;
	struct arena arena; /* strings of tables and categories */
	struct arrange_part *parts;
	size_t part_count, part_capacity;
	struct pack *open;   /* of the last part, while build_entry() adds to it */
	struct coded coded;
	struct nodes nodes;  /* names borrowed from packs */
	size_t nodes_coded;  /* for so many, `found` says what the divisions have */
	int *found;
	size_t found_capacity;
	size_t measure_count; /* those in `open` not counted */
	/* Of the table added last, when it is read in packs: */
	size_t lines, first_part;
	int64_t largest;
	bool disordered;	/* numbers did not only rise: from then on all are kept */
	struct numbers numbers; /* where: their lines */
};

struct build *build_new(void)
{
	return memory_new(sizeof(struct build));
}

void build_free(struct build *b)
{
	if (!b)
		return;
	for (size_t i = 0; i < b->part_count; i++) {
		pack_release(b->parts[i].pack);
		free(b->parts[i].nodes);
	}
	for (size_t i = 0; i < b->classifier_count; i++)
		classifier_free(b->classifiers[i]);
	free(b->classifiers);
	free(b->parts);
	free(b->tables);
	free(b->categories);
	free(b->found);
	nodes_done(&b->nodes);
	numbers_done(&b->numbers);
	coded_done(&b->coded);
	arena_done(&b->arena);
	free(b);
}

static void close_pack(struct build *b)
{
	if (b->open)
		b->measure_count += b->open->measure_count;
	b->open = NULL;
}

void build_table(struct build *b, const char *file, const char *title, const char *description)
{
	close_pack(b);
	numbers_done(&b->numbers);
	b->lines = 0;
	b->largest = 0;
	b->disordered = false;
	b->first_part = b->part_count;
	b->tables = memory_grow(b->tables, &b->table_capacity, b->table_count + 1,
				sizeof(*b->tables));
	b->tables[b->table_count++] = (struct table){
		.file = arena_string(&b->arena, file),
		.title = arena_string(&b->arena, title),
		.description = arena_string(&b->arena, description),
	};
}

static struct table copy_table(const struct table *t, struct arena *arena)
{
	return (struct table){
		.file = arena_string(arena, t->file),
		.title = arena_string(arena, t->title),
		.description = arena_string(arena, t->description),
	};
}

static struct category copy_category(const struct category *category, struct arena *arena)
{
	const char **keywords = arena_new(arena, category->keyword_count * sizeof(*keywords));
	for (size_t i = 0; i < category->keyword_count; i++)
		keywords[i] = arena_string(arena, category->keywords[i]);
	return (struct category){
		.id = arena_string(arena, category->id),
		.name = arena_string(arena, category->name),
		.short_name = arena_string(arena, category->short_name),
		.keywords = keywords,
		.keyword_count = category->keyword_count,
	};
}

int build_category(struct build *b, const struct category *category)
{
	for (size_t i = 0; i < b->category_count; i++)
		if (strcmp(b->categories[i].id, category->id) == 0)
			return (int)i;
	if (b->category_count == CATALOG_CATEGORIES)
		return -1;
	b->categories = memory_grow(b->categories, &b->category_capacity, b->category_count + 1,
				    sizeof(*b->categories));
	b->categories[b->category_count] = copy_category(category, &b->arena);
	return (int)b->category_count++;
}

const char *build_category_id(const struct build *b, int index)
{
	return b->categories[index].id;
}

static void add_part(struct build *b, struct pack *pack, size_t lines_before)
{
	b->parts = memory_grow(b->parts, &b->part_capacity, b->part_count + 1, sizeof(*b->parts));
	b->parts[b->part_count++] = (struct arrange_part){
		.pack = pack,
		.table = (uint32_t)b->table_count - 1,
		.lines_before = lines_before,
	};
}

static const char *last_file(const struct build *b)
{
	return b->tables[b->table_count - 1].file;
}

struct coded_region build_code(struct build *b, const char *const *path, int code, size_t line)
{
	return coded_add(&b->coded, path, (struct coded_region){ code, last_file(b), line });
}

/* The entry is good: so is what it says of its region. */
static void take_code(struct pack *pack, size_t entry)
{
	struct node *node = &pack->nodes.all[pack->entries[entry].region];
	node->code = node->said;
}

void build_entry(struct build *b, const struct build_entry *entry)
{
	if (!b->open) {
		b->open = pack_new(0);
		add_part(b, b->open, 0);
	}
	pack_add(b->open, entry, (struct pack_place){ 0, 0 });
	take_code(b->open, b->open->entry_count - 1);
}

/* From now on numbers are looked for among all that the table has had. */
static void keep_numbers(struct build *b)
{
	b->disordered = true;
	for (size_t p = b->first_part; p < b->part_count; p++) {
		const struct arrange_part *part = &b->parts[p];
		for (size_t i = 0; i < part->pack->entry_count; i++)
			numbers_add(&b->numbers, part->pack->entries[i].number,
				    part->lines_before + part->pack->places[i].line);
	}
}

/* The line of the entry before this one that has its number; 0 when there is none. */
static size_t first_with(struct build *b, int64_t number, size_t line)
{
	if (number > b->largest) {
		b->largest = number;
		if (b->disordered)
			numbers_add(&b->numbers, number, line);
		return 0;
	}
	size_t first = numbers_add(&b->numbers, number, line);
	return first == line ? 0 : first;
}

/* Into the pack's faults, in the order of lines. The line has no other fault. */
static void add_fault(const struct build *b, struct pack *pack, const struct pack_place *place,
		      const char *path, const char *what)
{
	struct faults fault = { .refused = 1 };
	faults_add(&fault, last_file(b), place->line, place->column, path, "%s", what);
	size_t before = pack->faults.count;
	faults_add_lines(&pack->faults, &fault, 0);
	faults_done(&fault);
	struct fault *all = pack->faults.all;
	for (size_t i = before; i > 0 && i < pack->faults.count; i--) {
		if (all[i - 1].line <= all[i].line)
			break;
		struct fault later = all[i - 1];
		all[i - 1] = all[i];
		all[i] = later;
	}
}

static void say_twice(const struct build *b, struct pack *pack, const struct pack_place *place,
		      int64_t number, size_t first)
{
	struct buffer what = { 0 };
	buffer_print(&what, "序号 %lld 重复（第一次在第 %zu 行），应只有一次", (long long)number,
		     first);
	add_fault(b, pack, place, "number", buffer_string(&what));
	buffer_done(&what);
}

/* Whether the entry's region has no other code than it says. Asked once for all entries of a pack
 * that say the same, when one of them was taken. */
static bool check_code(struct build *b, struct pack *pack, const struct entry *entry,
		       const struct pack_place *place)
{
	const struct node *node = &pack->nodes.all[entry->region];
	if (node->code == node->said)
		return true;
	const char *path[CATALOG_DEPTH + 1] = { NULL };
	uint32_t at = entry->region;
	for (int d = node->depth; d >= 0; d--, at = pack->nodes.all[at].parent)
		path[d] = pack->nodes.all[at].name;
	struct coded_region first = build_code(b, path, node->said, b->lines + place->line);
	if (first.code == node->said)
		return true;
	struct buffer what = { 0 };
	coded_describe(&what, &first, node->said, last_file(b));
	add_fault(b, pack, &(struct pack_place){ place->line, 1 }, "code", buffer_string(&what));
	buffer_done(&what);
	return false;
}

/* Drops what is there twice and what contradicts an entry before. The entries kept so far stand in the pack's first `kept`, so that
 * keep_numbers() finds them. */
static void number_entries(struct build *b, struct pack *pack)
{
	size_t count = pack->entry_count;
	pack->entry_count = 0;
	add_part(b, pack, b->lines);
	for (size_t i = 0; i < count; i++) {
		struct entry entry = pack->entries[i];
		struct pack_place place = pack->places[i];
		size_t line = b->lines + place.line;
		if (!check_code(b, pack, &entry, &place))
			continue;
		if (!entry.number)
			entry.number = (int64_t)line;
		if (entry.number <= b->largest && !b->disordered)
			keep_numbers(b);
		size_t first = first_with(b, entry.number, line);
		if (first) {
			say_twice(b, pack, &place, entry.number, first);
			continue;
		}
		pack->entries[pack->entry_count] = entry;
		pack->places[pack->entry_count] = place;
		take_code(pack, pack->entry_count++);
		b->measure_count += entry.measure_count;
	}
}

void build_pack(struct build *b, struct pack *pack, struct faults *faults)
{
	close_pack(b);
	number_entries(b, pack);
	faults_add_lines(faults, &pack->faults, b->lines);
	faults_done(&pack->faults);
	b->lines += pack->lines;
}

void build_skip_lines(struct build *b, size_t lines)
{
	b->lines += lines;
}

size_t build_measures(const struct build *b)
{
	return b->measure_count + (b->open ? b->open->measure_count : 0);
}

const struct classifier *build_classifier(struct build *b)
{
	size_t last = b->classifier_count;
	if (last && classifier_categories(b->classifiers[last - 1]) == b->category_count)
		return b->classifiers[last - 1];
	b->classifiers = memory_grow(b->classifiers, &b->classifier_capacity, last + 1,
				     sizeof(struct classifier *));
	b->classifiers[b->classifier_count++] = classifier_new(b->categories, b->category_count);
	return b->classifiers[last];
}

/* Categories that later tables brought count for earlier measures too. */
static void classify_parts(struct build *b)
{
	for (size_t p = 0; p < b->part_count; p++) {
		struct pack *pack = b->parts[p].pack;
		if (pack->classified == b->category_count)
			continue;
		for (size_t i = 0; i < pack->measure_count; i++) {
			struct measure *m = &pack->measures[i];
			if (m->by_keywords)
				m->categories = classify(build_classifier(b), m->text);
		}
		pack->classified = b->category_count;
	}
}

/* Which of all nodes each of a part's is. */
static void place_nodes(struct build *b, struct arrange_part *part)
{
	const struct nodes *own = &part->pack->nodes;
	part->nodes = memory_new(own->count * sizeof(*part->nodes));
	for (size_t i = 0; i < own->count; i++) {
		const struct node *node = &own->all[i];
		uint32_t parent = node->parent == NODE_NONE ? NODE_NONE : part->nodes[node->parent];
		bool added;
		part->nodes[i] = nodes_find(&b->nodes, parent, node->name, 0, &added);
		struct node *all = &b->nodes.all[part->nodes[i]];
		if (!all->code)
			all->code = node->code;
	}
}

/* What the divisions say of the nodes that are new, whether or not an entry says it yet. */
static void find_codes(struct build *b)
{
	b->found = memory_grow(b->found, &b->found_capacity, b->nodes.count, sizeof(*b->found));
	for (size_t i = b->nodes_coded; i < b->nodes.count; i++) {
		const char *path[CATALOG_DEPTH];
		uint32_t at = (uint32_t)i;
		int depth = b->nodes.all[i].depth;
		for (int d = depth; d >= 0; d--, at = b->nodes.all[at].parent)
			path[d] = b->nodes.all[at].name;
		const struct division *division = divisions_by_path(path, (size_t)depth + 1);
		b->found[i] = division ? division->code : 0;
	}
	b->nodes_coded = b->nodes.count;
}

static struct catalog *new_catalog(const struct build *b)
{
	struct catalog *c = memory_new(sizeof(*c));
	c->tables = memory_new(b->table_count * sizeof(*c->tables));
	for (; c->table_count < b->table_count; c->table_count++)
		c->tables[c->table_count] = copy_table(&b->tables[c->table_count], &c->arena);
	c->categories = memory_new(b->category_count * sizeof(*c->categories));
	for (; c->category_count < b->category_count; c->category_count++)
		c->categories[c->category_count] =
			copy_category(&b->categories[c->category_count], &c->arena);
	return c;
}

struct catalog *build_catalog(struct build *b, const atomic_bool *cancelled)
{
	close_pack(b);
	classify_parts(b);
	for (size_t p = 0; p < b->part_count; p++)
		if (!b->parts[p].nodes)
			place_nodes(b, &b->parts[p]);
	find_codes(b);
	/* For this catalog alone: a later entry may still name another code. */
	struct nodes coded = b->nodes;
	coded.all = memory_new(coded.count * sizeof(*coded.all));
	for (size_t i = 0; i < coded.count; i++) {
		coded.all[i] = b->nodes.all[i];
		if (!coded.all[i].code)
			coded.all[i].code = b->found[i];
	}
	struct catalog *c = new_catalog(b);
	if (!arrange(c, &coded, b->parts, b->part_count, cancelled)) {
		catalog_free(c);
		c = NULL;
	}
	free(coded.all);
	return c;
}

struct catalog *build_last(struct build *b, const atomic_bool *cancelled)
{
	struct catalog *c = build_catalog(b, cancelled);
	for (size_t p = 0; p < b->part_count; p++)
		pack_shed(b->parts[p].pack);
	return c;
}

struct catalog *build_finish(struct build *b)
{
	struct catalog *c = build_last(b, NULL);
	build_free(b);
	return c;
}
