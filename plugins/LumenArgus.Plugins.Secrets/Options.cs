using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.Secrets;

/// <summary>What can be configured.</summary>
internal sealed record Options
{
    private const string ThresholdKey = "detectors:secrets:entropy_threshold";

    // The entropy of bytes ends at 8 bits; the configuration key goes to 10 for those who want the generic rules silent.
    private const double HighestFloor = 8;

    /// <summary>Shannon entropy that a generic secret must reach.</summary>
    /// <value>Bits per character, 0 to 10. Default 4.5.</value>
    public double EntropyThreshold { get; init; } = 4.5;

    /// <summary>The floor of the generic rules, which know nothing of the value but its name.</summary>
    public double GenericFloor => Math.Min(EntropyThreshold, HighestFloor);

    /// <summary>
    /// The floor of the rules that also know the vendor. Their values can be as short as 14 characters, and a text of n characters has at
    /// most log2(n) bits: with 4.5 a PagerDuty key of 20 random characters (at most 4.32 bits) would never be seen.
    /// </summary>
    public double VendorFloor => Math.Min(EntropyThreshold, 3.2);

    public static Options Read(IConfiguration configuration)
    {
        var text = configuration[ThresholdKey];
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Options();
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 10
            ? new Options { EntropyThreshold = value }
            : throw new InvalidOperationException($"{ThresholdKey.Replace(':', '.')} must be a number from 0 to 10 (was '{text}')");
    }
}
