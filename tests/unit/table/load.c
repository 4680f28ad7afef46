#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/check.h"

#include "table/load.h"
#include "table/write_json.h"
#include "unit/table/made.h"

#define TITLED(title) \
	"{ \"format\": \"lingpao/1\", \"title\": \"" title "\", \"entries\": [" \
	MADE_ENTRY(1, "\"北京市\"", "a") MADE_END

/* All that is said about some files, a line each; *input_output counts as in struct faults. */
static struct catalog *load(const char *const *files, size_t count, struct buffer *said,
			    size_t *input_output)
{
	struct faults faults = { 0 };
	struct catalog *c = load_tables(files, count, &faults);
	buffer_clear(said);
	for (size_t i = 0; i < faults.count; i++) {
		faults_print(&faults.all[i], said);
		buffer_char(said, '\n');
	}
	TRUE(!c == (faults.count > 0));
	*input_output = faults.input_output;
	faults_done(&faults);
	return c;
}

static void read_whole(const char *path, struct buffer *out)
{
	char block[4096];
	FILE *in = fopen(path, "rb");
	TRUE(in != NULL);
	for (size_t n; (n = fread(block, 1, sizeof(block), in)) > 0;)
		buffer_add(out, block, n);
	fclose(in);
}

TEST(each_hostile_file_is_refused_with_all_its_faults)
{
	static const char *const names[] = {
		"bad-byte", "cut-off", "escape-sequences", "faults-of-content", "gb18030",
		"nesting", "utf-16",
	};
	EACH (name, names) {
		struct buffer path = { 0 }, want = { 0 }, said = { 0 };
		buffer_print(&path, "tests/hostile/%s.expected", *name);
		read_whole(buffer_string(&path), &want);
		buffer_clear(&path);
		buffer_print(&path, "tests/hostile/%s.json", *name);
		size_t input_output;
		TRUE(!load((const char *[]){ buffer_string(&path) }, 1, &said, &input_output));
		EQ_STR(buffer_string(&said), buffer_string(&want));
		EQ_INT(input_output, 0);
		buffer_done(&path);
		buffer_done(&want);
		buffer_done(&said);
	}
}

TEST(a_cruel_but_valid_file_is_read_and_written_without_a_loss)
{
	struct buffer said = { 0 }, once = { 0 }, twice = { 0 };
	size_t input_output;
	static const char *const file = "tests/hostile/cruel-but-valid.json";
	struct catalog *c = load(&file, 1, &said, &input_output);
	EQ_STR(buffer_string(&said), "");
	EQ_INT(c->measure_count, 5);
	EQ_INT(catalog_count_regions(c, 0), 3);
	EQ_INT(c->regions[2].code, 653023);
	write_json_catalog(&once, c);
	for (const char *at = buffer_string(&once); *at; at++)
		TRUE((unsigned char)*at >= ' ' || *at == '\n');
	catalog_free(c);
	c = made_of(buffer_string(&once));
	write_json_catalog(&twice, c);
	EQ_STR(buffer_string(&twice), buffer_string(&once));
	catalog_free(c);
	buffer_done(&said);
	buffer_done(&once);
	buffer_done(&twice);
}

TEST(a_file_that_cannot_be_read_is_an_input_output_error)
{
	static const struct { const char *file, *said; } cases[] = {
		{ "tests/hostile/none.json", "tests/hostile/none.json: 没有这个文件\n" },
		{ "tests/hostile", "tests/hostile: 是文件夹，应为文件\n" },
		{ "Makefile/x", "Makefile/x: 路径中有一段不是文件夹\n" },
		{ "", ": 没有这个文件\n" },
		{ "no\x1b[31m\nsuch", "no\xEF\xBF\xBD[31m\xEF\xBF\xBDsuch: 没有这个文件\n" },
	};
	struct buffer said = { 0 };
	size_t input_output;
	EACH (c, cases) {
		TRUE(!load(&c->file, 1, &said, &input_output));
		EQ_STR(buffer_string(&said), c->said);
		EQ_INT(input_output, 1);
	}
	buffer_done(&said);
}

TEST(a_file_without_end_is_given_up_at_the_limit)
{
	struct buffer said = { 0 };
	size_t input_output;
	TRUE(!load((const char *[]){ "/dev/zero" }, 1, &said, &input_output));
	EQ_STR(buffer_string(&said), "/dev/zero:1:1: 文件大于 64 MiB，应更小\n");
	EQ_INT(input_output, 0);
	buffer_done(&said);
}

TEST(the_faults_of_all_files_are_listed)
{
	struct buffer said = { 0 };
	size_t input_output;
	static const char *const files[] = {
		"data/table.json", "tests/hostile/cut-off.json", "none", "tests/hostile/nesting.json",
	};
	TRUE(!load(files, 4, &said, &input_output));
	EQ_INT(input_output, 1);
	HAS(buffer_string(&said), "cut-off.json:19:2: ");
	HAS(buffer_string(&said), "none: 没有这个文件");
	HAS(buffer_string(&said), "nesting.json:1:65: ");
	buffer_done(&said);
}

