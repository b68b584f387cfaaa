namespace LumenArgus.Abstractions.Model;

/// <summary>Which conversations with findings are meant: those that match all that is given.</summary>
public sealed record FindingSessionSearch
{
    /// <summary>The conversation; there can be several with one name, of different keys.</summary>
    public string? SessionId { get; init; }

    /// <summary>With a finding that was seen at or after this. The counts are of the whole conversation all the same.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;
}
