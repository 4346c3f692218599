# The front of everything a contributor runs; each target says below what it does, `make` lists them.
.DEFAULT_GOAL := help
.PHONY: help check fmt docs golden bench soak mutation engine engine-path dist

MVN ?= mvn -B -q -ntp
TESTS ?= StacksTest,DocsTest,ComponentsTest,ClusterComponentsTest,SourceDocumentsTest,ThirdPartyTest

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: ## run every test that the tools on this machine allow, and name those it skips
	@tools/check.sh

fmt: ## format the Java sources
	@$(MVN) spotless:apply

docs: ## write the generated pages anew
	@./spillway docs

golden: ## write the approved files anew, to be read in review (TESTS=SomeTest for those of another test)
	@$(MVN) -Dgolden.update=true -DexcludedGroups=soak -Dtest=$(TESTS) test

bench: ## measure start, memory and forecasts per second, side by side with the machine
	@python3 tools/bench/bench.py

mutation: ## change the pure rooms in small ways and see which changes no test notices (minutes; ROOM=judge for one of them)
	@$(MVN) -P-lint -Djacoco.skip $(if $(ROOM),'-DtargetClasses=dev.spillway.$(ROOM).*') test-compile pitest:mutationCoverage

soak: ## the loss model against its second method, the loss by the real client, kills of updates and senders (minutes; SEED=n)
	@$(MVN) -DforkCount=1 -Dgroups=soak -DexcludedGroups=none $(if $(SEED),-Dsoak.seed=$(SEED)) test

engine: ## build the real engine's tools and a Kubernetes control plane into a per-user cache (Go; half an hour, once)
	@tools/engine/build.sh
	@tools/kube/build.sh

engine-path: ## print the folder of the engine's tools, if they are built
	@tools/engine/build.sh --path

dist: ## build the policy pack and the components as archives that need Java alone, in target/dist
	@tools/dist/build.sh
