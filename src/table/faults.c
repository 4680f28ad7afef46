#include "table/faults.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"

__attribute__((format(printf, 2, 0)))
static const char *format_into(struct arena *arena, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	char *text = arena_new(arena, n < 0 ? 1 : (size_t)n + 1);
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	return text;
}

static struct fault *append(struct faults *f, const char *file)
{
	f->all = memory_grow(f->all, &f->capacity, f->count + 1, sizeof(*f->all));
	struct fault *fault = &f->all[f->count++];
	*fault = (struct fault){ .file = arena_string(&f->arena, file) };
	return fault;
}

void faults_add(struct faults *f, const char *file, size_t line, size_t column, const char *path,
		const char *format, ...)
{
	struct fault *fault = append(f, file);
	fault->line = line;
	fault->column = column;
	fault->path = arena_string(&f->arena, path);
	va_list args;
	va_start(args, format);
	fault->what = format_into(&f->arena, format, args);
	va_end(args);
}

void faults_add_input_output(struct faults *f, const char *file, const char *what)
{
	append(f, file)->what = arena_string(&f->arena, what);
	f->input_output++;
}

void faults_add_lines(struct faults *f, const struct faults *lines, size_t line_base)
{
	f->refused += lines->refused;
	f->unlisted += lines->unlisted;
	for (size_t i = 0; i < lines->count; i++) {
		const struct fault *fault = &lines->all[i];
		if (f->count >= FAULTS_KEPT) {
			f->unlisted++;
			continue;
		}
		size_t line = fault->line ? line_base + fault->line : 0;
		f->of_lines++;
		faults_add(f, fault->file, line, fault->column, fault->path, "%s", fault->what);
	}
}

void faults_print(const struct fault *fault, struct buffer *out)
{
	columns_add_safe(out, fault->file, strlen(fault->file));
	if (fault->line)
		buffer_print(out, ":%zu:%zu", fault->line, fault->column);
	buffer_text(out, ": ");
	if (fault->path) {
		columns_add_safe(out, fault->path, strlen(fault->path));
		buffer_text(out, ": ");
	}
	columns_add_safe(out, fault->what, strlen(fault->what));
}

void faults_done(struct faults *f)
{
	free(f->all);
	arena_done(&f->arena);
	*f = (struct faults){ 0 };
}
