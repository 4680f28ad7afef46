#include "cli/save.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/check.h"

/* A folder of our own, left by leave(). */
static void enter(char folder[32])
{
	snprintf(folder, 32, "/tmp/lingpao-save-XXXXXX");
	TRUE(mkdtemp(folder) != NULL);
	TRUE(chdir(folder) == 0);
}

static size_t count_files(void)
{
	size_t count = 0;
	DIR *d = opendir(".");
	for (struct dirent *e; (e = readdir(d));)
		count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	closedir(d);
	return count;
}

static void leave(const char *folder)
{
	DIR *d = opendir(".");
	for (struct dirent *e; (e = readdir(d));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			remove(e->d_name);
	closedir(d);
	TRUE(chdir("/") == 0);
	TRUE(rmdir(folder) == 0);
}

static bool save(const char *path, const char *text, struct error *err)
{
	struct buffer content = { 0 };
	buffer_text(&content, text);
	enum save_result result = save_file(path, &content, false, err);
	buffer_done(&content);
	return result == SAVE_DONE;
}

static void eq_file(const char *path, const char *want)
{
	char text[256] = "";
	FILE *in = fopen(path, "rb");
	TRUE(in != NULL);
	text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
	fclose(in);
	EQ_STR(text, want);
}

TEST(a_new_file_holds_all_and_nothing_is_left_beside_it)
{
	char folder[32];
	struct error err = { "" };
	struct stat st;
	enter(folder);
	mode_t mask = umask(022);
	TRUE(save("一览表.json", "甲\n", &err));
	umask(mask);
	eq_file("一览表.json", "甲\n");
	EQ_INT(count_files(), 1);
	TRUE(stat("一览表.json", &st) == 0);
	EQ_INT(st.st_mode & 0777, 0644);
	leave(folder);
}

TEST(the_umask_is_obeyed)
{
	char folder[32];
	struct error err = { "" };
	struct stat st;
	enter(folder);
	mode_t mask = umask(077);
	TRUE(save("a", "x", &err));
	umask(mask);
	TRUE(stat("a", &st) == 0);
	EQ_INT(st.st_mode & 0777, 0600);
	leave(folder);
}

TEST(what_exists_is_never_touched)
{
	char folder[32];
	enter(folder);
	struct error err = { "" };
	TRUE(save("file", "old", &err));
	TRUE(mkdir("folder", 0700) == 0);
	TRUE(symlink("file", "link") == 0);
	TRUE(symlink("nowhere", "dangling") == 0);
	static const struct {
		const char *path, *why;
	} cases[] = {
		{ "file", "已存在" },	    { "folder", "文件夹" },
		{ "folder/", "文件夹" },    { "link", "符号链接" },
		{ "dangling", "符号链接" }, { "missing/a", "没有这个文件夹" },
		{ "file/a", "不是文件夹" }, { "/dev/full", "不是普通文件" },
		{ "", "没有这个文件夹" },
	};
	EACH (c, cases) {
		TRUE(!save(c->path, "new", &err));
		HAS(err.message, c->why);
		EQ_INT(count_files(), 4);
	}
	eq_file("file", "old");
	TRUE(access("nowhere", F_OK) != 0);
	leave(folder);
}

static enum save_result save_over(const char *path, const char *text, struct error *err)
{
	struct buffer content = { 0 };
	buffer_text(&content, text);
	enum save_result result = save_file(path, &content, true, err);
	buffer_done(&content);
	return result;
}

TEST(a_file_is_replaced_when_that_is_wished_and_keeps_its_permissions)
{
	char folder[32];
	struct error err = { "" };
	struct stat st;
	enter(folder);
	TRUE(save("file", "old", &err));
	TRUE(link("file", "other") == 0);
	TRUE(chmod("file", 0600) == 0);
	EQ_INT(save_over("file", "new", &err), SAVE_DONE);
	eq_file("file", "new");
	eq_file("other", "old"); /* the old file was never written into */
	TRUE(stat("file", &st) == 0);
	EQ_INT(st.st_mode & 0777, 0600);
	EQ_INT(save_over("fresh", "new", &err), SAVE_DONE);
	eq_file("fresh", "new");
	EQ_INT(count_files(), 3);
	leave(folder);
}

TEST(what_is_no_file_is_not_replaced_either)
{
	char folder[32];
	enter(folder);
	struct error err = { "" };
	TRUE(save("file", "old", &err));
	TRUE(mkdir("folder", 0700) == 0);
	TRUE(symlink("file", "link") == 0);
	TRUE(symlink("nowhere", "dangling") == 0);
	TRUE(mkfifo("pipe", 0600) == 0);
	static const struct {
		const char *path, *why;
	} cases[] = {
		{ "folder", "文件夹" },		 { "link", "符号链接" },
		{ "dangling", "符号链接" },	 { "pipe", "不是普通文件" },
		{ "/dev/full", "不是普通文件" }, { "missing/a", "没有这个文件夹" },
	};
	EACH (c, cases) {
		EQ_INT(save_over(c->path, "new", &err), SAVE_FAILED);
		HAS(err.message, c->why);
		EQ_INT(count_files(), 5);
	}
	eq_file("file", "old");
	TRUE(access("nowhere", F_OK) != 0);
	leave(folder);
}

TEST(a_file_that_may_not_be_written_is_not_replaced)
{
	char folder[32];
	struct error err = { "" };
	enter(folder);
	TRUE(save("file", "old", &err));
	TRUE(chmod("file", 0400) == 0);
	if (access("file", W_OK) == 0) {
		printf("SKIPPED: this user may write every file\n");
	} else {
		EQ_INT(save_over("file", "new", &err), SAVE_FAILED);
		HAS(err.message, "只读");
		eq_file("file", "old");
	}
	leave(folder);
}
