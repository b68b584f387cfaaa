namespace LumenArgus.Abstractions.Host;

/// <summary>
/// What the host does for a plugin. Each of these, and this itself, is also in the plugin's own container. A plugin gets its own, which know who asks; they work from its factories to its
/// stop.
/// </summary>
public interface IHostServices
{
    /// <summary>Renders templates.</summary>
    ITemplateRenderer Templates { get; }

    /// <summary>Keeps texts by key.</summary>
    IPluginKv Kv { get; }

    /// <summary>Tells open dashboards.</summary>
    IEventStream Events { get; }

    /// <summary>Reads stored findings.</summary>
    IFindingReader Findings { get; }

    /// <summary>Lists and switches rules.</summary>
    IRuleCatalog Rules { get; }

    /// <summary>Evaluates texts.</summary>
    IRuleEvaluator RuleEvaluator { get; }
}
