# Two commands do on a fresh machine with Go and make: `make run` and `make test`.
# What a target needs beyond those, .ci/install asks the system for.

# The linter, pinned here and nowhere else.
GOLANGCI := go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

# The race detector watches what we wrote and all that works side by side with it. These keep
# nothing that two could share, or are SQLite's C made into Go, which it cannot judge: with them
# it would take twice as long. .ci/unwatched says whether they may be left out.
UNWATCHED := modernc.org/sqlite/lib golang.org/x/text/unicode/norm compress/flate image/...

# How long each fuzz test runs.
FUZZTIME ?= 10s

# How often each torture is done.
ROUNDS ?= 200

# A checkout owned by somebody else must build too: Git refuses to tell its version.
GOFLAGS += -buildvcs=false
export GOFLAGS

.PHONY: help run build test check format windows test-windows packages test-packages licences bench readers torture fuzz clean
.DEFAULT_GOAL := help

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: build ## open the window; without a display, do the main job from the command line
	@.ci/start

build: ## build bin/communique
	@.ci/install build
	@.ci/build

test: ## run all tests, end-to-end ones included, with the race detector
	@.ci/install build test
	flags=$$(.ci/unwatched $(UNWATCHED)) && go test -race $$flags -timeout 40m ./...

check: ## formatting, vet, linters, module files, scripts
	@.ci/install build
	@for script in $$(grep -l '^#!/bin/sh' .ci/*); do sh -n "$$script" || exit 1; done
	@! git ls-files -z | xargs -0 sh -c 'find "$$@" -maxdepth 0 -empty' find | grep . # a command's slip leaves such files
	go mod verify
	go mod tidy -diff
	$(GOLANGCI) fmt --diff
	go vet ./...
	for system in windows darwin; do CGO_ENABLED=0 GOOS=$$system go vet ./assets/... ./export/... ./editor/intake/... ./app/appearance ./app/archive ./app/chooser/system ./app/clipboard ./app/command ./app/console ./app/crash ./app/graphics ./app/library/... ./app/settings ./app/systemchange ./app/temporary ./app/update ./app/workarea ./app/window/claims ./app/window/saving || exit 1; done
	$(GOLANGCI) run

format: ## put the formatting right
	@.ci/install build
	$(GOLANGCI) fmt

windows: ## build bin/communique.exe for 64-bit Windows
	@.ci/install build windows
	.ci/build-windows bin/communique.exe

test-windows: ## try the program as Windows has it, under wine
	@.ci/install build test windows wine
	.ci/wine .ci/windows

packages: ## make the packages of this version in bin/packages: installer, MSI, zip, .deb, .rpm, Arch
	@.ci/install build windows packages
	@.ci/packages

test-packages: ## make the packages twice, compare them, and try them: each is installed, updated, used, removed
	@.ci/install build windows wine packages test-packages
	@.ci/test-packages

licences: ## gather the licences of all that is linked, after a dependency has changed
	@.ci/install build
	go generate ./assets/licences

bench: ## run every benchmark, printing figures and, where there is one to keep, the ratio
	@.ci/install build test
	@.ci/languagetool
	go test -run '^$$' -bench . -timeout 2h ./...
	cd app/library/sqlite/testdata/peers && go test -run '^$$' -bench . -benchtime 1x -timeout 2h

readers: ## read a PDF back with every reader that Debian, PyPI and npm have
	@.ci/install build test readers
	@.ci/readers
	go test -run '^TestReaders$$' -v ./export/pdf

torture: ## kill, cut the power, fill the disk, flip bits: ROUNDS (200) times each
	@.ci/install build test
	go test -tags torture -timeout 2h -run "^TestTorture" -v ./app/library/sqlite -args -rounds $(ROUNDS)
	go test -tags torture -timeout 2h -run "^TestTorture" -v ./app -args -rounds 50
	go test -tags torture -timeout 2h -run "^(TestTorture.*|TestKilled)$$" -v ./export -args -rounds $(ROUNDS)

fuzz: ## run every fuzz test for FUZZTIME (10s) each
	@.ci/install build
	@.ci/fuzz $(FUZZTIME)

clean: ## remove what was built and what the main job wrote
	rm -rf bin out
