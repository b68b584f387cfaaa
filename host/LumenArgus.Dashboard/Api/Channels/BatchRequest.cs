namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>One change of many channels.</summary>
internal sealed record BatchRequest
{
    public string? Action { get; init; }

    public IReadOnlyList<long>? Ids { get; init; }
}
