using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Host.FileScan.Inputs;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Hosting;
using LumenArgus.Inspection.Inspecting;
using LumenArgus.Abstractions.Host;
using LumenArgus.Inspection.Rules;
using LumenArgus.Storage.Hosting;
using LumenArgus.Storage.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LumenArgus.Host.FileScan;

/// <summary>The product's inspection without its proxy: the same services, the same plugins, the same inspector as <c>serve</c> has, with files in the place of requests.</summary>
internal sealed class ScanEngine : IAsyncDisposable
{
    // Where a request has its provider.
    private const string Provider = "file";
    private const string Method = "SCAN";
    private const string WholeBody = "body";

    private readonly ServiceProvider _services;
    private readonly Inspector _inspector;
    private long _number;

    private ScanEngine(ServiceProvider services, Generation generation)
    {
        _services = services;
        _inspector = services.GetRequiredService<Inspector>();
        Generation = generation;
    }

    /// <summary>Configuration, plugins and rules in use.</summary>
    public Generation Generation { get; }

    /// <summary>Loads the plugins and compiles the rules.</summary>
    /// <exception cref="IOException">The home folder cannot be used.</exception>
    public static async Task<ScanEngine> StartAsync(
        LumenArgusConfig config, PluginSearchPath plugins, RuleTableUse table, ILoggerFactory loggers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(clock);

        // Who asks for a scan gets one, also where requests are not looked at.
        config = config with { Pipeline = config.Pipeline with { OutboundDlp = true } };
        AddTable(services.AddLumenArgus(config, plugins), table);
        var provider = services.BuildServiceProvider();
        try
        {
            if (provider.GetService<StoreService>() is { } store)
            {
                await store.OpenAsync(cancellationToken);
            }

            return new ScanEngine(provider, await provider.GetRequiredService<GenerationHost>().StartAsync(config, cancellationToken));
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>The table of rules, to be changed; null for commands that only look.</summary>
    public IRuleStore? RuleStore => _services.GetService<IRuleStore>();

    /// <summary>Whether rules of the tier <c>pro</c> may run.</summary>
    public bool HasLicence => _services.GetRequiredService<ILicence>().IsValid;

    /// <summary>Scans one text.</summary>
    public async Task<FileReport> ScanAsync(ScanTarget target, CancellationToken cancellationToken)
    {
        var body = BodyLease.Own(target.Body);
        try
        {
            var decision = await _inspector.InspectAsync(
                new InspectionRequest
                {
                    Request = new RequestInfo(Interlocked.Increment(ref _number), Guid.CreateVersion7(), Method, target.Name),
                    Provider = Provider,
                    Body = body,
                    SourceFile = target.SourceFile,
                },
                Generation,
                cancellationToken);
            return new FileReport(target.Name)
            {
                Findings = Locate(target, [.. decision.Scan.Findings.Select(finding => InFile(target, finding)), .. LeftOut(target)]),
                Bytes = target.Body.Length,
                IsBinary = target.IsBinary,
                AllowedHits = decision.AllowedHits,
                IsExempt = target.SourceFile is { } file && Generation.Allowlist.AllowsPath(file),
            };
        }
        finally
        {
            body.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static void AddTable(ILumenArgusBuilder builder, RuleTableUse table)
    {
        if (table == RuleTableUse.Change)
        {
            builder.AddDatabase();
        }
        else if (table == RuleTableUse.Look && builder.Start.Analytics.Enabled)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IRuleTable>(provider =>
                new ReadOnlyRuleTable(builder.Start.Analytics.DbPath, provider.GetRequiredService<ILogger<ReadOnlyRuleTable>>())));
        }
    }

    private IEnumerable<Finding> LeftOut(ScanTarget target) => target.LeftOut is null
        ? []
        : [FailTable.Finding(FailCase.Oversize, Generation.Config, WholeBody, target.LeftOut)];

    // What was packed stands behind the file, and has no place in it.
    private static Finding InFile(ScanTarget target, Finding finding) => finding.Span?.End > target.Body.Length ? finding with { Span = null } : finding;

    private static ImmutableArray<LocatedFinding> Locate(ScanTarget target, ImmutableArray<Finding> findings)
    {
        if (target.IsBinary)
        {
            return [.. findings.OrderBy(static finding => finding.Span?.Start ?? 0).Select(static finding => new LocatedFinding(finding, Start: null, End: null))];
        }

        var spans = findings.Where(static finding => finding.Span is not null).Select(static finding => finding.Span!.Value);
        var places = TextPositions.Find(target.Body, spans.SelectMany(static span => new[] { span.Start, span.End }));
        return
        [
            .. findings.OrderBy(static finding => finding.Span?.Start ?? 0).Select(finding => finding.Span is { } span
                ? new LocatedFinding(finding, Real(target, places[span.Start]), Real(target, places[span.End]))
                : new LocatedFinding(finding, Start: null, End: null)),
        ];
    }

    private static TextPosition Real(ScanTarget target, TextPosition place) => target.LineNumbers is not { } numbers ? place
        : place.Line <= numbers.Count && numbers[place.Line - 1] > 0 ? place with { Line = numbers[place.Line - 1] }

        // Behind the last line of an excerpt, or on a line that only separates.
        : place with { Line = numbers[Math.Min(place.Line, numbers.Count + 1) - 2] + 1 };
}
