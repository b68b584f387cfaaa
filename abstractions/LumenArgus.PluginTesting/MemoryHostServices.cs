using LumenArgus.Abstractions.Host;
using LumenArgus.Inspection.PluginServices;
using LumenArgus.PluginRuntime.Registration;
using LumenArgus.PluginTesting.Services;

namespace LumenArgus.PluginTesting;

/// <summary>What the host does for a plugin in a test. Each part can be replaced by one of the test's own; what keeps nothing and knows nothing stands for the others.</summary>
public sealed class MemoryHostServices : IHostServices
{
    /// <summary>Renders as in the product.</summary>
    public ITemplateRenderer Templates { get; init; } = new TemplateRenderer();

    /// <summary>Keeps texts in memory; what a second load of a plugin shall find is passed on by using the same services.</summary>
    public IPluginKv Kv { get; init; } = new MemoryKv();

    /// <summary>Records what is published.</summary>
    public RecordedEvents Published { get; } = new();

    /// <inheritdoc/>
    public IEventStream Events => Published;

    /// <summary>Finds nothing.</summary>
    public IFindingReader Findings { get; init; } = NoHostServices.Instance;

    /// <summary>Lists nothing.</summary>
    public IRuleCatalog Rules { get; init; } = NoHostServices.Instance;

    /// <summary>Matches nothing.</summary>
    public IRuleEvaluator RuleEvaluator { get; init; } = NoHostServices.Instance;

    /// <summary>Finds nothing.</summary>
    public IScanService Scan { get; init; } = NoHostServices.Instance;

    /// <summary>Keeps nothing.</summary>
    public IPluginRows Rows { get; init; } = NoHostServices.Instance;

    /// <summary>Knows no other plugin.</summary>
    public IPluginDirectory Plugins { get; init; } = NoHostServices.Instance;

    /// <summary>No proxy runs.</summary>
    public IProxyControl Proxy { get; init; } = NoHostServices.Instance;

    /// <summary>There is none.</summary>
    public ILicence Licence { get; init; } = NoHostServices.Instance;
}
