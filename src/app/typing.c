/* Keys given to whichever prompt is open. */
#include "app/key.h"
#include "app/state.h"

/* As with selected text elsewhere: a character or Backspace replaces it, every other key leaves it to be edited. */
bool app_replaces_text(uint32_t key)
{
	return (key >= ' ' && key < K_FIRST_NAMED) || key == K_CTRL('H');
}

/* Keys that mean the same in every prompt. False for any other. */
static bool take_common(struct app *a, uint32_t key)
{
	switch (key) {
	case K_CTRL('C'):
	case K_CTRL('Q'):
	case K_F10:
		a->quit = true;
		a->exit_code = key == K_CTRL('C') ? 130 : 0;
		return true;
	case K_CTRL('L'):
		a->effect = EFFECT_REDRAW;
		return true;
	case K_CTRL('Z'):
		a->effect = EFFECT_SUSPEND;
		return true;
	case K_INVALID:
		app_message(a, "收到的不是 UTF-8 文字，已忽略；请检查终端的编码");
		return true;
	default:
		return false;
	}
}

void app_prompt_key(struct app *a, uint32_t key)
{
	/* A pasted line end must not send off what is typed. */
	if (a->pasting && (key == K_ENTER || key == '\n' || key == K_TAB))
		key = ' ';
	else if (a->pasting && (key < ' ' || key == K_BACKSPACE || key >= K_FIRST_NAMED))
		return;
	if (take_common(a, key))
		return;
	if (a->prompting == PROMPTING_QUERY)
		app_query_key(a, key);
	else if (a->prompting == PROMPTING_FILE)
		app_file_key(a, key);
	else
		app_answer_key(a, key);
}
