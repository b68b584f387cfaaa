using System.Text;
using LumenArgus.FunctionalTests.Product;

namespace LumenArgus.FunctionalTests.Chaos;

/// <summary>What a caller has seen of one request.</summary>
/// <param name="Status">The status; 0 where it did not wait for one.</param>
/// <param name="IsCut">Whether the response ended before its end.</param>
/// <param name="Said">The body, or the end of it; nothing where it did not come to its end.</param>
/// <param name="Bytes">How long the body was.</param>
internal sealed record ChaosAnswer(int Status, bool IsCut, byte[] Said, int Bytes)
{
    private const int SaidBytes = 300;

    public static ChaosAnswer None { get; } = new(0, IsCut: false, [], Bytes: 0);

    public static ChaosAnswer Of(int status, byte[] body) => new(status, IsCut: false, body, body.Length);

    public void ShouldBeThatOf(Misfortune misfortune, string when)
    {
        var text = Encoding.UTF8.GetString(Said.AsSpan(0, Math.Min(Said.Length, SaidBytes)));
        text.Contains(Bodies.AwsKey, StringComparison.Ordinal).ShouldBeFalse(misfortune.Name);
        var said = $"{misfortune.Name}, {when}: status {Status}, {Bytes} bytes: {text}";

        // A resolver may also not answer at all.
        var status = misfortune.Name == "no-name" && Status == 504 ? 502 : Status;
        (status, IsCut).ShouldBe((misfortune.Status, misfortune.IsCut), said);
        if (misfortune.Name is "large" or "slow-reader")
        {
            Bytes.ShouldBe(ChaosUpstream.LargeBytes, said);
        }

        if (status >= 400)
        {
            text.Contains("\"error\"", StringComparison.Ordinal).ShouldBeTrue(said);
        }
    }
}
