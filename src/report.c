#include "report.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/columns.h"
#include "cli/options.h"

void report(const char *message)
{
	struct buffer safe = { 0 };
	columns_add_safe(&safe, message, strlen(message));
	fprintf(stderr, "lingpao: %s\n", buffer_string(&safe));
	buffer_done(&safe);
}

/* Lines that were refused beside a catalog are warnings: it holds the rest. */
static void print_refused(const struct faults *faults, const struct catalog *c)
{
	if (faults->unlisted)
		fprintf(stderr, "lingpao: 还有 %zu 处错误没有列出\n", faults->unlisted);
	if (faults->refused)
		fprintf(stderr, "lingpao: 已读 %zu 条措施，拒绝 %zu 行\n", c ? c->measure_count : 0,
			faults->refused);
}

int report_faults(const struct faults *faults, const struct catalog *c)
{
	struct buffer line = { 0 };
	for (size_t i = 0; i < faults->count; i++) {
		buffer_clear(&line);
		faults_print(&faults->all[i], &line);
		fprintf(stderr, "lingpao: %s\n", buffer_string(&line));
	}
	buffer_done(&line);
	print_refused(faults, c);
	return faults->input_output == faults->count ? EXIT_INPUT_OUTPUT : EXIT_BAD_DATA;
}
