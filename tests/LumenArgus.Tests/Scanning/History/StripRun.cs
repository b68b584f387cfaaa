using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.History;

namespace LumenArgus.Tests.Scanning.History;

/// <summary>Leaves each place of a mark out of a body.</summary>
internal static class StripRun
{
    public const string Mark = "KEY";

    /// <summary>Plans with marks that were all refused when nobody had written anything yet in the latest turn.</summary>
    public static StripPlan Plan(string body) => PlanAt(body, PlanAt(body, refusedAt: null).Turn is { } turn ? turn with { Texts = -1 } : null);

    /// <summary>Plans with marks that were all refused at the same place.</summary>
    public static StripPlan PlanAt(string body, TurnPlace? refusedAt)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return StripPlan.For(bytes, [.. Places(bytes).Select(place => new StripPlace(place, refusedAt))]);
    }

    /// <summary>What is left, or why it is not.</summary>
    public static string Of(string body)
    {
        var plan = Plan(body);
        return plan.Outcome == StripOutcome.Stripped
            ? Encoding.UTF8.GetString(SpanRemover.Apply(Encoding.UTF8.GetBytes(body), plan.Removals))
            : plan.Reason ?? plan.Outcome.ToString();
    }

    private static List<ByteSpan> Places(ReadOnlySpan<byte> body)
    {
        var places = new List<ByteSpan>();
        for (var from = 0; body[from..].IndexOf("KEY"u8) is >= 0 and var found; from += found + Mark.Length)
        {
            places.Add(new ByteSpan(from + found, Mark.Length));
        }

        return places;
    }
}
