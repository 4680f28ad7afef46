#include "cli/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/columns.h"

static bool fail(const char *path, const char *why, struct error *err)
{
	struct buffer safe = { 0 };
	columns_add_safe(&safe, path, strlen(path));
	error_set(err, "%s：%s", buffer_string(&safe), why);
	buffer_done(&safe);
	return false;
}

/* What an errno says of a file to be written: what is missing then is its folder. */
static const char *reason(int error)
{
	switch (error) {
	case ENOENT:
		return "没有这个文件夹";
	case EEXIST:
		return "已存在，未覆盖";
	default:
		return error_reason(error);
	}
}

static bool refuse_existing(const char *path, mode_t mode, struct error *err)
{
	if (S_ISDIR(mode))
		return fail(path, "是文件夹，未写入", err);
	if (S_ISLNK(mode))
		return fail(path, "是符号链接，未写入", err);
	return fail(path, "已存在，未覆盖；请换个文件名", err);
}

/* Bytes of the path up to and with its last slash. */
static size_t folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? (size_t)(slash - path) + 1 : 0;
}

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(fd, bytes, n);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes += written;
		n -= (size_t)written;
	}
	return true;
}

/* Into a file that is already on the disk, wholly, when it becomes visible. */
static bool fill(int fd, const struct buffer *content)
{
	mode_t mask = umask(0);
	umask(mask);
	return write_all(fd, buffer_string(content), content->n) && fchmod(fd, 0644 & ~mask) == 0 &&
	       fsync(fd) == 0;
}

/* Gives the finished file its name, unless the name has been taken meanwhile: link() never
 * follows nor replaces. Where a file system has no links, a rename that replaces nothing does
 * the same. */
static bool put(const char *temporary, const char *path)
{
	if (link(temporary, path) == 0) {
		unlink(temporary);
		return true;
	}
	if (errno == EEXIST)
		return false;
	return renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0;
}

static bool sync_folder(const char *path)
{
	size_t n = folder_length(path);
	struct buffer folder = { 0 };
	buffer_add(&folder, path, n);
	buffer_text(&folder, ".");
	int fd = open(buffer_string(&folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	buffer_done(&folder);
	if (fd < 0)
		return false;
	/* EINVAL: a file system that cannot; the file itself is safe. */
	bool good = fsync(fd) == 0 || errno == EINVAL;
	close(fd);
	return good;
}

static bool save_through(const char *path, char *temporary, const struct buffer *content,
			 struct error *err)
{
	int fd = mkostemp(temporary, O_CLOEXEC);
	if (fd < 0)
		return fail(path, reason(errno), err);
	bool good = fill(fd, content);
	int error = errno;
	if (close(fd) != 0 && good) {
		good = false;
		error = errno;
	}
	if (good && !put(temporary, path)) {
		good = false;
		error = errno;
	}
	if (!good) {
		unlink(temporary);
		return fail(path, reason(error), err);
	}
	if (!sync_folder(path))
		return fail(path, "已写入，但不能确认落盘", err);
	return true;
}

bool save_new(const char *path, const struct buffer *content, struct error *err)
{
	struct stat st;
	struct buffer temporary = { 0 };
	if (lstat(path, &st) == 0)
		return refuse_existing(path, st.st_mode, err);
	if (errno != ENOENT)
		return fail(path, reason(errno), err);
	buffer_add(&temporary, path, folder_length(path));
	buffer_text(&temporary, ".lingpao-XXXXXX");
	bool good = save_through(path, temporary.bytes, content, err);
	buffer_done(&temporary);
	return good;
}
