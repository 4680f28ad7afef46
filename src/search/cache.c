#include "search/cache.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "search/image.h"

static const char suffix[] = ".snapshot";
static const uint64_t most_bytes = (uint64_t)4 << 30;
enum { HOUR = 3600 }; /* s; nobody writes that long */

bool cache_folder(struct buffer *out)
{
	const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	buffer_clear(out);
	if (cache && cache[0] == '/')
		buffer_print(out, "%s/lingpao", cache);
	else if (home && home[0] == '/')
		buffer_print(out, "%s/.cache/lingpao", home);
	return out->n > 0;
}

bool cache_file(const char *source, struct buffer *out)
{
	uint64_t name = 14695981039346656037u;
	for (const char *at = source; *at; at++)
		name = (name ^ (unsigned char)*at) * 1099511628211u;
	if (!cache_folder(out))
		return false;
	buffer_print(out, "/%016" PRIx64 "%s", name, suffix);
	return true;
}

static bool is_ours(const char *folder)
{
	struct stat about;
	return lstat(folder, &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid() &&
	       (about.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool cache_make_folder(void)
{
	struct buffer folder = { 0 };
	bool made = cache_folder(&folder);
	for (size_t i = 1; made && i <= folder.n; i++) {
		if (folder.bytes[i] != '/' && folder.bytes[i] != '\0')
			continue;
		char kept = folder.bytes[i];
		folder.bytes[i] = '\0';
		made = mkdir(folder.bytes, 0700) == 0 || errno == EEXIST || errno == EROFS ||
		       errno == EACCES;
		folder.bytes[i] = kept;
	}
	made = made && is_ours(buffer_string(&folder));
	buffer_done(&folder);
	return made;
}

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);
	return n >= m && strcmp(name + n - m, end) == 0;
}

static bool same_identity(const struct image_identity *a, const struct image_identity *b)
{
	return a->device == b->device && a->inode == b->inode && a->size == b->size &&
	       a->modified == b->modified && a->changed == b->changed;
}

static void look_inside(struct cache_item *item)
{
	struct image_header header;
	struct image_identity now;
	int fd = image_read_header(item->file, &header);
	item->state = CACHE_UNUSABLE;
	if (fd < 0)
		return;
	close(fd);
	item->source = memory_copy(header.path, strlen(header.path));
	bool same = image_identify(header.path, &now) && same_identity(&now, &header.source);
	item->state = same ? CACHE_GOOD : CACHE_STALE;
}

static int by_age(const void *a, const void *b)
{
	const struct cache_item *x = a, *y = b;
	if (x->written != y->written)
		return x->written < y->written ? 1 : -1;
	return strcmp(x->file, y->file);
}

/* The files of the folder whose names end so; of other names, and links, nothing is known. */
static void list_files(const char *end, struct cache_list *out)
{
	struct buffer path = { 0 };
	DIR *folder = cache_folder(&path) ? opendir(buffer_string(&path)) : NULL;
	size_t n = path.n;
	*out = (struct cache_list){ 0 };
	for (struct dirent *entry; folder && (entry = readdir(folder));) {
		struct stat about;
		path.n = n;
		buffer_print(&path, "/%s", entry->d_name);
		if (!ends_with(entry->d_name, end) || lstat(path.bytes, &about) != 0 ||
		    S_ISDIR(about.st_mode))
			continue;
		out->all = memory_grow(out->all, &out->capacity, out->count + 1, sizeof(*out->all));
		out->all[out->count++] = (struct cache_item){
			.file = memory_copy(path.bytes, path.n),
			.bytes = (uint64_t)about.st_size,
			.written = about.st_mtim.tv_sec,
		};
	}
	if (folder)
		closedir(folder);
	if (out->count > 1)
		qsort(out->all, out->count, sizeof(*out->all), by_age);
	buffer_done(&path);
}

void cache_list(struct cache_list *out)
{
	list_files(suffix, out);
	for (size_t i = 0; i < out->count; i++)
		look_inside(&out->all[i]);
}

void cache_list_done(struct cache_list *l)
{
	for (size_t i = 0; i < l->count; i++) {
		free(l->all[i].file);
		free(l->all[i].source);
	}
	free(l->all);
	*l = (struct cache_list){ 0 };
}

static void remove_left_behind(int64_t age)
{
	struct cache_list parts;
	list_files(CACHE_PART, &parts);
	for (size_t i = 0; i < parts.count; i++)
		if (parts.all[i].written <= (int64_t)time(NULL) - age)
			unlink(parts.all[i].file);
	cache_list_done(&parts);
}

void cache_tidy(void)
{
	struct cache_list list;
	uint64_t bytes = 0;
	list_files(suffix, &list);
	for (size_t i = 0; i < list.count; i++) {
		bytes += list.all[i].bytes;
		if (i >= CACHE_KEPT || (i > 0 && bytes > most_bytes))
			unlink(list.all[i].file);
	}
	cache_list_done(&list);
	remove_left_behind(HOUR);
}

uint64_t cache_clear(size_t *removed, size_t *failed)
{
	struct cache_list list;
	uint64_t bytes = 0;
	*removed = *failed = 0;
	list_files(suffix, &list);
	for (size_t i = 0; i < list.count; i++) {
		if (unlink(list.all[i].file) == 0) {
			bytes += list.all[i].bytes;
			++*removed;
		} else if (errno != ENOENT) {
			++*failed;
		}
	}
	cache_list_done(&list);
	remove_left_behind(HOUR);
	return bytes;
}
