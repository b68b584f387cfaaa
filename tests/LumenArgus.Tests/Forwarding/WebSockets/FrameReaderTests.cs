using LumenArgus.Forwarding.WebSockets.Frames;
using LumenArgus.Testing.WebSockets;

namespace LumenArgus.Tests.Forwarding.WebSockets;

public sealed class FrameReaderTests
{
    private static readonly byte[] Mask = [0x11, 0xA2, 0x33, 0xC4];

    [Fact]
    public void Next_FramesInPiecesOfAnySize_AreTheSameFrames()
    {
        WireFrame[] frames =
        [
            Client(WireFrame.Text, 5) with { Fin = false }, Client(WireFrame.Ping, 125), Client(WireFrame.Continuation, 0) with { Fin = false },
            Client(WireFrame.Continuation, 300), Client(WireFrame.Binary, 70_000), Client(WireFrame.Text, 0), Client(WireFrame.Close, 2),
        ];
        var bytes = frames.SelectMany(static frame => frame.ToBytes()).ToArray();
        foreach (var piece in new[] { 1, 2, 3, 7, 64, 1000, 100_000 })
        {
            var reader = new FrameReader(isClient: true, allowedReserved: 0);
            var (position, available) = (0, Math.Min(piece, bytes.Length));
            var ended = new List<(int Opcode, long Length, bool EndsMessage)>();
            while (position < bytes.Length)
            {
                var step = reader.Next(bytes.AsSpan(position, available - position));
                step.Kind.ShouldNotBe(FrameStepKind.Violation);
                if (step.Kind == FrameStepKind.NeedMore)
                {
                    available = Math.Min(available + piece, bytes.Length);
                    continue;
                }

                position += step.Length;
                if (step.EndsFrame)
                {
                    ended.Add(((int)step.Header.Opcode, step.Header.PayloadLength, step.EndsMessage));
                }
            }

            ended.ShouldBe(frames.Select(static frame => (frame.Opcode, (long)frame.Payload.Length, frame.Fin && frame.Opcode < 8)));
        }
    }

    [Theory]
    [InlineData("not masked", 0x81, 0x01, 0x00)]
    [InlineData("reserved bit", 0xC1, 0x80, 0, 0, 0, 0)]
    [InlineData("reserved bit", 0x91, 0x80, 0, 0, 0, 0)]
    [InlineData("reserved opcode", 0x83, 0x80, 0, 0, 0, 0)]
    [InlineData("reserved opcode", 0x8B, 0x80, 0, 0, 0, 0)]
    [InlineData("fragmented", 0x09, 0x80, 0, 0, 0, 0)]
    [InlineData("125 bytes", 0x89, 0xFE, 0x00, 0x7E, 0, 0, 0, 0)]
    [InlineData("half a code", 0x88, 0x81, 0, 0, 0, 0, 0)]
    [InlineData("continues nothing", 0x80, 0x80, 0, 0, 0, 0)]
    [InlineData("highest bit", 0x81, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    public void Next_WhatTheProtocolForbids_IsAViolation(string problem, params int[] bytes)
    {
        var step = new FrameReader(isClient: true, allowedReserved: 0).Next([.. bytes.Select(static value => (byte)value)]);
        step.Kind.ShouldBe(FrameStepKind.Violation);
        step.Problem!.ShouldContain(problem);
    }

    [Fact]
    public void Next_MessageInsideAMessage_IsAViolation()
    {
        var reader = new FrameReader(isClient: false, allowedReserved: 0);
        reader.Next([0x01, 0x00]).Kind.ShouldBe(FrameStepKind.Data);
        reader.Next([0x81, 0x00]).Problem!.ShouldContain("before the one before it has ended");
    }

    [Fact]
    public void Next_CompressedBit_IsAllowedAtTheBeginningOfAMessageOnly()
    {
        var reader = new FrameReader(isClient: false, FrameHeader.CompressedBit);
        reader.Next([0x41, 0x00]).Kind.ShouldBe(FrameStepKind.Data);
        reader.Next([0xC0, 0x00]).Kind.ShouldBe(FrameStepKind.Violation);
        new FrameReader(isClient: false, FrameHeader.CompressedBit).Next([0xC9, 0x00]).Kind.ShouldBe(FrameStepKind.Violation);
    }

    [Fact]
    public void Next_MaskedServer_IsAViolation() =>
        new FrameReader(isClient: false, allowedReserved: 0).Next([0x81, 0x80, 0, 0, 0, 0]).Kind.ShouldBe(FrameStepKind.Violation);

    [Fact]
    public void Mask_AppliedFromAnyOffset_IsTheByteWiseOne()
    {
        var key = BitConverter.ToUInt32(Mask);
        var bytes = Enumerable.Range(0, 100).Select(static i => (byte)(i * 7)).ToArray();
        for (var start = 0; start < 20; start++)
        {
            for (var length = 0; length < 40; length++)
            {
                var part = bytes.AsSpan(start, length).ToArray();
                FrameMask.Apply(part, key, start);
                part.ShouldBe(Enumerable.Range(start, length).Select(i => (byte)(bytes[i] ^ Mask[i & 3])));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(123)]
    [InlineData(124)]
    [InlineData(200)]
    public void Close_ReasonOfAnyLength_FitsAndStaysText(int characters)
    {
        var text = string.Concat(Enumerable.Repeat("é", characters));
        var frame = FrameWriting.Close(1008, text, mask: false);
        frame.Length.ShouldBeLessThanOrEqualTo(127);
        new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(frame.AsSpan(4)).ShouldBe(new string('é', Math.Min(characters, 61)));
    }

    private static WireFrame Client(int opcode, int length) => new(opcode, new byte[length]) { Mask = Mask };
}
