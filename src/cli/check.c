#include "cli/cli.h"

#include "table/load.h"

int cli_check(const struct options *o, struct buffer *out)
{
	size_t count = 0, input_output = 0, refused = 0, measures = 0;
	for (size_t i = 0; i < o->argument_count; i++) {
		struct faults faults = { 0 };
		struct catalog *c = load_tables(&o->arguments[i], 1, &faults);
		measures += c ? c->measure_count : 0;
		catalog_free(c);
		for (size_t j = 0; j < faults.count; j++) {
			faults_print(&faults.all[j], out);
			buffer_char(out, '\n');
		}
		count += faults.count + faults.unlisted;
		refused += faults.refused;
		input_output += faults.input_output;
		faults_done(&faults);
	}
	if (refused)
		buffer_print(out, "已读 %zu 条措施，拒绝 %zu 行\n", measures, refused);
	buffer_print(out, "%zu 个文件，%zu 处错误\n", o->argument_count, count);
	if (count == 0)
		return EXIT_FOUND;
	return count == input_output ? EXIT_INPUT_OUTPUT : EXIT_BAD_DATA;
}
