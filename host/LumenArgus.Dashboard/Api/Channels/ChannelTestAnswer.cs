namespace LumenArgus.Dashboard.Api.Channels;

/// <summary>What came of a test: <c>sent</c>; one that fails is an error.</summary>
internal sealed record ChannelTestAnswer(string Status);
