#include <string.h>

#include "cli/comparison.h"
#include "cli/pairs.h"
#include "cli/print.h"
#include "cli/several.h"

void print_comparison(const struct shown *s, enum format format, int width, struct buffer *out)
{
	struct pairs p = pairs_begin(s);
	switch (format) {
	case FORMAT_TEXT:
		compare_text(&p, width, out);
		break;
	case FORMAT_MARKDOWN:
		compare_markdown(&p, out);
		break;
	case FORMAT_CSV:
		compare_csv(&p, out);
		break;
	case FORMAT_JSON:
		compare_json(&p, out);
		break;
	case FORMAT_HTML:
		compare_html(&p, out);
		break;
	}
	pairs_done(&p);
}

/* The side that “仅江苏” means is known only when the regions are. */
static bool find_filter(const struct options *o, const struct catalog *c, const size_t *regions,
			enum compare_filter *filter, struct error *err)
{
	size_t only;
	int code = EXIT_FOUND;
	*filter = o->filter;
	if (!o->only)
		return true;
	if (!print_find_region(c, o->only, &only, &code, err))
		return false;
	if (only != regions[LEFT] && only != regions[RIGHT])
		return error_set(err, "选项 --filter 的“仅%s”不是所对比的地域之一", o->only);
	*filter = only == regions[LEFT] ? COMPARE_LEFT : COMPARE_RIGHT;
	return true;
}

int print_compare(const struct options *o, const struct catalog *c, struct buffer *out,
		  struct error *err)
{
	size_t regions[SIDES];
	int code = EXIT_FOUND;
	enum compare_filter filter;
	if (o->argument_count > SIDES)
		return print_compare_several(o, c, out, err);
	for (int i = LEFT; i < SIDES; i++)
		if (!print_find_region(c, o->arguments[i], &regions[i], &code, err))
			return code;
	if (regions[LEFT] == regions[RIGHT]) {
		error_set(err, "左右是同一个地域，应为两个不同的地域");
		return EXIT_USAGE;
	}
	if (compare_is_too_large(c, regions[LEFT], regions[RIGHT], o->cities)) {
		error_set(err, "两边的措施太多，不能对比；请选较小的地域");
		return EXIT_USAGE;
	}
	if (!find_filter(o, c, regions, &filter, err))
		return EXIT_USAGE;
	struct comparison comparison;
	struct shown shown = { 0 };
	compare_regions(c, regions[LEFT], regions[RIGHT],
			(struct compare_options){ o->cities, o->ignore_names }, &comparison);
	shown_make(&shown, c, &comparison, filter);
	print_comparison(&shown, o->format, o->width, out);
	shown_done(&shown);
	compare_done(&comparison);
	return code;
}
