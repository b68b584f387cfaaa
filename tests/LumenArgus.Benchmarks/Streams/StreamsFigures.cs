namespace LumenArgus.Benchmarks.Streams;

/// <summary>One target in one round, in milliseconds.</summary>
/// <param name="First">Median time to the first event, one request after the other.</param>
/// <param name="LateHalf">Median delay of an event.</param>
/// <param name="Late99">99th percentile.</param>
internal sealed record StreamsFigures(double First, double LateHalf, double Late99)
{
    public static StreamsFigures From(IEnumerable<double> first, IEnumerable<double> late)
    {
        var (firsts, lates) = (first.Order().ToList(), late.Order().ToList());
        return new(At(firsts, 0.5), At(lates, 0.5), At(lates, 0.99));
    }

    /// <summary>The median of each figure by itself.</summary>
    public static StreamsFigures Median(IReadOnlyCollection<StreamsFigures> rounds) => new(
        At([.. rounds.Select(static round => round.First).Order()], 0.5), At([.. rounds.Select(static round => round.LateHalf).Order()], 0.5),
        At([.. rounds.Select(static round => round.Late99).Order()], 0.5));

    // Nearest rank.
    private static double At(List<double> values, double rank) => values.Count == 0 ? double.NaN : values[(int)Math.Ceiling(rank * values.Count) - 1];
}
