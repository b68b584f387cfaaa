namespace LumenArgus.Plugins.Pii;

/// <summary>How long the national numbers of a country are, from the numbering plans that members of the ITU publish.</summary>
internal static class NumberingPlans
{
    private const int MostDigits = 15;
    private const int FewestOfUnlisted = 5;

    /// <summary>Whether digits behind the plus are a country code that the ITU has assigned and a national number that the country's plan allows.</summary>
    public static bool Allow(ReadOnlySpan<char> digits)
    {
        var code = CountryCodeLength(digits);
        if (code == 0 || digits.Length > MostDigits)
        {
            return false;
        }

        var (fewest, most) = Lengths(int.Parse(digits[..code], provider: null));
        return digits.Length - code >= fewest && digits.Length - code <= most;
    }

    /// <summary>Country codes that the ITU has assigned (Operational Bulletin, list of Recommendation E.164), without zone 1; 0 for none.</summary>
    private static int CountryCodeLength(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 3)
        {
            return 0;
        }

        var two = ((digits[0] - '0') * 10) + digits[1] - '0';
        var three = (two * 10) + digits[2] - '0';
        if (digits[0] == '7')
        {
            return 1;
        }

        if (two is 20 or 27 or (>= 30 and <= 34) or 36 or 39 or 40 or 41 or (>= 43 and <= 49) or (>= 51 and <= 58) or (>= 60 and <= 66)
            or 81 or 82 or 84 or 86 or (>= 90 and <= 95) or 98)
        {
            return 2;
        }

        return three is 211 or 212 or 213 or 216 or 218 or (>= 220 and <= 258) or (>= 260 and <= 269) or 290 or 291 or (>= 297 and <= 299)
            or (>= 350 and <= 359) or (>= 370 and <= 378) or (>= 380 and <= 383) or 385 or 386 or 387 or 389 or 420 or 421 or 423
            or (>= 500 and <= 509) or (>= 590 and <= 599) or 670 or (>= 672 and <= 692)
            or 800 or 808 or 850 or 852 or 853 or 855 or 856 or 870 or 878 or (>= 880 and <= 883) or 886 or 888
            or (>= 960 and <= 968) or (>= 970 and <= 977) or 979 or (>= 992 and <= 996) or 998 ? 3 : 0;
    }

    // The lengths of national significant numbers (without the trunk zero), service numbers left out.
    private static (int Fewest, int Most) Lengths(int code) => code switch
    {
        7 or 30 or 52 or 58 or 90 or 91 or 92 => (10, 10),
        20 => (8, 10),
        27 or 33 or 34 or 40 or 48 or 56 or 93 or 94 or 212 or 233 or 234 or 251 or 254 or 255 or 256 or 380 or 420 or 421 or 992 or 995 or 996 or 998 => (9, 10),
        31 or 51 or 53 or 57 or 63 or 64 or 66 or 84 or 95 or 98 or 213 or 375 or 855 or 856 or 880 or 963 or 964 or 977 => (8, 11),
        32 or 36 or 351 or 381 or 385 or 386 or 387 or 886 or 961 or 962 or 966 or 967 or 970 or 971 or 972 or 994 => (8, 10),
        39 => (6, 12),
        41 => (9, 12),
        43 or 49 => (5, 13),
        44 => (9, 10),
        45 or 65 or 216 or 356 or 357 or 370 or 371 or 372 or 373 or 374 or 389 or 502 or 503 or 504 or 505 or 506 or 507 or 852 or 853 or 968 or 973 or 974 => (7, 10),
        46 => (7, 10),
        47 => (8, 12),
        54 or 55 => (10, 11),
        60 => (8, 10),
        61 => (9, 10),
        62 => (8, 12),
        81 => (9, 11),
        82 => (8, 11),
        86 => (9, 12),
        353 => (7, 10),
        358 => (5, 12),
        _ => (FewestOfUnlisted, MostDigits),
    };
}
