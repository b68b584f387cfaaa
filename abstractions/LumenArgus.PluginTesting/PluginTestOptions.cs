using System.Collections.Immutable;

namespace LumenArgus.PluginTesting;

/// <summary>How a plugin is loaded in a test.</summary>
public sealed record PluginTestOptions
{
    /// <summary>
    /// The plugin's own section, as it stands below <c>plugins.&lt;id&gt;</c>; levels are joined by colons (<c>retry:count</c>, items of a list by their number). Settings of its detectors
    /// begin with <c>detectors:&lt;name&gt;:</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Folders of the plugins that it depends on.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>What the host does for the plugin.</summary>
    public MemoryHostServices Services { get; init; } = new();

    /// <summary>The clock that the plugin gets, and that waiting calls are measured with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <value>Processor time of one synchronous call. Default 1 s: in the product it is 50 ms and 20 ms for each megabyte, but a call that is compiled while it runs takes longer.</value>
    public TimeSpan CallBudget { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>Wall time of one asynchronous call, and of registering. Default 10 s: in the product it is 2 s, but machines that test are busy.</value>
    public TimeSpan WaitBudget { get; init; } = TimeSpan.FromSeconds(10);
}
