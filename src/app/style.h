/* What a piece of the screen means; term/ decides how each looks. No meaning is by colour alone: every style that says
 * something has a mark in the text or an attribute (bold, underline, reverse) as well. */
#ifndef APP_STYLE_H
#define APP_STYLE_H

enum style {
	STYLE_TEXT,
	STYLE_TITLE,	 /* the status line at the top */
	STYLE_HEADING,	 /* a region's name above its text, a group in a comparison */
	STYLE_LABEL,	 /* a measure's number, 文号, 链接 */
	STYLE_LINK,
	STYLE_DIM,	 /* notes, separators' words, reminders */
	STYLE_WARNING,	 /* uncertain, inferred */
	STYLE_SELECTED,	 /* the row under the cursor of the pane that has the keys */
	STYLE_CURRENT,	 /* the same row when another pane has the keys */
	STYLE_HIT,	 /* what a query matched */
	STYLE_HIT_CURRENT, /* the same inside the selected measure */
	STYLE_DIFFER,	 /* what differs inside a pair */
	STYLE_BAR,	 /* the bottom line */
	STYLE_KEY,	 /* a key's name on the bottom line */
	STYLE_MESSAGE,	 /* a sentence on the bottom line */
	STYLE_SEPARATOR, /* lines between panes */
	STYLE_COUNT
};

#endif
