namespace LumenArgus.Tests.Plugins.Generic;

/// <summary>Secrets of all kinds that have no format of their own. The same in every run.</summary>
internal static class DrawnSecrets
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Hex = "0123456789abcdef";

    private static readonly (string Alphabet, int Shortest, int Longest)[] Keys =
    [
        (Letters, 16, 64), ("abcdefghijklmnopqrstuvwxyz0123456789", 20, 40), (Letters + "+/", 24, 64), (Letters + "-_", 20, 64), (Hex, 32, 32), (Hex, 40, 40), (Hex, 64, 64),
    ];

    // Without the marks that end a value where it is not quoted.
    private static readonly (string Alphabet, int Shortest, int Longest) Password = (Letters + "!@#$%^*-_=+?.", 10, 20);

    public static string[] Draw(int count, bool withPasswords, int seed)
    {
        var random = new Random(seed);
        var kinds = withPasswords ? [.. Keys, Password] : Keys;
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (alphabet, shortest, longest) = kinds[i % kinds.Length];
            return new string(random.GetItems<char>(alphabet, random.Next(shortest, longest + 1)));
        })];
    }

    /// <summary>Passwords of 16 to 32 characters of letters, digits and these marks.</summary>
    public static string[] DrawWithMarks(int count, string marks, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new string(random.GetItems<char>(Letters + marks, random.Next(16, 33))))];
    }
}
