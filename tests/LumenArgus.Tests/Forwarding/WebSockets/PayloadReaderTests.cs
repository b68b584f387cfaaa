using System.IO.Compression;
using System.Text;
using LumenArgus.Forwarding.WebSockets.Frames;
using LumenArgus.Forwarding.WebSockets.Messages;
using LumenArgus.Testing.WebSockets;

namespace LumenArgus.Tests.Forwarding.WebSockets;

public sealed class PayloadReaderTests
{
    private static readonly ExtensionAgreement Deflate = ExtensionAgreement.Parse(["permessage-deflate"]);

    [Theory]
    [InlineData("permessage-deflate", true, true, true, false)]
    [InlineData("permessage-deflate; server_no_context_takeover", true, true, false, false)]
    [InlineData("Permessage-Deflate;client_no_context_takeover;client_max_window_bits=9", true, false, true, false)]
    [InlineData("x-other", false, false, false, true)]
    [InlineData("permessage-deflate, x-other", true, true, true, true)]
    [InlineData("permessage-deflate, permessage-deflate", true, true, true, true)]
    [InlineData("", false, false, false, false)]
    public void Parse_TheServersAnswer_IsWhatWasAgreed(string header, bool deflate, bool clientKeeps, bool serverKeeps, bool unknown)
    {
        var agreement = ExtensionAgreement.Parse([header]);
        (agreement.Deflate, agreement.ClientKeepsContext, agreement.ServerKeepsContext, agreement.HasUnknown).ShouldBe((deflate, clientKeeps, serverKeeps, unknown));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_RandomMessagesInRandomFragments_SaysWhatWasSaid(bool keepsContext)
    {
        var random = new Random(4711);
        for (var round = 0; round < 40; round++)
        {
            using var deflater = new MessageDeflater(keepsContext);
            using var reader = new PayloadReader(keepsContext ? Deflate : ExtensionAgreement.Parse(["permessage-deflate; client_no_context_takeover"]), isClient: true);
            for (var message = 0; message < 8; message++)
            {
                var said = Text(random);
                var compressed = random.Next(4) > 0;
                var level = (CompressionLevel)random.Next(4);
                Read(reader, compressed ? deflater.Deflate(said, level) : said, compressed, random).ShouldBe(said);
                reader.Unreadable.ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Read_WhatIsNoDeflate_SaysSoAndShowsTheBytes()
    {
        using var deflater = new MessageDeflater(keepsContext: true);
        using var reader = new PayloadReader(Deflate, isClient: true);
        var junk = Encoding.UTF8.GetBytes("\x07 no deflate data at all, but a secret could stand here");
        Encoding.UTF8.GetString(Read(reader, junk, compressed: true, new Random(1))).ShouldContain("a secret could stand here");
        reader.Unreadable.ShouldNotBeNull();

        // What comes later may refer to it.
        Read(reader, deflater.Deflate([1, 2, 3]), compressed: true, new Random(1));
        reader.Unreadable.ShouldNotBeNull();
        Read(reader, [1, 2, 3], compressed: false, new Random(1)).ShouldBe([1, 2, 3]);
        reader.Unreadable.ShouldBeNull();
    }

    [Fact]
    public void Read_DamageBehindText_ShowsTheText()
    {
        using var deflater = new MessageDeflater(keepsContext: true);
        using var reader = new PayloadReader(Deflate, isClient: true);
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a secret could stand here ", 4)));

        // Behind the end of a block (RFC 7692, 7.2.1) one of a type that does not exist (RFC 1951, 3.2.3).
        var said = Read(reader, [.. deflater.Deflate(text), 0x00, 0x00, 0xFF, 0xFF, 0x07], compressed: true, new Random(1));
        reader.Unreadable.ShouldNotBeNull();
        Encoding.Latin1.GetString(said).ShouldStartWith(Encoding.Latin1.GetString(text));
    }

    [Fact]
    public void Read_DataThatEndsBeforeTheMessage_SaysSo()
    {
        using var stream = new MemoryStream();
        using (var deflate = new DeflateStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write("a final block"u8);
        }

        using var reader = new PayloadReader(Deflate, isClient: true);
        var said = Read(reader, [.. stream.ToArray(), .. "hidden behind it"u8], compressed: true, new Random(1));
        reader.Unreadable!.ShouldContain("ends before the message does");
        Encoding.UTF8.GetString(said).ShouldContain("hidden behind it");
    }

    [Fact]
    public void Read_WithAnExtensionNobodyKnows_SaysSo()
    {
        using var reader = new PayloadReader(ExtensionAgreement.Parse(["x-other"]), isClient: true);
        Read(reader, [1, 2, 3], compressed: true, new Random(1)).ShouldBe([1, 2, 3]);
        reader.Unreadable.ShouldNotBeNull();
    }

    [Fact]
    public void Read_ABomb_IsCounted()
    {
        using var deflater = new MessageDeflater(keepsContext: true);
        using var reader = new PayloadReader(Deflate, isClient: true);
        var bomb = deflater.Deflate(new byte[300 * 1024 * 1024]);
        var count = 0L;
        Feed(reader, bomb, compressed: true, new Random(1), bytes => count += bytes.Length);
        reader.Unreadable!.ShouldContain("256 MB");
        count.ShouldBeInRange(256L * 1024 * 1024, 280L * 1024 * 1024);
    }

    private static byte[] Text(Random random)
    {
        var words = new[] { "alpha ", "beta ", "{\"type\":\"response.create\"}", "\u00e9\u4e2d", "0123456789" };
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(0, random.Next(1, 4000))).Select(_ => words[random.Next(words.Length)])));
    }

    private static byte[] Read(PayloadReader reader, byte[] payload, bool compressed, Random random)
    {
        using var said = new MemoryStream();
        Feed(reader, payload, compressed, random, bytes => said.Write(bytes));
        return said.ToArray();
    }

    private delegate void Sink(ReadOnlySpan<byte> bytes);

    private static void Feed(PayloadReader reader, byte[] payload, bool compressed, Random random, Sink sink)
    {
        var frames = new FrameReader(isClient: true, allowedReserved: 7);
        var position = 0;
        for (var first = true; first || position < payload.Length; first = false)
        {
            var length = random.Next(3) == 0 ? 0 : random.Next(1, payload.Length - position + 1);
            if (payload.Length == 0)
            {
                length = 0;
            }

            var mask = new byte[4];
            random.NextBytes(mask);
            var frame = new WireFrame(first ? WireFrame.Text : WireFrame.Continuation, payload[position..(position + length)])
            {
                Fin = position + length == payload.Length, Mask = mask, Reserved = first && compressed ? 4 : 0,
            }.ToBytes();
            for (var start = 0; start < frame.Length;)
            {
                var step = frames.Next(frame.AsSpan(start));
                reader.Read(step, frame.AsSpan(start + step.HeaderLength, step.PayloadLength), sink, static (bytes, to) => to(bytes));
                start += step.Length;
            }

            position += length;
        }
    }
}
