namespace LumenArgus.Inspection.Configuration;

/// <summary>"Did you mean": the known name with the smallest edit distance, if it is close enough to be a typing error.</summary>
public static class Suggestion
{
    /// <summary>Text to append to a message.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What is allowed.</param>
    /// <returns><c>; did you mean 'x'?</c> or nothing.</returns>
    public static string For(string name, IEnumerable<string> known) => Closest(name, known) is { } closest ? $"; did you mean '{closest}'?" : "";

    /// <summary>The known name that was probably meant.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What is allowed.</param>
    /// <returns>A known name, or null if none is close.</returns>
    public static string? Closest(string name, IEnumerable<string> known)
    {
        var best = known
            .Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate)))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();

        // One error in three characters: "prot" is "port", "bind" is not "pii".
        return best.candidate is not null && best.distance <= Math.Max(1, Math.Max(name.Length, best.candidate.Length) / 3) ? best.candidate : null;
    }

    // Optimal string alignment: insert, delete, replace, and swapped neighbours as one error.
    private static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var replace = cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
