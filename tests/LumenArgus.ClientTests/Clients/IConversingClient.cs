using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

/// <summary>A tool that keeps its conversations and can go on with the last one.</summary>
internal interface IConversingClient : IClient
{
    /// <summary>Says how to ask a further question in the conversation that was begun from the same home.</summary>
    /// <param name="home">The home folder of the first question.</param>
    /// <param name="baseUrl">What the tool is told to use as its provider.</param>
    /// <param name="prompt">The question.</param>
    ChildProcessStart PrepareNext(TemporaryFolder home, string baseUrl, string prompt);
}
