using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Proxy.Providers;

namespace LumenArgus.Tests.Proxy;

public sealed class ProviderRouterTests
{
    private const string Signed = "authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261126/{0}/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

    [Theory]
    // Paths.
    [InlineData("/v1/messages", "", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1/messages/count_tokens", "", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1/messages/batches", "", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1/complete", "", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1/chat/completions", "", "openai", "https://api.openai.com/", "openai")]
    [InlineData("/v1/completions", "", "openai", "https://api.openai.com/", "openai")]
    [InlineData("/v1/embeddings", "", "openai", "https://api.openai.com/", "openai")]
    [InlineData("/v1/responses", "authorization: Bearer eyJhbGciOiJub25lIn0.e30.", "openai", "https://api.openai.com/", "openai")]
    [InlineData("/v1/responses/resp_1/input_items", "", "openai", "https://api.openai.com/", "openai")]
    [InlineData("/responses", "", "openai", "https://api.openai.com/", "openai")]
    [InlineData("/backend-api/codex/responses", "", "chatgpt", "https://chatgpt.com/", "openai")]
    [InlineData("/v1beta/models/gemini-x:generateContent", "", "gemini", "https://generativelanguage.googleapis.com/", "gemini", "gemini-x")]
    [InlineData("/v1/models/gemini-x:streamGenerateContent", "", "gemini", "https://generativelanguage.googleapis.com/", "gemini", "gemini-x")]
    [InlineData("/v1/models/gemini-x:countTokens", "", "gemini", "https://generativelanguage.googleapis.com/", "gemini", "gemini-x")]
    [InlineData("/v1beta/models/e-1:embedContent", "", "gemini", "https://generativelanguage.googleapis.com/", "gemini", "e-1")]
    [InlineData("/v1beta/openai/chat/completions", "", "gemini", "https://generativelanguage.googleapis.com/", "openai")]
    [InlineData("/v1internal:streamGenerateContent", "", "gemini", "https://cloudcode-pa.googleapis.com/", "gemini")]
    [InlineData("/api/chat", "", "ollama", "http://127.0.0.1:11434/", "ollama")]
    [InlineData("/api/generate", "", "ollama", "http://127.0.0.1:11434/", "ollama")]
    [InlineData("/api/embed", "", "ollama", "http://127.0.0.1:11434/", "ollama")]
    [InlineData("/api/embeddings", "", "ollama", "http://127.0.0.1:11434/", "ollama")]

    // Regions.
    [InlineData("/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-x:streamRawPredict", "", "vertex", "https://us-east5-aiplatform.googleapis.com/", "anthropic", "claude-x")]
    [InlineData("/v1/projects/p/locations/global/publishers/google/models/gemini-x:generateContent", "", "vertex", "https://aiplatform.googleapis.com/", "gemini", "gemini-x")]
    [InlineData("/v1beta1/projects/p/locations/eu/publishers/google/models/gemini-x:streamGenerateContent", "", "vertex", "https://aiplatform.eu.rep.googleapis.com/", "gemini", "gemini-x")]
    [InlineData("/v1/projects/p/locations/europe-west4/publishers/mistralai/models/m:rawPredict", "", "vertex", "https://europe-west4-aiplatform.googleapis.com/", "gemini", "m")]
    [InlineData("/v1/projects/p/locations/us-east1/endpoints/openapi/chat/completions", "", "vertex", "https://us-east1-aiplatform.googleapis.com/", "openai")]
    [InlineData("/v1/publishers/google/models/gemini-x:generateContent", "x-goog-api-key: AIzaX", "vertex", "https://aiplatform.googleapis.com/", "gemini", "gemini-x")]
    [InlineData("/model/anthropic.claude-x%3A0/invoke", Signed, "bedrock", "https://bedrock-runtime.eu-central-1.amazonaws.com/", "bedrock", "anthropic.claude-x:0")]
    [InlineData("/model/m/converse-stream", Signed, "bedrock", "https://bedrock-runtime.eu-central-1.amazonaws.com/", "bedrock", "m")]

