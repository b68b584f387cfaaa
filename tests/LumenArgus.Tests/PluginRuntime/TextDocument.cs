using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Tests.PluginRuntime;

/// <summary>The smallest document: texts in memory.</summary>
internal sealed class TextDocument(params string[] texts) : ScanDocument
{
    private readonly byte[][] _utf8 = [.. texts.Select(Encoding.UTF8.GetBytes)];

    public override int Count => _utf8.Length;

    public ScanBatch Batch() => new(this, "test", model: null, SessionContext.Empty);

    protected override ReadOnlySpan<byte> GetUtf8(int index) => _utf8[index];

    protected override ReadOnlySpan<char> GetText(int index) => texts[index];

    protected override FieldRole GetRole(int index) => FieldRole.User;

    protected override bool GetIsLatestTurn(int index) => true;

    protected override string? GetSourceFile(int index) => null;

    protected override string GetDecodeChain(int index) => "";

    protected override string GetPath(int index) => $"[{index}]";
}
