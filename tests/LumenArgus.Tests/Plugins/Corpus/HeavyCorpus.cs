using LumenArgus.Testing.Processes;

namespace LumenArgus.Tests.Plugins.Corpus;

/// <summary>Class fixture: the machine's turn for heavy tests, and the installed packages.</summary>
public sealed class HeavyCorpus : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await HeavyTest.EnterAsync();
        await NpmInstall.EnsureAsync(CorpusPaths.Sources, CorpusPaths.Folder);
    }

    public Task DisposeAsync() => HeavyTest.LeaveAsync();
}
