namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>How many channels were changed.</summary>
internal sealed record BatchAnswer(int Affected);
