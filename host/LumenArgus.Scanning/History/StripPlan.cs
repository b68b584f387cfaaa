using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.History;

/// <summary>What has to leave a body so that certain places of its conversation are gone.</summary>
public sealed record StripPlan
{
    private StripPlan(StripOutcome outcome) => Outcome = outcome;

    /// <summary>Whether it can be done.</summary>
    public StripOutcome Outcome { get; }

    /// <summary>Why it cannot, in words, without any text of the body; null otherwise.</summary>
    public string? Reason { get; private init; }

    /// <summary>The bytes to leave out, in order; none shares a byte with another.</summary>
    public ImmutableArray<ByteSpan> Removals { get; private init; } = [];

    /// <summary>Messages that leave as a whole.</summary>
    public int Messages { get; private init; }

    /// <summary>Blocks that leave messages which stay.</summary>
    public int Blocks { get; private init; }

    /// <summary>Which turn is the latest; null if there is no conversation.</summary>
    public TurnPlace? Turn { get; internal init; }

    /// <summary>Of what is not history: whether it will be with the next turn, and can be left out then.</summary>
    public bool LeavesWithNextTurn { get; internal init; }

    /// <summary>What it cost to find out: messages and blocks that were looked at, each as often as it was.</summary>
    internal long Steps { get; init; }

    internal static StripPlan NotHistory { get; } = new(StripOutcome.NotHistory);

    /// <summary>Plans the removal.</summary>
    /// <param name="body">The body after content decoding.</param>
    /// <param name="places">What must be gone.</param>
    /// <returns>The plan.</returns>
    public static StripPlan For(ReadOnlySpan<byte> body, IReadOnlyCollection<StripPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return places.Count > 0 && HistoryReader.Read(body) is { } history ? new HistoryStripper(history).Plan(places) : NotHistory;
    }

    internal static StripPlan Refused(string reason) => new(StripOutcome.Refused) { Reason = reason };

    internal static StripPlan Of(ImmutableArray<ByteSpan> removals, int messages, int blocks) =>
        new(StripOutcome.Stripped) { Removals = removals, Messages = messages, Blocks = blocks };
}
