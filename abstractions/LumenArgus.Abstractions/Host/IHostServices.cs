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

    /// <summary>Scans texts.</summary>
    IScanService Scan { get; }

    /// <summary>Keeps tables in a file of the plugin's own.</summary>
    IPluginRows Rows { get; }

    /// <summary>Finds and asks other plugins.</summary>
    IPluginDirectory Plugins { get; }

    /// <summary>Looks at the proxy, and switches it.</summary>
    IProxyControl Proxy { get; }

    /// <summary>Says whether there is a licence.</summary>
    ILicence Licence { get; }
}
