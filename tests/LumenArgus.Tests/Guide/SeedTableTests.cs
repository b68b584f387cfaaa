using LumenArgus.Abstractions.Host;
using LumenArgus.Tests.Architecture;

namespace LumenArgus.Tests.Guide;

public sealed class SeedTableTests
{
    [Fact]
    public void Rows_OfAllNames_AreThereOnce()
    {
        var names = SeedNames.Documented.AddRange(SeedNames.OfTheRegistry);
        var rows = SeedTable.Rows.Select(static row => row.Name).Where(static name => name.Length > 0).ToList();

        names.Except(rows).ShouldBeEmpty("names without a row");
        rows.Except(names).ShouldBeEmpty("rows without a name");
        rows.ShouldBeUnique();
        SeedTable.Rows.ShouldAllBe(static row => row.Remark.Length > 0);
    }

    [Fact]
    public void Rows_OfAllMethodsOfTheRegistry_AreThere() =>
        typeof(IPluginRegistry).GetMethods().Select(static method => method.Name).Distinct().Except(SeedTable.Rows.SelectMany(static row => row.Methods)).ShouldBeEmpty();

    [Fact]
    public void Guide_Table_IsTheOneOfTheRows()
    {
        var expected = AuthorGuide.WithTable(SeedTable.ToMarkdown());
        if (AuthorGuide.Text != expected)
        {
            File.WriteAllText(Path.Combine(RepositoryRoot.Path, "artifacts", "AuthorGuide.received.md"), expected);
        }

        AuthorGuide.Text.ShouldBe(expected, "The table has changed: copy artifacts/AuthorGuide.received.md over abstractions/README.md.");
    }
}
