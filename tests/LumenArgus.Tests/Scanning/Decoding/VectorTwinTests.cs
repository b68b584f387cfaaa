using LumenArgus.Scanning.Decoding;
using LumenArgus.Scanning.Decoding.Base64Text;

namespace LumenArgus.Tests.Scanning.Decoding;

/// <summary>What is looked up in vectors is what one byte after the other says.</summary>
public class VectorTwinTests
{
    [Fact]
    public void Alignments_EveryCharacterAtEveryPlace_IsWhatTheScalarTwinSays()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_\0";
        var window = new byte[64];
        for (var first = 0; first < Alphabet.Length; first++)
        {
            for (var i = 0; i < window.Length; i++)
            {
                window[i] = (byte)Alphabet[(first + (i * 5)) % Alphabet.Length];
            }

            Base64Shape.Vectors(window).ShouldBe(Base64Shape.Bytes(window));
        }
    }

    [Fact]
    public void Readable_EveryByte_IsWhatTheScalarTwinSays()
    {
        for (var first = 0; first < 256; first++)
        {
            var word = Enumerable.Range(0, 64).Select(i => (byte)(first + (i * 3))).ToArray();
            foreach (var isText in new[] { false, true })
            {
                // Shorter words go byte by byte.
                (StretchWriter.Readable(word, isText) & ~(1ul << 63)).ShouldBe(StretchWriter.Readable(word.AsSpan(0, 63), isText));
            }
        }
    }

    [Fact]
    public void Classify_Tables_HaveAnAsciiCharacterForEachForm()
    {
        for (var value = 0x80; value < 0xE0080; value++)
        {
            var kind = LumenArgus.Scanning.Decoding.Characters.Lookalikes.Classify(value, out var ascii);
            (kind is LumenArgus.Scanning.Decoding.Characters.Lookalike.None or LumenArgus.Scanning.Decoding.Characters.Lookalike.Invisible || ascii is >= 0x20 and < 0x7F)
                .ShouldBeTrue();
        }
    }
}
