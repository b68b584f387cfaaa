using System.Text;

namespace LumenArgus.Abstractions.Model;

/// <summary>What a plugin's own API answers.</summary>
public sealed record ApiResponse
{
    /// <summary>Status code, 200 to 599.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Content type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The body, at most 16 MB. Must not change any more.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>An answer in JSON.</summary>
    /// <param name="utf8">The JSON, for example from <c>JsonSerializer.SerializeToUtf8Bytes</c> with a generated context.</param>
    /// <param name="status">Status code.</param>
    /// <returns>The answer.</returns>
    public static ApiResponse Json(ReadOnlyMemory<byte> utf8, int status = 200) => new() { Body = utf8, Status = status };

    /// <summary>An answer in plain text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="status">Status code.</param>
    /// <returns>The answer.</returns>
    public static ApiResponse Text(string text, int status = 200) =>
        new() { Body = Encoding.UTF8.GetBytes(text), ContentType = "text/plain; charset=utf-8", Status = status };

    /// <summary>An answer without a body.</summary>
    /// <param name="status">Status code.</param>
    /// <returns>The answer.</returns>
    public static ApiResponse Empty(int status = 204) => new() { Status = status };
}
