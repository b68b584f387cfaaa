namespace LumenArgus.Inspection.Configuration;

/// <summary>Something wrong in a configuration file, with the place to look at.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1; 0 if the file as a whole is meant.</param>
/// <param name="Column">Column, from 1; 0 if unknown.</param>
/// <param name="Key">The key with its parents, for example <c>proxy.port</c>; empty if no key is meant.</param>
/// <param name="Message">What is wrong and what is allowed; reads on from the key.</param>
public sealed record ConfigProblem(string File, int Line, int Column, string Key, string Message)
{
    /// <summary>Whether nobody knows the key: what it should say does not count, however important it is.</summary>
    public bool IsUnknownKey { get; init; }

    /// <summary>One line for a person.</summary>
    /// <returns>For example <c>config.yaml:14 proxy.port must be 1..65535 (was 99999)</c>.</returns>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Path.GetFileName(File)}:{Line}" : Path.GetFileName(File);
        return Key.Length > 0 ? $"{place} {Key} {Message}" : $"{place} {Message}";
    }
}
