using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>An agent on somebody's machine that passes the requests of its tools on, as an <see cref="Plugin.IAgentAuthProvider"/> knows it.</summary>
public sealed record AgentIdentity
{
    /// <summary>Its identifier: 1 to 256 characters without control characters.</summary>
    public required string AgentId { get; init; }

    /// <summary>The namespace (tenant) that it belongs to, at most 256 characters; null where there are none.</summary>
    public string? NamespaceId { get; init; }

    /// <summary>The name of that namespace in addresses, at most 256 characters.</summary>
    public string? NamespaceSlug { get; init; }

    /// <summary>What it may do, in words of the plugin's own. The host gives them no meaning.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>The device that it was enrolled for, at most 256 characters. Goes before what its requests say.</summary>
    public string? DeviceId { get; init; }

    /// <summary>The machine that it runs on, at most 256 characters.</summary>
    public string? MachineId { get; init; }
}
