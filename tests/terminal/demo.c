/* The subject of the scenarios for src/term alone: shows the terminal's size and the names of the keys that come, and
 * does what a letter asks for. */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/key.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "term/term.h"

struct demo {
	struct term *term;
	struct frame frame;
	struct buffer keys;
	struct buffer pasted;
	struct buffer message;
	bool pasting;
	int code; /* -1 while running */
};

static void draw(struct demo *d)
{
	int rows, cols;
	char size[32];

	term_size(d->term, &rows, &cols);
	frame_resize(&d->frame, rows, cols);
	struct rect all = { 0, 0, rows, cols };

	snprintf(size, sizeof(size), "size %dx%d.", rows, cols);
	frame_string(&d->frame, all, 0, 0, size, STYLE_TITLE);
	int end = frame_string(&d->frame, all, 1, 0, "keys", STYLE_LABEL);
	end = frame_string(&d->frame, all, 1, end, buffer_string(&d->keys), STYLE_TEXT);
	frame_cursor(&d->frame, all, 1, end);
	frame_string(&d->frame, all, 2, 0, buffer_string(&d->message), STYLE_WARNING);
	frame_string(&d->frame, all, 3, 0, "pasted ", STYLE_DIM);
	frame_string(&d->frame, all, 3, 7, buffer_string(&d->pasted), STYLE_HIT);
	/* A full last row, which ends in the corner that terminals scroll at. */
	for (int col = 0; col < cols; col += 2)
		frame_string(&d->frame, all, rows - 1, col, col & 2 ? "策" : "政", STYLE_SEPARATOR);
	frame_string(&d->frame, all, rows - 1, cols - 1, "X", STYLE_SELECTED);
	term_show(d->term, &d->frame);
}

static uintptr_t overflow(volatile char *before)
{
	volatile char page[4096];

	page[0] = before[0];
	return before[0] ? 0 : overflow(page) + (uintptr_t)page[0];
}

static void crash(uint32_t key)
{
	volatile char first = 0;
	volatile size_t all = SIZE_MAX / 2;

	if (key == 'S')
		raise(SIGSEGV);
	else if (key == 'A')
		abort();
	else if (key == 'O')
		fprintf(stderr, "%zu", (size_t)overflow(&first));
	else if (key == 'M')
		free(memory_new(all));
}

static void act(struct demo *d, uint32_t key)
{
	struct error err = { "opened" };

	buffer_clear(&d->message);
	switch (key) {
	case 'q':
		d->code = 0;
		break;
	case K_CTRL('C'):
		d->code = 130;
		break;
	case K_CTRL('Z'):
		term_suspend(d->term);
		break;
	case K_CTRL('L'):
		term_redraw(d->term);
		break;
	case 'Y':
		buffer_text(&d->message, term_copy(d->term, "政策\033\n") ? "copied" : "not copied");
		break;
	case 'L':
	case 'J':
		term_open_link(d->term, key == 'L' ? "https://example.org/a?b=c&d" : "javascript:1", &err);
		buffer_text(&d->message, err.message);
		break;
	default:
		crash(key);
	}
}

static void take(struct demo *d, uint32_t key)
{
	char name[16], bytes[UTF8_MAX];

	if (key == K_PASTE_BEGIN || key == K_PASTE_END)
		d->pasting = key == K_PASTE_BEGIN;
	if (d->pasting && key < K_FIRST_NAMED) {
		buffer_add(&d->pasted, bytes, utf8_encode(key, bytes));
		return;
	}
	buffer_char(&d->keys, ' ');
	if (key == K_INVALID)
		buffer_text(&d->keys, "invalid");
	else if (key == K_UNKNOWN)
		buffer_text(&d->keys, "unknown");
	else if (key == K_PASTE_BEGIN || key == K_PASTE_END)
		buffer_text(&d->keys, key == K_PASTE_BEGIN ? "paste" : "end");
	else
		buffer_text(&d->keys, key_name(key, name));
	act(d, key);
}

static void run(struct demo *d)
{
	uint32_t key;

	while (d->code < 0) {
		draw(d);
		do {
			enum term_event event = term_key(d->term, &key);

			if (event == TERM_ENDED)
				return;
			if (event == TERM_KEY)
				take(d, key);
		} while (d->code < 0 && term_key_ready(d->term));
	}
}

int main(int argc, char **argv)
{
	struct demo d = { .code = -1 };
	struct error err;
	char line[256];

	if (!term_locale())
		return 3;
	d.term = term_start(argc > 1 && strcmp(argv[1], "plain") == 0 ? TERM_COLOUR_NEVER : TERM_COLOUR_AUTO, &err);
	if (!d.term) {
		fprintf(stderr, "%s\n", err.message);
		return 2;
	}
	/* Data that came by standard input, while keys come from the terminal. */
	if (argc > 1 && strcmp(argv[1], "-") == 0 && fgets(line, sizeof(line), stdin))
		buffer_add(&d.message, line, strcspn(line, "\n"));
	frame_init(&d.frame, 1, 1);
	run(&d);
	int number = term_signal(d.term);

	term_stop(d.term);
	frame_done(&d.frame);
	buffer_done(&d.keys);
	buffer_done(&d.pasted);
	buffer_done(&d.message);
	if (d.code < 0)
		term_die(number);
	return d.code;
}
