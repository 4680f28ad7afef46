/* Administrative divisions of mainland China by GB/T 2260 code, with 台湾, 香港 and 澳门 at
 * province level: 3,341 rows, compiled in from data/divisions.csv (see data/COPYRIGHT). Names are
 * official names. */
#ifndef TABLE_DIVISIONS_H
#define TABLE_DIVISIONS_H

#include <stdbool.h>
#include <stddef.h>

struct division {
	int code;
	int parent;	      /* code of the division above; 0 for a province */
	const char *name;     /* 南通市; borrowed, lives as long as the program */
};

/* All of them, in ascending order of code; read once, at the first call. */
const struct division *divisions_all(size_t *count);

const struct division *divisions_by_code(int code); /* NULL when there is none */

/* The division that a path of official names means: each name below the one before it, at any
 * depth between (韩城市 directly under 陕西省 is found), the first one anywhere. Of several the
 * highest; NULL when there is none or several equally high (桥西区 in 河北省 is in three cities).
 * */
const struct division *divisions_by_path(const char *const *path, size_t length);

/* Whether the path may mean that division: its last name is the division's, the others stand
 * above it in their order. */
bool divisions_is_path(const struct division *d, const char *const *path, size_t length);

/* The short name: 江苏省 江苏, 广西壮族自治区 广西, 南通市 南通, 延边朝鲜族自治州 延边, 北京市
 * 北京. A name that would become one character (和县, 矿区) stays whole. Writes at most `size`
 * bytes with the NUL and returns `out`. */
char *divisions_short_name(const char *name, char *out, size_t size);

#endif
