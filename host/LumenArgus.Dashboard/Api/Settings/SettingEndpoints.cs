using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Dashboard.Problems;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Inspection.Configuration.Stored;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Reloading;
using LumenArgus.Storage;
using LumenArgus.Storage.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>The configuration, its changes, the reload, the licence key.</summary>
internal sealed class SettingEndpoints(
    IProductControl product,
    CurrentGeneration current,
    ReloadStatus reloads,
    StoredSettings stored,
    SettingChanges changes,
    ModeChange modeChange,
    ModeSwitch mode,
    ILiveEvents live,
    PluginSearchPath folders) : IDashboardEndpoints
{
    private const int MaxKey = 4_096;
    private const string LicenceFile = "license";

    public void Map(IEndpointRouteBuilder api)
    {
        api.Get("/config", _ => Task.FromResult(Show()));
        api.Put("/config", ChangeAsync);
        api.Post("/reload", ReloadAsync);
        api.Post("/license", SaveLicenceAsync);
    }

    private IResult Show()
    {
        var generation = Running(current);
        var config = generation.Config;
        var values = ConfigValues.Of(config, generation.Plugins.All.SelectMany(static plugin => plugin.Detectors)).ToList();
        var shown = new JsonObject();
        foreach (var value in values)
        {
            shown[value.Key] = Node(value.Text);
        }

        shown[ModeChange.Key] = ModeState.NameOf(mode.Current.Mode);
        var (last, _) = reloads.Read();
        return Answer.Json(
            new ConfigAnswer
            {
                Values = shown,
                Sources = values.ToDictionary(
                    static value => value.Key, value => SourceOf(value.Key), StringComparer.Ordinal),
                RestartKeys = [.. values.Where(static value => value.NeedsRestart).Select(static value => value.Key)],
                EditableKeys = [.. values.Where(value => OverrideKeys.IsKnown(value.Key) && !product.IsOnCommandLine(value.Key)).Select(static value => value.Key), ModeChange.Key],
                File = product.ConfigFile,
                Reload = new ConfigAnswer.ReloadInfo(last?.Generation ?? generation.Number, last?.At, last is null ? [] : [.. last.Errors, .. last.Warnings]),
                Community = Community(config),
            },
            DashboardJson.Default.ConfigAnswer);
    }

    private string SourceOf(string key) => product.IsOnCommandLine(key) ? "command line" : stored.Overrides.ContainsKey(key) ? "dashboard" : product.IsInFile(key) ? "file" : "default";

    private async Task<IResult> ChangeAsync(HttpContext http)
    {
        var values = await Body.ReadAsync(http, DashboardJson.Default.DictionaryStringJsonElement);
        if (values.Count == 0)
        {
            throw ProblemException.BadRequest("nothing_to_change", "Send an object with keys and values.");
        }

        var (applied, errors) = (new List<string>(), new List<ChangeAnswer.FailedKey>());
        if (values.ContainsKey(ModeChange.Key))
        {
            if (await modeChange.ApplyAsync(values, http.RequestAborted) is { } problem)
            {
                errors.Add(new ChangeAnswer.FailedKey(ModeChange.Key, problem));
            }
            else
            {
                applied.Add(ModeChange.Key);
            }
        }
        else
        {
            errors.AddRange(values.Keys.Where(static key => key is ModeChange.ForKey or ModeChange.UntilKey).Select(static key => new ChangeAnswer.FailedKey(key, $"says nothing without {ModeChange.Key}")));
        }

        var others = values.Where(static pair => pair.Key is not (ModeChange.Key or ModeChange.ForKey or ModeChange.UntilKey)).Select(static pair => KeyValuePair.Create(pair.Key, ScalarText.Of(pair.Value))).ToList();
        var answer = others.Count == 0
            ? new ChangeAnswer { Applied = applied, Errors = errors, Generation = Running(current).Number }
            : await changes.ApplyAsync(others, http.RequestAborted);
        answer = others.Count == 0 ? answer : answer with { Applied = [.. applied, .. answer.Applied], Errors = [.. errors, .. answer.Errors] };
        return Result(answer);
    }

    /// <summary>All applied, some, or none.</summary>
    public static IResult Result(ChangeAnswer answer) => Answer.Json(
        answer,
        DashboardJson.Default.ChangeAnswer,
        answer.Errors.Count == 0 ? StatusCodes.Status200OK : answer.Applied.Count > 0 ? StatusCodes.Status207MultiStatus : StatusCodes.Status400BadRequest);

    private async Task<IResult> ReloadAsync(HttpContext http)
    {
        var report = await product.ReloadAsync();
        live.Publish("config");
        return Answer.Json(
            new ReloadAnswer(
                report.Ok,
                report.Generation,
                [.. report.Errors, .. report.Warnings],
                [.. report.Applied.Select(static change => change.Key)],
                [.. report.NeedRestart.Select(static change => change.Key)]),
            DashboardJson.Default.ReloadAnswer);
    }

    private async Task<IResult> SaveLicenceAsync(HttpContext http)
    {
        var key = (await Body.ReadAsync(http, DashboardJson.Default.LicenceRequest)).Key?.Trim() ?? "";
        if (key.Length is 0 or > MaxKey || key.Any(static character => char.IsControl(character) && character is not ('\n' or '\r')))
        {
            throw ProblemException.BadRequest("invalid_key", $"key must have 1 to {MaxKey} characters.", "key");
        }

        var path = Path.Combine(folders.DataDirectory, LicenceFile);
        try
        {
            await using var file = PrivateFiles.Replace(path);
            await file.WriteAsync(Encoding.UTF8.GetBytes(key + "\n"), http.RequestAborted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(503, "not_saved", $"The key cannot be saved: {failure.Message}");
        }

        return Answer.Json(new LicenceAnswer("saved", "The key is saved; a licence plugin reads it.", path), DashboardJson.Default.LicenceAnswer);
    }

    public static Generation Running(CurrentGeneration current) => current.Peek ?? throw new ProblemException(503, "starting", "The product is starting.");

    private static JsonValue? Node(string? text) => text switch
    {
        null => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    private static ConfigAnswer.CommunityConfig Community(LumenArgusConfig config) => new(
        new ConfigAnswer.CommunityProxy(
            config.Proxy.Port, config.Proxy.Bind, (int)config.Proxy.Timeout.TotalSeconds, (int)config.Proxy.ConnectTimeout.TotalSeconds, config.Proxy.Retries),
        WireNames.Of(config.DefaultAction),
        new[] { "secrets", "pii", "proprietary" }.ToDictionary(
            static name => name,
            name => new ConfigAnswer.CommunityDetector(config.Detector(name).Enabled, config.Detector(name).Action is { } action ? WireNames.Of(action) : ""),
            StringComparer.Ordinal));
}
