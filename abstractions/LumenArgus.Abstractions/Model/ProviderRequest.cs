namespace LumenArgus.Abstractions.Model;

/// <summary>What a provider reads from the head of a request that is its own.</summary>
public sealed record ProviderRequest
{
    /// <summary>Nothing: all as the provider has it.</summary>
    public static ProviderRequest Default { get; } = new();

    /// <summary>
    /// Where the request goes, if the request itself says so (a region in its path, for example); null takes the default. An address in the host's
    /// configuration goes before. Whatever is taken from the request has to be checked: the caller's credentials are sent there.
    /// </summary>
    public Uri? Upstream { get; init; }

    /// <summary>Why the request cannot be sent on unless an address is configured, in words for the caller; null if it can.</summary>
    public string? Problem { get; init; }

    /// <summary>The model where the path names it; null where the body does.</summary>
    public string? Model { get; init; }

    /// <summary>Name of the provider whose wire format the request has, where one speaks those of several; null for its own.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a signature in the head covers the body, so that an edited body would be refused. Such a request is blocked where it would be edited.</summary>
    public bool IsBodySigned { get; init; }
}
