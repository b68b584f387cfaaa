namespace LumenArgus.Plugins.Pii.Numbers;

/// <summary>The check digit systems that issuers of numbers share. All take digits without separators.</summary>
internal static class CheckDigits
{
    // Products of the dihedral group of order 10, and the permutation that moves with the position (Verhoeff 1969).
    private const string Products = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
    private const string Permutations = "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

    /// <summary>ISO/IEC 7812-1 annex B (Luhn): the last digit checks the others.</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>Each digit times its weight; as many digits as there are weights.</summary>
    public static int Sum(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    /// <summary>The number itself, for those of up to 18 digits.</summary>
    public static long Number(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    /// <summary>ISO 7064, MOD 11,10: the last digit checks the others.</summary>
    public static bool IsMod11And10(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits[..^1])
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == digits[^1] - '0';
    }

    /// <summary>Verhoeff: the last digit checks the others.</summary>
    public static bool IsVerhoeff(ReadOnlySpan<char> digits)
    {
        var state = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var permuted = Permutations[(i % 8 * 10) + digits[^(i + 1)] - '0'] - '0';
            state = Products[(state * 10) + permuted] - '0';
        }

        return state == 0;
    }

    /// <summary>The check of ICAO 9303 documents: weights 7, 3, 1; a letter counts from A = 10.</summary>
    public static int Icao(ReadOnlySpan<char> text)
    {
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = char.IsAsciiDigit(text[i]) ? text[i] - '0' : text[i] - 'A' + 10;
            sum += value * (i % 3) switch { 0 => 7, 1 => 3, _ => 1 };
        }

        return sum % 10;
    }

    /// <summary>Whether all digits are the same: such numbers pass many checks and belong to nobody.</summary>
    public static bool IsOneDigit(ReadOnlySpan<char> digits) => digits.IndexOfAnyExcept(digits[0]) < 0;
}
