using System.Text;
using LumenArgus.Abstractions.Host;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.TestPlugins.Finder;

/// <summary>Reports every occurrence of one word.</summary>
public sealed class WordFinder(string word) : IDetector
{
    private readonly byte[] _word = Encoding.UTF8.GetBytes(word);

    public string Name => "finder";

    public void Detect(ScanBatch batch, FindingSink sink)
    {
        foreach (var field in batch)
        {
            for (var start = 0; field.Utf8[start..].IndexOf(_word) is >= 0 and var found; start += _word.Length)
            {
                start += found;
                sink.Report(field, start, _word.Length, "needle", Severity.High);
            }
        }
    }
}
