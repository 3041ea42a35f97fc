# The tasks of this repository. `make` alone prints them.

GO ?= go
LINT = $(GO) tool -modfile=tools/go.mod golangci-lint

.PHONY: help build test unit race lint validate validate-small coverage determinism determinism-small mutants mutants-small worlds fuzz fuzz-small bench generate clean install

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## build bin/ccsim
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/ccsim ./cmd/ccsim

# Nothing is left out for want of a browser or a database: that fails.
test: export CI = 1
test: install lint unit race library validate-small determinism-small mutants-small fuzz-small ## all tests, with small cuts of the long ones; installs what they need
	@echo "all tests passed"

install: ## install what the tests need (Debian packages)
	@scripts/install.sh

unit: ## unit and property tests
	$(GO) test -timeout 30m ./...

race: ## the tests of what runs in parallel, under the race detector; what runs alone and long is left out
	CGO_ENABLED=1 $(GO) test -race -timeout 30m -skip 'SumsOfTheTables|MemoryDoesNotGrow|TheIntervalPlanOf|WithoutItsFeatures|TheIntegers|TheCheapestNumber|TickedHeartbeats|MirrorsEvery|IntervalsCover|PagesInABrowser|ZoomAndSort|NothingIsFused|FusedIsFound' ./scenarios/... ./reports/... ./cmd/... ./sim/...

.PHONY: library
library: build ## run the embedded library with its expectations and golden stories
	bin/ccsim test all

lint: ## gofmt, go vet and the linters
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || (echo "run gofmt -w on these files"; exit 1)
	$(GO) vet ./...
	$(LINT) run

validate: ## the cases with known answers, in full: minutes
	$(GO) run ./internal/validate

validate-small: ## the cases with known answers, much shorter runs
	$(GO) run ./internal/validate -small

.PHONY: capacity-validation
capacity-validation: ## numbers of lines and agents with known answers, found by ccsim capacity: minutes
	$(GO) test ./scenarios/capacity -run TheIntegers -v -timeout 60m -args -full

coverage: ## of 1,000 intervals of 95 %, between 92.9 and 97.1 % must cover the true value
	$(GO) test ./scenarios -run IntervalsCover -v -args -macros=1000

determinism: ## the same bytes on other processors, at any number of workers, straight or forked
	scripts/determinism.sh

determinism-small: ## one scenario of it
	scripts/determinism.sh --small

mutants: ## seeded bugs that the tests must notice, all of them
	$(GO) run ./internal/mutants

mutants-small: ## one of each kind
	$(GO) run ./internal/mutants -small

worlds: ## 20,000 random small centers for each property: minutes
	$(GO) test ./model -timeout 60m -args -trials=20000
	CCSIM_FULL=1 $(GO) test ./scenarios -timeout 60m -run Ticked

fuzz: ## fuzz the readers, five minutes each
	scripts/fuzz.sh 5m

fuzz-small: ## fuzz the readers, ten seconds each
	scripts/fuzz.sh 10s

bench: ## benchmarks; compare two runs with benchstat (go tool -modfile=tools/go.mod benchstat)
	$(GO) test -run '^$$' -bench . -count 6 ./sim ./model

generate: ## make the schema and the look-alike data anew
	$(GO) run ./cmd/ccsim schema > docs/scenario.schema.json.new
	mv docs/scenario.schema.json.new docs/scenario.schema.json
	$(GO) run ./internal/lookalike -dir scenarios/library

.PHONY: capacity-week
capacity-week: build ## the interval plan of a week of the look-alike month beside Erlang C and A, into docs/: minutes
	scripts/capacity-week.sh

.PHONY: capacity-bank
capacity-bank: ## the interval plan of the real bank's February beside Erlang C and A; CCSIM_BANK_DIR names its files: minutes
	@test -n "$$CCSIM_BANK_DIR" || (echo "set CCSIM_BANK_DIR to the directory of the bank's files"; exit 1)
	$(GO) test ./scenarios/capacity -run BanksFebruary -v -count=1 -timeout 60m

.PHONY: paint
paint: ## how soon a reader sees the default page, in a browser: less than a second
	CCSIM_PAINT=1 $(GO) test ./reports/html -run FirstPaint -v

.PHONY: export-day
export-day: build ## export a day of 24,000 agents (7.8 million calls) to Parquet and print the most memory it took: minutes
	scripts/export-day.sh

.PHONY: docs docs-check
docs: build ## make anew what README.md and docs/ quote of outputs: a minute or two
	$(GO) run ./internal/quotes -ccsim bin/ccsim

docs-check: build ## fail where a quote is stale, also of the commands that are too slow for every commit
	$(GO) run ./internal/quotes -ccsim bin/ccsim -check

SHOT = $(GO) run ./internal/screenshot

.PHONY: pictures
pictures: build ## draw the pictures of docs/ anew, and photograph pages (needs chromium): minutes
	bin/ccsim fit scenarios/library/look-alike-calls.csv --zone Europe/Vienna --compare --plot docs/pictures/fit-look-alike.svg --force --format json > /dev/null
	rm -rf bin/pictures && bin/ccsim capacity plan-a-patch --plan --pictures bin/pictures/plan > /dev/null
	cp bin/pictures/plan/part-1.svg docs/pictures/plan-a-patch.svg
	bin/ccsim capacity roster-of-a-day --shifts --target "80% in 20s" --pictures bin/pictures/roster --format html -o bin/pictures/roster.html
	cp bin/pictures/roster/part-1.svg docs/pictures/roster-of-a-day.svg
	bin/ccsim run --format html -o bin/pictures/report.html
	$(SHOT) -height 1230 bin/pictures/report.html docs/pictures/report.png
	$(SHOT) -width 360 -height 1240 -scheme dark bin/pictures/report.html docs/pictures/report-phone.png
	$(SHOT) -of "#c1f0 .fig" bin/pictures/report.html docs/pictures/incident.png
	$(SHOT) -height 1400 bin/pictures/roster.html docs/pictures/capacity.png

clean: ## remove what was built
	rm -rf bin dist

.PHONY: script
script: ## bundle the script of the HTML report anew (needs npm)
	cd reports/html/src && npm install --silent --no-audit --no-fund && npm run --silent build && rm -rf node_modules package-lock.json
