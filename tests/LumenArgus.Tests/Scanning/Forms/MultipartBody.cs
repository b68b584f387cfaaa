using System.Text;

namespace LumenArgus.Tests.Scanning.Forms;

/// <summary>A multipart body put together from its parts.</summary>
internal sealed class MultipartBody(string boundary = "XyZ")
{
    private readonly List<byte> _body = [];

    public string ContentType => $"multipart/form-data; boundary={boundary}";

    public MultipartBody Raw(string text)
    {
        _body.AddRange(Encoding.Latin1.GetBytes(text));
        return this;
    }

    public MultipartBody Part(string headers, byte[] content)
    {
        Raw($"--{boundary}\r\n{(headers.Length == 0 ? "" : headers + "\r\n")}\r\n");
        _body.AddRange(content);
        return Raw("\r\n");
    }

    public MultipartBody Part(string headers, string content) => Part(headers, Encoding.UTF8.GetBytes(content));

    public MultipartBody Field(string name, string content) => Part($"Content-Disposition: form-data; name=\"{name}\"", content);

    public byte[] End(string epilogue = "\r\n")
    {
        Raw($"--{boundary}--{epilogue}");
        return [.. _body];
    }
}
