#if (hasDetector)
using System.Collections.Immutable;
#endif
using Microsoft.Extensions.Configuration;

namespace Plugin._1;

/// <summary>The section <c>plugins.PLUGIN_ID</c>.</summary>
internal sealed record Options
{
#if (hasDetector)
    /// <summary><c>code_names</c>: words that must not leave, at least three letters each.</summary>
    public required ImmutableArray<string> CodeNames { get; init; }
#endif
#if (authProvider)

    /// <summary><c>token</c>: what proves somebody to the dashboard, at least 16 characters; null: nobody. Best written as <c>${env:NAME}</c>.</summary>
    public string? Token { get; init; }
#endif

    /// <summary>Reads and checks the section.</summary>
    /// <exception cref="FormatException">A value is wrong; the host shows the message and loads the other plugins.</exception>
    public static Options Read(IConfiguration section) => new()
    {
#if (hasDetector)
        CodeNames = ReadCodeNames(section),
#endif
#if (authProvider)
        Token = section["token"] switch
        {
            null or "" => null,
            { Length: < 16 } => throw new FormatException("token: must have at least 16 characters"),
            var token => token,
        },
#endif
    };
#if (hasDetector)

    private static ImmutableArray<string> ReadCodeNames(IConfiguration section)
    {
        ImmutableArray<string> names = [.. section.GetSection("code_names").GetChildren().Select(static child => child.Value ?? "")];
        return names.Any(static name => name.Length < 3) ? throw new FormatException("code_names: each must have at least three letters")
            : names.IsEmpty ? ["project-nightfall"]
            : names;
    }
#endif
}
