using System.Text;

namespace LumenArgus.Tests.Scanning.Forms;

/// <summary>A multipart body put together from its parts.</summary>
internal sealed class MultipartBody(string boundary = "XyZ")
{
    private readonly MemoryStream _body = new();

    public string ContentType => $"multipart/form-data; boundary={boundary}";

    public MultipartBody Raw(string text)
    {
        _body.Write(Encoding.Latin1.GetBytes(text));
        return this;
    }

    public MultipartBody Part(string headers, byte[] content)
    {
        Raw($"--{boundary}\r\n{(headers.Length == 0 ? "" : headers + "\r\n")}\r\n");
        _body.Write(content);
        return Raw("\r\n");
    }

    public MultipartBody Part(string headers, string content) => Part(headers, Encoding.UTF8.GetBytes(content));

    public MultipartBody Field(string name, string content) => Part($"Content-Disposition: form-data; name=\"{name}\"", content);

    public byte[] End(string epilogue = "\r\n")
    {
        Raw($"--{boundary}--{epilogue}");
        return _body.ToArray();
    }
}
