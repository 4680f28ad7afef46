/* Any query over any text: parsed, its spans inside the text and on whole characters, in order. The first line is the query. */
#include <assert.h>
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "search/query.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_CTYPE, "C.UTF-8");
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	if (n > 4096 || utf8_valid((const char *)bytes, n) != n || memchr(bytes, 0, n))
		return 0;
	char *text = memory_copy((const char *)bytes, n);
	char *line = strchr(text, '\n');
	const char *rest = line ? line + 1 : "";
	if (line)
		*line = '\0';
	struct query q = { 0 };
	struct spans spans = { 0 };
	query_parse(&q, text);
	query_spans(&q, rest, &spans);
	size_t length = utf8_count(rest, strlen(rest)), before = 0;
	for (size_t i = 0; i < spans.count; i++) {
		assert(spans.all[i].start < spans.all[i].end && spans.all[i].end <= length);
		assert(i == 0 || spans.all[i].start > before);
		before = spans.all[i].end;
	}
	spans_done(&spans);
	query_done(&q);
	free(text);
	return 0;
}
