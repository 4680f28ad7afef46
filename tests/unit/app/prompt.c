#include "app/prompt.h"

#include <string.h>

#include "app/key.h"
#include "base/columns.h"
#include "base/utf8.h"
#include "support/check.h"

static enum prompt_result type(struct prompt *p, const char *keys)
{
	enum prompt_result last = PROMPT_IGNORED;
	while (*keys)
		last = prompt_key(p, key_parse(&keys));
	return last;
}

/* The text with the caret as a bar. */
static const char *shown(const struct prompt *p)
{
	static char out[PROMPT_BYTES + 2];
	memcpy(out, buffer_string(&p->text), p->caret);
	out[p->caret] = '|';
	memcpy(out + p->caret + 1, buffer_string(&p->text) + p->caret, p->text.n - p->caret + 1);
	return out;
}

TEST(keys_edit_the_text_by_whole_characters)
{
	static const struct {
		const char *keys, *want;
	} cases[] = {
		{ "信贷", "信贷|" },
		{ "信贷<Backspace>", "信|" },
		{ "信贷<C-h><C-h><C-h>", "|" },
		{ "信贷<Left>x", "信x|贷" },
		{ "信贷<C-b><C-b><Del>", "|贷" },
		{ "信贷<Home><C-d><C-d><C-d>", "|" },
		{ "ab<C-a>信<C-e>c", "信abc|" },
		{ "ab<Home><Right>信<End>", "a信b|" },
		{ "ab<Home><C-f><C-f><C-f>", "ab|" },
		{ "ab<Left><Left><Left>", "|ab" },
		{ "信贷支持<Left><Left><C-u>", "|支持" },
		{ "信贷支持<Left><Left><C-k>", "信贷|" },
		{ "e\u0301\u0302f<Left><BS>", "|f" },
		{ "e\u0301f<Home><Right>x", "e\u0301x|f" },
		{ "e\u0301f<Home><Del>", "|f" },
		{ "ef<Left>\u0301", "e\u0301|f" },
		{ "\u0301", "|" },
		{ "ab<Home>\u0301", "|ab" },
		{ "😀<BS>", "|" },
		{ "a b　c", "a b　c|" },
		{ "／：？", "／：？|" },
		{ "a<BS><BS><Del><C-w><C-u><C-k>b", "b|" },
		{ "\uFFFD", "\uFFFD|" },
	};
	EACH (c, cases) {
		struct prompt p = { 0 };
		type(&p, c->keys);
		EQ_STR(shown(&p), c->want);
		prompt_done(&p);
	}
}

TEST(control_w_takes_a_run_of_one_kind_with_the_spaces_behind_it)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "政府采购", "|" },
		{ "政府 采购", "政府 |" },
		{ "政府采购  ", "|" },
		{ "信贷abc", "信贷|" },
		{ "abc信贷", "abc|" },
		{ "abc12３", "|" },
		{ "信贷>50", "信贷>|" },
		{ "信贷>=", "信贷|" },
		{ "类别:信贷", "类别:|" },
		{ "类别:", "类别|" },
		{ "GB/T 1", "GB/T |" },
		{ "   ", "|" },
		{ "信贷　", "|" },
		{ "领跑者”", "领跑者|" },
		{ "cafe\u0301", "|" },
		{ "x \u0301", "|" },
		{ "〇々人", "|" },
		{ "a\U00020000", "a|" },
		{ "Ünï", "|" },
		{ "", "|" },
	};
	EACH (c, cases) {
		struct prompt p = { 0 };
		prompt_set(&p, c->text);
		prompt_key(&p, K_CTRL('W'));
		EQ_STR(shown(&p), c->want);
		prompt_done(&p);
	}
}

TEST(control_w_leaves_what_stands_behind_the_caret)
{
	struct prompt p = { 0 };
	type(&p, "信贷 政府采购<Left><Left><C-w>");
	EQ_STR(shown(&p), "信贷 |采购");
	prompt_done(&p);
}

