/* The fields of a query, by name, and the numbers that some of them are compared with.
 *
 *	地域: 地区: dy:      names of the region and of those it lies in
 *	类别: lb:            names of the measure's categories, by their beginning
 *	文号: 发文字号: wh:  document numbers and links of the entry: no pinyin
 *	年: n:               the year in the entry's document numbers (not of links): 年:2018
 *	金额: je:            a reward that the measure names, in yuan: 金额:>=50万
 *	序号: xh:            the number of the entry: 序号:4
 *
 * A number is digits (full width too, with a decimal point, with commas); behind that of 金额 stand
 * units that multiply, 百 千 万 亿, and 元; behind that of 年 年. Before it > >= < <= = (also ＞ ≥ ＜ ≤), or a range
 * A-B (also ~ 至 到), open at either end: 年:2018- is from 2018 on. In 金额:50-100万 the unit counts for
 * both ends, and ends the wrong way round are put right.
 *
 * What else stands before a colon: a word of up to eight Han characters, or of up to eight Latin
 * letters, is a field that does not exist, unless nothing or (for Latin letters) a slash follows:
 * http://… is text. Anything else (12:30, GB/T:1) is text. */
#ifndef SEARCH_FIELDS_H
#define SEARCH_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum query_field {
	QUERY_ANY, /* no field: text, region and reference */
	QUERY_REGION,
	QUERY_CATEGORY,
	QUERY_REFERENCE,
	QUERY_YEAR,
	QUERY_MONEY,
	QUERY_NUMBER,
	QUERY_FIELDS
};

struct range { /* both ends belong to it; empty when low > high */
	int64_t low, high;
};

enum field_prefix { FIELD_NONE, FIELD_KNOWN, FIELD_UNKNOWN };
enum number_reading { NUMBER_READ, NUMBER_UNFINISHED, NUMBER_UNREADABLE };

/* What a folded word begins with. *length: the name with its colon; 0 for FIELD_NONE. */
enum field_prefix fields_prefix(const uint32_t *cps, size_t n, enum query_field *field,
				size_t *length);

bool fields_is_number(enum query_field field);
const char *fields_name(enum query_field field);    /* 地域 */
const char *fields_example(enum query_field field); /* 金额:>=50万 */

enum number_reading fields_number(enum query_field field, const uint32_t *cps, size_t n,
				  struct range *out);

/* The first year at or after *at that a document number states, (2018) or 2018年, in folded text;
 * *at is then behind it. False when there is none. */
bool fields_next_year(const uint32_t *cps, size_t n, size_t *at, int64_t *year);

/* Whether the range holds one of them. */
bool fields_year_in(const uint32_t *cps, size_t n, struct range range);

bool fields_is_han(uint32_t cp);

#endif
