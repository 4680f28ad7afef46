/* The catalog's facts in the words of the interface, for every screen and every command alike. All add to `out`; what comes from data is
 * not yet made safe (columns_add_safe). */
#ifndef TABLE_DESCRIBE_H
#define TABLE_DESCRIBE_H

#include "base/buffer.h"
#include "table/catalog.h"

#define DESCRIBE_REMINDER "引用前请核对现行有效"
#define DESCRIBE_NOT_LISTED "本表未列" /* never: there is none */

/* "1,000,000" */
void describe_count(struct buffer *out, size_t count);

/* "江苏省 > 南通市" */
void describe_region(struct buffer *out, const struct catalog *c, size_t region);

/* "江苏 南通市": those it lies in by their short names, so that a city says where it is wherever it stands alone. */
void describe_place(struct buffer *out, const struct catalog *c, size_t region);

/* "文号" or "链接" */
const char *describe_reference_kind(const struct reference *r);

/* What follows an uncertain reference: "存疑：也可能是 http://… （原表…）", the reason in brackets and
 * a space behind each candidate, so that no mark sticks to a link that is copied; nothing for a
 * certain one. */
void describe_doubt(struct buffer *out, const struct reference *r);

/* Whether any of what it rests on is uncertain. */
bool describe_is_uncertain(const struct entry *e);

/* Whether the source prints the region otherwise than by the official names of its path. */
bool describe_prints_otherwise(const struct catalog *c, const struct entry *e);

/* "省份为推断，原表只印“郑州市”"; nothing where all is printed. */
void describe_inferred(struct buffer *out, const struct entry *e);

/* "10万元", "最高100万元", "1.5亿元", "800元", "未载明金额" */
void describe_yuan(struct buffer *out, const struct reward *r);

/* "国家级 10万元、省级 5万元"; nothing without rewards. */
void describe_rewards(struct buffer *out, const struct measure *m);

/* Whether any reward names a sum: the label 金额 or 奖补金额 stands before describe_rewards() only
 * then, since “金额 未载明金额” reads badly. */
bool describe_names_sum(const struct measure *m);

/* "本省无自己的条目，列其所辖市": for a region that has no entry of its own. */
void describe_borrows(struct buffer *out, const struct region *r);

/* 金融信贷, short 信贷; 未归类 for category_count, which stands for measures of no category. */
const char *describe_category(const struct catalog *c, size_t category);
const char *describe_short_category(const struct catalog *c, size_t category);

/* Short names "信贷 采购"; nothing without categories. */
void describe_categories(struct buffer *out, const struct catalog *c, const struct measure *m);

#endif
