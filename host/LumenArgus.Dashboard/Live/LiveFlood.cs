namespace LumenArgus.Dashboard.Live;

/// <summary>
/// Thins out what comes at once: no page shows a thousand findings a second. Of each name the newest are told, and in front of them one <c>more</c> says how many were left out,
/// by which pages count on and read their lists again. Nothing of it is lost: the lists are those of the database.
/// </summary>
internal static class LiveFlood
{
    /// <summary>How many of a name are told at once.</summary>
    public const int MostOfAName = 12;

    /// <summary>The event that stands for those left out.</summary>
    public const string More = "more";

    /// <summary>What is told of what has come, in its order.</summary>
    public static IReadOnlyList<LiveNews> Thin(IReadOnlyList<LiveNews> news)
    {
        if (news.Count <= MostOfAName)
        {
            return news;
        }

        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in news)
        {
            left[one.Name] = left.GetValueOrDefault(one.Name) + 1;
        }

        foreach (var (name, count) in left)
        {
            left[name] = Math.Max(0, count - MostOfAName);
        }

        var (rest, requests) = (new Dictionary<string, int>(left, StringComparer.Ordinal), 0);
        List<LiveNews> told = [default];
        foreach (var one in news)
        {
            if (rest[one.Name] == 0)
            {
                told.Add(one);
                continue;
            }

            rest[one.Name]--;
            requests += one.IsRequest ? 1 : 0;
        }

        if (told.Count > news.Count)
        {
            return news;
        }

        told[0] = new LiveNews(More, json =>
        {
            foreach (var (name, count) in left.Where(static pair => pair.Value > 0))
            {
                json.WriteNumber(name, count);
            }

            // Answers are looked at, too, and are no requests.
            json.WriteNumber("requests", requests);
        });
        return told;
    }
}
