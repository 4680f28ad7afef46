# Tests in a real terminal emulator. A file of tests/terminal is a part of the harness, the demo, or a test program.
TERMINAL_HARNESS := pt ask look keeper scene
TERMINAL_DEMO := $(BUILD)/terminal-demo
TERMINAL_SOURCES := $(filter-out $(TERMINAL_HARNESS:%=tests/terminal/%.c) tests/terminal/demo.c, \
	$(wildcard tests/terminal/*.c))
TERMINAL_TESTS := $(TERMINAL_SOURCES:%.c=$(BUILD)/%)

terminal_objects := $(TERMINAL_HARNESS:%=$(BUILD)/tests/terminal/%.o) $(BUILD)/tests/support/check.o

# The demo is what the floor of the terminal alone is tested with; it is not a test, so it stands elsewhere.
$(TERMINAL_DEMO): $(BUILD)/tests/terminal/demo.o $(call archives,term)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(call archives,term) $(LIBS)

$(TERMINAL_TESTS): %: %.o $(terminal_objects) $(BUILD)/libbase.a $(TERMINAL_DEMO)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(terminal_objects) $(BUILD)/libbase.a \
		$(LIBS) $(TEST_LIBS) -lutil

terminal: $(PROGRAM) $(TERMINAL_TESTS)
	@for test in $(TERMINAL_TESTS); do LINGPAO=$(PROGRAM) $$test || exit 1; done
.PHONY: terminal
