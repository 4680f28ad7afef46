#include "cli/cli.h"

#include "cli/sheet.h"
#include "table/load.h"
#include "table/write_json.h"

struct check {
	enum format format;
	struct buffer *out;
	struct sheet sheet;
	size_t listed;
	size_t count, input_output, refused, measures;
};

static void add_place(struct buffer *out, const char *key, size_t place)
{
	if (place)
		buffer_print(out, ", \"%s\": %zu", key, place);
	else
		buffer_print(out, ", \"%s\": null", key);
}

static void add_object(struct check *c, const struct fault *fault)
{
	buffer_text(c->out, c->listed ? ",\n  {\"file\": " : "\n  {\"file\": ");
	write_json_string(c->out, fault->file);
	add_place(c->out, "line", fault->line);
	add_place(c->out, "column", fault->column);
	buffer_text(c->out, ", \"path\": ");
	write_json_string(c->out, fault->path);
	buffer_text(c->out, ", \"what\": ");
	write_json_string(c->out, fault->what);
	buffer_char(c->out, '}');
}

static void add_cell(struct check *c, size_t place)
{
	if (place)
		sheet_number(&c->sheet, (long long)place);
	else
		sheet_text(&c->sheet, NULL);
}

static void add_row(struct check *c, const struct fault *fault)
{
	sheet_text(&c->sheet, fault->file);
	add_cell(c, fault->line);
	add_cell(c, fault->column);
	sheet_text(&c->sheet, fault->path);
	sheet_text(&c->sheet, fault->what);
	sheet_end_row(&c->sheet);
}

static void add_fault(struct check *c, const struct fault *fault)
{
	if (c->format == FORMAT_JSON) {
		add_object(c, fault);
	} else if (c->format == FORMAT_TEXT) {
		faults_print(fault, c->out);
		buffer_char(c->out, '\n');
	} else {
		add_row(c, fault);
	}
	c->listed++;
}

static void check_file(struct check *c, const char *file)
{
	struct faults faults = { 0 };
	struct catalog *catalog = load_tables(&file, 1, &faults);
	c->measures += catalog ? catalog->measure_count : 0;
	catalog_free(catalog);
	for (size_t i = 0; i < faults.count; i++)
		add_fault(c, &faults.all[i]);
	if (faults.unlisted) {
		struct buffer what = { 0 };
		buffer_print(&what, "还有 %zu 处错误没有列出", faults.unlisted);
		add_fault(c, &(struct fault){ .file = file, .what = buffer_string(&what) });
		buffer_done(&what);
	}
	c->count += faults.count + faults.unlisted;
	c->refused += faults.refused;
	c->input_output += faults.input_output;
	faults_done(&faults);
}

static void begin(struct check *c)
{
	static const char *const titles[] = { "文件", "行", "列", "字段", "错误" };
	if (c->format == FORMAT_JSON)
		buffer_char(c->out, '[');
	else if (c->format != FORMAT_TEXT)
		c->sheet = sheet_begin(c->out, c->format, titles, sizeof(titles) / sizeof(*titles));
}

/* A script counts for itself. */
static void end(struct check *c, size_t files)
{
	if (c->format == FORMAT_JSON)
		buffer_text(c->out, c->listed ? "\n]\n" : "]\n");
	if (c->format == FORMAT_JSON || c->format == FORMAT_CSV)
		return;
	buffer_text(c->out, c->format == FORMAT_MARKDOWN ? "\n" : "");
	if (c->refused)
		buffer_print(c->out, "已读 %zu 条措施，拒绝 %zu 行\n", c->measures, c->refused);
	buffer_print(c->out, "%zu 个文件，%zu 处错误\n", files, c->count);
}

int cli_check(const struct options *o, struct buffer *out)
{
	struct check c = { .format = o->format, .out = out };
	begin(&c);
	for (size_t i = 0; i < o->argument_count; i++)
		check_file(&c, o->arguments[i]);
	end(&c, o->argument_count);
	if (c.count == 0)
		return EXIT_FOUND;
	return c.count == c.input_output ? EXIT_INPUT_OUTPUT : EXIT_BAD_DATA;
}
