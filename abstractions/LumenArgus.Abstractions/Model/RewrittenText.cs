using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>What to send in the place of a <see cref="ResponseText"/>.</summary>
/// <param name="Text">The text to send, unescaped.</param>
/// <param name="Held">How many characters at the end of what was given are not in <paramref name="Text"/> yet: they come again with the next part. At most 4,096.</param>
public sealed record RewrittenText(string Text, int Held = 0)
{
    /// <summary>What was noticed on the way. It is recorded as found in the response; nothing of it is blocked.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The text is not shown: it may hold what was put back.</summary>
    /// <returns>How much there is.</returns>
    public override string ToString() => $"{Text.Length} characters, {Held} held back";
}
