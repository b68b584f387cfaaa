using System.Reflection;

namespace LumenArgus.Testing.Plugins;

/// <summary>The plugins that tests can lay out. Each is a complete build output with its plugin.json; tests/plugins/README.md describes them.</summary>
public static class TestPlugins
{
    /// <summary>A detector that finds the word of its configuration key "needle" (default "needle"); does nothing wrong.</summary>
    public static TestPlugin Finder { get; } = Own("Finder", "test.finder");

    /// <summary>A detector that throws with the text in the message; has further entry types that throw elsewhere.</summary>
    public static TestPlugin Throwing { get; } = Own("Throwing", "test.throwing");

    /// <summary>A detector that never returns from a text with "spin now".</summary>
    public static TestPlugin Spinning { get; } = Own("Spinning", "test.spinning");

    /// <summary>A detector that keeps what it can, and never returns from a text with "hoard now".</summary>
    public static TestPlugin Hoarding { get; } = Own("Hoarding", "test.hoarding");

    /// <summary>Detectors that do what a text asks them to do wrong.</summary>
    public static TestPlugin Faulty { get; } = Own("Faulty", "test.faulty");

    /// <summary>A hook of each kind.</summary>
    public static TestPlugin Hooks { get; } = Own("Hooks", "test.hooks");

    /// <summary>A rule with a validator.</summary>
    public static TestPlugin Rules { get; } = Own("Rules", "test.rules");

    /// <summary>A provider with a format that no other has.</summary>
    public static TestPlugin Vendor { get; } = Own("Vendor", "test.vendor");

    /// <summary>A detector with a private copy of a library.</summary>
    public static TestPlugin PrivateDependency { get; } = Own("PrivateDependency", "test.private-dependency");

    /// <summary>Asks a native library, which tests put into its folder.</summary>
    public static TestPlugin Native { get; } = Own("Native", "test.native");

    /// <summary>Does one thing at its start that may keep its code in memory: the one that its configuration key "case" names.</summary>
    public static TestPlugin Pinning { get; } = Own("Pinning", "test.pinning");

    /// <summary>Pages of the dashboard, and an API.</summary>
    public static TestPlugin Pages { get; } = Own("Pages", "test.pages");

    /// <summary>Uses what the host does for plugins; brings commands, a tool and an answer to other plugins.</summary>
    public static TestPlugin Services { get; } = Own("Services", "test.services");

    /// <summary>Tells agents apart by their token.</summary>
    public static TestPlugin Agents { get; } = Own("Agents", "test.agents");

    /// <summary>Keeps findings in memory.</summary>
    public static TestPlugin Store { get; } = Own("Store", "test.store");

    /// <summary>The community plugin for a reverse proxy that logs people in.</summary>
    public static TestPlugin HeaderAuth { get; } = Find("LumenArgus.Plugins.HeaderAuth", "lumenargus.headerauth");

    /// <summary>Channels that write files, a notifier without one, a dispatcher, and a limit of channels.</summary>
    public static TestPlugin Notifying { get; } = Own("Notifying", "test.notifying");

    /// <summary>The community plugin that sends notifications to web addresses.</summary>
    public static TestPlugin Webhook { get; } = Find("LumenArgus.Plugins.Webhook", "lumenargus.webhook");

    /// <summary>The community plugin that compares rules.</summary>
    public static TestPlugin RuleAnalysis { get; } = Find("LumenArgus.Plugins.RuleAnalysis", "lumenargus.ruleanalysis");

    /// <summary>The community plugin for credentials.</summary>
    public static TestPlugin Secrets { get; } = Find("LumenArgus.Plugins.Secrets", "lumenargus.secrets");

    /// <summary>The community plugin for personal data.</summary>
    public static TestPlugin Pii { get; } = Find("LumenArgus.Plugins.Pii", "lumenargus.pii");

    /// <summary>The community plugin for confidential documents.</summary>
    public static TestPlugin Proprietary { get; } = Find("LumenArgus.Plugins.Proprietary", "lumenargus.proprietary");

    /// <summary>The community plugin for texts that give orders to a model.</summary>
    public static TestPlugin Injection { get; } = Find("LumenArgus.Plugins.Injection", "lumenargus.injection");

    /// <summary>The Pro plugin that replaces values and puts them back.</summary>
    public static TestPlugin Redaction { get; } = Find("LumenArgus.Plugins.Redaction", "lumenargus.redaction");

    /// <summary>The Pro plugin that checks the licence.</summary>
    public static TestPlugin License { get; } = Find("LumenArgus.Plugins.License", "lumenargus.license");

    /// <summary>The Pro plugin that keeps injected answers back.</summary>
    public static TestPlugin ResponseGuard { get; } = Find("LumenArgus.Plugins.ResponseGuard", "lumenargus.response-guard");

    private static TestPlugin Own(string name, string id) => Find($"LumenArgus.TestPlugins.{name}", id);

    private static TestPlugin Find(string assembly, string id)
    {
        var path = typeof(TestPlugins).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(attribute => attribute.Key == $"LumenArgusPlugin:{assembly}")?.Value
            ?? throw new InvalidOperationException($"The build has not told where {assembly} is; see PluginPaths.targets.");
        return new TestPlugin(id, path, $"{assembly}.dll");
    }
}
