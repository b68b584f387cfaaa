using System.Globalization;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Tells whether a signed address has expired: by its date and lifetime (<c>X-Amz-Date</c> with <c>X-Amz-Expires</c>, the same with <c>X-Goog-</c>), by a Unix time
/// (<c>Expires</c> of CloudFront, <c>se</c> of Azure Service Bus) or by a date (<c>se</c> of Azure Storage).
/// </summary>
/// <param name="clock">What time it is.</param>
internal sealed class SignedUrlValidator(TimeProvider clock) : IRuleValidator
{
    public const string RuleName = "signed_url";

    // Both issuers allow seven days.
    private const int LongestLifetimeSeconds = 604_800;

    private static readonly DateTimeOffset LatestStart = DateTimeOffset.MaxValue.AddSeconds(-LongestLifetimeSeconds);

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmZ", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.fffffffZ"];

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => value.Length > 0;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var end = EndOf(value);
        return end is null ? Verdict.Invalid : end < clock.GetUtcNow() ? Verdict.Expired : Verdict.LikelyLive;
    }

    private static DateTimeOffset? EndOf(ReadOnlySpan<char> value)
    {
        var date = Parameter(value, "-Date=");
        var lifetime = Parameter(value, "-Expires=");
        if (!date.IsEmpty)
        {
            return DateTimeOffset.TryParseExact(date, "yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
                && int.TryParse(lifetime, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LongestLifetimeSeconds && start < LatestStart
                ? start.AddSeconds(seconds)
                : null;
        }

        var expires = Parameter(value, "Expires=");
        var end = expires.IsEmpty ? Parameter(value, "se=") : expires;
        return long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            ? DateTimeOffset.FromUnixTimeSeconds(Math.Min(unix, DateTimeOffset.MaxValue.ToUnixTimeSeconds()))
            : DateOf(end);
    }

    private static DateTimeOffset? DateOf(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParseExact(
            text.ToString().Replace("%3A", ":", StringComparison.OrdinalIgnoreCase), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : null;

    private static ReadOnlySpan<char> Parameter(ReadOnlySpan<char> value, string name)
    {
        var start = value.IndexOf(name, StringComparison.Ordinal);
        if (start < 0)
        {
            return default;
        }

        var rest = value[(start + name.Length)..];
        var end = rest.IndexOf('&');
        return end < 0 ? rest : rest[..end];
    }
}
