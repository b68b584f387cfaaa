using LumenArgus.ClientTests.Installation;
using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests;

/// <summary>Class fixture: the machine's turn for heavy tests, and the installed clients.</summary>
public sealed class HeavyClients : IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await HeavyTest.EnterAsync();
        await ClientInstall.EnsureAsync();
    }

    public Task DisposeAsync() => HeavyTest.LeaveAsync();
}
