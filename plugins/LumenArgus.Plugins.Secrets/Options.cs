using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.Secrets;

/// <summary>What can be configured.</summary>
internal sealed record Options
{
    private const string ThresholdKey = "detectors:secrets:entropy_threshold";

    // The entropy of bytes ends at 8 bits; the configuration key goes to 10 for those who want the generic rules silent.
    private const double HighestFloor = 8;

    private const double DefaultThreshold = 4.5;
    private const double Share = 0.85;
    private const double Ln2 = 0.6931471805599453;

    /// <summary>Shannon entropy that a generic secret must reach.</summary>
    /// <value>Bits per character, 0 to 10. Default 4.5.</value>
    public double EntropyThreshold { get; init; } = DefaultThreshold;

    /// <summary>The floor of the entropy sweep, which knows nothing of the value but a word near it.</summary>
    public double GenericFloor => Math.Min(EntropyThreshold, HighestFloor);

    /// <summary>The shortest text that the sweep looks at: n characters have at most log2(n) bits each, so a shorter one cannot reach the floor.</summary>
    public int ShortestSwept => Math.Max(16, (int)Math.Ceiling(Math.Pow(2, GenericFloor) - 1e-9));

    /// <summary>
    /// The floor of the rules that also know the vendor. Their values can be as short as 14 characters, and a text of n characters has at
    /// most log2(n) bits: with 4.5 a PagerDuty key of 20 random characters (at most 4.32 bits) would never be seen.
    /// </summary>
    public double VendorFloor => Math.Min(EntropyThreshold, 3.2);

    /// <summary>The floor of the rules that know the value's name, for a value of this length and alphabet.</summary>
    /// <remarks>
    /// A text of n characters has at most log2(n) bits each, and n characters drawn from an alphabet of A have log2(n) - (n - 1) / A on average while n is
    /// small (each of the n(n - 1) / 2A expected pairs takes 2 / n), and log2(A) - (A - 1) / (2 n ln 2) when it is not. A value has to have 85% of that with the
    /// default threshold, and never more than the threshold: a drawn one is below that once in some thousand times, and what repeats itself is.
    /// </remarks>
    /// <param name="length">Characters, 1 or more.</param>
    /// <param name="alphabet">Different characters that it was drawn from.</param>
    /// <returns>Bits per character.</returns>
    public double FloorFor(int length, int alphabet)
    {
        var drawn = length <= alphabet ? Math.Log2(length) - ((length - 1.0) / alphabet) : Math.Log2(alphabet) - ((alphabet - 1) / (2 * length * Ln2));
        return GenericFloor * Math.Min(1, Share * drawn / DefaultThreshold);
    }

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
