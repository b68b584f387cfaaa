using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace LumenArgus.PluginRuntime.Discovery;

/// <summary>The owner of a file, which .NET does not tell. statx(2) has one layout on every Linux; elsewhere the owner is not known.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixOwner
{
    public const uint Root = 0;

    private const int AtFdCwd = -100;
    private const uint StatxUid = 0x8;
    private const int StatxSize = 256;
    private const int UidOffset = 20;

    public static uint CurrentUser() => EffectiveUser();

    public static bool TryGet(string path, out uint owner)
    {
        owner = 0;
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var buffer = new byte[StatxSize];
        try
        {
            if (Statx(AtFdCwd, path, 0, StatxUid, buffer) != 0)
            {
                return false;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false; // musl before 1.2.3
        }

        owner = BitConverter.IsLittleEndian
            ? BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(UidOffset))
            : BinaryPrimitives.ReadUInt32BigEndian(buffer.AsSpan(UidOffset));
        return true;
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, byte[] buffer);
}
