using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Traffic;

namespace LumenArgus.Benchmarks.Code;

/// <summary>The bodies of the load tool as plain bytes, the same on every run, so that two runs of a code benchmark compare.</summary>
internal static class CodeBody
{
    public static byte[] Create(int kilobytes, Mode mode)
    {
        var body = new byte[kilobytes * 1024];
        RequestBodyTemplate.Create(new Random(kilobytes), mode, body.Length).Write(body, seed: 1);
        return body;
    }
}
