/* Memory in whole pages, straight from the system and given back to it at once: for what is large
 * and many, where malloc's holes would stay in the process. */
#ifndef TABLE_PAGES_H
#define TABLE_PAGES_H

#include <stddef.h>

void *pages_new(size_t bytes);				   /* zeroed; bytes > 0 */
void pages_shrink(void *pages, size_t *bytes, size_t need); /* keeps the place and what is in [0, need) */
void pages_free(void *pages, size_t bytes);		   /* NULL is allowed */

#endif
