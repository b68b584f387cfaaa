using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.PluginRuntime.Registration;

/// <summary>A provider of a plugin, with all of it that is data: read once, since asking again would run plugin code.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DefaultUpstream">Where its requests go by default; null if there is no such place.</param>
/// <param name="Hosts">Host names that are its own.</param>
/// <param name="Labels">What the texts of its bodies are.</param>
/// <param name="Provider">The provider; called through the invoker only.</param>
public sealed record ProviderContribution(
    string Name, Uri? DefaultUpstream, ImmutableArray<string> Hosts, ImmutableArray<FieldLabel> Labels, IProvider Provider);
