using LumenArgus.Testing.Processes;

namespace LumenArgus.ClientTests.Clients;

/// <summary>One real tool, or one way to call one SDK.</summary>
internal interface IClient
{
    /// <summary>Also the name of its folder of captures.</summary>
    string Name { get; }

    /// <summary>Writes the settings that the tool reads from its home and says how to ask it one question without a terminal.</summary>
    /// <param name="home">The tool's empty home folder.</param>
    /// <param name="baseUrl">What the tool is told to use as its provider.</param>
    /// <param name="prompt">The question.</param>
    ChildProcessStart Prepare(TemporaryFolder home, string baseUrl, string prompt);
}
