/* Files of data/ that are compiled into the program, byte for byte. */
#ifndef TABLE_BUILTIN_H
#define TABLE_BUILTIN_H

extern const char builtin_table[], builtin_table_end[];		/* data/table.json */
extern const char builtin_divisions[], builtin_divisions_end[]; /* data/divisions.csv */
extern const char builtin_pinyin[], builtin_pinyin_end[];		/* data/pinyin.txt */
extern const char builtin_variants[], builtin_variants_end[];	/* data/variants.txt */

#endif