TEST(each_key_says_what_it_did)
{
	static const struct {
		const char *before, *key;
		enum prompt_result want;
	} cases[] = {
		{ "a", "b", PROMPT_CHANGED },
		{ "a", "<BS>", PROMPT_CHANGED },
		{ "", "<BS>", PROMPT_MOVED },
		{ "a", "<Del>", PROMPT_MOVED },
		{ "a", "<Left>", PROMPT_MOVED },
		{ "", "<C-w>", PROMPT_MOVED },
		{ "a", "<C-u>", PROMPT_CHANGED },
		{ "a", "<C-k>", PROMPT_MOVED },
		{ "", "<C-p>", PROMPT_MOVED },
		{ "", "<C-n>", PROMPT_MOVED },
		{ "a", "<Enter>", PROMPT_IGNORED },
		{ "a", "<Esc>", PROMPT_IGNORED },
		{ "a", "<Up>", PROMPT_IGNORED },
		{ "a", "<Down>", PROMPT_IGNORED },
		{ "a", "<F3>", PROMPT_IGNORED },
		{ "a", "<Tab>", PROMPT_IGNORED },
		{ "a", "<C-g>", PROMPT_IGNORED },
		{ "a", "<C-c>", PROMPT_IGNORED },
		{ "a", "<C-@>", PROMPT_IGNORED },
		{ "a", "<PgDn>", PROMPT_IGNORED },
		{ "a", "<Invalid>", PROMPT_IGNORED },
		{ "a", "<Unknown>", PROMPT_IGNORED },
		{ "a", "<PasteBegin>", PROMPT_IGNORED },
		{ "a", "\u200B", PROMPT_MOVED },
		{ "a", "\u202E", PROMPT_MOVED },
		{ "a", "\xC2\x9B", PROMPT_MOVED },
		{ "a", "\uE000", PROMPT_MOVED },
		{ "a", "\uFFFF", PROMPT_MOVED },
		{ "", "\u0301", PROMPT_MOVED },
	};
	EACH (c, cases) {
		struct prompt p = { 0 };
		prompt_set(&p, c->before);
		EQ_INT(type(&p, c->key), c->want);
		if (c->want != PROMPT_CHANGED)
			EQ_STR(buffer_string(&p.text), c->before);
		prompt_done(&p);
	}
}

TEST(the_text_never_grows_beyond_its_limit)
{
	struct prompt p = { 0 };
	for (int i = 0; i < PROMPT_BYTES; i++)
		prompt_key(&p, U'政');
	EQ_INT(p.text.n, PROMPT_BYTES / 3 * 3);
	prompt_key(&p, 'a');
	EQ_INT(p.text.n, PROMPT_BYTES);
	EQ_INT(prompt_key(&p, 'b'), PROMPT_MOVED);
	EQ_INT(p.text.n, PROMPT_BYTES);
	prompt_key(&p, K_BACKSPACE);
	EQ_INT(p.text.n, PROMPT_BYTES / 3 * 3);
	prompt_done(&p);
}

TEST(a_text_that_is_set_is_made_fit)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "信贷", "信贷|" },
		{ "", "|" },
		{ "a\tb\nc", "a b c|" },
		{ "a\x1B[31mb\r", "a[31mb|" },
		{ "\u202E信\u200B", "信|" },
		{ "\xD0\xC5"
		  "a\xFF",
		  "\uFFFD\uFFFD"
		  "a\uFFFD|" },
		{ "\u0301信", "信|" },
	};
	EACH (c, cases) {
		struct prompt p = { 0 };
		type(&p, "old text<Left>");
		prompt_set(&p, c->text);
		EQ_STR(shown(&p), c->want);
		EQ_INT(utf8_valid(buffer_string(&p.text), p.text.n), p.text.n);
		prompt_done(&p);
	}
}

TEST(a_text_that_is_too_long_is_cut_where_it_stops_fitting)
{
	char text[3 * 400 + 3] = "";
	for (size_t i = 0; i < 400; i++)
		memcpy(text + 3 * i, "政", 3);
	strcpy(text + 1200, "ab");
	struct prompt p = { 0 };
	prompt_set(&p, text);
	EQ_INT(p.text.n, PROMPT_BYTES / 3 * 3);
	EQ_INT(p.caret, p.text.n);
	prompt_done(&p);
}

TEST(the_caret_column_counts_what_stands_before_it)
{
	static const struct {
		const char *keys;
		int want;
	} cases[] = {
		{ "", 0 },	     { "信贷", 4 },	{ "信贷<Left>", 2 },
		{ "a信e\u0301", 4 }, { "信<Home>", 0 }, { "“”", 2 },
	};
	EACH (c, cases) {
		struct prompt p = { 0 };
		type(&p, c->keys);
		EQ_INT(prompt_caret_columns(&p), c->want);
		prompt_done(&p);
	}
}

static void remember(struct prompt *p, const char *text)
{
	prompt_set(p, text);
	prompt_remember(p);
}

