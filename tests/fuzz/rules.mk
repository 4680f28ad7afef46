# Fuzzing with libFuzzer: `make fuzz` runs each target for FUZZ_SECONDS (60), from a corpus that grows in build/fuzz.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS := read search wrap
FUZZ_CFLAGS  := -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
FUZZ_SOURCES = $(wildcard src/base/*.c src/table/*.c src/search/*.c)

build/fuzz/%: tests/fuzz/%.c $(FUZZ_SOURCES)
	@mkdir -p build/fuzz/corpus-$*
	clang $(OUR_CPPFLAGS) $(CJSON_CPPFLAGS) $(FUZZ_CFLAGS) -o $@ $< $(FUZZ_SOURCES) $(LIBS)

fuzz: $(FUZZ_TARGETS:%=build/fuzz/%)
	cp data/table.json tests/hostile/*.json build/fuzz/corpus-read/
	for target in $(FUZZ_TARGETS); do \
		build/fuzz/$$target -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -artifact_prefix=build/fuzz/ \
			build/fuzz/corpus-$$target || exit 1; \
	done
.PHONY: fuzz