    // Headers.
    [InlineData("/v1/models", "x-api-key: k", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1/files", "anthropic-version: 2023-06-01", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1/models", "authorization: Bearer sk-abc", "openai", "https://api.openai.com/", "openai")]
    [InlineData("/v1/models", "authorization: Bearer sk-ant-abc", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/upload/v1/files", "x-goog-api-key: k", "gemini", "https://generativelanguage.googleapis.com/", "gemini")]
    [InlineData("/models", "copilot-integration-id: vscode-chat", "copilot", "https://api.githubcopilot.com/", "openai")]

    // The host that the caller used goes before its path.
    [InlineData("/chat/completions", "host: api.business.githubcopilot.com", "copilot", "https://api.business.githubcopilot.com/", "openai")]
    [InlineData("/v1/messages", "host: API.GitHubCopilot.com:443", "copilot", "https://api.githubcopilot.com/", "anthropic")]
    [InlineData("/anything", "host: api.anthropic.com", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1/messages", "host: api.githubcopilot.com.evil.example", "anthropic", "https://api.anthropic.com/", "anthropic")]

    // Named upstreams.
    [InlineData("/_upstream/copilot/chat/completions", "", "copilot", "https://api.githubcopilot.com/", "openai")]
    [InlineData("/_upstream/copilot/v1/messages", "", "copilot", "https://api.githubcopilot.com/", "anthropic")]
    [InlineData("/_upstream/copilot-enterprise/responses", "", "copilot-enterprise", "https://api.enterprise.githubcopilot.com/", "openai")]
    [InlineData("/_upstream/groq/chat/completions?x=/messages", "", "groq", "https://api.groq.com/openai/v1", "openai")]
    [InlineData("/_upstream/vertex/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-x:rawPredict", "", "vertex", "https://us-east5-aiplatform.googleapis.com/", "anthropic", "claude-x")]
    [InlineData("/_upstream/ollama/api/tags", "", "ollama", "http://127.0.0.1:11434/", "ollama")]

    // A key that says whose it is goes to no one else.
    [InlineData("/v1/chat/completions", "authorization: Bearer sk-ant-api03-x", "anthropic", "https://api.anthropic.com/", "openai")]
    [InlineData("/chat/completions", "copilot-integration-id: vscode-chat", "copilot", "https://api.githubcopilot.com/", "openai")]
    [InlineData("/v1/messages", "x-api-key: sk-ant-api03-x", "anthropic", "https://api.anthropic.com/", "anthropic")]
    [InlineData("/v1beta/models/m:generateContent", "x-goog-api-key: AIzaX", "gemini", "https://generativelanguage.googleapis.com/", "gemini", "m")]
    public async Task Find_Request_GoesWhereItNames(string target, string header, string name, string upstream, string format, string? model = null)
    {
        var (route, problem) = await FindAsync(target, string.Format(System.Globalization.CultureInfo.InvariantCulture, header, "eu-central-1"));

        problem.ShouldBeNull();
        route.ShouldNotBeNull();
        (route.ProviderName, route.Upstream.AbsoluteUri, route.Provider.Name, route.Model).ShouldBe((name, upstream, format, model));
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/v1/messagesx", "")]
    [InlineData("/v1/models", "")]
    [InlineData("/something", "authorization: Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("/api/tags", "")]
    [InlineData("/api/chat/x", "")]
    [InlineData("/api/oauth/profile", "")]
    [InlineData("/model/m/other", "")]
    [InlineData("/_upstream/unknown/x", "")]
    [InlineData("/_upstream/", "")]
    [InlineData("/chat/completionsx", "")]
    public async Task Find_NothingNamesAProvider_IsNone(string target, string header) => (await FindAsync(target, header) with { KnownUpstreams = null }).ShouldBe(default);

    [Theory]
    [InlineData("/openai/deployments/gpt/chat/completions?api-version=1", "api-key: k", "openai", "proxy.upstream.azure")]
    [InlineData("/openai/v1/responses", "", "openai", "proxy.upstream.azure")]
    [InlineData("/_upstream/azure/openai/v1/responses", "", "openai", "proxy.upstream.azure")]
    [InlineData("/model/m/invoke", "authorization: Bearer bedrock-api-key-x", "bedrock", "proxy.upstream.bedrock")]
    [InlineData("/model/m/invoke", "authorization: AWS4-HMAC-SHA256 Credential=A/20261126/evil.example%2F/bedrock/aws4_request, Signature=0", "bedrock", "proxy.upstream.bedrock")]
    [InlineData("/model/m/invoke", "authorization: AWS4-HMAC-SHA256 Credential=A/20261126/a.evil.example#/bedrock/aws4_request, Signature=0", "bedrock", "proxy.upstream.bedrock")]
    [InlineData("/model/m/invoke", "authorization: AWS4-HMAC-SHA256 Credential=A/20261126/us-east-1/s3/aws4_request, Signature=0", "bedrock", "proxy.upstream.bedrock")]
    [InlineData("/v1/projects/p/locations/a.evil.example%23/publishers/google/models/m:generateContent", "", "gemini", "location")]
    [InlineData("/v1/projects/p/locations/x@evil/publishers/google/models/m:generateContent", "", "gemini", "location")]
    [InlineData("/v1/projects/p/locations/-x/publishers/google/models/m:generateContent", "", "gemini", "location")]
    [InlineData("/v1/projects/p/models", "", "openai", "location")]
    [InlineData("/v1/chat/completions", "authorization: Bearer gsk_x", "openai", "/_upstream/groq/")]
    [InlineData("/v1/messages", "authorization: Bearer sk-or-v1-x", "anthropic", "/_upstream/openrouter/")]
    public async Task Find_NoAddressThatIsSure_IsAProblemAndNeverAnotherVendor(string target, string header, string format, string told)
    {
        var (route, problem) = await FindAsync(target, header);

        route.ShouldBeNull();
        problem.ShouldNotBeNull().Message.ShouldContain(told);
        problem.Provider.Name.ShouldBe(format);
    }

    [Theory]
    [InlineData("/openai/deployments/my-gpt/chat/completions", "azure", "my-gpt")]
    [InlineData("/model/m/invoke", "bedrock", "m")]
    [InlineData("/v1/projects/p/locations/..%2f/publishers/google/models/m:generateContent", "vertex", "m")]
    [InlineData("/v1internal:generateContent", "gemini", null)]
    [InlineData("/_upstream/mine/v1/messages", "mine", null)]
    [InlineData("/_upstream/groq/v1/x", "groq", null)]
    [InlineData("/v1/messages", "anthropic", null)]
    public async Task Find_ConfiguredAddress_GoesBeforeAllOthersAndKeepsItsPath(string target, string name, string? model)
    {
        var configured = new Uri("https://gateway.example/base/" + name);
        var (route, _) = await FindAsync(target, "authorization: Bearer sk-or-v1-x", (name, configured));

        (route!.ProviderName, route.Upstream, route.Model).ShouldBe((name, configured, model));
    }

    [Theory]
    [InlineData("/_upstream/raw", "/")]
    [InlineData("/_upstream/raw?q", "/?q")]
    [InlineData("/_upstream/raw/a%2Fb/../c?q=1", "/a%2Fb/../c?q=1")]
    public async Task Find_NamedUpstream_LeavesTheRestOfTheTargetAlone(string target, string expected)
    {
        var (route, _) = await FindAsync(target, "", ("raw", new Uri("https://r.example")));
        route!.Target.ShouldBe(expected);
    }

    [Fact]
    public async Task Find_NamedUpstreamThatThereIsNot_NamesThoseThatThereAre()
    {
        var found = await FindAsync("/_upstream/nope/v1/messages", "x-api-key: k", ("raw", new Uri("https://r.example")));

        (found.Route, found.Problem).ShouldBe((null, null));
        found.KnownUpstreams.ShouldNotBeNull().ShouldBeSubsetOf([.. ProviderRouter.ReservedNames, "raw"]);
        found.KnownUpstreams!.Count.ShouldBe(ProviderRouter.ReservedNames.Count() + 1);
        (await FindAsync("/nothing/known", "")).KnownUpstreams.ShouldBeNull();
    }

    [Fact]
    public void BuiltIn_Hosts_HaveOneProviderEach()
    {
        var hosts = BuiltInProviders.All.SelectMany(static provider => provider.Hosts).ToList();
        hosts.ShouldBe(hosts.Distinct(StringComparer.Ordinal));
        ProviderRouter.ReservedNames.ShouldBe(ProviderRouter.ReservedNames.Distinct(StringComparer.Ordinal));
    }

    private static async Task<RouteResult> FindAsync(string target, string headers, params (string Name, Uri Url)[] configured)
    {
        var router = new ProviderRouter(configured.ToImmutableDictionary(static each => each.Name, static each => each.Url), [], []);
        var lines = headers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(": ", 2))
            .Select(static parts => KeyValuePair.Create(parts[0], parts[1]));
        return await router.FindAsync(new RequestHead("POST", target.Split('?')[0], lines), target, CancellationToken.None);
    }
}
