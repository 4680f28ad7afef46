#include "browse.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "base/memory.h"
#include "report.h"
#include "search/snapshot.h"
#include "table/loading.h"
#include "term/term.h"
#include "view/view.h"
#include "write.h"

struct session {
	struct term *term;
	struct app app;
	struct frame frame;
	struct catalog *catalog;
	struct loading *loading; /* NULL when a snapshot holds all */
	struct timespec started;
	/* A large file read whole is kept for the next time, by a thread of its own; what was kept then takes the place of what was
	 * read: it is mapped, and the memory is free again. */
	const char *file;
	struct snapshot_source source;
	bool has_source;
	pthread_t keeper;
	bool keeping;
	atomic_bool stop_keeping;
	int kept; /* eventfd: readable when the two below are there */
	struct catalog *kept_catalog;
	struct engine *kept_engine;
};

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
		if (term_copy(t, link))
			app_message(app, "链接已发送到终端的剪贴板（%s）", err.message);
		else
			app_message(app, "%s：%s", err.message, link);
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
	case EFFECT_WRITE:
		write_shown(app);
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

static double seconds_since(const struct timespec *from)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - from->tv_sec) + (double)(now.tv_nsec - from->tv_nsec) / 1e9;
}

static void *make_engine(const struct catalog *c)
{
	return engine_new(c);
}

static void free_engine(void *engine)
{
	engine_free(engine);
}

/* The first catalog that there is something to see of; NULL when there will be none. */
static struct catalog *first_catalog(struct loading *l, void **engine)
{
	struct loading_progress p;
	struct catalog *c;
	do {
		loading_wait(l, -1);
		loading_progress(l, &p);
		c = loading_take(l, engine);
	} while (!c && !p.done);
	return c;
}

static void show_progress(struct session *s, const struct loading_progress *p)
{
	app_progress(&s->app, &(struct app_progress){
				      .reading = !p->done,
				      .bytes = p->bytes,
				      .total_bytes = p->total_bytes,
				      .measures = p->measures,
				      .refused = p->refused,
				      .seconds = seconds_since(&s->started),
			      });
}

static bool key_waiting(void *term)
{
	return term_key_ready(term);
}

static void *keep(void *with)
{
	struct session *s = with;
	if (!snapshot_write(s->catalog, s->app.engine, &s->source, &s->stop_keeping))
		return NULL;
	struct snapshot *snapshot = snapshot_open(s->file, &s->source, SNAPSHOT_ALL);
	if (!snapshot)
		return NULL;
	s->kept_catalog = snapshot_catalog(snapshot);
	s->kept_engine = engine_from_planes(s->kept_catalog, snapshot_texts(snapshot),
					    snapshot_references(snapshot));
	eventfd_write(s->kept, 1);
	return NULL;
}

/* All signals stay with the thread that has the terminal: term/ holds them blocked while it runs. */
static void begin_keeping(struct session *s, const struct loading_progress *p)
{
	if (!s->has_source || p->failed || p->refused || !engine_text_plane(s->app.engine))
		return;
	s->kept = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	s->keeping = pthread_create(&s->keeper, NULL, keep, s) == 0;
	if (s->keeping)
		term_watch(s->term, s->kept);
}

/* The same catalog, mapped, takes the place of the one in memory. */
static void take_kept(struct session *s)
{
	pthread_join(s->keeper, NULL);
	s->keeping = false;
	term_watch(s->term, -1);
	app_replace_catalog(&s->app, s->kept_catalog, s->kept_engine);
	catalog_free(s->catalog);
	s->catalog = s->kept_catalog;
	s->kept_catalog = NULL;
	loading_cancel(s->loading); /* it ended long ago; what it read goes with it */
	s->loading = NULL;
	memory_give_back();
}

static void end_keeping(struct session *s)
{
	atomic_store(&s->stop_keeping, true);
	if (s->keeping)
		pthread_join(s->keeper, NULL);
	if (s->kept_catalog) {
		engine_free(s->kept_engine);
		catalog_free(s->kept_catalog);
	}
	if (s->kept >= 0)
		close(s->kept);
}

/* What came in the meantime: a larger catalog, or only more bytes. */
static void look_at_loading(struct session *s)
{
	struct loading_progress p;
	void *engine = NULL;
	loading_progress(s->loading, &p);
	struct catalog *c = loading_take(s->loading, &engine);
	if (c) {
		app_replace_catalog(&s->app, c, engine);
		catalog_free(s->catalog);
		s->catalog = c;
	}
	show_progress(s, &p);
	if (p.done) {
		memory_give_back(); /* what earlier generations were made of */
		term_watch(s->term, -1);
		begin_keeping(s, &p);
	}
}

