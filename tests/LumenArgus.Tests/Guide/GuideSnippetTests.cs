using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LumenArgus.Tests.Guide;

/// <summary>Compiles every block of C# in the author guide, each as a file of a plugin or of its tests.</summary>
public sealed class GuideSnippetTests
{
    // What a generated project has by itself, and the namespaces of the contract: the guide does not repeat them.
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.Collections.Immutable;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using LumenArgus.Abstractions.Host;
        global using LumenArgus.Abstractions.Model;
        global using LumenArgus.Abstractions.Plugin;
        global using LumenArgus.PluginTesting;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Logging;
        global using Xunit;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("LumenArgus.Plugins.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    // Libraries that were built for an older framework: builds suppress these as well.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> Unified =
        ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1701", ReportDiagnostic.Suppress).Add("CS1702", ReportDiagnostic.Suppress);

    public static TheoryData<int> Lines => [.. AuthorGuide.Snippets().Select(static snippet => snippet.Line)];

    [Fact]
    public void Snippets_OfTheGuide_AreFound() => AuthorGuide.Snippets().Count().ShouldBeGreaterThanOrEqualTo(5);

    [Theory]
    [MemberData(nameof(Lines))]
    public void Snippet_AtLine_Compiles(int line)
    {
        var code = AuthorGuide.Snippets().Single(snippet => snippet.Line == line).Code;
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "Guide",
            [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(code, options)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: Unified));

        compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => $"README.md({line + diagnostic.Location.GetLineSpan().StartLinePosition.Line}): {diagnostic.GetMessage(null)}")
            .ShouldBeEmpty();
    }
}
