#include "table/loader.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/memory.h"
#include "table/builtin.h"
#include "table/find.h"
#include "table/read_json.h"
#include "table/scan.h"
#include "table/team.h"

/* The first block is small so that something is soon there. Larger last ones leave less of each
 * pack unused, but more of them in memory at once. */
enum { FIRST_BLOCK = 256 << 10, LARGEST_BLOCK = 2 << 20, WORTH_A_HELPER = 4 << 20 };

struct reading { /* one file */
	struct loader *loader;
	const char *name;
	struct source source;
	uint64_t bytes_before; /* of earlier files */
	struct team *team;
	struct lines lines;
};

static void look(struct reading *r)
{
	r->loader->bytes = r->bytes_before + r->source.bytes;
	r->loader->look(r->loader->with);
}

static void take_packs(struct reading *r, bool wait)
{
	struct pack *pack;
	while ((pack = team_take(r->team, wait))) {
		if (atomic_load(r->loader->cancelled))
			pack_release(pack);
		else
			build_pack(r->loader->build, pack, &r->loader->faults);
		look(r);
	}
}

static void begin_lines(struct reading *r)
{
	struct loader *l = r->loader;
	r->lines.file = r->name;
	r->lines.cancelled = l->cancelled;
	size_t n, line;
	const char *header = source_header(&r->source, &n, &line);
	struct faults wrong = { 0 };
	bool good = header && read_json_header(r->name, line, header, n, l->build,
					       &r->lines.vocabulary, &wrong);
	if (!good) {
		const char *slash = strrchr(r->name, '/');
		build_table(l->build, r->name, slash && slash[1] ? slash + 1 : r->name, NULL);
		read_default_vocabulary(l->build, &r->lines.vocabulary);
	}
	if (header) {
		wrong.refused = wrong.count > 0;
		faults_add_lines(&l->faults, &wrong, 0);
		faults_done(&wrong);
		build_skip_lines(l->build, line);
		source_skip_header(&r->source);
	}
	r->lines.classifier = build_classifier(l->build);
}

/* Reads blocks while there is room for them; parses when there is none, and before it would have to
 * wait for more. */
static void read_lines(struct reading *r)
{
	struct loader *l = r->loader;
	begin_lines(r);
	r->team = team_new();
	enum source_given given = SOURCE_LATE;
	for (size_t size = FIRST_BLOCK; given != SOURCE_END && !atomic_load(l->cancelled);) {
		if (l->bytes > WORTH_A_HELPER || l->total_bytes > WORTH_A_HELPER)
			team_help(r->team);
		struct block *block = team_room(r->team);
		bool ready = block && source_ready(&r->source);
		take_packs(r, block && !ready);
		look(r);
		if (block) {
			given = source_block(&r->source, size, l->patience, block);
			if (given == SOURCE_BLOCK)
				team_put(r->team, &r->lines);
			size = size < LARGEST_BLOCK ? 2 * size : size;
		} else {
			struct pack *pack = team_take(r->team, true);
			build_pack(l->build, pack, &l->faults);
		}
	}
	take_packs(r, true);
	team_free(r->team);
}

static void read_whole(struct reading *r)
{
	source_rest(&r->source, SCAN_BYTES);
	look(r);
	const struct block *all = &r->source.ahead;
	if (!r->source.error && !r->source.cancelled)
		read_json(r->name, all->n ? all->bytes : "", all->n, r->loader->build,
			  &r->loader->faults);
}

static void read_file(struct loader *l, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	struct reading r = {
		.loader = l,
		.name = standard ? "标准输入" : path,
		.bytes_before = l->bytes,
	};
	if (standard && l->stdin_read) {
		faults_add_input_output(&l->faults, r.name, "只能读一次，“-”应只出现一次");
		return;
	}
	l->stdin_read |= standard;
	if (source_open(&r.source, standard ? NULL : path, l->wake)) {
		enum source_form form = source_form(&r.source);
		if (form == SOURCE_LINES)
			read_lines(&r);
		else if (form == SOURCE_WHOLE)
			read_whole(&r);
	}
	l->bytes = r.bytes_before + r.source.bytes;
	if (r.source.error)
		faults_add_input_output(&l->faults, r.name, error_reason(r.source.error));
	source_close(&r.source);
}

/* Of all files together, when all are files. */
static uint64_t sum_sizes(const struct loader *l)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < l->count; i++) {
		struct stat about;
		if (stat(l->files[i], &about) != 0 || !S_ISREG(about.st_mode))
			return 0;
		sum += (uint64_t)about.st_size;
	}
	return sum;
}

void loader_run(struct loader *l)
{
	l->build = build_new();
	l->total_bytes = sum_sizes(l);
	for (size_t i = 0; i < l->count && !atomic_load(l->cancelled); i++)
		read_file(l, l->files[i]);
	if (l->count)
		return;
	struct buffer found = { 0 };
	if (find_default(&found)) {
		read_file(l, buffer_string(&found));
	} else {
		l->bytes = (uint64_t)(builtin_table_end - builtin_table);
		read_json("内置", builtin_table, (size_t)l->bytes, l->build, &l->faults);
	}
	buffer_done(&found);
}

bool loader_is_good(const struct loader *l)
{
	const struct faults *f = &l->faults;
	bool lines_only = f->input_output == 0 && (f->count == 0 || f->of_lines == f->count);
	return lines_only && (f->refused == 0 || build_measures(l->build) > 0);
}

void loader_done(struct loader *l)
{
	build_free(l->build);
	faults_done(&l->faults);
}
