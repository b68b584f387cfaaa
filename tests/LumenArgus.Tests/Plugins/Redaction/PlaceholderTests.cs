using System.Security.Cryptography;
using LumenArgus.Plugins.Redaction;

namespace LumenArgus.Tests.Plugins.Redaction;

public sealed class PlaceholderTests
{
    private static readonly Placeholders Ours = new(new byte[32]);

    // By index: no value is printed.
    private static readonly string[] Values =
    [
        "AKIA" + "Q3EGRFSZ7XKDLZMP", "ghp_" + RandomNumberGenerator.GetString("abcdefghijABCDEFGHIJ0123456789", 36), "sk-ant-api03-" + RandomNumberGenerator.GetString("abcdefABCDEF-_019", 95),
        RandomNumberGenerator.GetHexString(40, lowercase: true), RandomNumberGenerator.GetHexString(32), "hunter2", "summer-winter-autumn-2024", "4111111111111111", "jane.doe@corp.example",
        Guid.NewGuid().ToString(), "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "postgres://user:pa\"ss\\word@db/x", "pässwörd mit ümlaut", RandomNumberGenerator.GetHexString(4000),
    ];

    public static TheoryData<int> All => [.. Enumerable.Range(0, Values.Length)];

    [Theory]
    [MemberData(nameof(All))]
    public void For_AnyValue_IsOursTheSameAndSaysNothing(int index)
    {
        var value = Values[index];
        var placeholder = Ours.For(value);
        Ours.For(value).ShouldBe(placeholder);
        Ours.IsOwn(placeholder).ShouldBeTrue();
        Ours.IsOwn(value).ShouldBeFalse();
        new Placeholders([.. Enumerable.Repeat((byte)1, 32)]).IsOwn(placeholder).ShouldBeFalse();
        placeholder.ShouldAllBe(static character => char.IsAsciiLetterOrDigit(character) || "-_.@".Contains(character));
        placeholder.Length.ShouldBeLessThanOrEqualTo(192);
        Enumerable.Range(0, Math.Max(0, value.Length - 19)).ShouldAllBe(start => !placeholder.Contains(value.Substring(start, 20), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void For_ValueWithAPublishedPrefix_KeepsItAndTheLength()
    {
        for (var i = 0; i < 3; i++)
        {
            var placeholder = Ours.For(Values[i]);
            placeholder.Length.ShouldBe(Values[i].Length);
            placeholder.ShouldStartWith(Values[i][..4]);
        }

        Ours.For(Values[3]).ShouldMatch("^[0-9a-f]{40}$");
        Guid.TryParseExact(Ours.For(Values[9]), "D", out _).ShouldBeTrue();
        Ours.For(Values[8]).ShouldEndWith("@redacted.invalid");
        Ours.For(Values[6]).ShouldNotContain("summer");
    }

    [Fact]
    public void IsOwn_ChangedOrCutPlaceholder_IsNot()
    {
        var placeholder = Ours.For(Values[0]);
        Ours.IsOwn(placeholder.AsSpan(..^1)).ShouldBeFalse();
        Ours.IsOwn(placeholder[..^1] + (placeholder[^1] == 'A' ? 'B' : 'A')).ShouldBeFalse();
        Ours.IsOwn(placeholder.AsSpan(4..)).ShouldBeTrue();
        Ours.IsOwn("").ShouldBeFalse();
    }
}
