using System.Text;

namespace LumenArgus.Scanning.Decoding.Characters;

/// <summary>HTML's names of ASCII characters and of spaces: the letters of a secret have no name, what stands between them has.</summary>
internal static class NamedReferences
{
    private const int MaxName = 16;

    private static readonly Dictionary<string, byte> Names = new(StringComparer.Ordinal)
    {
        ["amp"] = (byte)'&', ["lt"] = (byte)'<', ["gt"] = (byte)'>', ["quot"] = (byte)'"', ["apos"] = (byte)'\'', ["nbsp"] = (byte)' ',
        ["excl"] = (byte)'!', ["num"] = (byte)'#', ["dollar"] = (byte)'$', ["percnt"] = (byte)'%', ["lpar"] = (byte)'(', ["rpar"] = (byte)')',
        ["ast"] = (byte)'*', ["midast"] = (byte)'*', ["plus"] = (byte)'+', ["comma"] = (byte)',', ["hyphen"] = (byte)'-', ["dash"] = (byte)'-',
        ["period"] = (byte)'.', ["sol"] = (byte)'/', ["colon"] = (byte)':', ["semi"] = (byte)';', ["equals"] = (byte)'=', ["quest"] = (byte)'?',
        ["commat"] = (byte)'@', ["lsqb"] = (byte)'[', ["lbrack"] = (byte)'[', ["bsol"] = (byte)'\\', ["rsqb"] = (byte)']', ["rbrack"] = (byte)']',
        ["Hat"] = (byte)'^', ["lowbar"] = (byte)'_', ["UnderBar"] = (byte)'_', ["grave"] = (byte)'`', ["lcub"] = (byte)'{', ["lbrace"] = (byte)'{',
        ["verbar"] = (byte)'|', ["vert"] = (byte)'|', ["rcub"] = (byte)'}', ["rbrace"] = (byte)'}', ["Tab"] = (byte)'\t', ["NewLine"] = (byte)'\n',
    };

    private static readonly Dictionary<string, byte>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads <c>&amp;name;</c>.</summary>
    /// <returns>Bytes consumed; 0 if it is none of them.</returns>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> output, out int written)
    {
        written = 0;
        var end = text[..Math.Min(text.Length, MaxName)].IndexOf((byte)';');
        if (end < 3)
        {
            return 0;
        }

        Span<char> name = stackalloc char[MaxName];
        if (!Ascii.IsValid(text[1..end]) || !Lookup.TryGetValue(name[..Encoding.ASCII.GetChars(text[1..end], name)], out output[0]))
        {
            return 0;
        }

        written = 1;
        return end + 1;
    }
}
