using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>A document with one empty text.</summary>
internal sealed class NoTexts : ScanDocument
{
    public override int Count => 1;

    protected override ReadOnlySpan<byte> GetUtf8(int index) => [];

    protected override ReadOnlySpan<char> GetText(int index) => [];

    protected override FieldRole GetRole(int index) => FieldRole.Unknown;

    protected override bool GetIsLatestTurn(int index) => true;

    protected override string? GetSourceFile(int index) => null;

    protected override string GetDecodeChain(int index) => "";

    protected override string GetPath(int index) => "";
}
