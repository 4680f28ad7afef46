#include "table/find.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

bool find_default(struct buffer *path)
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
