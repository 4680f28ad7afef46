/* Wiring only: options -> load -> browse or print -> exit code. The one place that prints errors and decides the exit code. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/app.h"
#include "base/buffer.h"
#include "base/columns.h"
#include "base/error.h"
#include "cli/cli.h"
#include "cli/options.h"
#include "table/load.h"
#include "term/term.h"
#include "view/view.h"

static void complain(const char *message)
{
	struct buffer safe = { 0 };
	columns_add_safe(&safe, message, strlen(message));
	fprintf(stderr, "lingpao: %s\n", buffer_string(&safe));
	buffer_done(&safe);
}

/* A reader that had enough (EPIPE) is not an error. */
static int print(const struct buffer *out, int exit_code)
{
	bool written = fwrite(buffer_string(out), 1, out->n, stdout) == out->n && fflush(stdout) == 0;
	if (written || errno == EPIPE)
		return exit_code;
	struct error err;
	error_set(&err, "标准输出：%s", error_reason(errno));
	complain(err.message);
	return EXIT_INPUT_OUTPUT;
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

static int print_faults(const struct faults *faults, const struct catalog *c)
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

static void copy(struct term *t, struct app *app, const char *text)
{
	struct buffer warning = { 0 };
	buffer_text(&warning, buffer_string(&app->message));
	if (term_copy(t, text))
		app_message(app, "已发送到终端的剪贴板：%s%s%s", text, warning.n ? "　" : "",
			    buffer_string(&warning));
	else
		app_message(app, "太长，终端的剪贴板放不下");
	buffer_done(&warning);
}

static void open_link(struct term *t, struct app *app, const char *link)
{
	struct error err;
	if (term_open_link(t, link, &err)) {
		app_message(app, "已交给浏览器：%s", link);
	} else {
		/* Over SSH there is none: the link goes where the user can paste it. */
		const char *sent = term_copy(t, link) ? "；链接已发送到终端的剪贴板" : "";
		app_message(app, "%s%s：%s", err.message, sent, link);
	}
}

static void perform(struct term *t, struct app *app)
{
	const char *text = buffer_string(&app->effect_text);
	switch (app->effect) {
	case EFFECT_COPY:
		copy(t, app, text);
		break;
	case EFFECT_LINK:
		open_link(t, app, text);
		break;
	case EFFECT_SUSPEND:
		term_suspend(t);
		break;
	case EFFECT_REDRAW:
		term_redraw(t);
		break;
	case EFFECT_NONE:
		break;
	}
	app->effect = EFFECT_NONE;
}

/* False when the end was asked for from outside: a signal, or the terminal is gone. */
static bool handle_event(struct term *t, struct app *app)
{
	uint32_t key;
	int rows, cols;
	switch (term_key(t, &key)) {
	case TERM_ENDED:
		return false;
	case TERM_RESIZED:
		term_size(t, &rows, &cols);
		app_resize(app, rows, cols);
		return true;
	case TERM_WATCHED:
		return true;
	case TERM_KEY:
		app_key(app, key);
		perform(t, app);
		return true;
	}
	return true;
}

/* Read all waiting keys, then think once, then paint once. */
static int browse(const struct options *o, const struct catalog *c)
{
	struct error err;
	static const enum term_colour colours[] = { [WHEN_AUTO] = TERM_COLOUR_AUTO,
						    [WHEN_ALWAYS] = TERM_COLOUR_ALWAYS,
						    [WHEN_NEVER] = TERM_COLOUR_NEVER };
	struct term *t = term_start(colours[o->colour], &err);
	if (!t) {
		complain(err.message);
		return EXIT_USAGE;
	}
	int rows, cols;
	struct app app;
	struct frame frame;
	bool alive = true;
	term_size(t, &rows, &cols);
	app_init(&app, c, rows, cols, o->query);
	frame_init(&frame, rows, cols);
	while (alive && !app.quit) {
		view_draw(&frame, &app);
		term_show(t, &frame);
		do
			alive = handle_event(t, &app);
		while (alive && !app.quit && term_key_ready(t));
	}
	int exit_code = app.exit_code;
	int cause = alive ? 0 : term_signal(t); /* 0: the terminal is gone and nobody said so */
	frame_done(&frame);
	app_done(&app);
	term_stop(t);
	if (cause == SIGINT)
		return EXIT_INTERRUPTED;
	if (!alive)
		term_die(cause);
	return exit_code;
}

static int terminal_width(void)
{
	struct winsize size;
	return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 0;
}

static int print_command(const struct options *o, const struct catalog *c)
{
	struct buffer out = { 0 };
	struct error err = { "" };
	int exit_code = cli_run(o, c, &out, &err);
	exit_code = print(&out, exit_code);
	if (*err.message)
		complain(err.message);
	buffer_done(&out);
	return exit_code;
}

static int run_with_tables(struct options *o, bool utf8)
{
	struct faults faults = { 0 };
	struct catalog *c = load_tables(o->tables, o->table_count, &faults);
	bool terminal = isatty(STDOUT_FILENO);
	int exit_code = EXIT_FOUND;
	if (!c || faults.count)
		exit_code = print_faults(&faults, c);
	if (!c) {
		faults_done(&faults);
		return exit_code;
	}
	if (o->command == CLI_BROWSE && terminal && utf8) {
		exit_code = browse(o, c);
	} else {
		if (o->command == CLI_BROWSE && terminal)
			complain("没有可用的 UTF-8 区域设置，改为输出文字。请设置 LC_ALL=C.UTF-8 后再运行");
		if (o->colour == WHEN_AUTO)
			o->colour = terminal ? WHEN_ALWAYS : WHEN_NEVER;
		if (o->width == 0 && terminal)
			o->width = terminal_width();
		exit_code = print_command(o, c);
	}
	catalog_free(c);
	faults_done(&faults);
	return exit_code;
}

static int run(struct options *o, bool utf8)
{
	struct buffer out = { 0 };
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
	default:
		return run_with_tables(o, utf8);
	}
	exit_code = print(&out, exit_code);
	buffer_done(&out);
	return exit_code;
}

int main(int argc, char **argv)
{
	struct options options = { 0 };
	struct error err = { "" };
	signal(SIGPIPE, SIG_IGN);
	bool utf8 = term_locale();
	int exit_code = EXIT_USAGE;
	if (options_parse(argc, argv, &options, &err))
		exit_code = run(&options, utf8);
	else
		complain(err.message);
	options_done(&options);
	return exit_code;
}
