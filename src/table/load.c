#include "table/load.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/error.h"
#include "table/builtin.h"
#include "table/read_json.h"
#include "table/scan.h"

/* Up to one byte more than the scan allows, which then says so: /dev/zero ends too. Returns an
 * errno, 0 for success. */
static int read_stream(FILE *in, struct buffer *out)
{
	char block[1 << 16];
	size_t n;
	while (out->n <= SCAN_BYTES && (n = fread(block, 1, sizeof(block), in)) > 0)
		buffer_add(out, block, n);
	return ferror(in) ? errno ? errno : EIO : 0;
}

static int read_path(const char *path, struct buffer *out)
{
	FILE *in = fopen(path, "rb");
	if (!in)
		return errno;
	int error = read_stream(in, out);
	fclose(in);
	return error;
}

static void load_file(const char *path, struct build *b, struct faults *faults, bool *stdin_read)
{
	bool standard = strcmp(path, "-") == 0;
	const char *name = standard ? "标准输入" : path;
	if (standard && *stdin_read) {
		faults_add_input_output(faults, name, "只能读一次，“-”应只出现一次");
		return;
	}
	*stdin_read |= standard;
	struct buffer text = { 0 };
	int error = standard ? read_stream(stdin, &text) : read_path(path, &text);
	if (error)
		faults_add_input_output(faults, name, error_reason(error));
	else
		read_json(name, buffer_string(&text), text.n, b, faults);
	buffer_done(&text);
}

static struct catalog *finish(struct build *b, const struct faults *faults, size_t before)
{
	if (faults->count == before)
		return build_finish(b);
	build_free(b);
	return NULL;
}

static void load_builtin_into(struct build *b, struct faults *faults)
{
	read_json("内置", builtin_table, (size_t)(builtin_table_end - builtin_table), b, faults);
}

/* Sets `path` to folder/lingpao/table.json when there is such a file, readable or not. */
static bool find_in(const char *folder, size_t n, struct buffer *path)
{
	if (n == 0 || folder[0] != '/')
		return false;
	buffer_clear(path);
	buffer_add(path, folder, n);
	buffer_text(path, "/lingpao/table.json");
	FILE *in = fopen(buffer_string(path), "rb");
	bool there = in || (errno != ENOENT && errno != ENOTDIR);
	if (in)
		fclose(in);
	return there;
}

static bool find_in_home(struct buffer *path)
{
	const char *data = getenv("XDG_DATA_HOME");
	if (data && data[0] == '/')
		return find_in(data, strlen(data), path);
	const char *home = getenv("HOME");
	if (!home)
		return false;
	struct buffer folder = { 0 };
	buffer_print(&folder, "%s/.local/share", home);
	bool found = find_in(buffer_string(&folder), folder.n, path);
	buffer_done(&folder);
	return found;
}

static bool find_default(struct buffer *path)
{
	if (find_in_home(path))
		return true;
	const char *folders = getenv("XDG_DATA_DIRS");
	if (!folders || !*folders)
		folders = "/usr/local/share:/usr/share";
	while (*folders) {
		size_t n = strcspn(folders, ":");
		if (find_in(folders, n, path))
			return true;
		folders += n + (folders[n] == ':');
	}
	return false;
}

struct catalog *load_tables(const char *const *files, size_t count, struct faults *faults)
{
	size_t before = faults->count;
	struct build *b = build_new();
	bool stdin_read = false;
	for (size_t i = 0; i < count; i++)
		load_file(files[i], b, faults, &stdin_read);
	struct buffer found = { 0 };
	if (count == 0 && find_default(&found))
		load_file(buffer_string(&found), b, faults, &stdin_read);
	else if (count == 0)
		load_builtin_into(b, faults);
	buffer_done(&found);
	return finish(b, faults, before);
}

struct catalog *load_builtin(void)
{
	struct faults faults = { 0 };
	struct build *b = build_new();
	load_builtin_into(b, &faults);
	struct catalog *c = finish(b, &faults, 0);
	faults_done(&faults);
	assert(c);
	return c;
}
