namespace LumenArgus.PluginRuntime.Registration;

/// <summary>A file that pages of a plugin load.</summary>
/// <param name="Path">Its path below <c>dashboard/</c>.</param>
/// <param name="ContentType">Content type.</param>
/// <param name="ETag">Hash of its content, quoted.</param>
/// <param name="Content">Its content.</param>
public sealed record PluginAsset(string Path, string ContentType, string ETag, ReadOnlyMemory<byte> Content);
