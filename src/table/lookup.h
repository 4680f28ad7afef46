/* From what a user typed to a region of the catalog. Understood: an official name (江苏省), a
 * printed name (广西省; 山西省 太原市), a short name (江苏, 南通), a GB/T 2260 code (320600), or
 * a path of such names joined by "/", ">", "›", "-" or spaces (山西/太原, 山西省太原市). Full and
 * half width, case and spaces do not matter. */
#ifndef TABLE_LOOKUP_H
#define TABLE_LOOKUP_H

#include "base/buffer.h"
#include "table/catalog.h"

enum lookup {
	LOOKUP_FOUND,
	LOOKUP_AMBIGUOUS, /* several regions bear the name */
	LOOKUP_NOT_LISTED, /* a real place that no table holds */
	LOOKUP_UNKNOWN,
};

/* FOUND: *region is set. Otherwise `message` (cleared first) gets one sentence for the user,
 * without a newline: "本表未列上海市", "没有名为“江孙”的地域，是否为：江苏省？",
 * "“吉林”不止一处：吉林省、吉林省/吉林市". */
enum lookup lookup_region(const struct catalog *c, const char *name, size_t *region,
			  struct buffer *message);

#endif
