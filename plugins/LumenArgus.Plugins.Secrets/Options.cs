using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.Secrets;

/// <summary>What can be configured.</summary>
internal sealed record Options
{
    private const string ThresholdKey = "detectors:secrets:entropy_threshold";

    // The entropy of bytes ends at 8 bits; the configuration key goes to 10 for those who want the generic rules silent.
    private const double HighestFloor = 8;

    // The length from which the threshold is demanded in full.
    private const int FullLength = 40;

    /// <summary>Shannon entropy that a generic secret must reach.</summary>
    /// <value>Bits per character, 0 to 10. Default 4.5.</value>
    public double EntropyThreshold { get; init; } = 4.5;

    /// <summary>The floor of the entropy sweep, which knows nothing of the value but a word near it.</summary>
    public double GenericFloor => Math.Min(EntropyThreshold, HighestFloor);

    /// <summary>
    /// The floor of the rules that also know the vendor. Their values can be as short as 14 characters, and a text of n characters has at
    /// most log2(n) bits: with 4.5 a PagerDuty key of 20 random characters (at most 4.32 bits) would never be seen.
    /// </summary>
    public double VendorFloor => Math.Min(EntropyThreshold, 3.2);

    /// <summary>The floor of the rules that know the value's name, for a value of this length.</summary>
    /// <remarks>
    /// A text of n characters has at most log2(n) bits each, and n characters drawn from an alphabet of A have log2(n) - (n - 1) / A on average, as each
    /// of the n(n - 1) / 2A expected pairs takes 2 / n. Of 40 random alphanumerics (A = 62, 4.76 bits on average) 97 in 100 reach the default of 4.5.
    /// Shorter ones must have the same share of the log2(n) that they can have, 85% with the default, and at each length from 8 on 94 to 99 in 100 do
    /// (3,000 drawn of each length). Hex digits (at most 4 bits) reach none of the floors from 27 characters on.
    /// </remarks>
    /// <param name="length">Characters, 1 or more.</param>
    /// <returns>Bits per character.</returns>
    public double FloorFor(int length) => GenericFloor * Math.Min(1, Math.Log2(length) / Math.Log2(FullLength));

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
