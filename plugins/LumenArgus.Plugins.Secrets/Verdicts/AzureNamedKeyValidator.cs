using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Leaves the keys that carry the signature of their service to the rules that know it, so that one key is one finding.</summary>
internal sealed class AzureNamedKeyValidator : IRuleValidator
{
    public const string RuleName = "azure_named_key";

    private const int SignatureLength = 4;

    // In base64, where the signature begins in a key of 64 bytes and in one of 32.
    private const int LongKey = 88;
    private const int LongKeySignature = 76;
    private const int ShortKey = 44;
    private const int ShortKeySignature = 33;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => value.Length switch
    {
        LongKey => value.Slice(LongKeySignature, SignatureLength) is not ("+ASt" or "+ABa" or "ACDb" or "APIM"),
        ShortKey => value.Slice(ShortKeySignature, SignatureLength) is not ("+ASb" or "+AEh" or "+ARm" or "AZEG" or "AIoT"),
        _ => value.Length > 0,
    };
}
