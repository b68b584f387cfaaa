namespace LumenArgus.Dashboard.Api;

/// <summary>Who the caller is.</summary>
internal sealed record SessionAnswer
{
    public bool Authenticated { get; } = true;

    public required string Role { get; init; }

    public string? User { get; init; }

    public string? CsrfToken { get; init; }

    public required string Auth { get; init; }

    public required string Version { get; init; }
}

