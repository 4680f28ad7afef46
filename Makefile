# lingpao: build, test, install.  `make help` lists the targets.
# Two commands do everything on a fresh Debian machine:  make deps run   and   make deps check

VERSION := 0.1.0

PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
MANDIR  ?= $(PREFIX)/share/man
DATADIR ?= $(PREFIX)/share/lingpao

# make names its own default "cc"; the build folders are named after the compiler.
ifeq ($(origin CC),default)
CC := gcc
endif

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
FLAVOUR := $(notdir $(firstword $(CC)))$(if $(SANITIZE),-$(if $(filter thread,$(SANITIZE)),thread,sanitize))
BUILD   := build/$(FLAVOUR)

LIBRARIES      := ncursesw libcjson libunibreak libutf8proc
TEST_LIBRARIES := cmocka vterm
PACKAGES       := gcc make pkg-config libncurses-dev libcjson-dev libunibreak-dev libutf8proc-dev
TEST_PACKAGES  := libcmocka-dev libvterm-dev mandoc clang clang-format cppcheck jq unicode-data bzip2 pandoc
# Large: a browser, a spreadsheet, the type that both need.  `check` looks at reports with what is there.
REPORT_PACKAGES := jq pandoc poppler-utils chromium libreoffice-calc fonts-noto-cjk

# Looked up when first needed, that is after `deps` has run; then remembered.
LIBS       = $(eval LIBS := $$(shell pkg-config --libs $(LIBRARIES)) -lm -pthread)$(LIBS)
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

PROGRAM_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/*.c))

$(PROGRAM): $(PROGRAM_OBJECTS) $(call archives,cli) $(call archives,term)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $(PROGRAM_OBJECTS) $(BUILD)/libcli.a $(call archives,term) $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) $(EXTRA_CPPFLAGS) -c -o $@ $<

# Only these two files may see their library's header.
$(BUILD)/src/table/json.o: EXTRA_CPPFLAGS = $(CJSON_CPPFLAGS)
# The default table, the divisions and the two tables of characters are compiled in.
$(BUILD)/src/table/builtin.o: data/table.json data/divisions.csv data/pinyin.txt data/variants.txt

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

SCREEN_TEST := $(BUILD)/tests/screen/screens
$(SCREEN_TEST): $(BUILD)/tests/screen/screens.o $(call archives,view)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(call archives,view) $(LIBS)

# Tests in a real terminal emulator bring their own rules and name themselves in TERMINAL_TESTS.
-include tests/terminal/rules.mk
-include tests/bench/rules.mk

# Long: not part of `check`, whose unit tests hold the same properties over seeded random input.
-include tests/fuzz/rules.mk

# All tests of this flavour, built; `check` runs them.
tests: $(PROGRAM) $(UNIT_TESTS) $(SCREEN_TEST) $(TERMINAL_TESTS)

# Everything that must hold: the tests as shipped and under the address and undefined-behaviour sanitizers, then the rules
# of the house.  The last line is "N passed, M failed".
check: $(if $(filter deps,$(MAKECMDGOALS)),deps)
	+$(MAKE) tests WERROR=1
	+$(MAKE) tests SANITIZE=address,undefined
	tests/run.sh build/$(notdir $(firstword $(CC))) build/$(notdir $(firstword $(CC)))-sanitize

# What threads share, under ThreadSanitizer: reading in the background, searching with a helper, snapshots.
THREADED := table/loading table/lines search/crew search/match search/large search/snapshot
threaded-tests: $(THREADED:%=$(BUILD)/tests/unit/%)
tsan: $(if $(filter deps,$(MAKECMDGOALS)),deps)
	+$(MAKE) threaded-tests SANITIZE=thread
	tests/run.sh --built build/$(notdir $(firstword $(CC)))-thread

# Both compilers without a warning, the floors, the words, the man pages.
lint: $(if $(filter deps,$(MAKECMDGOALS)),deps)
	tests/run.sh --lint

# The reports in other people's programs: HTML in Chromium, CSV in LibreOffice, Markdown in pandoc.  KEEP=FOLDER keeps the pictures.
reports: $(if $(filter deps,$(MAKECMDGOALS)),deps) $(PROGRAM)
	tests/run.sh --reports $(BUILD)

# Screens that came out become the screens expected: look at the difference before you keep it.
screens: $(SCREEN_TEST)
	UPDATE=1 $(SCREEN_TEST)

# The tables of characters, from Debian's unicode-data; lint checks that this gives the same files.
readings: $(if $(filter deps,$(MAKECMDGOALS)),deps)
	data/make-readings.sh data

format:
	clang-format -i $(SOURCES) $(wildcard src/*.[ch] src/*/*.h tests/*/*.[ch] tests/unit/*/*.c)

