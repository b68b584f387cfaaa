namespace LumenArgus.Scanning.Allowlists;

/// <summary>The compiled allowlists of a generation: immutable, shared by all threads. Asked once for each distinct value and each file, so it costs the scan nothing.</summary>
public sealed class Allowlist
{
    private const string SecretsDetector = "secrets";
    private const string CustomDetector = "custom";
    private const string PiiDetector = "pii";

    private readonly ValueList _secrets;
    private readonly ValueList _pii;
    private readonly PathGlob[] _paths;

    /// <summary>Compiles lists.</summary>
    /// <param name="options">The lists; no entry is empty.</param>
    public Allowlist(AllowlistOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _secrets = new ValueList(options.Secrets);
        _pii = new ValueList(options.Pii);
        _paths = [.. options.Paths.Select(static path => new PathGlob(path))];
        HonoursInlineComments = options.InlineComments;
    }

    /// <summary>A list without entries.</summary>
    public static Allowlist None { get; } = new(new AllowlistOptions());

    /// <summary>Whether comments in the text count.</summary>
    public bool HonoursInlineComments { get; }

    /// <summary>Whether any file can be exempt.</summary>
    public bool HasPaths => _paths.Length > 0;

    /// <summary>Whether an entry of a list for values leaves nothing to find.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>True for <c>*</c> and its like.</returns>
    public static bool AllowsEveryValue(string entry) => ValueGlob.MatchesEverything(entry);

    /// <summary>Whether an entry of the list for files leaves no file to scan.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>True for <c>**</c> and its like.</returns>
    public static bool AllowsEveryPath(string entry) => PathGlob.MatchesEverything(entry);

    /// <summary>Whether a value is declared harmless.</summary>
    /// <param name="detector">The detector that found it.</param>
    /// <param name="value">The value.</param>
    /// <returns>True if the detector's list has it.</returns>
    public bool AllowsValue(string detector, ReadOnlySpan<char> value) => ListFor(detector) is { IsEmpty: false } list && list.Contains(value);

    /// <summary>Whether the detector's values can be exempt at all.</summary>
    internal bool HasValuesFor(string detector) => ListFor(detector) is { IsEmpty: false };

    /// <summary>Whether the content of a file is exempt.</summary>
    /// <param name="path">The path as the conversation or the command line names it, relative or absolute.</param>
    /// <returns>True if an entry matches.</returns>
    public bool AllowsPath(string path)
    {
        if (_paths.Length == 0 || PathGlob.Split(path) is not { } names)
        {
            return false;
        }

        return Array.Exists(_paths, pattern => pattern.IsMatch(names));
    }

    private ValueList? ListFor(string detector) => detector switch
    {
        SecretsDetector or CustomDetector => _secrets,
        PiiDetector => _pii,
        _ => null,
    };
}
