/* What is shown, written into files from the program in a terminal. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "support/check.h"
#include "terminal/scene.h"

static struct pt *lingpao(void)
{
	struct pt *p = pt_start(24, 80, LIST(scene_program()), NULL);

	TRUE(pt_text(p, "北京市"));
	TRUE(pt_idle(p));
	return p;
}

static void quits(struct pt *p)
{
	pt_send(p, "Q");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

static void read_all(FILE *in, struct buffer *out)
{
	char bytes[4096];

	TRUE(in);
	for (size_t n; (n = fread(bytes, 1, sizeof(bytes), in)) > 0;)
		buffer_add(out, bytes, n);
}

static const char *in_home(struct pt *p, const char *name)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s/%s", pt_home(p), name);
	return path;
}

static void file_is(struct pt *p, const char *name, const char *want)
{
	struct buffer got = { 0 };
	FILE *in = fopen(in_home(p, name), "r");

	read_all(in, &got);
	fclose(in);
	EQ_STR(buffer_string(&got), want);
	buffer_done(&got);
}

static void make_file(struct pt *p, const char *name, const char *content)
{
	FILE *out = fopen(in_home(p, name), "w");

	TRUE(out);
	fputs(content, out);
	fclose(out);
}

/* Files in the folder that programs there see, hidden ones too. */
static int count_files(struct pt *p)
{
	int count = 0;
	DIR *d = opendir(pt_home(p));

	TRUE(d);
	for (struct dirent *e; (e = readdir(d));)
		count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0 &&
			 strcmp(e->d_name, ".cache") != 0;
	closedir(d);
	return count;
}

/* What the command of these arguments prints. */
static void print_command(const char *arguments, struct buffer *out)
{
	char line[1024];

	snprintf(line, sizeof(line), "LC_ALL=C.UTF-8 %s %s", scene_program(), arguments);
	FILE *in = popen(line, "r");
	read_all(in, out);
	EQ_INT(pclose(in), 0);
}

/* Keys that lead to a screen, and the command that prints the same. */
static const struct screen {
	const char *keys, *command;
} screens[] = {
	{ "", "show 北京" },
	{ "6G\t", "show 江苏" },
	{ "/xindai\r\t", "search xindai" },
	{ "/类别:信贷\rv", "search 类别:信贷" },
	{ "3Gc6Gc", "compare 山西 江苏" },
	{ "3Gc6Gcffd", "compare 山西 江苏 --filter=different --ignore-names" },
	{ "6Gc3Gc6fix", "compare 山西 江苏 --filter 仅山西 --cities" },
	{ "v", "matrix" },
	{ "vs", "matrix --sort=评奖" },
	{ "/信贷\rvv", "matrix --query=信贷" },
	{ "vv", "rewards" },
	{ "vvs", "rewards --sort=provincial" },
	{ "/山西\rvvv", "rewards --query=山西" },
	{ "vvv", "references" },
	{ "vvvs", "references --sort=year" },
	{ "3Gm6GmGm13Gc", "compare 山西 江苏 陕西 广西" },
	{ "3Gm6GmGci", "compare 山西 江苏 陕西 --cities" },
};

TEST(each_screen_is_written_as_its_command_prints_it_in_every_format)
{
	static const struct {
		const char *ending, *format;
	} formats[] = { { "md", "markdown" },
			{ "html", "html" },
			{ "csv", "csv" },
			{ "json", "json" },
			{ "txt", "text" } };

	EACH (s, screens) {
		struct pt *p = lingpao();

		pt_send(p, s->keys);
		TRUE(pt_idle(p));
		for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
			char keys[64], arguments[256], name[32];
			struct buffer want = { 0 };

			snprintf(name, sizeof(name), "a.%s", formats[i].ending);
			snprintf(keys, sizeof(keys), "w~/%s\r", name);
			snprintf(arguments, sizeof(arguments), "%s --format=%s", s->command,
				 formats[i].format);
			print_command(arguments, &want);
			pt_send(p, keys);
			TRUE(pt_row_has(p, 23, in_home(p, name))); /* the prompt has it without its folder */
			TRUE(want.n > 0);
			file_is(p, name, buffer_string(&want));
			buffer_done(&want);
		}
		EQ_INT(count_files(p), 5);
		quits(p);
	}
}

