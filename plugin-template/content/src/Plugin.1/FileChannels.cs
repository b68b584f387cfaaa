using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace Plugin._1;

/// <summary>Makes notifiers for channels of the type <c>SAMPLE-ID</c>, which write to a file.</summary>
internal sealed class FileChannels : INotifierBuilder
{
    private const string File = "file";

    /// <summary>The type, with what forms ask for.</summary>
    public static ChannelType Type { get; } = new()
    {
        Name = "SAMPLE-ID",
        Label = "SAMPLE TITLE",
        Description = "Appends a line to a file for each message.",
        Fields = [new ChannelField { Name = File, Label = "File", IsRequired = true, Placeholder = "/var/log/lumen-argus-findings.log" }],
    };

    public string? FindProblem(ChannelInfo channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Path.IsPathFullyQualified(channel.Settings.GetValueOrDefault(File, "")) ? null : "file must be an absolute path.";
    }

    public INotifier? Build(ChannelInfo channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return FindProblem(channel) is null ? new FileNotifier(channel.Settings[File]) : null;
    }
}
