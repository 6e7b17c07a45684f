# SPDX-License-Identifier: MIT
# Rapporteur.  Verbs: all demo test check asan layers fuzz bench judges conformance accuracy
# lint cov install dist clean.  VARIANT=release|asan|fuzz|cov keeps object files apart.

# ---- packages: the only list (Debian 12) -----------------------------------------------------
PKG_BUILD := gcc make pkg-config libc6-dev libxml2-dev libxslt1-dev libcairo2-dev libpango1.0-dev \
	libharfbuzz-dev libfontconfig-dev libfreetype-dev libfribidi-dev libhyphen-dev \
	libhunspell-dev libqpdf-dev libzip-dev libmd4c-dev librsvg2-dev libpoppler-glib-dev \
	libsqlite3-dev libcmocka-dev
PKG_DATA := fonts-liberation fonts-noto-core fonts-noto-cjk hyphen-es hyphen-fr hyphen-en-us \
	hyphen-ru hunspell-es hunspell-fr hunspell-en-us hunspell-ru hunspell-ar icc-profiles-free
PKG_TOOLS := poppler-utils qpdf libxml2-utils clang mandoc python3
PKG_JUDGES := jing epubcheck default-jre-headless maven python3-fonttools
PKG_BENCH := fop groff

LIBS := libxml-2.0 libxslt cairo cairo-ft cairo-pdf pango pangoft2 harfbuzz fontconfig freetype2 \
	fribidi hunspell libqpdf libzip md4c librsvg-2.0

# ---- build -----------------------------------------------------------------------------------
VARIANT ?= release
OUT := build/$(VARIANT)
BIN := $(if $(filter release,$(VARIANT)),build/rapporteur,$(OUT)/rapporteur)

HAVE_LIBS := $(shell pkg-config --exists $(LIBS) 2>/dev/null && echo yes)
ifeq ($(HAVE_LIBS),yes)
LIB_CFLAGS := $(shell pkg-config --cflags $(LIBS))
LIB_LIBS := $(shell pkg-config --libs $(LIBS)) -lhyphen -lm
HAVE_POPPLER := $(shell pkg-config --exists poppler-glib 2>/dev/null && echo yes)
endif
ifeq ($(HAVE_POPPLER),yes)
LIB_CFLAGS += -DHAVE_POPPLER $(shell pkg-config --cflags poppler-glib)
LIB_LIBS += $(shell pkg-config --libs poppler-glib)
endif

WARN := -std=c11 -Wall -Wextra -Wshadow -Wstrict-prototypes -Wwrite-strings $(if $(CI),-Werror)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
OPT_release := -O2
OPT_asan := -O1 $(SANITIZE)
OPT_fuzz := -O1 $(SANITIZE) -fsanitize=fuzzer-no-link
OPT_cov := -O0 --coverage
CC := $(if $(filter fuzz,$(VARIANT)),clang,$(if $(filter default,$(origin CC)),gcc,$(CC)))
ALL_CFLAGS := $(WARN) -g $(OPT_$(VARIANT)) -Isrc $(LIB_CFLAGS) $(CFLAGS)
ALL_LDFLAGS := $(OPT_$(VARIANT)) $(LDFLAGS)

SRC := $(sort $(wildcard src/*/*.c))
OBJ := $(SRC:src/%.c=$(OUT)/%.o)
LIB := $(OUT)/librapporteur.a
TEST_SRC := $(sort $(wildcard tests/unit/test_*.c tests/prop/test_*.c))
TEST_BIN := $(TEST_SRC:tests/%.c=$(OUT)/tests/%)

.PHONY: all demo test check asan layers fuzz bench judges conformance accuracy lint cov install \
	dist clean deps deps-judges deps-bench
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
	@$(CC) $(ALL_CFLAGS) -Itests -MMD -MP -MF $@.d $(ALL_LDFLAGS) -o $@ $< $(LIB) $(LIB_LIBS) -lcmocka

-include $(OBJ:.o=.d) $(OUT)/main.d $(TEST_BIN:=.d)

clean:
	rm -rf build

# one room's tests while working: make unit T=test_json
unit: $(OUT)/tests/unit/$(T)
	@$<

# ---- tests -----------------------------------------------------------------------------------
check: $(BIN) $(TEST_BIN) layers
	@RAPPORTEUR=$(abspath $(BIN)) tests/run $(TEST_BIN)

# The include edges the rooms may have; anything else is a fault.
EDGES := base: source:base recognise:base,source,report report:base xslt:base fo:base \
	layout:base,fo paint:base,layout pdf:base,layout epub:base,xslt akn:base,xslt batch:base
layers:
	@tests/layers $(EDGES)
