using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Tests.Plugins;

/// <summary>Each stage that can be switched off, with the ways that need it.</summary>
internal static class StageSwitches
{
    public static IReadOnlyDictionary<string, (DecodeOptions Options, IReadOnlyList<string> Ways)> All { get; } =
        new Dictionary<string, (DecodeOptions, IReadOnlyList<string>)>(StringComparer.Ordinal)
        {
            ["base64"] = (new DecodeOptions { Base64 = false }, With("base64", "gzip", "zlib")),
            ["hex"] = (new DecodeOptions { Hex = false }, [.. With("hex").Except(["html hex", "hex escapes"])]),
            ["url"] = (new DecodeOptions { Url = false }, With("percent", "quoted-printable")),
            ["unicode"] = (new DecodeOptions { Unicode = false }, [.. With("unicode", "html", "hex escapes"), .. BodyWays.Disguises]),
            ["nesting"] = (new DecodeOptions { MaxDepth = 1 }, [.. BodyWays.Decodings.Where(way => way.Contains(" in ", StringComparison.Ordinal) && !IsOneStep(way))]),
            ["all"] = (DecodeOptions.Off, [.. BodyWays.Decodings, .. BodyWays.Disguises, .. BodyWays.SplitValues]),
        };

    private static bool IsOneStep(string way) => way.Contains("binary", StringComparison.Ordinal) || way is "gzip in base64" or "zlib in base64";

    private static string[] With(params string[] names) =>
        [.. BodyWays.Decodings.Where(way => Array.Exists(names, name => way.Contains(name, StringComparison.Ordinal)))];
}
