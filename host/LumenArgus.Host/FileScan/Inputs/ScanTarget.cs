namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>One text to scan.</summary>
/// <param name="Name">Its name in the output, with <c>/</c> between folders.</param>
/// <param name="Body">Its bytes; text in UTF-16 or UTF-32 was turned into UTF-8.</param>
internal sealed record ScanTarget(string Name, byte[] Body)
{
    /// <summary>The path that rules for file names and the allowlist of paths see; null for text that is no file.</summary>
    public string? SourceFile { get; init; }

    /// <summary>Whether it holds a NUL byte near its beginning. It is scanned all the same; places in it are told as byte offsets.</summary>
    public bool IsBinary { get; init; }

    /// <summary>What lies beyond the size limit, in words; null if all was read.</summary>
    public string? LeftOut { get; init; }

    /// <summary>The real number of each line, where the lines are an excerpt; 0 for a line that only separates.</summary>
    public IReadOnlyList<int>? LineNumbers { get; init; }
}
