# Iris: every command, in one place. `make help` lists them.

SHELL := /bin/bash
PORT ?= 8080
IRIS_DATA ?= .iris
MOCK_PORT ?= 8081
SEED ?= 1
BASE ?= http://127.0.0.1:$(PORT)
export PORT IRIS_DATA

.DEFAULT_GOAL := help
.PHONY: help setup generate check-generated spec-diff scaffold watch explain mutate-spec build run mock conformance suite suite-check test schemathesis gauntlet soak soak-memory bench-generator format lint clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{ printf "  make %-16s %s\n", $$1, $$2 }'

setup: ## Install what is missing (apt), and say what that is
	@scripts/setup

generate: setup ## Write Sources/Generated from spec/
	@scripts/build --product iris-generate
	@.build/debug/iris-generate

check-generated: setup ## Fail if Sources/Generated is not what spec/ says
	@scripts/build --product iris-generate
	@.build/debug/iris-generate check

spec-diff: setup ## Tell what has changed in the contract since the last release, and fail on breaks that nobody approved
	@scripts/build --product iris-generate
	@scripts/spec-diff $(ARGS)

scaffold: setup ## Write the handlers that Sources/Server lacks
	@scripts/build --product iris-generate
	@.build/debug/iris-generate scaffold

watch: setup ## Generate whenever spec/ changes, until Ctrl-C
	@scripts/build --product iris-generate
	@.build/debug/iris-generate watch

explain: setup ## Say all that the contract says of a name: make explain NAME=inviteTeammate
	@scripts/build --product iris-generate
	@.build/debug/iris-generate explain $(NAME)

mutate-spec: setup ## Change every node of spec/ in turn; fail if a change is neither refused, nor reported, nor seen (some minutes)
	@scripts/build -c release --product iris-generate
	@.build/release/iris-generate mutate-spec $(ARGS)

build: setup ## Build the server and the suite
	@scripts/build --product iris-server
	@scripts/build --product iris-conformance

# Limits are lifted where the database is the embedded one, so that the suite can be run against it in one go.
run: setup ## Start the server on 127.0.0.1:8080 (PORT, IRIS_DATA)
	@scripts/build --product iris-server
	@[[ -n $$DATABASE_URL ]] || export IRIS_RATE_FACTOR=$${IRIS_RATE_FACTOR:-1000}; exec .build/debug/iris-server

mock: setup ## Serve an API made of spec/ alone on 127.0.0.1:8081 (MOCK_PORT, SEED, ARGS)
	@scripts/build --product iris-mock
	@exec .build/debug/iris-mock --spec spec --port $(MOCK_PORT) --seed $(SEED) $(ARGS)

conformance: setup ## Judge BASE (http://127.0.0.1:8080) promise by promise; more in docs/conformance.md
	@scripts/build --product iris-conformance
	@.build/debug/iris-conformance run $(BASE) $(ARGS)

suite: setup ## Build the suite as one file that starts on a Linux without Swift (some minutes)
	@scripts/build-suite

suite-check: suite ## Start it in a root with nothing but the C library
	@scripts/suite-check

test: setup ## Everything: generated code, formatting, tests, and the suite against a server of its own
	@scripts/test

schemathesis: setup ## Ask a server of its own what Schemathesis makes up from openapi.json (some minutes)
	@scripts/build --product iris-server
	@scripts/schemathesis $(ARGS)

gauntlet: setup ## Judge the suite: every fault that follows from spec/, between it and a server of its own (some minutes)
	@scripts/build --product iris-server
	@scripts/build --product iris-conformance
	@scripts/gauntlet $(ARGS)

soak: setup ## 10,000 messages while the server is killed five times and PostgreSQL restarted twice (some minutes)
	@scripts/build --product iris-server
	@scripts/setup-python
	@.build-python/bin/python Tests/Soak/soak.py $(ARGS)

soak-memory: setup ## Ten minutes of mixed load, after which the server's memory must not have grown
	@scripts/build --product iris-server
	@scripts/setup-python
	@.build-python/bin/python Tests/Soak/memory.py $(ARGS)

bench-generator: setup ## Measure the generator and what it emits against its goals, and against Codable (some minutes)
	@PYTHONDONTWRITEBYTECODE=1 python3 Tests/Benchmark/bench_generator.py $(ARGS)

format: ## Format the sources
	@swift format --in-place --recursive Package.swift Plugins Sources Tests

lint: ## Fail if a source is not formatted
	@swift format lint --strict --recursive Package.swift Plugins Sources Tests

clean: ## Delete what was built
	@rm -rf .build
