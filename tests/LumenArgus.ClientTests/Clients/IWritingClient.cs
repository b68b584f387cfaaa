using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

/// <summary>A tool that can be told to write a file without asking the user first.</summary>
internal interface IWritingClient : IClient
{
    /// <summary>How to start it.</summary>
    ChildProcessStart PrepareWriting(TemporaryFolder home, string baseUrl, string prompt);
}
