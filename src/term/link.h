/* Links, before a browser sees them. */
#ifndef TERM_LINK_H
#define TERM_LINK_H

#include <stdbool.h>

#include "base/error.h"

enum { LINK_BYTES = 2048 };

/* True for an http or https link that is one plain word to every program: characters of RFC 3986
 * without the quote, whole %XX other than %00, a host of letters, digits, '.' and '-', perhaps a
 * port, and no user's name in it. False with the reason in words. */
bool link_plain(const char *link, struct error *err);

#endif
