using System.Buffers;
using System.Buffers.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Checks that the first part of a Discord bot token is the number of a bot in base64.</summary>
internal sealed class DiscordTokenValidator : IRuleValidator
{
    public const string RuleName = "discord_token";

    // A snowflake of Discord's first days has 17 digits; 64 bits have 20.
    private const int FewestDigits = 17;
    private const int MostDigits = 20;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        Span<byte> number = stackalloc byte[MostDigits];
        var status = Base64Url.DecodeFromChars(value[..Math.Max(0, value.IndexOf('.'))], number, out _, out var length);
        return status == OperationStatus.Done && length >= FewestDigits && number[..length].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            ? Verdict.LikelyLive
            : Verdict.Invalid;
    }
}
