# lingpao: build, test, install.  `make help` lists the targets.
# Two commands do everything on a fresh Debian machine:  make deps run   and   make deps check

VERSION := 0.1.0

PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
DATADIR ?= $(PREFIX)/share/lingpao

# The user's flags come last and are never changed; ours stand apart.
CFLAGS ?= -O2 -g
OUR_CPPFLAGS = -D_GNU_SOURCE -Isrc -DLINGPAO_VERSION='"$(VERSION)"'
OUR_CFLAGS = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wformat=2 -fno-common $(SANITIZE:%=-fsanitize=%) $(SANITIZE:%=-fno-sanitize-recover=all)
ifdef WERROR
OUR_CFLAGS += -Werror
endif
COMPILE = $(CC) $(OUR_CPPFLAGS) $(CPPFLAGS) $(OUR_CFLAGS) $(CFLAGS) -MMD -MP

# One build folder per flavour, so that no object of one is ever linked into another.
FLAVOUR := $(notdir $(firstword $(CC)))$(if $(SANITIZE),-sanitize)
BUILD   := build/$(FLAVOUR)

LIBRARIES      := ncursesw libcjson libunibreak libutf8proc
TEST_LIBRARIES := cmocka vterm
PACKAGES       := gcc make pkg-config libncurses-dev libcjson-dev libunibreak-dev libutf8proc-dev
TEST_PACKAGES  := libcmocka-dev libvterm-dev mandoc clang clang-format cppcheck jq

# Looked up when first needed, that is after `deps` has run; then remembered.
LIBS       = $(eval LIBS := $$(shell pkg-config --libs $(LIBRARIES)))$(LIBS)
TEST_LIBS  = $(eval TEST_LIBS := $$(shell pkg-config --libs $(TEST_LIBRARIES)))$(TEST_LIBS)
CJSON_CPPFLAGS = $(eval CJSON_CPPFLAGS := $$(shell pkg-config --cflags libcjson))$(CJSON_CPPFLAGS)

# The floors, from the ground up.  Each becomes one archive, and a test of a floor is linked with that
# floor and those below it only: an upward call does not link.
FLOORS := base table search compare app view term cli
below_base    := base
below_table   := table $(below_base)
below_search  := search $(below_table)
below_compare := compare $(below_search)
below_app     := app $(below_compare)
below_view    := view $(below_app)
below_term    := term $(below_view)
below_cli     := cli $(below_compare)
archives = $(patsubst %,$(BUILD)/lib%.a,$(below_$1))

SOURCES := $(wildcard src/*/*.c)
UNIT_SOURCES := $(wildcard tests/unit/*/*.c)
UNIT_TESTS := $(UNIT_SOURCES:%.c=$(BUILD)/%)
PROGRAM := $(BUILD)/lingpao

all: $(PROGRAM)

run: $(PROGRAM)
	$(PROGRAM)

$(PROGRAM): $(BUILD)/src/main.o $(call archives,cli) $(call archives,term)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libcli.a $(call archives,term) $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) $(EXTRA_CPPFLAGS) -c -o $@ $<

# Only these two files may see their library's header.
$(BUILD)/src/table/read_json.o: EXTRA_CPPFLAGS = $(CJSON_CPPFLAGS)
# The default table and the divisions are compiled in.
$(BUILD)/src/table/builtin.o: data/table.json data/divisions.csv

define floor_rules
$(BUILD)/lib$1.a: $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/$1/*.c))
	@mkdir -p $$(@D)
	rm -f $$@ && $(AR) rcs $$@ $$^
$(BUILD)/tests/unit/$1/%: $(BUILD)/tests/unit/$1/%.o $(BUILD)/tests/support/check.o $(call archives,$1)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $$@ $$< $(BUILD)/tests/support/check.o \
		$(call archives,$1) $$(LIBS) $$(TEST_LIBS)
endef
$(foreach floor,$(FLOORS),$(eval $(call floor_rules,$(floor))))

# Tests include their support as "support/...".
$(BUILD)/tests/%.o: EXTRA_CPPFLAGS = -Itests

unit: $(UNIT_TESTS)
	@for test in $(UNIT_TESTS); do $$test || exit 1; done

clean:
	rm -rf build dist

.PHONY: all run unit clean
.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
