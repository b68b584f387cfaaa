namespace LumenArgus.Host.Terminal;

/// <summary>How the terminal output looks.</summary>
internal enum TerminalFormat
{
    /// <summary>For people.</summary>
    Text = 0,

    /// <summary>One JSON object per line, for programs.</summary>
    Json = 1,
}
