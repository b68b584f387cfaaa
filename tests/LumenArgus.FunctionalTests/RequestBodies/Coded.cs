using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.FunctionalTests.RequestBodies;

/// <summary>Content codings, applied and undone.</summary>
internal static class Coded
{
    public static byte[] Apply(byte[] body, string codings) => ContentEncoder.Encode(body, [codings]).ShouldNotBeNull();

    public static byte[] Undo(byte[] body, string codings)
    {
        var source = BodyLease.Own(body);
        var result = ContentDecoder.Decode(source, [codings], DecodeLimits.Default, new BodyBudget(1 << 30));
        result.Status.ShouldBe(DecodeStatus.Decoded, result.Detail);
        return result.Body.ShouldNotBeNull().Memory.ToArray();
    }
}
