#include "app/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/document.h"
#include "app/help.h"
#include "app/key.h"
#include "base/buffer.h"
#include "support/check.h"
#include "table/load.h"

/* Keys that reach the program while an input method is on. */
static bool bypasses_input_method(uint32_t key)
{
	return key < ' ' || key >= K_FIRST_NAMED || key == ' ' || key == K_BACKSPACE;
}

TEST(every_command_has_a_name_a_help_and_a_key)
{
	for (enum command c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		char keys[128];
		command_keys(c, IN_ALL, keys, sizeof(keys));
		check_row((size_t)c);
		TRUE(command_info(c)->name && *command_info(c)->name);
		TRUE(command_info(c)->help && *command_info(c)->help);
		TRUE(*keys);
	}
}

TEST(every_command_has_a_key_that_an_input_method_leaves_alone)
{
	size_t count;
	const struct binding *all = command_bindings(&count);
	for (enum command c = CMD_NONE + 1; c < CMD_COUNT; c++) {
		bool found = false;
		check_row((size_t)c);
		if (c == CMD_CLOSE) /* Esc closes, F10 quits */
			continue;
		for (size_t i = 0; i < count; i++)
			found = found || (all[i].command == c &&
					  (bypasses_input_method(all[i].key) ||
					   (all[i].prefix == 'y' && all[i].key <= '9')));
		TRUE(found);
	}
}

TEST(no_key_means_two_things_in_one_place)
{
	size_t count;
	const struct binding *all = command_bindings(&count);
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++) {
			check_row(j);
			TRUE(!(all[i].contexts & all[j].contexts) || all[i].key != all[j].key ||
			     all[i].prefix != all[j].prefix);
		}
}

static void all_work(const enum command *bar, enum context context)
{
	for (; *bar != CMD_NONE; bar++) {
		char keys[128];
		command_keys(*bar, context, keys, sizeof(keys));
		TRUE(*keys);
		TRUE(command_info(*bar)->bar);
	}
}

TEST(what_the_bottom_line_offers_works_there)
{
	static const enum context contexts[] = { IN_TREE,    IN_READER,	 IN_HITS,
						 IN_COMPARE, IN_SEVERAL, IN_HELP,
						 IN_MATRIX,  IN_LISTING };
	EACH (context, contexts)
		for (enum occasion o = OCCASION_NONE; o <= OCCASION_MARKED; o++)
			all_work(command_bar(*context, o), *context);
}

/* " ]c ", as the help screen and the man page write a binding's keys. */
static void add_word(const struct binding *b, struct buffer *word)
{
	char name[16];
	buffer_clear(word);
	buffer_char(word, ' ');
	if (b->prefix)
		buffer_text(word, key_name(b->prefix, name));
	buffer_print(word, "%s ", key_name(b->key, name));
}

TEST(the_help_screen_names_every_command_and_every_key)
{
	struct document d = { 0 };
	struct buffer keys = { 0 }, words = { 0 }, word = { 0 };
	struct catalog *c = load_builtin();
	size_t groups[GROUP_COUNT];
	help_build(&d, c, 200, groups);
	for (enum group group = 0; group < GROUP_COUNT; group++) {
		const struct piece *heading = &d.pieces[d.lines[groups[group]].first];
		check_row(group);
		EQ_STR(heading->text, command_group_name(group));
	}
	for (size_t i = 0; i < d.piece_count; i++) {
		struct buffer *into = d.pieces[i].style == STYLE_KEY ? &keys : &words;
		buffer_char(into, ' ');
		buffer_add(into, d.pieces[i].text, d.pieces[i].n);
		buffer_char(into, ' ');
	}
	size_t count;
	const struct binding *all = command_bindings(&count);
	for (size_t i = 0; i < count; i++) {
		check_row(i);
		add_word(&all[i], &word);
		HAS(buffer_string(&keys), buffer_string(&word));
		HAS(buffer_string(&words), command_info(all[i].command)->help);
	}
	buffer_done(&keys);
	buffer_done(&words);
	buffer_done(&word);
	document_done(&d);
	catalog_free(c);
}

/* The keys that head an item of the man page, each between spaces: " j Down ^N k Up ". */
static void read_manual_keys(struct buffer *keys)
{
	char line[512];
	FILE *in = fopen("man/lingpao.1", "r");
	TRUE(in);
	buffer_char(keys, ' ');
	while (fgets(line, sizeof(line), in)) {
		if (strncmp(line, ".It Ic ", 7) != 0)
			continue;
		for (const char *c = line + 7; *c; c++) {
			if (strncmp(c, "\\(ha", 4) == 0) {
				buffer_char(keys, '^');
				c += 3;
			} else if (strncmp(c, "\\&", 2) == 0) {
				c++;
			} else {
				buffer_char(keys, *c == '\n' ? ' ' : *c);
			}
		}
	}
	fclose(in);
}

TEST(the_man_page_names_every_key)
{
	struct buffer keys = { 0 }, word = { 0 };
	size_t count;
	const struct binding *all = command_bindings(&count);
	read_manual_keys(&keys);
	for (size_t i = 0; i < count; i++) {
		check_row(i);
		add_word(&all[i], &word);
		HAS(buffer_string(&keys), buffer_string(&word));
	}
	buffer_done(&keys);
	buffer_done(&word);
}
