using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Storage.Audit;

/// <summary>
/// The hash chain of one process: each line ends with the SHA-256 of the complete line before it, line feed included (so <c>sed -n 7p | sha256sum</c> gives what line 8
/// says). The first line of all says 64 zeros. The first line of a further file also names the file that it continues.
/// </summary>
internal sealed class AuditChain
{
    public const string HashProperty = "previous_hash";
    public const string FileProperty = "previous_file";

    private const int LineEnd = 2; // }\n

    private readonly byte[] _committed = new byte[SHA256.HashSizeInBytes];
    private readonly byte[] _next = new byte[SHA256.HashSizeInBytes];
    private string? _continuedFile;
    private bool _isFileNamed;

    /// <summary>What the very first line says.</summary>
    public static string Start { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>The next line will be the first of a file that continues another one.</summary>
    public void ContinueIn(string previousFile) => _continuedFile = previousFile;

    /// <summary>Appends a line with its link.</summary>
    public void Append(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> line)
    {
        var start = output.WrittenCount;
        output.Write(line[..^LineEnd]);
        if (_continuedFile is { } file && !_isFileNamed)
        {
            _isFileNamed = true;
            Write(output, FileProperty, file);
        }

        Write(output, HashProperty, Convert.ToHexStringLower(_next));
        output.Write(line[^LineEnd..]);
        SHA256.HashData(output.WrittenSpan[start..], _next);
    }

    /// <summary>What was appended is in the file.</summary>
    public void Commit()
    {
        _next.CopyTo(_committed, 0);
        if (_isFileNamed)
        {
            (_continuedFile, _isFileNamed) = (null, false);
        }
    }

    /// <summary>What was appended is not in the file: the chain goes on from the last line that is.</summary>
    public void Rollback()
    {
        _committed.CopyTo(_next, 0);
        _isFileNamed = false;
    }

    // Names of our files and digits: nothing needs an escape.
    private static void Write(ArrayBufferWriter<byte> output, string name, string value) => output.Write(Encoding.ASCII.GetBytes($",\"{name}\":\"{value}\""));
}
