/* What there is at this moment, and what was left behind. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/utf8.h"
#include "terminal/internal.h"

const char *pt_now(struct pt *p)
{
	buffer_clear(&p->text);
	for (int row = 0; row < p->rows && !p->blind; row++) {
		size_t end = p->text.n;

		for (int col = 0; col < p->cols; col++) {
			VTermScreenCell cell;
			char bytes[UTF8_MAX];

			vterm_screen_get_cell(p->screen, (VTermPos){ row, col }, &cell);
			if (cell.chars[0] == (uint32_t)-1)
				continue;
			buffer_add(&p->text, bytes, utf8_encode(cell.chars[0] ? cell.chars[0] : ' ', bytes));
			for (int i = 1; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[0] && cell.chars[i]; i++)
				buffer_add(&p->text, bytes, utf8_encode(cell.chars[i], bytes));
			if (cell.chars[0] && cell.chars[0] != ' ')
				end = p->text.n;
		}
		p->text.n = end;
		buffer_char(&p->text, '\n');
	}
	return buffer_string(&p->text);
}

bool pt_sent(struct pt *p, const char *bytes)
{
	return p->raw.n > 0 && memmem(p->raw.bytes, p->raw.n, bytes, strlen(bytes));
}

/* Parameters of a "select graphic rendition" that set or reset a colour. */
static bool sets_colour(const char *parameters, size_t n)
{
	for (size_t i = 0; i < n; i += strcspn(parameters + i, ";m") + 1) {
		long value = strtol(parameters + i, NULL, 10);

		if ((value >= 30 && value <= 49) || (value >= 90 && value <= 107))
			return true;
	}
	return false;
}

bool pt_sent_colour(struct pt *p)
{
	for (size_t i = 0; i + 2 < p->raw.n; i++) {
		const char *at = p->raw.bytes + i;

		if (at[0] != 033 || at[1] != '[')
			continue;
		size_t n = strspn(at + 2, "0123456789;");

		if (at[2 + n] == 'm' && sets_colour(at + 2, n))
			return true;
	}
	return false;
}

bool pt_reversed(struct pt *p, int row, int col)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(p->screen, (VTermPos){ row, col }, &cell);
	return cell.attrs.reverse;
}

int pt_row_of(struct pt *p, const char *text)
{
	const char *screen = pt_now(p);
	const char *at = strstr(screen, text);
	int row = 0;

	for (const char *c = screen; at && c < at; c++)
		row += *c == '\n';
	return at ? row : -1;
}

/* The numbers behind the name in parentheses, which may itself hold anything. */
static const char *process_state(const struct pt *p, char line[1024])
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)p->keeper.program);
	FILE *in = fopen(path, "r");

	if (!in)
		return NULL;
	size_t n = fread(line, 1, 1023, in);

	fclose(in);
	line[n] = '\0';
	char *end = strrchr(line, ')');

	return end && end[1] ? end + 2 : NULL;
}

long pt_ticks(struct pt *p)
{
	char line[1024];
	const char *state = process_state(p, line);
	unsigned long user, system;

	if (!state || sscanf(state, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
		return 0;
	return (long)(user + system);
}

static long switches(const struct pt *p)
{
	char path[64], line[256];
	long sum = 0, n;

	snprintf(path, sizeof(path), "/proc/%d/status", (int)p->keeper.program);
	FILE *in = fopen(path, "r");

	while (in && fgets(line, sizeof(line), in))
		if (sscanf(line, "voluntary_ctxt_switches: %ld", &n) == 1 ||
		    sscanf(line, "nonvoluntary_ctxt_switches: %ld", &n) == 1)
			sum += n;
	if (in)
		fclose(in);
	return sum;
}

bool pt_idle(struct pt *p)
{
	enum { SAMPLES = 3, TRIES = PT_SECONDS * 1000 };
	long before = -1;
	int same = 0;

	for (int i = 0; i < TRIES && same < SAMPLES && !p->over; i++) {
		char line[1024];
		int unread = 0;
		bool quiet = !pt_take(p, 1);
		const char *state = process_state(p, line);
		long now = switches(p);

		ioctl(p->slave, FIONREAD, &unread);
		same = quiet && unread == 0 && state && *state == 'S' && now == before ? same + 1 : 0;
		before = now;
	}
	return same == SAMPLES;
}

static bool same_modes(const struct termios *a, const struct termios *b)
{
	return a->c_iflag == b->c_iflag && a->c_oflag == b->c_oflag && a->c_cflag == b->c_cflag &&
	       a->c_lflag == b->c_lflag && memcmp(a->c_cc, b->c_cc, sizeof(a->c_cc)) == 0;
}

static const char *last(const struct pt *p, const char *bytes)
{
	const char *found = NULL;
	size_t n = strlen(bytes);

	for (size_t i = 0; i + n <= p->raw.n; i++)
		if (memcmp(p->raw.bytes + i, bytes, n) == 0)
			found = p->raw.bytes + i;
	return found;
}

static void forget(struct pt *p, const char *bytes)
{
	size_t n = strlen(bytes);
	char *at;

	while ((at = memmem(p->raw.bytes, p->raw.n, bytes, n))) {
		memmove(at, at + n, p->raw.n - n - (size_t)(at - p->raw.bytes));
		p->raw.n -= n;
	}
}

static bool says(struct pt *p, const char *what)
{
	printf("not restored: %s\n", what);
	printf("last bytes: |%s|\n", p->raw.n > 800 ? p->raw.bytes + p->raw.n - 800 : buffer_string(&p->raw));
	return false;
}

bool pt_restored(struct pt *p)
{
	/* What was written before the end may still be on its way: our own mark comes after it. */
	static const char mark[] = "\033]777;end\a";
	static const char *const forbidden[] = { "\033]", "\033P", "\033_", "\033^", "runtime error:", "ERROR: ",
					 "LeakSanitizer" };
	struct termios now;

	if (write(p->slave, mark, strlen(mark)) < 0 || !pt_raw(p, mark))
		return says(p, "the terminal cannot be written to");
	forget(p, mark);
	/* ncurses sets xterm's colours back when it returns from a stop. */
	forget(p, "\033]104\a");
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
		if (pt_sent(p, forbidden[i]))
			return says(p, forbidden[i][0] == 033 ? "an escape sequence that is not ours" : forbidden[i]);
	if (tcgetattr(p->slave, &now) != 0 || !same_modes(&now, &p->before))
		return says(p, "modes");
	if (!p->blind && (p->on_other_screen || !p->cursor_shown))
		return says(p, p->on_other_screen ? "main screen" : "cursor");
	if (last(p, "\033[?2004h") > last(p, "\033[?2004l"))
		return says(p, "bracketed paste");
	return true;
}
