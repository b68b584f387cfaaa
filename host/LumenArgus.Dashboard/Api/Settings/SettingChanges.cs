using LumenArgus.Inspection.Configuration.Stored;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Live;
using LumenArgus.Inspection.Configuration.Changes;
using LumenArgus.Dashboard.Hosting;
using LumenArgus.Storage.Overrides;

namespace LumenArgus.Dashboard.Api.Settings;

/// <summary>Stores settings and puts them in use. A value that cannot be used is told and stored nowhere.</summary>
internal sealed class SettingChanges(IProductControl product, CurrentGeneration current, ILiveEvents live, IConfigOverrideStore? store = null)
{
    /// <summary>Makes changes.</summary>
    /// <param name="values">Values by key; null takes back what was decided here.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ChangeAnswer> ApplyAsync(IEnumerable<KeyValuePair<string, string?>> values, CancellationToken cancellationToken)
    {
        var (applied, errors) = (new List<string>(), new List<ChangeAnswer.FailedKey>());
        var overrides = Stored.Needed(store);
        var running = current.Peek;
        var atStart = (running is null ? [] : ConfigValues.Of(running.Config, [])).Where(static value => value.NeedsRestart).Select(static value => value.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            var name = PlainText.Of(key);
            if (value is null && OverrideKeys.IsKnown(name))
            {
                await overrides.DeleteAsync(name, cancellationToken);
                applied.Add(name);
            }
            else if (ProblemOf(name, value ?? "", running) is { } problem)
            {
                errors.Add(new ChangeAnswer.FailedKey(name, atStart.Contains(name) ? problem + "; it needs a restart" : problem));
            }
            else
            {
                await overrides.SetAsync(name, value!, cancellationToken);
                applied.Add(name);
            }
        }

        var reached = current.Peek?.Number ?? 0;
        if (applied.Count > 0)
        {
            var report = await product.ApplyStoredAsync();
            reached = report.Generation;
            errors.AddRange(report.Errors.Select(static error => new ChangeAnswer.FailedKey("", error)));
            live.Publish("config");
        }

        return new ChangeAnswer { Applied = applied, Errors = errors, Generation = reached, RestartNeeded = [.. errors.Where(error => atStart.Contains(error.Key)).Select(static error => error.Key)] };
    }

    private string? ProblemOf(string key, string value, Generation? running) =>
        product.IsOnCommandLine(key) ? "is set on the command line, which goes before what is decided here"
        : OverrideKeys.Problem(key, value) ?? (running is null ? null : KnownDetectors.ProblemOf(key, running));
}