TEST(history_walks_back_and_forth_and_keeps_what_was_typed)
{
	struct prompt p = { 0 };
	remember(&p, "信贷");
	remember(&p, "政府采购");
	prompt_set(&p, "");
	type(&p, "半句<Left><C-p>");
	EQ_STR(shown(&p), "政府采购|");
	type(&p, "<C-p>");
	EQ_STR(shown(&p), "信贷|");
	EQ_INT(type(&p, "<C-p>"), PROMPT_MOVED);
	EQ_STR(shown(&p), "信贷|");
	type(&p, "<C-n>");
	EQ_STR(shown(&p), "政府采购|");
	EQ_INT(type(&p, "<C-n>"), PROMPT_CHANGED);
	EQ_STR(shown(&p), "半句|");
	EQ_INT(type(&p, "<C-n>"), PROMPT_MOVED);
	EQ_STR(shown(&p), "半句|");
	prompt_done(&p);
}

TEST(an_edited_recollection_becomes_what_is_typed)
{
	struct prompt p = { 0 };
	remember(&p, "信贷");
	remember(&p, "采购");
	prompt_set(&p, "");
	type(&p, "半<C-p><C-p>支持");
	EQ_STR(shown(&p), "信贷支持|");
	type(&p, "<C-p><C-p>");
	EQ_STR(shown(&p), "信贷|");
	type(&p, "<C-n><C-n>");
	EQ_STR(shown(&p), "信贷支持|");
	prompt_done(&p);
}

TEST(moving_in_a_recollection_does_not_end_the_walk)
{
	struct prompt p = { 0 };
	remember(&p, "一");
	remember(&p, "二");
	prompt_set(&p, "三");
	type(&p, "<C-p><Left><End><C-p>");
	EQ_STR(shown(&p), "一|");
	prompt_done(&p);
}

TEST(history_takes_neither_an_empty_text_nor_the_last_one_again)
{
	struct prompt p = { 0 };
	prompt_remember(&p);
	EQ_INT(p.history_count, 0);
	remember(&p, "信贷");
	prompt_remember(&p);
	remember(&p, "信贷");
	EQ_INT(p.history_count, 1);
	remember(&p, "采购");
	remember(&p, "信贷");
	EQ_INT(p.history_count, 3);
	prompt_done(&p);
}

TEST(remembering_and_setting_end_the_walk)
{
	struct prompt p = { 0 };
	remember(&p, "一");
	remember(&p, "二");
	prompt_set(&p, "");
	type(&p, "半<C-p><C-p>");
	prompt_remember(&p);
	EQ_INT(p.history_count, 3);
	type(&p, "<C-p>");
	EQ_STR(shown(&p), "一|");
	prompt_set(&p, "新");
	EQ_INT(type(&p, "<C-n>"), PROMPT_MOVED);
	EQ_STR(shown(&p), "新|");
	prompt_done(&p);
}

TEST(any_keys_leave_valid_text_and_a_caret_between_characters)
{
	static const uint32_t keys[] = { 'a',	      ' ',	   '.',		U'政',
					 U'策',	      U'，',	   0x301,	0x302,
					 0x200B,      U'😀',	   0x1F1E8,	0xFFFF,
					 0xD800,      K_INVALID,   K_LEFT,	K_RIGHT,
					 K_HOME,      K_END,	   K_DELETE,	K_BACKSPACE,
					 K_CTRL('W'), K_CTRL('U'), K_CTRL('K'), K_CTRL('P'),
					 K_CTRL('N'), K_ENTER };
	uint32_t seed = 20190429;
	struct prompt p = { 0 };
	for (int i = 0; i < 20000; i++) {
		seed = seed * 1103515245u + 12345u;
		uint32_t key = keys[(seed >> 16) % (sizeof(keys) / sizeof(keys[0]))];
		size_t was = p.text.n;
		if (prompt_key(&p, key) != PROMPT_CHANGED)
			EQ_INT(p.text.n, was);
		if (key == K_ENTER)
			prompt_remember(&p);
		const char *text = buffer_string(&p.text);
		uint32_t cp;
		TRUE(p.caret <= p.text.n && p.text.n <= PROMPT_BYTES);
		EQ_INT(strlen(text), p.text.n);
		EQ_INT(utf8_valid(text, p.text.n), p.text.n);
		EQ_INT(utf8_cut(text, p.caret), p.caret);
		TRUE(!utf8_next(text + p.caret, &cp) || columns_of(cp) > 0);
	}
	prompt_done(&p);
}
