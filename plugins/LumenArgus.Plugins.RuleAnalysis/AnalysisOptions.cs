using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.RuleAnalysis;

/// <summary>The section <c>rule_analysis</c>.</summary>
internal sealed record AnalysisOptions
{
    private static readonly string[] Known = ["samples", "threshold", "seed", "auto_on_import", "watchdog_total_s", "watchdog_phase_s"];

    /// <summary><c>samples</c>: texts made for each rule, 10 to 1,000.</summary>
    public int Samples { get; init; } = 50;

    /// <summary><c>threshold</c>: the share of a rule's texts that another must match so that it counts as matching all of them; above 0.5, at most 1.</summary>
    public double Threshold { get; init; } = 0.8;

    /// <summary><c>seed</c>: the same seed makes the same texts.</summary>
    public int Seed { get; init; } = 42;

    /// <summary><c>auto_on_import</c>: whether rules that have changed are compared without being asked.</summary>
    public bool AutoOnImport { get; init; } = true;

    /// <summary><c>watchdog_total_s</c>: after which time a comparison is given up; zero for never.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary><c>watchdog_phase_s</c>: the same for one phase of it.</summary>
    public TimeSpan Phase { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Reads the section.</summary>
    /// <exception cref="FormatException">A key or a value is wrong.</exception>
    public static AnalysisOptions Read(IConfiguration section)
    {
        if (section.GetChildren().FirstOrDefault(static child => !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new FormatException($"rule_analysis.{unknown.Key} is no setting; there are {string.Join(", ", Known)}");
        }

        var defaults = new AnalysisOptions();
        return new AnalysisOptions
        {
            Samples = (int)Number(section, "samples", defaults.Samples, 10, 1_000),
            Threshold = Number(section, "threshold", defaults.Threshold, 0.51, 1),
            Seed = (int)Number(section, "seed", defaults.Seed, 0, int.MaxValue),
            AutoOnImport = section["auto_on_import"] switch
            {
                null => defaults.AutoOnImport,
                var text when bool.TryParse(text, out var value) => value,
                _ => throw new FormatException("rule_analysis.auto_on_import must be true or false"),
            },
            Total = TimeSpan.FromSeconds(Number(section, "watchdog_total_s", defaults.Total.TotalSeconds, 0, 86_400)),
            Phase = TimeSpan.FromSeconds(Number(section, "watchdog_phase_s", defaults.Phase.TotalSeconds, 0, 86_400)),
        };
    }

    private static double Number(IConfiguration section, string key, double fallback, double least, double most)
    {
        if (section[key] is not { } text)
        {
            return fallback;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"rule_analysis.{key} must be a number from {least} to {most}"));
    }
}
