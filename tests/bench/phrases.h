/* What the corpus is put together from: phrases in the manner of the built-in table.
 *
 * bench_phrases[k] is the list for the slot "$A" + k, its phrases parted by |. A phrase may hold slots:
 *	$A … $Z	one of that list, the first ones more often
 *	$n $x $y $m	a small number, a percentage, a year, a sum of money
 *	$p $o		the name of the entry's own region, of any other
 *	$w		a rare word, of two or three characters
 *	$s		the number of a standard
 * $S is the list of openings, $T that of the clauses that may follow. */
#ifndef BENCH_PHRASES_H
#define BENCH_PHRASES_H

enum { BENCH_LISTS = 26 };
extern const char *const bench_phrases[BENCH_LISTS];

#endif
