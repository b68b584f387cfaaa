namespace LumenArgus.Dashboard.Api;

/// <summary>A login: one of the two.</summary>
internal sealed record LoginRequest
{
    public string? Token { get; init; }

    public string? Password { get; init; }
}
