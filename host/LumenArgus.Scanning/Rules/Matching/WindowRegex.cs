using System.Text.RegularExpressions;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules.Matching;

/// <summary>A Regex that is built with its first candidate. Sees windows only.</summary>
internal sealed class WindowRegex(ParsedPattern pattern, TimeSpan matchTimeout)
{
    private readonly Lock _gate = new();
    private volatile Regex? _regex;

    /// <exception cref="NotSupportedException">The pattern is too large for the linear engine.</exception>
    public Regex Get()
    {
        if (_regex is { } ready)
        {
            return ready;
        }

        lock (_gate)
        {
            return _regex ??= Build();
        }
    }

    private Regex Build()
    {
        var options = RegexOptions.CultureInvariant | RegexOptions.Multiline;
        return RepetitionProof.IsUnambiguous(pattern.Root)
            ? new Regex(RegexWriter.Write(pattern.Root), options, matchTimeout)
            : new Regex(RegexWriter.Write(pattern.Root), options | RegexOptions.NonBacktracking, matchTimeout);
    }
}
