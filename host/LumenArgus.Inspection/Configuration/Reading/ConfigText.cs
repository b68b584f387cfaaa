namespace LumenArgus.Inspection.Configuration.Reading;

/// <summary>Reads a configuration file as a tree. What is wrong with the file itself is an error like any other.</summary>
internal static class ConfigText
{
    private const long MaxFileBytes = 4 * 1024 * 1024;

    /// <summary>The file's one mapping. Null after an error, or for a file without content (then without error).</summary>
    public static MappingNode? Load(string path, ReadContext context)
    {
        try
        {
            if (Directory.Exists(path))
            {
                context.Error(0, 0, "", "cannot be read: it is a folder");
                return null;
            }

            if (new FileInfo(path) is { Exists: true, Length: > MaxFileBytes } file)
            {
                context.Error(0, 0, "", $"is larger than {MaxFileBytes} bytes ({file.Length})");
                return null;
            }

            return YamlTree.Load(File.ReadAllText(path), context);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Error(0, 0, "", $"cannot be read: {exception.Message}");
            return null;
        }
    }
}
