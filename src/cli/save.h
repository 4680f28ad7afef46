/* Writing a result into a file: whole or not at all. It is written under a hidden name in the same folder, made safe on the disk,
 * and only then given its own. A link is never followed and never replaced, nor is a folder or a device. */
#ifndef CLI_SAVE_H
#define CLI_SAVE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

enum save_result {
	SAVE_DONE,
	SAVE_EXISTS, /* a file is there that might be replaced, and it was not wished */
	SAVE_FAILED,
};

/* A file that is there is replaced only if `replace`, and keeps its permissions; one that may not be written is not. What is not
 * SAVE_DONE says why in `err`, without the path, and has changed nothing; only when the disk does not confirm (the message says so)
 * the file is there all the same. */
enum save_result save_file(const char *path, const struct buffer *content, bool replace,
			   struct error *err);

#endif
