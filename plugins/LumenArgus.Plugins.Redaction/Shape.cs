namespace LumenArgus.Plugins.Redaction;

/// <summary>What of a value its placeholder keeps: a prefix that the issuer has published, the form of a UUID or of an address, the length and the kind of characters.</summary>
/// <param name="Prefix">Stands before the random part.</param>
/// <param name="Suffix">Stands behind it.</param>
/// <param name="Alphabet">What the random part is made of.</param>
/// <param name="Length">Characters of the random part.</param>
/// <param name="IsUuid">Whether it is divided like a UUID.</param>
internal sealed record Shape(string Prefix, string Suffix, Alphabet Alphabet, int Length, bool IsUuid = false)
{
    private const string PlainPrefix = "redacted_";
    private const int PlainLength = 26;
    private const int UuidDigits = 32;

    // A reserved name (RFC 2606): nobody gets mail that is sent there.
    private const string MailDomain = "@redacted.invalid";

    /// <summary>The longest random part: more is no more certain, and all of it is held back in responses.</summary>
    private const int MaxLength = 128;

    private static readonly int[] UuidHyphens = [8, 13, 18, 23];

    // Published by the issuers. Only these are kept: what stands before the first separator of any other value may be a part of the secret.
    private static readonly string[] KnownPrefixes =
    [
        .. new[]
        {
            "AKIA", "ASIA", "AIza", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "xoxa-", "xapp-", "sk-ant-api03-", "sk-ant-admin01-",
            "sk-ant-oat01-", "sk-proj-", "sk-svcacct-", "sk-", "sk_live_", "sk_test_", "rk_live_", "rk_test_", "pk_live_", "pk_test_", "whsec_", "npm_", "pypi-", "hf_", "dop_v1_",
            "SG.", "hvs.", "glsa_", "shpat_", "lin_api_", "figd_", "gsk_", "r8_", "ya29.", "eyJ", PlainPrefix,
        }.OrderByDescending(static prefix => prefix.Length),
    ];

    /// <summary>The shape of the placeholder of a value.</summary>
    public static Shape Of(string value)
    {
        if (IsUuidText(value))
        {
            return new Shape("", "", value.Any(char.IsAsciiLetterUpper) ? Alphabet.All[1] : Alphabet.All[0], UuidDigits, IsUuid: true);
        }

        if (IsMail(value))
        {
            return new Shape("", MailDomain, Alphabet.Plain, PlainLength);
        }

        var prefix = KnownPrefix(value);
        var rest = value.AsSpan(prefix.Length);
        if (!IsOneWord(rest))
        {
            return new Shape(PlainPrefix, "", Alphabet.Plain, PlainLength);
        }

        var alphabet = Narrowest(rest) ?? Alphabet.Widest;
        return rest.Length < alphabet.MinLength
            ? new Shape(PlainPrefix, "", Alphabet.Plain, PlainLength)
            : new Shape(prefix, "", alphabet, Math.Min(rest.Length, MaxLength));
    }

    /// <summary>The random part of what may be a placeholder.</summary>
    public static string RandomPart(ReadOnlySpan<char> text)
    {
        if (IsUuidText(text))
        {
            return text.ToString().Replace("-", "", StringComparison.Ordinal);
        }

        text = text.EndsWith(MailDomain) ? text[..^MailDomain.Length] : text;
        return text[KnownPrefix(text).Length..].ToString();
    }

    /// <summary>Puts the random part into the shape.</summary>
    public string Write(string random) => IsUuid
        ? $"{random[..8]}-{random[8..12]}-{random[12..16]}-{random[16..20]}-{random[20..]}"
        : Prefix + random + Suffix;

    private static string KnownPrefix(ReadOnlySpan<char> text)
    {
        foreach (var prefix in KnownPrefixes)
        {
            if (text.StartsWith(prefix))
            {
                return prefix;
            }
        }

        return "";
    }

    private static Alphabet? Narrowest(ReadOnlySpan<char> text)
    {
        foreach (var alphabet in Alphabet.All)
        {
            if (alphabet.Holds(text))
            {
                return alphabet;
            }
        }

        return null;
    }

    private static bool IsUuidText(ReadOnlySpan<char> text)
    {
        if (text.Length != UuidDigits + UuidHyphens.Length)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (UuidHyphens.Contains(i) ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at == text.LastIndexOf('@') && text[at..].Contains('.') && IsOneWord(text) && !text.ContainsAny(":/");
    }

    private static bool IsOneWord(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is <= ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }
}
