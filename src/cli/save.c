#include "cli/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum save_result fail(const char *why, struct error *err)
{
	error_set(err, "%s", why);
	return SAVE_FAILED;
}

static enum save_result exists(struct error *err)
{
	error_set(err, "已存在，未覆盖；请换个文件名");
	return SAVE_EXISTS;
}

/* What an errno says of a file to be written: what is missing then is its folder. */
static const char *reason(int error)
{
	return error == ENOENT ? "没有这个文件夹" : error_reason(error);
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
static bool fill(int fd, const struct buffer *content, mode_t mode)
{
	return write_all(fd, buffer_string(content), content->n) && fchmod(fd, mode) == 0 &&
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

/* `old`: the file that is replaced, NULL when none is. */
static enum save_result save_through(const char *path, char *temporary,
				     const struct buffer *content, const struct stat *old,
				     struct error *err)
{
	int fd = mkostemp(temporary, O_CLOEXEC);
	if (fd < 0)
		return fail(reason(errno), err);
	mode_t mask = umask(0);
	umask(mask);
	bool good = fill(fd, content, (old ? old->st_mode & 0777 : 0644 & ~mask));
	int error = errno;
	if (close(fd) != 0 && good) {
		good = false;
		error = errno;
	}
	if (good && !(old ? rename(temporary, path) == 0 : put(temporary, path))) {
		good = false;
		error = errno;
	}
	if (!good) {
		unlink(temporary);
		return error == EEXIST ? exists(err) : fail(reason(error), err);
	}
	return sync_folder(path) ? SAVE_DONE : fail("已写入，但不能确认落盘", err);
}

/* Whether what is there may be replaced. */
static enum save_result check_existing(const char *path, mode_t mode, bool replace,
				       struct error *err)
{
	if (S_ISDIR(mode))
		return fail("是文件夹，未写入", err);
	if (S_ISLNK(mode))
		return fail("是符号链接，未写入", err);
	if (!S_ISREG(mode))
		return fail("不是普通文件，未写入", err);
	if (!replace)
		return exists(err);
	return access(path, W_OK) == 0 ? SAVE_DONE : fail("是只读文件，未覆盖", err);
}

enum save_result save_file(const char *path, const struct buffer *content, bool replace,
			   struct error *err)
{
	struct stat st;
	struct buffer temporary = { 0 };
	bool there = lstat(path, &st) == 0;
	if (there) {
		enum save_result result = check_existing(path, st.st_mode, replace, err);
		if (result != SAVE_DONE)
			return result;
	} else if (errno != ENOENT) {
		return fail(reason(errno), err);
	}
	buffer_add(&temporary, path, folder_length(path));
	buffer_text(&temporary, ".lingpao-XXXXXX");
	enum save_result result =
		save_through(path, temporary.bytes, content, there ? &st : NULL, err);
	buffer_done(&temporary);
	return result;
}
