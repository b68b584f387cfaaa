using System.IO.Compression;
using System.Text;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Inspection.Inspecting;

namespace LumenArgus.Tests.Inspection;

public sealed class PartUnpackerTests
{
    private const int Room = 1024 * 1024;

    [Fact]
    public void Unpack_ZipArchive_GivesAllEntries()
    {
        var unpacker = new PartUnpacker(new BodyBudget(Room));

        using var part = unpacker.Unpack(Zip("first text", "second text"), codings: null, Room);

        Encoding.ASCII.GetString(part!.Content.Span).ShouldBe("first text\nsecond text\n");
        unpacker.Missed.ShouldBe(0);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public void Unpack_EnvelopesOfConnect_GivesTheCompressedOnes(string coding)
    {
        var unpacker = new PartUnpacker(new BodyBudget(Room));
        byte[] Packed(string text) => ContentEncoder.Encode(Encoding.ASCII.GetBytes(text), [coding])!;
        byte[] body = [.. Envelope(0, "plain"u8), .. Envelope(1, Packed("first")), .. Envelope(1, []), .. Envelope(3, Packed("second"))];

        using var part = unpacker.Unpack(body, codings: null, Room);

        Encoding.ASCII.GetString(part!.Content.Span).ShouldBe("first\nsecond\n");
        unpacker.Missed.ShouldBe(0);
        unpacker.Unpack(body.AsMemory(0, body.Length - 1), codings: null, Room).ShouldBeNull();
        unpacker.Unpack(Envelope(0, "plain"u8), codings: null, Room).ShouldBeNull();
    }

    [Fact]
    public void Unpack_EnvelopeThatIsCompressedInAnUnknownWay_IsCounted()
    {
        var unpacker = new PartUnpacker(new BodyBudget(Room));

        unpacker.Unpack(Envelope(1, "snappy"u8), codings: null, Room).ShouldBeNull();

        unpacker.Missed.ShouldBe("snappy".Length);
    }

    [Fact]
    public void Unpack_ZipArchiveBeyondTheLimit_GivesWhatFitsAndCountsIt()
    {
        var packed = Zip(new string('a', 100_000), "never read");
        var unpacker = new PartUnpacker(new BodyBudget(Room));

        using var part = unpacker.Unpack(packed, codings: null, 1_000);

        part!.Content.Length.ShouldBe(1_000);
        unpacker.Missed.ShouldBe(packed.Length);
        unpacker.Reason.ShouldContain("too large");
    }

    [Fact]
    public void Unpack_ArchiveOfCountlessEntries_EndsAndSaysSo()
    {
        var unpacker = new PartUnpacker(new BodyBudget(Room));

        using var part = unpacker.Unpack(Zip([.. Enumerable.Range(0, 600).Select(static number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))]), codings: null, Room);

        part!.Content.Length.ShouldBeLessThan(600 * 2);
        unpacker.Reason.ShouldContain("too large");
    }

    [Fact]
    public void Unpack_ArchiveInAnArchive_GivesItsEntriesToo()
    {
        var unpacker = new PartUnpacker(new BodyBudget(Room));

        using var part = unpacker.Unpack(Zip(Zip(Zip("inner text"u8.ToArray()), "middle text"u8.ToArray())), codings: null, Room);

        Encoding.Latin1.GetString(part!.Content.Span).ShouldContain("inner text");
        unpacker.Missed.ShouldBe(0);
    }

    [Fact]
    public void Unpack_ArchivesTooDeepInEachOther_AreCounted()
    {
        var packed = Zip("text");
        for (var depth = 0; depth < 3; depth++)
        {
            packed = Zip(packed);
        }

        var unpacker = new PartUnpacker(new BodyBudget(Room));

        using var part = unpacker.Unpack(packed, codings: null, Room);

        unpacker.Missed.ShouldBeGreaterThan(0);
        unpacker.Reason.ShouldContain("too deep");
    }

    [Theory]
    [InlineData("PK\u0003\u0004 cut before its directory", "no directory")]
    [InlineData("%PDF-1.7 1 0 obj << /Encrypt 2 0 R >>", "encrypted")]
    public void Unpack_WhatCannotBeRead_IsCounted(string text, string reason)
    {
        var unpacker = new PartUnpacker(new BodyBudget(Room));

        unpacker.Unpack(Encoding.ASCII.GetBytes(text), codings: null, Room).ShouldBeNull();

        unpacker.Missed.ShouldBe(text.Length);
        unpacker.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 no archive")]
    [InlineData("%PDF-1.4 stream\nnone")]
    public void Unpack_FileThatOnlyBeginsSo_IsNothing(string text) =>
        new PartUnpacker(new BodyBudget(Room)).Unpack(Encoding.ASCII.GetBytes(text), codings: null, Room).ShouldBeNull();

    private static byte[] Envelope(byte flags, ReadOnlySpan<byte> message) => [flags, 0, 0, (byte)(message.Length >> 8), (byte)message.Length, .. message];

    private static byte[] Zip(params string[] texts) => Zip([.. texts.Select(Encoding.ASCII.GetBytes)]);

    private static byte[] Zip(params byte[][] texts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var text in texts)
            {
                using var entry = archive.CreateEntry($"{text.Length}.txt").Open();
                entry.Write(text);
            }
        }

        return file.ToArray();
    }
}
