namespace LumenArgus.Benchmarks.Load;

/// <summary>What one run of the load tool covers.</summary>
internal sealed record LoadOptions
{
    /// <summary>Measured time of one target in one cell and round, in seconds; warm-up comes on top.</summary>
    public required double Seconds { get; init; }

    /// <summary>How often each cell is measured; the median of the rounds is reported.</summary>
    public required int Rounds { get; init; }

    public required int[] Connections { get; init; }

    /// <summary>Request body sizes in KB.</summary>
    public required int[] Sizes { get; init; }

    public required Mode[] Modes { get; init; }

    /// <summary>Report file; null prints the report on standard output only.</summary>
    public required string? Out { get; init; }

    /// <summary>The nginx executable; null looks it up.</summary>
    public required string? Nginx { get; init; }

    /// <summary>Whether the product is also measured with the stages for responses on.</summary>
    public required bool Responses { get; init; }

    /// <summary>All combinations; a conversation that grows passes through the smaller sizes anyway.</summary>
    public IEnumerable<Cell> Cells =>
        from mode in Modes
        from size in Sizes
        where mode != Mode.Growing || size == Sizes.Max()
        from connections in Connections
        select new Cell(mode, size, connections);
}
