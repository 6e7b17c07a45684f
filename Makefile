# SPDX-License-Identifier: MIT
# Rapporteur.  Verbs: all demo test check asan layers fuzz bench judges conformance accuracy
# lint install clean.  VARIANT=release|asan|tsan|fuzz|clang keeps object files apart.

# ---- packages: the only list (Debian 12) -----------------------------------------------------
PKG_BUILD := gcc make pkg-config libc6-dev libxml2-dev libxslt1-dev libcairo2-dev libpango1.0-dev \
	libharfbuzz-dev libfontconfig-dev libfreetype-dev libfribidi-dev libhyphen-dev \
	libhunspell-dev libqpdf-dev libzip-dev libmd4c-dev librsvg2-dev libpoppler-glib-dev \
	libdeflate-dev libqrencode-dev libcmocka-dev
PKG_DATA := fonts-liberation fonts-noto-core fonts-noto-cjk hyphen-es hyphen-fr hyphen-en-us \
	hyphen-ru hunspell-es hunspell-fr hunspell-en-us hunspell-ru hunspell-ar icc-profiles-free
PKG_TOOLS := poppler-utils qpdf libxml2-utils clang libclang-rt-14-dev mandoc python3
PKG_JUDGES := jing zbar-tools epubcheck librhino-java default-jre-headless maven python3-fonttools
PKG_BENCH := fop groff
NPM_BENCH := @myriaddreamin/typst-ts-node-compiler@0.7.0

LIBS := libxml-2.0 libxslt glib-2.0 cairo cairo-ft cairo-pdf harfbuzz fontconfig freetype2 fribidi libdeflate \
	libqrencode
# their headers only: these are loaded when they are first needed (base/library.h)
LIBS_LATER := libqpdf librsvg-2.0 pango pangocairo libzip hunspell md4c

# ---- build -----------------------------------------------------------------------------------
VARIANT ?= release
OUT := build/$(VARIANT)
BIN := $(if $(filter release,$(VARIANT)),build/rapporteur,$(OUT)/rapporteur)

HAVE_LIBS := $(shell pkg-config --exists $(LIBS) $(LIBS_LATER) 2>/dev/null && echo yes)
ifeq ($(HAVE_LIBS),yes)
LIB_CFLAGS := $(shell pkg-config --cflags $(LIBS) $(LIBS_LATER))
LIB_LIBS := $(shell pkg-config --libs $(LIBS)) -lm
HAVE_POPPLER := $(shell pkg-config --exists poppler-glib 2>/dev/null && echo yes)
endif
# so is this, where it is installed
ifeq ($(HAVE_POPPLER),yes)
LIB_CFLAGS += -DHAVE_POPPLER $(shell pkg-config --cflags poppler-glib)
endif

WARN := -std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes -Wwrite-strings $(if $(CI),-Werror)
export TSAN_OPTIONS := suppressions=$(CURDIR)/tests/tsan
export LSAN_OPTIONS := suppressions=$(CURDIR)/tests/lsan:print_suppressions=0
SANITIZE := -DLEAKS_ARE_SOUGHT -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
OPT_release := -O3
OPT_asan := -O1 $(SANITIZE)
OPT_fuzz := -O1 $(SANITIZE) -fsanitize=fuzzer-no-link
OPT_tsan := -O1 -fsanitize=thread
OPT_clang := -O1
CC := $(if $(filter fuzz,$(VARIANT)),clang,$(if $(filter default,$(origin CC)),gcc,$(CC)))
ALL_CFLAGS := $(WARN) -g $(OPT_$(VARIANT)) -Isrc $(LIB_CFLAGS) $(CFLAGS)
ALL_LDFLAGS := $(OPT_$(VARIANT)) $(LDFLAGS)

