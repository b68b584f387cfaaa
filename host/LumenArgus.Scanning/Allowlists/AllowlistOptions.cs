using System.Collections.Immutable;

namespace LumenArgus.Scanning.Allowlists;

/// <summary>What the operator declares harmless.</summary>
public sealed record AllowlistOptions
{
    /// <summary>Values of the detectors <c>secrets</c> and <c>custom</c>: exact, or with <c>*</c> and <c>?</c>.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>Values of the detector <c>pii</c>, in the same form.</summary>
    public ImmutableArray<string> Pii { get; init; } = [];

    /// <summary>Files whose content is not scanned, for example <c>test/**</c>.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Whether a line with the comment <see cref="InlineComments.Marker"/> is exempt.</summary>
    /// <value>Default false: who writes the text could then switch the detection off in it.</value>
    public bool InlineComments { get; init; }
}
