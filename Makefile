# Targets set up what they need; `make help` lists them.

SWIFT_BUILD := swift build -c release --static-swift-stdlib --product shogen
SHOGEN := .build/release/shogen
SOURCES := Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Benchmarks

.DEFAULT_GOAL := help
.PHONY: help setup build demo test test-browser test-interchange interchange test-spark spark picture model vectors bench bench-spark soak peers growth verify-icu fuzz sanitize docs man format lint clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install the system packages that are missing
	@.ci/setup

build: setup ## Build the release command, standard library included
	@$(SWIFT_BUILD)

demo: build ## Classify the shipped talks, draw their map, and say where it is
	@mkdir -p demo
	@$(SHOGEN) classify Corpora/sre-next-2024 Corpora/pages --format jsonl -o demo/predictions.jsonl
	@$(SHOGEN) classify Corpora/sre-next-2024 Corpora/pages
	@echo
	@echo "predictions with scores: demo/predictions.jsonl"
	@echo "ask why:  $(SHOGEN) explain Corpora/sre-next-2024 --id sre-next-2024-04"
	@$(SHOGEN) map Corpora/sre-next-2024 Corpora/pages --title "SRE NEXT 2024" -o demo/map.html
	@echo "the map, for a browser: demo/map.html"

test: setup ## Run all tests
	@.ci/setup --test
	@swift test

test-browser: setup ## Run the tests of the map in a headless Chromium; pictures go to demo/browser
	@.ci/setup --browser
	@SHOGEN_SCREENSHOTS=$(CURDIR)/demo/browser SHOGEN_BROWSER_TIMING=1 swift test --filter BrowserTests

test-interchange: build interchange ## Score by numpy from a model's files, and compare
	@.cache/interchange/bin/python Tests/Interchange/test_model.py

interchange: # numpy and safetensors; not for typing
	@.ci/setup --test
	@python3 -m venv .cache/interchange
	@.cache/interchange/bin/pip install --quiet -r Tests/Interchange/requirements.txt

test-spark: build spark ## Run the Spark job on 200,000 talks, in one process and on a cluster
	@.cache/spark/bin/python Benchmarks/spark/test_spark.py

spark: # Java and PySpark; not for typing
	@.ci/setup --spark
	@python3 -m venv .cache/spark
	@.cache/spark/bin/pip install --quiet -r Benchmarks/spark/requirements.txt

bench-spark: build spark ## Measure Spark beside the command alone
	@.cache/spark/bin/python Benchmarks/spark/throughput.py

picture: build ## Draw the pictures in README again
	@$(SHOGEN) map Corpora/pages -o Models/sre-quadrant/map.svg
	@$(SHOGEN) ingest Corpora/museum-forum/talks --labels Corpora/museum-forum/labels.jsonl \
	  --scheme Corpora/museum-forum/scheme.json -o .build/museum.jsonl
	@$(SHOGEN) train .build/museum.jsonl --scheme Corpora/museum-forum/scheme.json \
	  --lexicon Corpora/museum-forum/lexicon.tsv --repeats 1 -o .build/museum-model >/dev/null
	@$(SHOGEN) map .build/museum.jsonl --model .build/museum-model --title 博物館の集い \
	  -o Corpora/museum-forum/map.svg

model: build ## Make the shipped model again, byte for byte, and judge it
	@$(SHOGEN) train Corpora/fictional-sre-talks --lexicon Corpora/lexicons/sre.tsv \
	  --no-fragments --minimum-document-frequency 2 --maximum-vocabulary 100000 --C 10 \
	  -o Models/sre-quadrant
	@$(SHOGEN) evaluate Corpora/sre-next-2024 --model Models/sre-quadrant --permutations 1000

vectors: build ## Fetch the pinned chiVe word vectors into .cache, ready to use
	@.ci/fetch-vectors $(SHOGEN) .cache/chive.vectors

bench: build ## Measure reading and classifying on the shipped talks
	@$(SHOGEN) bench Corpora/fictional-sre-talks
	@$(SHOGEN) bench --ingestion Corpora/fictional-sre-talks

soak: build ## Classify two million talks in one process and print its memory, some minutes
	@Benchmarks/soak/run

peers: build ## Measure other pipelines beside ours on documentation, some minutes
	@python3 -m venv .cache/peers
	@.cache/peers/bin/pip install --quiet -r Benchmarks/peers/requirements.txt
	@.cache/peers/bin/python Benchmarks/peers/throughput.py

verify-icu: build ## Compare word boundaries with ICU's on 27 MB of documentation
	@python3 Benchmarks/documentation/make-corpus.py .cache/documentation
	@python3 Benchmarks/documentation/make-talks.py .cache/documentation .cache/talks.jsonl \
	  .cache/labels.jsonl
	@$(SHOGEN) bench .cache/talks.jsonl

growth: build ## Measure how cost grows with terms, talks and their length, some minutes
	@python3 Benchmarks/documentation/make-corpus.py .cache/documentation
	@python3 Benchmarks/documentation/make-talks.py .cache/documentation .cache/talks.jsonl \
	  .cache/labels.jsonl
	@python3 Benchmarks/documentation/growth.py $(SHOGEN) .cache/talks.jsonl .cache/labels.jsonl \
	  .cache/growth

fuzz: setup ## Fuzz each parser for FUZZ_SECONDS (60)
	@Tests/Fuzz/run

sanitize: setup ## Run the tests under AddressSanitizer and ThreadSanitizer, some forty minutes
	@.ci/sanitize

docs: setup ## Build the documentation of the library, links checked
	@.ci/docs

man: build ## Write the manual page and have it checked
	@mkdir -p .build/man
	@$(SHOGEN) manual > .build/man/shogen.1
	@if command -v groff >/dev/null; then groff -Tutf8 -mandoc -ww .build/man/shogen.1 >/dev/null; fi
	@if command -v mandoc >/dev/null; then mandoc -T lint -W warning .build/man/shogen.1; fi
	@echo "to read it: man -l .build/man/shogen.1"

format: ## Format the Swift sources in place
	@swift format format --in-place --recursive $(SOURCES)

lint: ## Check format and documentation, strictly
	@swift format lint --strict --recursive $(SOURCES)
	@.ci/check-tree

clean: ## Remove what was built
	@rm -rf .build .build-fuzz .build-asan .build-tsan demo Benchmarks/.build