static char folder[] = "/tmp/lingpao-load-XXXXXX";

/* Writes folder/name/lingpao/table.json. */
static void put_table(const char *name, const char *text)
{
	char path[128];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/%s/lingpao", folder, name);
	mkdir(path, 0700);
	snprintf(path, sizeof(path), "%s/%s/lingpao/table.json", folder, name);
	FILE *out = fopen(path, "wb");
	TRUE(out != NULL);
	fputs(text, out);
	fclose(out);
}

static void remove_table(const char *name)
{
	char path[128];
	static const char *const parts[] = { "/lingpao/table.json", "/lingpao", "" };
	EACH (part, parts) {
		snprintf(path, sizeof(path), "%s/%s%s", folder, name, *part);
		remove(path);
	}
}

/* NULL unsets; "%" stands for the folder. */
static void set(const char *variable, const char *value)
{
	struct buffer text = { 0 };
	for (; value && *value; value++)
		if (*value == '%')
			buffer_text(&text, folder);
		else
			buffer_char(&text, *value);
	if (value)
		setenv(variable, buffer_string(&text), 1);
	else
		unsetenv(variable);
	buffer_done(&text);
}

TEST(without_files_the_first_table_of_the_xdg_folders_is_opened)
{
	static const char *const builtin = "21省市企业标准“领跑者”制度激励政策一览表";
	static const struct { const char *home, *data_home, *data_dirs, *title; } cases[] = {
		{ "/none", "%/a", "%/b:%/c", "甲" },
		{ "/none", "%/none", "%/none:%/c:%/b", "丙" },
		{ "/none", NULL, "::%/b", "乙" },
		{ "/none", "/none", "/none", builtin },
		{ "/none", "a", "b:./c", builtin }, /* relative: not valid */
		{ "%/h", NULL, "/none", "家" },
		{ "%/h", "", "/none", "家" },
		{ "%/h", "a", "/none", "家" },
		{ "%/h", "/none", "/none", builtin },
		{ NULL, NULL, "%/b", "乙" },
	};
	TRUE(mkdtemp(folder) != NULL);
	put_table("a", TITLED("甲"));
	put_table("b", TITLED("乙"));
	put_table("c", TITLED("丙"));
	char home[64];
	snprintf(home, sizeof(home), "%s/h", folder);
	mkdir(home, 0700);
	snprintf(home, sizeof(home), "%s/h/.local", folder);
	mkdir(home, 0700);
	put_table("h/.local/share", TITLED("家"));
	EACH (c, cases) {
		set("HOME", c->home);
		set("XDG_DATA_HOME", c->data_home);
		set("XDG_DATA_DIRS", c->data_dirs);
		struct buffer said = { 0 };
		size_t input_output;
		struct catalog *catalog = load(NULL, 0, &said, &input_output);
		EQ_STR(buffer_string(&said), "");
		EQ_STR(catalog->tables[0].title, c->title);
		catalog_free(catalog);
		buffer_done(&said);
	}
	/* A broken one is not passed over. */
	put_table("a", "{");
	set("XDG_DATA_HOME", "%/a");
	struct buffer said = { 0 };
	size_t input_output;
	TRUE(!load(NULL, 0, &said, &input_output));
	HAS(buffer_string(&said), "/a/lingpao/table.json:1:2: 文件到此为止");
	buffer_done(&said);
	remove_table("a");
	remove_table("b");
	remove_table("c");
	remove_table("h/.local/share");
	rmdir(home);
	snprintf(home, sizeof(home), "%s/h", folder);
	rmdir(home);
	EQ_INT(rmdir(folder), 0);
}

TEST(standard_input_is_read_once)
{
	int pipe_ends[2];
	EQ_INT(pipe(pipe_ends), 0);
	static const char text[] = TITLED("管道");
	EQ_INT(write(pipe_ends[1], text, sizeof(text) - 1), sizeof(text) - 1);
	close(pipe_ends[1]);
	int before = dup(STDIN_FILENO);
	dup2(pipe_ends[0], STDIN_FILENO);
	close(pipe_ends[0]);
	struct buffer said = { 0 };
	size_t input_output;
	struct catalog *c = load((const char *[]){ "-" }, 1, &said, &input_output);
	EQ_STR(buffer_string(&said), "");
	EQ_STR(c->tables[0].title, "管道");
	EQ_STR(c->tables[0].file, "标准输入");
	catalog_free(c);
	clearerr(stdin);
	TRUE(!load((const char *[]){ "-", "-" }, 2, &said, &input_output));
	EQ_STR(buffer_string(&said), "标准输入:1:1: 文件到此为止，应为值\n"
				     "标准输入: 只能读一次，“-”应只出现一次\n");
	EQ_INT(input_output, 1);
	dup2(before, STDIN_FILENO);
	close(before);
	buffer_done(&said);
}

TEST(the_built_in_table_is_always_there)
{
	struct catalog *c = load_builtin();
	EQ_INT(c->table_count, 1);
	EQ_STR(c->tables[0].file, "内置");
	catalog_free(c);
}
