namespace LumenArgus.Tests.Plugins.Corpus;

/// <summary>NuGet packages that this project restores, whose documentation and other text files belong to the corpus.</summary>
internal static class NuGetDocumentation
{
    public static readonly string[] Packages =
    [
        "castle.core/5.1.1", "fscheck/3.6.0", "fsharp.core/10.1.404", "nsubstitute/6.1.0", "shouldly/4.2.1", "spectre.console/0.49.1", "system.commandline/2.0.15", "xunit.assert/2.9.3", "yamldotnet/16.3.0",
    ];
}
