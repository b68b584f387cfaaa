using LumenArgus.Abstractions.Plugin;
using LumenArgus.Tests.Architecture;

namespace LumenArgus.Tests.Contract;

/// <summary>
/// The contract's public surface as text. A change shows up as a difference to the approved file: read it, decide whether it is allowed
/// (an interface that plugins implement never gains a member without a body), then copy the received file over the approved one.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void Contract_PublicSurface_IsTheApprovedOne()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "LumenArgus.Tests", "Contract");
        var approvedFile = Path.Combine(folder, "PublicApi.approved.txt");
        var received = PublicApiText.Of(typeof(ILumenPlugin).Assembly);
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (received != approved)
        {
            var receivedFile = Path.Combine(RepositoryRoot.Path, "artifacts", "PublicApi.received.txt");
            File.WriteAllText(receivedFile, received);
        }

        received.ShouldBe(approved, "The contract changed: compare artifacts/PublicApi.received.txt with the approved file.");
    }

    [Fact]
    public void Contract_PublicSurface_NamesOnlySharedTypes()
    {
        string[] allowed = ["LumenArgus.Abstractions", "System", "Microsoft.Extensions", "netstandard", "mscorlib"];
        typeof(ILumenPlugin).Assembly.GetReferencedAssemblies()
            .Where(name => !Array.Exists(allowed, prefix => name.Name!.StartsWith(prefix, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }
}