TEST(a_file_that_is_there_is_asked_about_and_replaced_only_on_yes)
{
	struct pt *p = lingpao();
	struct buffer want = { 0 };

	print_command("show 北京 --format=markdown", &want);
	make_file(p, "a.md", "old");
	pt_send(p, "\023~/a.md\r");
	TRUE(pt_row_has(p, 23, "已存在，覆盖？"));
	file_is(p, "a.md", "old");
	pt_send(p, "n");
	TRUE(pt_row_has(p, 23, "未覆盖"));
	pt_send(p, "\r");
	TRUE(pt_row_has(p, 23, "已存在，覆盖？"));
	pt_send(p, "\033[200~y\033[201~");
	TRUE(pt_idle(p));
	TRUE(pt_row_has(p, 23, "已存在，覆盖？"));
	file_is(p, "a.md", "old");
	pt_send(p, "y");
	TRUE(pt_row_has(p, 23, "已写入"));
	file_is(p, "a.md", buffer_string(&want));
	EQ_INT(count_files(p), 1);
	buffer_done(&want);
	quits(p);
}

TEST(a_link_a_folder_and_a_pipe_are_refused_and_nothing_is_left_behind)
{
	struct pt *p = lingpao();
	static const struct {
		const char *name, *why;
	} cases[] = {
		{ "link.md", "是符号链接" },	      { "dangling.md", "是符号链接" },
		{ "folder.md", "是文件夹" },	      { "pipe.md", "不是普通文件" },
		{ "missing/a.md", "没有这个文件夹" }, { "file.md/a.md", "不是文件夹" },
	};
	char target[512];

	make_file(p, "file.md", "old");
	snprintf(target, sizeof(target), "%s", in_home(p, "file.md"));
	TRUE(symlink(target, in_home(p, "link.md")) == 0);
	TRUE(symlink("nowhere", in_home(p, "dangling.md")) == 0);
	TRUE(mkdir(in_home(p, "folder.md"), 0700) == 0);
	TRUE(mkfifo(in_home(p, "pipe.md"), 0600) == 0);
	EACH (c, cases) {
		char keys[64];

		snprintf(keys, sizeof(keys), "w~/%s\r", c->name);
		pt_send(p, keys);
		TRUE(pt_row_has(p, 23, c->why));
		pt_send(p, "\033");
		TRUE(pt_row_has(p, 23, "帮助"));
		file_is(p, "file.md", "old");
		EQ_INT(count_files(p), 5);
	}
	quits(p);
}

TEST(a_folder_or_file_that_may_not_be_written_is_said_to_be_so)
{
	struct pt *p = lingpao();

	TRUE(mkdir(in_home(p, "closed"), 0500) == 0);
	make_file(p, "a.md", "old");
	TRUE(chmod(in_home(p, "a.md"), 0400) == 0);
	if (access(in_home(p, "closed"), W_OK) == 0) {
		puts("SKIPPED: this user may write everywhere");
	} else {
		pt_send(p, "w~/closed/a.md\r");
		TRUE(pt_row_has(p, 23, "没有权限"));
		pt_send(p, "\025~/a.md\ry");
		TRUE(pt_row_has(p, 23, "是只读文件"));
		file_is(p, "a.md", "old");
		pt_send(p, "\033");
	}
	quits(p);
}

/* As a full disk does, the limit stops a write in the middle. */
TEST(what_does_not_fit_leaves_no_file_and_keeps_the_old_one)
{
	struct pt *p = pt_start(
		24, 80, LIST("/bin/sh", "-c", "ulimit -f 1 && exec $0", scene_program()), NULL);

	TRUE(pt_text(p, "北京市"));
	make_file(p, "a.html", "old");
	pt_send(p, "w~/b.html\r");
	TRUE(pt_row_has(p, 23, "太大"));
	pt_send(p, "\025~/a.html\r");
	TRUE(pt_row_has(p, 23, "已存在"));
	pt_send(p, "y");
	TRUE(pt_row_has(p, 23, "太大"));
	file_is(p, "a.html", "old");
	EQ_INT(count_files(p), 1);
	pt_send(p, "\033");
	quits(p);
}

TEST(a_path_is_relative_to_the_current_folder_and_told_in_full)
{
	struct pt *p = pt_start(
		24, 120,
		LIST("/bin/sh", "-c", "p=$(realpath $0) && cd && exec $p", scene_program()), NULL);

	TRUE(pt_text(p, "北京市"));
	pt_send(p, "w");
	TRUE(pt_row_has(p, 23, "写入文件: lingpao-北京.md"));
	pt_send(p, "\t\r");
	TRUE(pt_row_has(p, 23, in_home(p, "lingpao-北京.html")));
	EQ_INT(count_files(p), 1);
	quits(p);
}
