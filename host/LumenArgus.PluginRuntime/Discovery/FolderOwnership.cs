namespace LumenArgus.PluginRuntime.Discovery;

/// <summary>Who could put code into a plugin's folder, beside the user who runs the host.</summary>
/// <param name="IsForeign">Another user than root or the current one owns it.</param>
/// <param name="IsWritableByOthers">Its group or everyone may write to it.</param>
/// <param name="Explanation">What to do about it; empty if all is well.</param>
internal readonly record struct FolderOwnership(bool IsForeign, bool IsWritableByOthers, string Explanation)
{
    public static FolderOwnership Of(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return default;
        }

        var user = UnixOwner.CurrentUser();
        if (UnixOwner.TryGet(folder, out var owner) && owner != user && owner != UnixOwner.Root)
        {
            return new FolderOwnership(true, false, $"the folder belongs to another user (uid {owner}): make it your own if you trust it");
        }

        var mode = File.GetUnixFileMode(folder);
        return (mode & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == UnixFileMode.None
            ? default
            : new FolderOwnership(false, true, "other users can write to the folder: chmod go-w it");
    }
}
