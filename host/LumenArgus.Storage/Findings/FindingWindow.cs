using System.Collections.Immutable;

namespace LumenArgus.Storage.Findings;

/// <summary>A time from which to which, as whole days, whose counts are kept, and what is left over at both ends.</summary>
/// <param name="FirstDay">The first whole day, for example <c>2026-03-16</c>.</param>
/// <param name="EndDay">The day behind the last whole day. Not behind the first: there is no whole day.</param>
/// <param name="Edges">The filter with the time before and behind the whole days.</param>
internal sealed record FindingWindow(string FirstDay, string EndDay, ImmutableArray<FindingFilter> Edges)
{
    private const string Pattern = "yyyy-MM-dd";

    public bool HasDays => string.CompareOrdinal(FirstDay, EndDay) < 0;

    public static FindingWindow Of(FindingFilter filter)
    {
        // Text comparison in the tables has milliseconds; what is finer would belong to neither part.
        var from = filter.From is { } start ? Milliseconds(start.UtcDateTime) : DateTime.MinValue;
        var to = filter.To is { } end ? Milliseconds(end.UtcDateTime) : DateTime.MaxValue.Date;
        var first = from.Date == from || from.Date == DateTime.MaxValue.Date ? from.Date : from.Date.AddDays(1);
        if (first >= to.Date)
        {
            return new FindingWindow(Day(first), Day(first), [filter]);
        }

        var edges = ImmutableArray.CreateBuilder<FindingFilter>(2);
        if (from != first)
        {
            edges.Add(filter with { To = Utc(first) });
        }

        if (to != to.Date)
        {
            edges.Add(filter with { From = Utc(to.Date) });
        }

        return new FindingWindow(Day(first), Day(to.Date), edges.ToImmutable());
    }

    private static DateTime Milliseconds(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), time.Kind);

    private static DateTimeOffset Utc(DateTime day) => new(DateTime.SpecifyKind(day, DateTimeKind.Unspecified), TimeSpan.Zero);

    private static string Day(DateTime day) => day.ToString(Pattern, System.Globalization.CultureInfo.InvariantCulture);
}
