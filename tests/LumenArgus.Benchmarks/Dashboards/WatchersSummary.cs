using System.Globalization;

namespace LumenArgus.Benchmarks.Dashboards;

/// <summary>What all readers of live streams together saw.</summary>
/// <param name="EventsPerSecond">Events that each reader got.</param>
/// <param name="BytesPerSecond">Bytes that each reader got.</param>
/// <param name="CutOff">Streams nobody read that the product has ended.</param>
/// <param name="Answers">Answers to what pages ask.</param>
/// <param name="AnswerP99">How long those took, 99th percentile in milliseconds.</param>
/// <param name="Problems">Streams that ended though they were read, and answers other than 200.</param>
/// <param name="Problem">The first of them.</param>
internal sealed record WatchersSummary(double EventsPerSecond, double BytesPerSecond, int CutOff, int Answers, double AnswerP99, int Problems, string Problem)
{
    public static WatchersSummary Nobody { get; } = new(0, 0, 0, 0, 0, 0, "");

    public static WatchersSummary Parse(string line)
    {
        var parts = line.Split('\t');
        return new(
            double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture),
            int.Parse(parts[3], CultureInfo.InvariantCulture), double.Parse(parts[4], CultureInfo.InvariantCulture), int.Parse(parts[5], CultureInfo.InvariantCulture), parts[6]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{EventsPerSecond}\t{BytesPerSecond}\t{CutOff}\t{Answers}\t{AnswerP99}\t{Problems}\t{Problem.ReplaceLineEndings(" ").Replace('\t', ' ')}");
}
