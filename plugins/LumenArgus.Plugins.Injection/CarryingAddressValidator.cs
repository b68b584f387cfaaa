using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Injection;

/// <summary>The query of an address that takes data along: a placeholder that the model is to fill in, or a long value under a name that says so.</summary>
internal sealed class CarryingAddressValidator : IRuleValidator
{
    public const string RuleName = "carrying_address";

    private const int LongValue = 24;

    private static readonly string[] Names = ["q", "d", "c", "data", "payload", "exfil", "leak", "secret", "info", "prompt", "history", "conv", "chat", "msg", "text", "key", "token"];

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value)
    {
        foreach (var range in value.Split('&'))
        {
            var parameter = value[range];
            var equals = parameter.IndexOf('=');
            if (equals >= 0 && (IsPlaceholder(parameter[(equals + 1)..]) || (parameter.Length - equals > LongValue && IsName(parameter[..equals]))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> value) =>
        value.Length > 1 && (value[0] is '{' or '<' or '[' || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("%7B", StringComparison.OrdinalIgnoreCase));

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var known in Names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
