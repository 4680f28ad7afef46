#include "table/coded.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "table/catalog.h"
#include "table/divisions.h"

static uint32_t add_node(struct coded *c, uint32_t parent, const char *name)
{
	bool added;
	uint32_t node = nodes_find(&c->nodes, parent, name, 0, &added);
	if (!added)
		return node;
	c->nodes.all[node].name = arena_string(&c->arena, name);
	c->all = memory_grow(c->all, &c->capacity, c->nodes.count, sizeof(*c->all));
	c->all[node] = (struct coded_region){ 0 };
	return node;
}

struct coded_region coded_add(struct coded *c, const char *const *path, struct coded_region said)
{
	uint32_t node = NODE_NONE;
	for (size_t i = 0; i < CATALOG_DEPTH && path[i]; i++)
		node = add_node(c, node, path[i]);
	if (!c->all[node].code)
		c->all[node] = said;
	return c->all[node];
}

/* 河北省/邢台市/桥西区 */
static void add_path(struct buffer *out, const struct division *d)
{
	if (d->parent) {
		add_path(out, divisions_by_code(d->parent));
		buffer_char(out, '/');
	}
	buffer_text(out, d->name);
}

void coded_describe(struct buffer *out, const struct coded_region *first, int code,
		    const char *file)
{
	const char *other_file = strcmp(file, first->file) == 0 ? "" : first->file;
	const char *space = *other_file ? " " : "";
	buffer_print(out,
		     "%06d 与%s%s%s第 %zu 行同一地域的代码 %06d 不同，应相同；"
		     "若是两地，region 应写全：",
		     code, space, other_file, space, first->line, first->code);
	add_path(out, divisions_by_code(code));
	buffer_text(out, "、");
	add_path(out, divisions_by_code(first->code));
}

void coded_done(struct coded *c)
{
	nodes_done(&c->nodes);
	free(c->all);
	arena_done(&c->arena);
	*c = (struct coded){ 0 };
}
