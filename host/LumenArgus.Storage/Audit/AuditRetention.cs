namespace LumenArgus.Storage.Audit;

/// <summary>Removes old audit files. The date in the name counts, not the file's time: a copy or a restore must not extend a file's life.</summary>
public static class AuditRetention
{
    /// <summary>Deletes the files that started more than <paramref name="days"/> days ago. Other files in the folder are never touched.</summary>
    /// <param name="directory">The audit folder; may be missing.</param>
    /// <param name="days">Days to keep, at least 1.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="inUse">A file that is kept whatever its age, because it is still written.</param>
    /// <returns>Number of files deleted, and a line for each one that could not be.</returns>
    public static (int Deleted, IReadOnlyList<string> Errors) Apply(string directory, int days, TimeProvider clock, string? inUse = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentNullException.ThrowIfNull(clock);
        var errors = new List<string>();
        var deleted = 0;
        var oldest = clock.GetUtcNow().AddDays(-days);
        foreach (var path in FilesIn(directory, errors))
        {
            if (!AuditFileName.TryParse(Path.GetFileName(path), out var start) || start >= oldest || path == inUse)
            {
                continue;
            }

            try
            {
                File.Delete(path);
                deleted++;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                errors.Add($"Old audit file {path} cannot be deleted: {exception.Message}");
            }
        }

        return (deleted, errors);
    }

    private static string[] FilesIn(string directory, List<string> errors)
    {
        try
        {
            return Directory.Exists(directory) ? Directory.GetFiles(directory, AuditFileName.SearchPattern) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{directory} cannot be read: {exception.Message}");
            return [];
        }
    }
}
