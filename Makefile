# The commands of Tenken. `make help` lists them.

SHELL := /bin/bash
PREFIX ?= /usr/local
SAMPLE ?= sample-hospital

# Debian's names of what the build and the checks need beside Swift, git and make.
PACKAGES := libedit-dev libexpat1-dev liblua5.4-dev libseccomp-dev libsqlite3-dev libxlsxwriter-dev zlib1g-dev pkg-config lua-check
BENCH_PACKAGES := lua5.4 nmap python3 python3-venv sqlite3

RELEASE := .build/release/tenken
DEBUG := .build/debug/tenken
# Generic code of StrictYAML and SiteData is specialised where other modules use it: a quarter off the time of reading the catalogue.
BUILD_RELEASE := swift build -c release --static-swift-stdlib -Xswiftc -cross-module-optimization --product

.PHONY: help setup build sweep test lint sanitize fuzz bench install clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

# $(call install_missing,packages): installs with apt what dpkg does not know as installed.
define install_missing
	@missing=; for p in $(1); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  if ! command -v apt-get >/dev/null; then \
	    echo "tenken needs the Debian packages$$missing, and there is no apt-get here. Install their equivalents." >&2; exit 1; fi; \
	  if [ "$$(id -u)" = 0 ]; then run=; elif command -v sudo >/dev/null; then run=sudo; else \
	    echo "tenken needs the Debian packages$$missing. Install them as root: apt-get install$$missing" >&2; exit 1; fi; \
	  echo "Installing$$missing"; \
	  $$run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -qq --no-install-recommends $$missing >/dev/null || { \
	    echo "apt-get could not install$$missing. Install them by hand and run make again." >&2; exit 1; }; \
	fi
endef

setup: ## Install what is missing (apt)
	@command -v swift >/dev/null || { echo "tenken needs Swift 6: see https://www.swift.org/install/linux/" >&2; exit 1; }
	$(call install_missing,$(PACKAGES))

build: setup ## Build the release binary, .build/release/tenken
	@echo "Building the release binary (the first time takes some minutes)"
	@$(BUILD_RELEASE) tenken

sweep: build ## Sweep the sample hospital and show the summary
	@[ -e $(SAMPLE) ] || $(RELEASE) site init --sample $(SAMPLE)
	@mkdir -p $(SAMPLE)/reports
	@# The sample's dates fit this day. It has faults on purpose, so a sweep that finds them (1) has gone well.
	@$(RELEASE) sweep --site $(SAMPLE) --at 2026-11-20T09:00 --output $(SAMPLE)/reports/sweep.txt; \
	  status=$$?; [ $$status -le 2 ] || exit $$status

test: setup lint ## Run every test, the plugins' own among them
	@echo "Building the tests (the first time takes some minutes)"
	@swift build --build-tests
	@$(DEBUG) plugin test --mutants
	@swift test --skip-build

lint: setup ## Check the style of the code, and the catalogue
	@swift format lint --strict --recursive Sources Tests Package.swift
	@luacheck --quiet --max-line-length 120 Plugins Sources/Checks
	@swift build --product tenken
	@$(DEBUG) catalogue check
	@$(DEBUG) plugin check

# Slower by a factor of ten and more, so the tests' limits on time grow with it. What a sanitizer finds ends the test run.
sanitize: setup ## Run the tests of Lua, Checks and Sweeps under AddressSanitizer and ThreadSanitizer
	@for kind in address thread; do \
	  echo "Building the tests for the $${kind} sanitizer (some minutes)"; \
	  export TENKEN_SANITIZE=$$kind; \
	  swift build --build-tests --sanitize=$$kind --scratch-path .build/sanitize-$$kind && \
	  TENKEN_TEST_PATIENCE=10 ASAN_OPTIONS=detect_leaks=1 TSAN_OPTIONS=halt_on_error=1:suppressions=Tests/Sanitize/thread-suppressions SWIFT_BACKTRACE=enable=no \
	  swift test --disable-xctest --skip-build --sanitize=$$kind --scratch-path .build/sanitize-$$kind \
	    --filter '^(Lua|Checks|Sweeps)Tests' || exit 1; \
	done

TARGET ?= plugin-loader
SECONDS ?= 600
fuzz: setup ## Fuzz: make fuzz TARGET=plugin-loader SECONDS=600
	@Tests/Fuzz/run $(TARGET) $(SECONDS)

bench: build ## Compare speeds with peers, in one run
	$(call install_missing,$(BENCH_PACKAGES))
	@$(BUILD_RELEASE) Benchmarks
	@Tests/Benchmarks/run $(RELEASE)

SHARE = $(DESTDIR)$(PREFIX)/share
install: build ## Install below PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/tenken
	install -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/tenken
	install -d $(addprefix $(SHARE)/,man/man1 man/ja/man1 bash-completion/completions zsh/site-functions fish/vendor_completions.d)
	$(RELEASE) manual --language en >$(SHARE)/man/man1/tenken.1
	$(RELEASE) manual --language ja >$(SHARE)/man/ja/man1/tenken.1
	$(RELEASE) completion bash >$(SHARE)/bash-completion/completions/tenken
	$(RELEASE) completion zsh >$(SHARE)/zsh/site-functions/_tenken
	$(RELEASE) completion fish >$(SHARE)/fish/vendor_completions.d/tenken.fish
	cp -R Catalogue Plugins Sources/tenken/SampleHospital $(DESTDIR)$(PREFIX)/share/tenken/

clean: ## Remove what was built, and the swept sample
	rm -rf .build $(SAMPLE)
