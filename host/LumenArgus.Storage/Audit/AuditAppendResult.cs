namespace LumenArgus.Storage.Audit;

/// <summary>What became of one audit line.</summary>
/// <param name="Written">Whether it reached the operating system (or, for a line that is not durable, the queue).</param>
/// <param name="Error">Why not, in words; null if written.</param>
public readonly record struct AuditAppendResult(bool Written, string? Error)
{
    /// <summary>The line is safe from the end of this process.</summary>
    public static AuditAppendResult Ok { get; } = new(Written: true, Error: null);

    /// <summary>The line is lost.</summary>
    /// <param name="error">Why.</param>
    /// <returns>The result.</returns>
    public static AuditAppendResult Failed(string error) => new(Written: false, error);
}
