using System.Globalization;
using System.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Pages;

/// <summary>Answers right and wrong, and does what it is asked with the services of the host.</summary>
internal sealed class PagesApi(IHostServices host) : IApiHandler
{
    public async ValueTask<ApiResponse?> HandleAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        switch ($"{request.Method} {request.Path}")
        {
            case "GET rows":
                return ApiResponse.Json("""{"rows":[{"id":1,"name":"one","hits":1},{"id":2,"name":"two","hits":2}]}"""u8.ToArray());
            case "GET page.html":
                return new ApiResponse { ContentType = "text/html", Body = "<script>alert(1)</script>"u8.ToArray() };
            case "GET throw":
                throw new InvalidOperationException("the call fails as asked");
            case "GET wait":
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return null;
            case "GET deaf":
                await Task.Delay(TimeSpan.FromSeconds(4), CancellationToken.None);
                return null;
            case "GET wrong-status":
                return ApiResponse.Text("x", status: 99);
            case "GET wrong-type":
                return new ApiResponse { ContentType = "text/html\r\nX-Forged: 1" };
            case "POST echo/deep/path":
                return ApiResponse.Json(Object(json => Echo(json, request)), status: 201);
            case "DELETE rows":
                return ApiResponse.Empty();
            case "POST event":
                return ApiResponse.Text(host.Events.Publish("test_told", static json => json.WriteString("text", "line 1\nline 2")).ToString());
            case "POST forged-event":
                host.Events.Publish("finding");
                return null;
            case "PUT kv":
                await host.Kv.SetAsync("a key", Encoding.UTF8.GetString(request.Body.Span), cancellationToken);
                return ApiResponse.Empty();
            case "GET kv":
                return ApiResponse.Text($"{await host.Kv.GetAsync("a key", cancellationToken)} of {string.Join(',', await host.Kv.KeysAsync("a", cancellationToken))}");
            case "DELETE kv":
                return ApiResponse.Text((await host.Kv.DeleteAsync("a key", cancellationToken)).ToString());
            case "GET findings":
                return ApiResponse.Text(string.Join('\n', (await host.Findings.ReadAsync(new FindingSearch(), cancellationToken)).Findings.Select(static finding => $"{finding.Type} {finding.ValuePreview}")));
            case "GET rule":
                return ApiResponse.Text(Describe((await host.Rules.ListAsync(cancellationToken)).First(rule => rule.Name == request.Query["name"])));
            case "PUT rule":
                return ApiResponse.Text((await ChangeAsync(request, cancellationToken)).ToString());
            case "GET overlap":
                return ApiResponse.Text(await OverlapAsync(request.Query["detector"], request.Query["name"], cancellationToken));
            default:
                return null;
        }
    }

    private static string Describe(RuleInfo rule) => $"{rule.Detector} {rule.Source} {rule.Tier} enabled={rule.Enabled} used={rule.IsUsed} reviewed={rule.Reviewed} pattern={rule.Pattern.Length > 0}";

    private async ValueTask<bool> ChangeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var name = request.Query["name"];
        return request.Query.TryGetValue("enabled", out var enabled)
            ? await host.Rules.SetEnabledAsync(name, enabled == "true", request.User, cancellationToken)
            : await host.Rules.SetReviewedAsync(name, request.Query["reviewed"] == "true", request.User, cancellationToken);
    }

    private async ValueTask<string> OverlapAsync(string detector, string rule, CancellationToken cancellationToken)
    {
        var examples = host.RuleEvaluator.MakeExamples(detector, rule, count: 20, seed: 42);
        var evaluation = await host.RuleEvaluator.EvaluateAsync([.. examples, "nothing to see here"], cancellationToken);
        var own = evaluation.Matches.Count(match => match.Rule == rule && match.Detector == detector);
        return string.Create(CultureInfo.InvariantCulture, $"{own} of {examples.Length}, {evaluation.Matches.Count(match => match.Text == examples.Length)} in nothing, {evaluation.NotEvaluated.Length} missing");
    }

    private static void Echo(Utf8JsonWriter json, ApiRequest request)
    {
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        json.WriteString("x", request.Query.GetValueOrDefault("x"));
        json.WriteNumber("length", request.Body.Length);
        json.WriteString("role", request.Role.ToString());
        json.WriteString("user", request.User);
    }

    private static byte[] Object(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
