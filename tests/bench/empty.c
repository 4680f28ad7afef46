/* The least program of ncursesw that shows something and waits for a key: what any start costs. */
#include <locale.h>

#include <ncursesw/curses.h>

int main(void)
{
	setlocale(LC_ALL, "");
	initscr();
	raw();
	noecho();
	mvaddstr(LINES - 1, 0, "ready");
	refresh();
	getch();
	endwin();
	return 0;
}
