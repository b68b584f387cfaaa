using LumenArgus.Inspection.Configuration.Reading;
using LumenArgus.Scanning.Decoding;

namespace LumenArgus.Inspection.Configuration.Sections;

internal static class DecodingSection
{
    // More than the original's million: what is not decoded is not seen.
    private const int MaxDecodedLength = 64 * 1024 * 1024;

    public static DecodeOptions Read(SectionReader section)
    {
        var defaults = new DecodeOptions();
        var options = new DecodeOptions
        {
            Enabled = section.Boolean("enabled", defaults.Enabled),
            Base64 = section.Boolean("base64", defaults.Base64),
            Hex = section.Boolean("hex", defaults.Hex),
            Url = section.Boolean("url", defaults.Url),
            Unicode = section.Boolean("unicode", defaults.Unicode),
            MaxDepth = (int)section.Integer("max_depth", defaults.MaxDepth, 1, 5),
            MinDecodedLength = (int)section.Integer("min_decoded_length", defaults.MinDecodedLength, 1, 100),
            MaxDecodedLength = (int)section.Integer("max_decoded_length", defaults.MaxDecodedLength, 100, MaxDecodedLength),
        };
        section.NotSupportedYet("action", "mode");
        section.Finish();
        return options;
    }
}