# Installs what is missing, with sudo only where it is needed.
SUDO = $(if $(filter-out 0,$(shell id -u)),sudo)
WANTED = $(PACKAGES) $(if $(filter check lint tests readings bench,$(MAKECMDGOALS)),$(TEST_PACKAGES)) \
	$(if $(filter bench,$(MAKECMDGOALS)),$(BENCH_PACKAGES)) $(if $(filter reports,$(MAKECMDGOALS)),$(REPORT_PACKAGES))
deps:
	@missing=; for package in $(WANTED); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || \
			missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		$(SUDO) apt-get update -q && \
		$(SUDO) env DEBIAN_FRONTEND=noninteractive \
			apt-get install -y -q --no-install-recommends $$missing; \
	fi

# With `make deps run` nothing is compiled before the libraries are there, also under -j.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(patsubst %.c,$(BUILD)/%.o,$(SOURCES) $(wildcard src/*.c)): | deps
endif

install: $(PROGRAM)
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(DATADIR)
	install -m 755 $(PROGRAM) $(DESTDIR)$(BINDIR)/lingpao
	install -m 644 man/lingpao.1 $(DESTDIR)$(MANDIR)/man1/lingpao.1
	install -m 644 man/lingpao.5 $(DESTDIR)$(MANDIR)/man5/lingpao.5
	install -m 644 data/lingpao-1.schema.json data/COPYRIGHT $(DESTDIR)$(DATADIR)

uninstall:
	rm -f $(DESTDIR)$(BINDIR)/lingpao $(DESTDIR)$(MANDIR)/man1/lingpao.1 $(DESTDIR)$(MANDIR)/man5/lingpao.5
	rm -rf $(DESTDIR)$(DATADIR)

dist:
	mkdir -p dist
	git archive --format=tar.gz --prefix=lingpao-$(VERSION)/ -o dist/lingpao-$(VERSION).tar.gz HEAD

clean:
	rm -rf build dist

help:
	@echo 'make            build $(PROGRAM)'
	@echo 'make run        build and open the program'
	@echo 'make deps       install what is missing (with check, lint or bench: what these need too)'
	@echo 'make check      all tests, plain and under sanitizers, and lint'
	@echo 'make reports    reports in Chromium, LibreOffice and pandoc (KEEP=FOLDER keeps the pictures)'
	@echo 'make lint       both compilers, the floors, the man pages'
	@echo 'make tsan       the tests of what threads share, under ThreadSanitizer'
	@echo 'make screens    take the screens that come out as the expected ones'
	@echo 'make bench      measure speed and memory beside fzf, rg, grep, jq (N=1000000; BIG=1: 10,000,000 too)'
	@echo 'make format     clang-format over the sources'
	@echo 'make fuzz       libFuzzer, FUZZ_SECONDS=60 each'
	@echo 'make readings   make data/pinyin.txt and data/variants.txt anew from unicode-data'
	@echo 'make install    to $$(DESTDIR)$$(PREFIX), by default $(PREFIX); make uninstall takes it away'
	@echo 'make dist       a source archive in dist/'
	@echo 'make clean      remove build/ and dist/'
	@echo 'Variables: CC CFLAGS CPPFLAGS LDFLAGS DESTDIR PREFIX SANITIZE=address,undefined WERROR=1'

.PHONY: tsan threaded-tests all run tests check reports lint screens readings format deps install uninstall dist clean help
.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
