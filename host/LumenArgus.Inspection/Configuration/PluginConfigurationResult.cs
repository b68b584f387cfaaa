using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Inspection.Configuration;

/// <summary>The configuration made for one plugin.</summary>
/// <param name="Configuration">What the plugin sees.</param>
/// <param name="Errors">Why the plugin must not be started with it; empty if nothing is wrong. Never holds a value.</param>
public sealed record PluginConfigurationResult(IConfiguration Configuration, ImmutableArray<string> Errors);
