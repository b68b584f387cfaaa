# The verbs of daily work; CI calls the same. Nothing here is needed for the README's two commands.
CONFIGURATION ?= Release
DOTNET ?= dotnet

.PHONY: build test unit functional clients browser template-test run bench bench-code bench-store soak stats

build:
	$(DOTNET) build LumenArgus.sln -c $(CONFIGURATION)

test:
	$(DOTNET) test LumenArgus.sln -c $(CONFIGURATION)

unit:
	$(DOTNET) test tests/LumenArgus.Tests -c $(CONFIGURATION)

functional:
	$(DOTNET) test tests/LumenArgus.FunctionalTests -c $(CONFIGURATION)

clients:
	$(DOTNET) test tests/LumenArgus.ClientTests -c $(CONFIGURATION)

browser:
	$(DOTNET) test tests/LumenArgus.BrowserTests -c $(CONFIGURATION)

# Every option of the template by itself: packed, installed, generated, built, tested and taken up by a running product.
template-test:
	LUMEN_ARGUS_TEMPLATE=1 $(DOTNET) test tests/LumenArgus.FunctionalTests -c $(CONFIGURATION) --filter "FullyQualifiedName~PluginTemplate"

run:
	$(DOTNET) run -c $(CONFIGURATION) --project host/LumenArgus.Host -- serve

# The whole path: direct, nginx and LumenArgus in one run (needs nginx for its column).
bench:
	$(DOTNET) build LumenArgus.sln -c Release
	$(DOTNET) run -c Release --no-build --project tests/LumenArgus.Benchmarks -- load --out artifacts/bench.md

bench-code:
	$(DOTNET) run -c Release --project tests/LumenArgus.Benchmarks -- code

# The database with a million findings, and what findings cost the requests.
bench-store:
	$(DOTNET) build LumenArgus.sln -c Release
	$(DOTNET) run -c Release --no-build --project tests/LumenArgus.Benchmarks -- store
	$(DOTNET) run -c Release --no-build --project tests/LumenArgus.Benchmarks -- findings
	$(DOTNET) run -c Release --no-build --project tests/LumenArgus.Benchmarks -- dashboards

# The long forms of the tests that repeat: tens of thousands of random requests, a hundred kills.
soak:
	LUMEN_ARGUS_SOAK=1 $(DOTNET) test tests/LumenArgus.FunctionalTests -c $(CONFIGURATION)

# Lines per source file: the distribution is looked at in review.
stats:
	@git ls-files 'abstractions/*.cs' 'host/*.cs' 'plugins/*.cs' | xargs wc -l | grep -v total | awk '{print $$1}' | sort -n | \
	  awk '{a[NR]=$$1; s+=$$1} END {print NR " files, " s " lines, median " a[int((NR+1)/2)] ", p90 " a[int(NR*0.9)] ", largest " a[NR]}'
