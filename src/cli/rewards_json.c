#include <inttypes.h>

#include "cli/rewards.h"
#include "table/write_json.h"

static void add_yuan(struct buffer *out, const char *key, int64_t yuan)
{
	if (yuan == REWARD_UNSTATED)
		buffer_print(out, ", \"%s\": null", key);
	else
		buffer_print(out, ", \"%s\": %" PRId64, key, yuan);
}

static const char *bound_name(const struct rewards_row *row)
{
	static const char *const names[] = { [MONEY_EXACT] = "exact",
					     [MONEY_AT_MOST] = "at_most",
					     [MONEY_AT_LEAST] = "at_least",
					     [MONEY_ABOUT] = "about" };
	return names[row->bound];
}

static void add_words(struct buffer *out, const char *key, const struct buffer *words)
{
	buffer_print(out, ", \"%s\": ", key);
	write_json_string(out, words->n ? buffer_string(words) : NULL);
}

static void add_row(struct buffer *out, const struct catalog *c, const struct rewards_row *row)
{
	const struct measure *m = &c->measures[row->measure];
	const struct entry *e = rewards_entry(c, row);
	struct buffer words = { 0 };
	rewards_level(c, row, &words);
	buffer_text(out, "{\"level\": ");
	write_json_string(out, words.n ? buffer_string(&words) : NULL);
	add_yuan(out, "low", row->low);
	add_yuan(out, "high", row->high);
	buffer_print(out, ", \"bound\": \"%s\"", bound_name(row));
	buffer_clear(&words);
	rewards_per(c, row, &words);
	add_words(out, "per", &words);
	buffer_print(out, ", \"read_out\": %s", row->read_out ? "true" : "false");
	if (row->words.end > row->words.start)
		buffer_print(out, ", \"words\": [%" PRIu32 ", %" PRIu32 "]", row->words.start,
			     row->words.end);
	else
		buffer_text(out, ", \"words\": null");
	buffer_print(out, ", \"number\": %" PRId64 ", \"region\": ", e->number);
	write_json_region(out, c, e->region);
	buffer_text(out, ", \"inferred\": ");
	write_json_inferred(out, e);
	buffer_text(out, ", \"label\": ");
	write_json_string(out, m->label);
	buffer_text(out, ", \"text\": ");
	write_json_string(out, m->text);
	buffer_text(out, ", \"references\": ");
	write_json_references(out, e);
	buffer_char(out, '}');
	buffer_done(&words);
}

static void add_rows(struct buffer *out, const struct catalog *c, const struct rewards *r,
		     size_t first, size_t end)
{
	buffer_char(out, '[');
	for (size_t i = first; i < end; i++) {
		buffer_text(out, i > first ? ",\n  " : "\n  ");
		add_row(out, c, &r->rows[i]);
	}
	buffer_text(out, end > first ? "\n]" : "]");
}

static void add_stack(struct buffer *out, const struct catalog *c, const struct rewards_stack *stack)
{
	const char *between = "";
	buffer_text(out, "{\"region\": ");
	write_json_region(out, c, stack->region);
	buffer_text(out, ", \"level\": ");
	write_json_string(out, stack->level == MONEY_LEVEL_NONE ? NULL
								: rewards_level_name(stack->level));
	add_yuan(out, "low", stack->sum.low);
	add_yuan(out, "high", stack->sum.high);
	buffer_print(out, ", \"bound\": \"%s\", \"parts\": [", bound_name(&stack->sum));
	for (size_t i = 0; i < CATALOG_DEPTH; i++) {
		if (stack->parts[i] == REWARDS_NONE)
			continue;
		buffer_print(out, "%s%zu", between, stack->parts[i]);
		between = ", ";
	}
	buffer_text(out, "]}");
}

void rewards_json(const struct catalog *c, const struct rewards *r, const char *query,
		  struct buffer *out)
{
	buffer_text(out, "{\"query\": ");
	write_json_string(out, query);
	buffer_print(out, ", \"order\": \"%s\",\n\"rewards\": ", rewards_order_word(r->order));
	add_rows(out, c, r, 0, r->stated);
	buffer_text(out, ",\n\"together\": [");
	for (size_t i = 0; i < r->stack_count; i++) {
		buffer_text(out, i ? ",\n  " : "\n  ");
		add_stack(out, c, &r->stacks[i]);
	}
	buffer_text(out, r->stack_count ? "\n],\n\"unstated\": " : "],\n\"unstated\": ");
	add_rows(out, c, r, r->stated, r->count);
	buffer_text(out, "}\n");
}
