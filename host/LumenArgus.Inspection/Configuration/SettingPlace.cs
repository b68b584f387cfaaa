namespace LumenArgus.Inspection.Configuration;

/// <summary>Where a setting stands.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1.</param>
public readonly record struct SettingPlace(string File, int Line)
{
    /// <summary>For a person.</summary>
    /// <returns>For example <c>config.yaml:14</c>.</returns>
    public override string ToString() => $"{Path.GetFileName(File)}:{Line}";
}
