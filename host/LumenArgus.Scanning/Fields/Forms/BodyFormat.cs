using System.Text;

namespace LumenArgus.Scanning.Fields.Forms;

/// <summary>How a body says that it is divided. Only a hint: what is not as it says is read as it is.</summary>
public sealed record BodyFormat
{
    private BodyFormat()
    {
    }

    /// <summary>Nothing is said, or nothing that matters here.</summary>
    public static BodyFormat Unstated { get; } = new();

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    internal bool IsUrlEncoded { get; private init; }

    /// <summary>What stands between the parts of a <c>multipart</c> body; null for any other.</summary>
    internal byte[]? Boundary { get; private init; }

    /// <summary>Reads the value of a Content-Type header.</summary>
    /// <param name="contentType">The value; null without the header.</param>
    /// <returns>What it says.</returns>
    public static BodyFormat Of(string? contentType) =>
        string.IsNullOrEmpty(contentType) ? Unstated : Of(Encoding.Latin1.GetBytes(contentType));

    internal static BodyFormat Of(ReadOnlySpan<byte> contentType)
    {
        var type = contentType.TrimStart((byte)' ');
        if (HeaderText.StartsWith(type, "multipart/"u8)
            && HeaderText.Parameter(type, "boundary"u8) is { Length: > 0 and <= MultipartWalker.MaxBoundary } boundary)
        {
            return new BodyFormat { Boundary = type.Slice(boundary.Start, boundary.Length).ToArray() };
        }

        return HeaderText.StartsWith(type, "application/x-www-form-urlencoded"u8) ? new BodyFormat { IsUrlEncoded = true } : Unstated;
    }
}
