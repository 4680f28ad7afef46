# `make bench`: the figures, beside their peers in the same run.  N is the size of the main table; BIG=1 measures
# 10,000,000 as well (2 GB of corpus).  Corpora are made once and kept in build/bench/.
N ?= 1000000
BENCH_PACKAGES := fzf ripgrep jq
BENCH_FOLDER := build/bench
BENCH_SIZES := $(sort 10000 100000 $(N) $(if $(BIG),10000000))
BENCH_MAKE := $(BUILD)/bench/generate
BENCH := $(BUILD)/bench/bench
BENCH_EMPTY := $(BUILD)/bench/empty

bench_make_parts := generate text phrases characters
bench_parts := bench figures engine session terminal process commands compare text phrases characters

$(BENCH_MAKE): $(bench_make_parts:%=$(BUILD)/tests/bench/%.o) $(call archives,table)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $(bench_make_parts:%=$(BUILD)/tests/bench/%.o) \
		$(call archives,table) $(LIBS)

$(BENCH): $(bench_parts:%=$(BUILD)/tests/bench/%.o) $(call archives,compare)
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $(bench_parts:%=$(BUILD)/tests/bench/%.o) \
		$(call archives,compare) $(LIBS) $(TEST_LIBS) -lutil

$(BENCH_EMPTY): $(BUILD)/tests/bench/empty.o
	@mkdir -p $(@D)
	$(CC) $(OUR_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBS)

# A corpus is made anew when the words change, not whenever the generator was compiled.
bench_words := $(wildcard tests/bench/generate.c tests/bench/text.c tests/bench/phrases.c \
	tests/bench/characters.c) data/divisions.csv
$(BENCH_FOLDER)/%.jsonl: $(bench_words) | $(BENCH_MAKE)
	@mkdir -p $(@D)
	$(BENCH_MAKE) $* >$@.part && mv $@.part $@
$(BENCH_FOLDER)/%.txt: $(bench_words) | $(BENCH_MAKE)
	@mkdir -p $(@D)
	$(BENCH_MAKE) --plain $* >$@.part && mv $@.part $@

bench: $(if $(filter deps,$(MAKECMDGOALS)),deps)
	+$(MAKE) bench-parts
	$(BENCH) $(PROGRAM) $(BENCH_EMPTY) $(BENCH_FOLDER) $(N) $(BENCH_SIZES)
bench-parts: $(PROGRAM) $(BENCH) $(BENCH_EMPTY) $(BENCH_FOLDER)/62.txt $(BENCH_SIZES:%=$(BENCH_FOLDER)/%.jsonl) \
	$(BENCH_FOLDER)/$(N).txt

# The generator has a test of its own, tests/cli/generate.sh.
tests: $(BENCH_MAKE)
.PHONY: bench bench-parts