SRC := $(sort $(wildcard src/*/*.c))
OBJ := $(SRC:src/%.c=$(OUT)/%.o)
LIB := $(OUT)/librapporteur.a
TEST_SRC := $(sort $(wildcard tests/unit/test_*.c tests/prop/test_*.c))
TEST_BIN := $(TEST_SRC:tests/%.c=$(OUT)/tests/%)

.PHONY: all demo test check asan layers fuzz bench judges conformance accuracy lint install clean \
	deps judge-packages unit programs
all: $(BIN)

$(OUT)/%.o: src/%.c
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(LIB): $(OBJ)
	@rm -f $@
	@ar rcs $@ $^

$(BIN): $(OUT)/main.o $(LIB)
	@mkdir -p $(@D)
	@$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIB_LIBS)

$(OUT)/tests/%: tests/%.c $(LIB)
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -MF $@.d $(ALL_LDFLAGS) -o $@ $< $(LIB) $(LIB_LIBS) -lqpdf -lzip -lpango-1.0 -lcmocka

-include $(OBJ:.o=.d) $(OUT)/main.d $(TEST_BIN:=.d)


# ---- tests -----------------------------------------------------------------------------------
# Fuzz targets are also linked with a plain main that replays their seeds.
FUZZ := $(sort $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c)))
REPLAY := $(FUZZ:%=$(OUT)/tests/replay_%)
FUZZ_SECONDS ?= 60

$(OUT)/tests/replay_%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c tests/fuzz/recognised.h $(LIB)
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -Itests $(ALL_LDFLAGS) -o $@ $(filter %.c,$^) $(LIB) $(LIB_LIBS) -lzip -lcmocka

$(OUT)/tests/fuzz_%: tests/fuzz/fuzz_%.c tests/fuzz/recognised.h $(LIB)
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -Itests $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $< $(LIB) $(LIB_LIBS) -lzip

programs: $(TEST_BIN) $(REPLAY)

export RAPPORTEUR = $(abspath $(BIN))
export BUILD = $(abspath $(OUT))

check: $(BIN) $(TEST_BIN) $(REPLAY) layers
	@tests/run $(TEST_BIN) $(REPLAY) $(wildcard tests/cli/*.sh)

test: deps
	@$(MAKE) -s --no-print-directory -j$$(nproc) check

asan: deps
	@$(MAKE) -s --no-print-directory -j$$(nproc) VARIANT=asan check

fuzz:
	@$(MAKE) -s --no-print-directory VARIANT=fuzz -j$$(nproc) $(FUZZ:%=build/fuzz/tests/fuzz_%)
	@set -e; for t in $(FUZZ); do mkdir -p build/fuzz/corpus/$$t; \
		build/fuzz/tests/fuzz_$$t -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 \
			-print_final_stats=1 -artifact_prefix=build/fuzz/$$t- build/fuzz/corpus/$$t \
			tests/fuzz/cases/$$t; done

# The include edges the rooms may have; anything else is a fault.
EDGES := base: source:base,pdf recognise:base,source,report report:base xslt:base fo:base \
	layout:base,fo paint:base,layout pdf:base,layout epub:base akn:base batch:base
layers:
	@tests/layers $(EDGES)

lint:
	@mandoc -T lint -W warning src/rapporteur.1
	@$(MAKE) -s --no-print-directory CC=clang VARIANT=clang CI=1 all programs

# ---- installing what is missing --------------------------------------------------------------
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
define install
	@missing=$$(for p in $(1); do dpkg-query -W -f='$${db:Status-Status}\n' $$p 2>/dev/null | \
		grep -qx installed || echo $$p; done); \
	[ -z "$$missing" ] || { mkdir -p build; echo "installing" $$missing; \
		{ $(SUDO) apt-get -qq update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
		install --no-install-recommends $$missing; } >build/apt.log 2>&1 || \
		{ tail -n 20 build/apt.log; exit 1; }; }
endef

deps:
	$(call install,$(PKG_BUILD) $(PKG_DATA) $(PKG_TOOLS))

# A judge that cannot be had is skipped with a word, and the others judge.
judges: deps
	@$(MAKE) -s --no-print-directory judge-packages || echo "skipped: some judges cannot be installed"
	@if [ -x tests/judges/get-verapdf ]; then tests/judges/get-verapdf build/judges || [ $$? -eq 77 ]; fi

judge-packages:
	$(call install,$(PKG_JUDGES))

conformance: judges
	@$(MAKE) -s --no-print-directory -j$$(nproc) all
	@tests/conformance

# ---- showing and measuring -------------------------------------------------------------------
SAMPLES := $(sort $(wildcard samples/*.txt samples/*.md samples/*.html samples/*.docx))

demo: deps
	@$(MAKE) -s --no-print-directory -j$$(nproc) all
	@tests/demo build/demo $(SAMPLES)

bench: deps
	$(call install,$(PKG_BENCH))
	@[ -d build/typst ] || ! command -v npm >/dev/null || \
		npm install --silent --no-audit --no-fund --prefix build/typst $(NPM_BENCH) >/dev/null 2>&1 || true
	@$(MAKE) -s --no-print-directory -j$$(nproc) all $(OUT)/tests/bench/finishing
	@tests/bench/run

accuracy: deps
	@$(MAKE) -s --no-print-directory -j$$(nproc) all
	@tests/accuracy units=0.90 whole=0.80 heads=0.95 paras=0.95 items=0.95 resol=0.95 parts=0.75 fields=0.92 notes=0.95 furn=0.95

# ---- installing us ---------------------------------------------------------------------------
PREFIX ?= /usr/local
install: $(BIN)
	install -D -m 755 $(BIN) $(DESTDIR)$(PREFIX)/bin/rapporteur
	install -D -m 644 src/rapporteur.1 $(DESTDIR)$(PREFIX)/share/man/man1/rapporteur.1
	for f in $$(find schemas stylesheets fonts -type f); do \
		install -D -m 644 $$f $(DESTDIR)$(PREFIX)/share/rapporteur/$$f; done

clean:
	rm -rf build

# One test while working: make unit T=unit/test_base
unit: $(OUT)/tests/$(T) $(BIN)
	@$<
