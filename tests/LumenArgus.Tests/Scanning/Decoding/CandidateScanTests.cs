using System.Text;
using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>The places at which something may be encoded are the same on every processor.</summary>
public sealed class CandidateScanTests
{
    private static readonly string[] Parts =
        ["%41", "%u0041", "&#65;", "&amp;", "\\u0041", "\\x41", "=41", "=\n", "a\" + \"b", "\\\n", "41:4B:49", "414B 494F ", "0x41", "deadbeef", "QUJDREVGR0hJSktMTU5P", "é%41", "é", " ", "word", "=", "\"", "a\"]", "a`", "---", "|", "+", "\u001B[", "&["];

    private const TextEncodings All =
        TextEncodings.Base64 | TextEncodings.Hex | TextEncodings.Url | TextEncodings.Unicode | TextEncodings.Html | TextEncodings.QuotedPrintable | TextEncodings.Joined | TextEncodings.Table;

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    public void MoveNext_RandomText_FindsTheSamePlacesWithAndWithoutVectors(int vectors)
    {
        var random = new Random(1);
        for (var round = 0; round < 4000; round++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(random.GetItems(Parts, random.Next(80))));
            var skip = random.Next(3);
            var enabled = (TextEncodings)random.Next() & All;

            Places(text, enabled, vectors, skip).ShouldBe(Places(text, enabled, vectors: 0, skip), $"round {round}");
        }
    }

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    public void MoveNext_EveryPairOfBytes_FindsTheSameWithAndWithoutVectors(int vectors)
    {
        var text = new List<byte>();
        for (var pair = 0; pair < 65536; pair++)
        {
            text.AddRange([(byte)'a', (byte)(pair >> 8), (byte)pair, (byte)'-', (byte)(pair >> 8), (byte)pair, (byte)'.']);
        }

        Places([.. text], All, vectors, skip: 0).ShouldBe(Places([.. text], All, vectors: 0, skip: 0));
    }

    private static List<(int, CandidateKinds)> Places(byte[] text, TextEncodings enabled, int vectors, int skip)
    {
        var places = new List<(int, CandidateKinds)>();
        var scan = new CandidateScan(text, enabled, vectors);
        while (scan.MoveNext())
        {
            places.Add((scan.Position, scan.Kinds));
            if (skip > 0)
            {
                scan.SkipBase64(scan.Position + (skip * 5));
                scan.SkipHex(scan.Position + (skip * 3));
            }
        }

        places.Add((-1, scan.HasNonAscii ? CandidateKinds.Base64 : CandidateKinds.None));
        return places;
    }
}
