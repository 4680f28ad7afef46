/* Wiring only: options -> load -> browse or print -> exit code. The one place that prints errors and decides the exit code. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "cli/save.h"
#include "browse.h"
#include "report.h"
#include "term/term.h"

static bool to_file(const struct options *o)
{
	return o->output && strcmp(o->output, "-") != 0;
}

/* Where there is nothing to write there is no file either. */
static int save(const char *path, const struct buffer *out, int exit_code)
{
	struct error err;
	if (out->n == 0 || save_file(path, out, false, &err) == SAVE_DONE)
		return exit_code;
	struct buffer said = { 0 };
	buffer_print(&said, "%s：%s", path, err.message);
	report(buffer_string(&said));
	buffer_done(&said);
	return EXIT_INPUT_OUTPUT;
}

/* A reader that had enough (EPIPE) is not an error. */
static int print(const struct options *o, const struct buffer *out, int exit_code)
{
	if (to_file(o))
		return save(o->output, out, exit_code);
	bool written =
		fwrite(buffer_string(out), 1, out->n, stdout) == out->n && fflush(stdout) == 0;
	if (written || errno == EPIPE)
		return exit_code;
	struct error err;
	error_set(&err, "标准输出：%s", error_reason(errno));
	report(err.message);
	return EXIT_INPUT_OUTPUT;
}

static int terminal_width(void)
{
	struct winsize size;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 0;
}

static int print_command(const struct options *o, const struct cli_tables *t)
{
	struct buffer out = { 0 };
	struct error err = { "" };
	int exit_code = cli_run(o, t, &out, &err);
	exit_code = print(o, &out, exit_code);
	if (*err.message)
		report(err.message);
	buffer_done(&out);
	return exit_code;
}

static int print_tables(struct options *o)
{
	struct faults faults = { 0 };
	struct cli_tables tables;
	bool terminal = !to_file(o) && isatty(STDOUT_FILENO);
	int exit_code = EXIT_FOUND;
	cli_tables_open(&tables, o, &faults);
	if (!tables.catalog || faults.count)
		exit_code = report_faults(&faults, tables.catalog);
	if (o->colour == WHEN_AUTO)
		o->colour = terminal ? WHEN_ALWAYS : WHEN_NEVER;
	if (o->width == 0 && terminal)
		o->width = terminal_width();
	if (tables.catalog) {
		exit_code = print_command(o, &tables);
		cli_tables_keep(&tables, &faults);
	}
	cli_tables_done(&tables);
	faults_done(&faults);
	return exit_code;
}

static int run_with_tables(struct options *o, bool utf8)
{
	if (o->command != CLI_BROWSE || !isatty(STDOUT_FILENO))
		return print_tables(o);
	if (utf8)
		return browse(o);
	report("没有可用的 UTF-8 区域设置，改为输出文字。请设置 LC_ALL=C.UTF-8 后再运行");
	return print_tables(o);
}

static int run(struct options *o, bool utf8)
{
	struct buffer out = { 0 };
	struct error err = { "" };
	int exit_code = EXIT_FOUND;
	switch (o->command) {
	case CLI_HELP:
		cli_help(&out);
		break;
	case CLI_VERSION:
		cli_version(&out);
		break;
	case CLI_CHECK:
		exit_code = cli_check(o, &out);
		break;
	case CLI_CACHE:
		exit_code = cli_cache(o, &out, &err);
		break;
	default:
		return run_with_tables(o, utf8);
	}
	exit_code = print(o, &out, exit_code);
	if (*err.message)
		report(err.message);
	buffer_done(&out);
	return exit_code;
}

int main(int argc, char **argv)
{
	struct options options = { 0 };
	struct error err = { "" };
	memory_begin();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is an error, said like any other */
	bool utf8 = term_locale();
	int exit_code = EXIT_USAGE;
	if (options_parse(argc, argv, &options, &err))
		exit_code = run(&options, utf8);
	else
		report(err.message);
	options_done(&options);
	return exit_code;
}
