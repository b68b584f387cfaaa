using System.Collections.Immutable;
using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>Finds code names in everything that is sent. Called from several threads at once; keeps nothing of what it sees.</summary>
internal sealed class CodeNameDetector(ImmutableArray<string> names) : IDetector
{
    private readonly ImmutableArray<byte[]> _names = [.. names.Select(Encoding.UTF8.GetBytes)];

    public string Name => "SAMPLE_WORD";

    public void Detect(ScanBatch batch, FindingSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        foreach (var field in batch)
        {
            foreach (var name in _names)
            {
                Find(field, name, sink);
            }
        }
    }

    private static void Find(ScanField field, byte[] name, FindingSink sink)
    {
        var start = 0;
        for (var at = field.Utf8.IndexOf(name); at >= 0; at = field.Utf8[start..].IndexOf(name))
        {
            sink.Report(field, start + at, name.Length, "code_name", Severity.High);
            start += at + name.Length;
        }
    }
}
