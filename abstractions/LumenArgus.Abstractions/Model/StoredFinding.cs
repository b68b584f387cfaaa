namespace LumenArgus.Abstractions.Model;

/// <summary>A finding as it is stored. The matched text is not in it, only its masked preview.</summary>
public sealed record StoredFinding
{
    /// <summary>Its number; 0 where it comes straight from an exchange.</summary>
    public required long Id { get; init; }

    /// <summary>When it was seen last.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The detector.</summary>
    public required string Detector { get; init; }

    /// <summary>What was found.</summary>
    public required string Type { get; init; }

    /// <summary><c>info</c>, <c>warning</c>, <c>high</c> or <c>critical</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>What was done, for example <c>block</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Where in the body.</summary>
    public string Location { get; init; } = "";

    /// <summary>The masked value.</summary>
    public string ValuePreview { get; init; } = "";

    /// <summary>The provider.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The model.</summary>
    public string Model { get; init; } = "";

    /// <summary>The tool.</summary>
    public string Client { get; init; } = "";

    /// <summary>The conversation.</summary>
    public string SessionId { get; init; } = "";

    /// <summary>The exchange in which it was seen first.</summary>
    public string ExchangeId { get; init; } = "";

    /// <summary>The project folder.</summary>
    public string WorkingDirectory { get; init; } = "";

    /// <summary>In how many exchanges it was seen.</summary>
    public long SeenCount { get; init; } = 1;
}
