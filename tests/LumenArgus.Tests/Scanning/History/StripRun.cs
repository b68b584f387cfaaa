using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Edits;
using LumenArgus.Scanning.History;

namespace LumenArgus.Tests.Scanning.History;

/// <summary>Leaves each place of a mark out of a body.</summary>
internal static class StripRun
{
    public const string Mark = "KEY";

    public static StripPlan Plan(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return StripPlan.For(bytes, Places(bytes));
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
