using System.Xml.Linq;

namespace LumenArgus.Tests.Architecture;

/// <summary>A generated project names versions itself: they are those of this repository.</summary>
public sealed class TemplateVersionTests
{
    [Fact]
    public void References_OfTheTemplate_HaveTheVersionsOfTheRepository()
    {
        var known = Read("Directory.Packages.props").Descendants("PackageVersion").ToDictionary(static package => (string)package.Attribute("Include")!, static package => (string)package.Attribute("Version")!);
        var own = Read("Directory.Build.props").Descendants("Version").Single().Value;

        var wrong = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "plugin-template", "content"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(static project => XDocument.Load(project).Descendants("PackageReference"))
            .Select(static reference => (Name: (string)reference.Attribute("Include")!, Version: (string)reference.Attribute("Version")!))
            .Where(reference => reference.Version != (reference.Name.StartsWith("LumenArgus.", StringComparison.Ordinal) ? own : known[reference.Name]))
            .ToList();

        wrong.ShouldBeEmpty();
    }

    private static XDocument Read(string file) => XDocument.Load(Path.Combine(RepositoryRoot.Path, file));
}
