#include "app/key.h"

#include <stdio.h>

#include "support/check.h"

TEST(what_an_input_method_makes_of_a_command_is_the_command)
{
	static const struct {
		uint32_t typed, want;
	} cases[] = {
		{ U'ｊ', 'j' }, { U'Ｇ', 'G' }, { U'／', '/' },	 { U'、', '/' },  { U'。', '.' },
		{ U'；', ';' }, { U'：', ':' }, { U'？', '?' },	 { U'！', '!' },  { U'【', '[' },
		{ U'】', ']' }, { U'《', '<' }, { U'》', '>' },	 { U'￥', '$' },  { U'¥', '$' },
		{ U'１', '1' }, { U'～', '~' }, { 0xFF01, '!' }, { 0xFF5E, '~' }, { 0x3000, ' ' },
	};
	EACH (c, cases)
		EQ_INT(key_fold(c->typed), c->want);
}

TEST(all_other_keys_are_left_as_they_are)
{
	static const uint32_t cases[] = { 0,	  'j',	     ' ',	K_ESCAPE,   0x7F,
					  0xFF00, U'信',     0xFF5F,	0x3003,	    K_UP,
					  K_F12,  K_INVALID, K_UNKNOWN, K_CTRL('G') };
	EACH (c, cases)
		EQ_INT(key_fold(*c), *c);
}

TEST(a_key_has_the_name_that_the_help_shows)
{
	static const struct {
		uint32_t key;
		const char *want;
	} cases[] = {
		{ 'j', "j" },
		{ 'N', "N" },
		{ '/', "/" },
		{ '<', "<" },
		{ ' ', "空格" },
		{ K_CTRL('G'), "^G" },
		{ K_CTRL('@'), "^@" },
		{ 0x1C, "^\\" },
		{ 0x1F, "^_" },
		{ K_TAB, "Tab" },
		{ K_ENTER, "Enter" },
		{ K_ESCAPE, "Esc" },
		{ 0x7F, "Backspace" },
		{ K_UP, "Up" },
		{ K_DOWN, "Down" },
		{ K_PAGE_UP, "PgUp" },
		{ K_PAGE_DOWN, "PgDn" },
		{ K_DELETE, "Del" },
		{ K_INSERT, "Ins" },
		{ K_F1, "F1" },
		{ K_F12, "F12" },
		{ K_SHIFT_F4, "S-F4" },
		{ K_SHIFT_F6, "S-F6" },
		{ K_SHIFT_TAB, "S-Tab" },
		{ U'信', "信" },
		{ U'😀', "😀" },
		{ 0x200B, "\uFFFD" },
		{ 0x9B, "\uFFFD" },
		{ 0xD800, "\uFFFD" },
		{ K_INVALID, "无效字节" },
		{ K_UNKNOWN, "未知键" },
		{ K_UNKNOWN + 1, "\uFFFD" },
	};
	EACH (c, cases) {
		char out[16];
		TRUE(key_name(c->key, out) == out);
		EQ_STR(out, c->want);
	}
}

static void check_name_reads_back(uint32_t key)
{
	char name[16], word[24];
	key_name(key, name);
	bool control = name[0] == '^' && name[1];
	snprintf(word, sizeof(word), "<%s%s>", control ? "C-" : "", control ? name + 1 : name);
	const char *at = word;
	EQ_INT(key_parse(&at), key);
	EQ_STR(at, "");
}

TEST(every_named_and_control_key_is_read_back_from_its_name)
{
	for (uint32_t key = 0; key <= ' '; key++)
		check_name_reads_back(key);
	check_name_reads_back(K_BACKSPACE);
	for (uint32_t key = K_FIRST_NAMED; key <= K_UNKNOWN; key++)
		check_name_reads_back(key);
}

TEST(a_word_names_one_key_after_the_other)
{
	static const struct {
		uint32_t key;
	} wants[] = {
		{ 'j' },      { K_DOWN },    { U'信' },	      { K_CTRL('G') }, { '<' },
		{ K_ENTER },  { '>' },	     { K_SHIFT_TAB }, { U'😀' },	       { K_F3 },
		{ K_ESCAPE }, { K_INVALID }, { 'q' },	      { 0xFFFD },
	};
	const char *word = "j<Down>信<C-g><lt><Enter>><S-Tab>😀<F3><Esc>\xD6q\uFFFD";
	EACH (want, wants)
		EQ_INT(key_parse(&word), want->key);
	EQ_STR(word, "");
	EQ_INT(key_parse(&word), 0);
	EQ_STR(word, "");
}

TEST(words_between_brackets_are_taken_in_either_case_and_under_all_their_names)
{
	static const struct {
		const char *word;
		uint32_t want;
	} cases[] = {
		{ "<down>", K_DOWN },
		{ "<DOWN>", K_DOWN },
		{ "<CR>", K_ENTER },
		{ "<Return>", K_ENTER },
		{ "<Escape>", K_ESCAPE },
		{ "<BS>", 0x7F },
		{ "<Backspace>", 0x7F },
		{ "<Space>", ' ' },
		{ "<空格>", ' ' },
		{ "<Tab>", '\t' },
		{ "<PageUp>", K_PAGE_UP },
		{ "<pgdn>", K_PAGE_DOWN },
		{ "<Delete>", K_DELETE },
		{ "<Insert>", K_INSERT },
		{ "<Home>", K_HOME },
		{ "<End>", K_END },
		{ "<Left>", K_LEFT },
		{ "<Right>", K_RIGHT },
		{ "<F16>", K_SHIFT_F4 },
		{ "<S-F4>", K_SHIFT_F4 },
		{ "<F18>", K_SHIFT_F6 },
		{ "<F1>", K_F1 },
		{ "<f10>", K_F10 },
		{ "<F12>", K_F12 },
		{ "<gt>", '>' },
		{ "<C-A>", 1 },
		{ "<c-z>", 26 },
		{ "<C-[>", K_ESCAPE },
		{ "<C-]>", 0x1D },
		{ "<C-\\>", 0x1C },
		{ "<C-^>", 0x1E },
		{ "<C-_>", 0x1F },
		{ "<C-@>", 0 },
		{ "<C-?>", K_BACKSPACE },
		{ "<PasteBegin>", K_PASTE_BEGIN },
		{ "<PasteEnd>", K_PASTE_END },
		{ "<Invalid>", K_INVALID },
		{ "<Unknown>", K_UNKNOWN },
		{ "<Donw>", K_UNKNOWN },
		{ "<F13>", K_UNKNOWN },
		{ "<F>", K_UNKNOWN },
		{ "<C->", K_UNKNOWN },
		{ "<C-`>", K_UNKNOWN },
		{ "<C-1>", K_UNKNOWN },
		{ "<C-gg>", K_UNKNOWN },
	};
	EACH (c, cases) {
		const char *word = c->word;
		EQ_INT(key_parse(&word), c->want);
		EQ_STR(word, "");
	}
}

TEST(a_bracket_that_holds_no_word_is_a_character)
{
	static const struct {
		const char *word, *rest;
	} cases[] = {
		{ "<", "" },
		{ "<>", ">" },
		{ "<Down", "Down" },
		{ "< Down>", " Down>" },
		{ "<<Down>", "<Down>" },
		{ "<a b>", "a b>" },
	};
	EACH (c, cases) {
		const char *word = c->word;
		EQ_INT(key_parse(&word), '<');
		EQ_STR(word, c->rest);
	}
}