/* False when the end was asked for from outside: a signal, or the terminal is gone. */
static bool handle_event(struct session *s)
{
	uint32_t key;
	int rows, cols;
	switch (term_key(s->term, &key)) {
	case TERM_ENDED:
		return false;
	case TERM_RESIZED:
		term_size(s->term, &rows, &cols);
		app_resize(&s->app, rows, cols);
		return true;
	case TERM_WATCHED:
		if (s->keeping)
			take_kept(s);
		else
			look_at_loading(s);
		return true;
	case TERM_KEY:
		app_key(&s->app, key);
		perform(s->term, &s->app);
		return true;
	}
	return true;
}

/* Read all waiting keys, then think once, then paint once. What to try when nothing is found is thought
 * of while the answer is seen. */
static bool run(struct session *s)
{
	bool alive = true;
	while (alive && !s->app.quit) {
		view_draw(&s->frame, &s->app);
		term_show(s->term, &s->frame);
		if (app_advise(&s->app))
			continue;
		do
			alive = handle_event(s);
		while (alive && !s->app.quit && term_key_ready(s->term));
		app_settle(&s->app);
	}
	return alive;
}

static struct term *start_terminal(const struct options *o)
{
	static const enum term_colour colours[] = { [WHEN_AUTO] = TERM_COLOUR_AUTO,
						    [WHEN_ALWAYS] = TERM_COLOUR_ALWAYS,
						    [WHEN_NEVER] = TERM_COLOUR_NEVER };
	struct error err;
	struct term *t = term_start(colours[o->colour], &err);
	if (!t)
		report(err.message);
	return t;
}

static void watch_loading(struct session *s)
{
	struct loading_progress p;
	loading_progress(s->loading, &p);
	show_progress(s, &p);
	if (p.done)
		begin_keeping(s, &p);
	else
		term_watch(s->term, loading_fd(s->loading));
}

/* Until the user leaves; the terminal is itself again afterwards. */
static int in_terminal(struct session *s, const struct options *o, void *engine)
{
	int rows, cols;
	term_size(s->term, &rows, &cols);
	app_init(&s->app, s->catalog, engine, rows, cols, o->query);
	app_on_key(&s->app, key_waiting, s->term);
	frame_init(&s->frame, rows, cols);
	if (s->loading)
		watch_loading(s);
	bool alive = run(s);
	int exit_code = s->app.exit_code;
	int cause =
		alive ? 0 : term_signal(s->term); /* 0: the terminal is gone and nobody said so */
	end_keeping(s);
	frame_done(&s->frame);
	app_done(&s->app);
	term_stop(s->term);
	if (cause == SIGINT)
		exit_code = EXIT_INTERRUPTED;
	else if (!alive)
		term_die(cause);
	return exit_code;
}

/* Refused lines are told when the terminal is the user's again. */
static void report_refused(const struct session *s)
{
	struct loading_progress p;
	if (!s->loading)
		return;
	loading_progress(s->loading, &p);
	if (p.done && p.refused)
		report_faults(loading_faults(s->loading), s->catalog);
}

/* The catalog and its engine, from a snapshot at once or from the files as they are read. */
static void open_tables(struct session *s, const struct options *o, void **engine)
{
	static const struct loading_companion engines = { make_engine, free_engine };
	struct snapshot *snapshot = NULL;
	s->has_source =
		!o->no_cache && o->table_count == 1 && snapshot_source(o->tables[0], &s->source);
	if (s->has_source) {
		s->file = o->tables[0];
		snapshot = snapshot_open(s->file, &s->source, SNAPSHOT_ALL);
	}
	if (snapshot) {
		s->catalog = snapshot_catalog(snapshot);
		*engine = engine_from_planes(s->catalog, snapshot_texts(snapshot),
					     snapshot_references(snapshot));
	} else {
		s->loading = loading_start(o->tables, o->table_count, &engines);
		s->catalog = first_catalog(s->loading, engine);
	}
}

int browse(const struct options *o)
{
	struct session s = { .kept = -1 };
	void *engine = NULL;
	int exit_code = EXIT_USAGE;
	clock_gettime(CLOCK_MONOTONIC, &s.started);
	open_tables(&s, o, &engine);
	if (!s.catalog) {
		exit_code = report_faults(loading_faults(s.loading), NULL);
	} else if ((s.term = start_terminal(o))) {
		exit_code = in_terminal(&s, o, engine);
		report_refused(&s);
	} else {
		engine_free(engine);
	}
	catalog_free(s.catalog);
	loading_cancel(s.loading);
	if (s.has_source)
		snapshot_source_done(&s.source);
	return exit_code;
}
