namespace LumenArgus.Storage.Channels;

/// <summary>A notification channel as the table holds it.</summary>
public sealed record StoredChannel
{
    /// <summary>Number of the row; 0 before it is written.</summary>
    public long Id { get; init; }

    /// <summary>Its name; unique.</summary>
    public required string Name { get; init; }

    /// <summary>Its type, known by a plugin.</summary>
    public required string Type { get; init; }

    /// <summary>Its settings, a JSON object.</summary>
    public string Config { get; init; } = "{}";

    /// <summary>Whether it is used.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary><c>dashboard</c> or <c>yaml</c>.</summary>
    public string Source { get; init; } = "dashboard";

    /// <summary>The actions it is told of, a JSON array.</summary>
    public string Events { get; init; } = """["block","alert"]""";

    /// <summary>The lowest severity it is told of.</summary>
    public string MinSeverity { get; init; } = "warning";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>See <see cref="Database.StoreTime"/>.</summary>
    public string UpdatedAt { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>Who changed it last.</summary>
    public string UpdatedBy { get; init; } = "";
}
