/* How the scenarios start what they look at. */
#ifndef TERMINAL_SCENE_H
#define TERMINAL_SCENE_H

#include "terminal/pt.h"

#define LIST(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* The program of $LINGPAO, and the demo that was built beside it. */
const char *scene_program(void);
const char *scene_demo(void);

#endif
