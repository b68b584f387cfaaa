namespace LumenArgus.Plugins.Secrets;

/// <summary>
/// Bodies of example tokens. They are computed so that no literal in this repository looks like a live credential to a scanner, and so that nobody
/// is tempted to paste a real one.
/// </summary>
internal static class Sample
{
    public const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    public const string Lower = "abcdefghijklmnopqrstuvwxyz0123456789";
    public const string Hex = "0123456789abcdef";
    public const string Alnum = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Digits = "0123456789";

    /// <summary>The same text for the same arguments, in every run.</summary>
    public static string Of(int length, string alphabet = Alnum, uint seed = 1)
    {
        var state = (seed * 2654435761u) | 1;
        return string.Create(length, alphabet, (target, letters) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                target[i] = letters[(int)(state % (uint)letters.Length)];
            }
        });
    }

    public static string Number(int length, uint seed = 1) => "1" + Of(length - 1, Digits, seed);

    public static string Uuid(uint seed = 1)
    {
        var hex = Of(32, Hex, seed);
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }
}
