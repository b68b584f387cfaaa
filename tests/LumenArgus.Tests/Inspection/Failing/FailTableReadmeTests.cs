using System.Text.RegularExpressions;
using LumenArgus.Inspection.Configuration;
using LumenArgus.Inspection.Failing;
using LumenArgus.Tests.Architecture;

namespace LumenArgus.Tests.Inspection.Failing;

public sealed class FailTableReadmeTests
{
    [Fact]
    public void Readme_HasTheRowsOfTheTable()
    {
        var readme = File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "host", "LumenArgus.Inspection", "Failing", "README.md"));
        readme.Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).ShouldBe(FailTable.Entries.Select(static entry =>
            $"| `{entry.Key}` | {entry.When} | `{entry.Finding}` | {entry.Open} | {entry.Closed} |"));
    }

    [Fact]
    public void Table_HasARowForEachKeyOfTheConfiguration()
    {
        var section = DefaultConfigFile.Text[DefaultConfigFile.Text.IndexOf("\nfail:", StringComparison.Ordinal)..];
        var keys = Regex.Matches(section[..section.IndexOf("\nplugins:", StringComparison.Ordinal)], "^  (?<key>[a-z]+): open", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        keys.Select(static key => "fail." + key.Groups["key"].Value).Order(StringComparer.Ordinal)
            .ShouldBe(FailTable.Entries.Where(static entry => entry.Key.StartsWith("fail.", StringComparison.Ordinal)).Select(static entry => entry.Key).Order(StringComparer.Ordinal));
    }
}
