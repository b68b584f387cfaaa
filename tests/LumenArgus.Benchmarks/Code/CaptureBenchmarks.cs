using System.Buffers;
using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using LumenArgus.Benchmarks.Load;
using LumenArgus.Benchmarks.Traffic;
using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Benchmarks.Code;

/// <summary>The capture step: a request body from the server's pipe into one contiguous leased buffer, and back to the pool.</summary>
[MemoryDiagnoser]
public class CaptureBenchmarks
{
    // Kestrel hands a large body over in blocks of this size.
    private const int PipeBlock = 4096;

    private readonly BodyBudget _budget = new(512L * 1024 * 1024);
    private ReadOnlySequence<byte> _body;

    [Params(2, 20, 200, 2048)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void MakeBody() => _body = BlockSequence.Create(CodeBody.Create(Kilobytes, Mode.Sse), PipeBlock);

    [Benchmark]
    public async Task<int> ReadAndRelease()
    {
        var (lease, _) = await RequestBodyReader.ReadAsync(PipeReader.Create(_body), _body.Length, _body.Length, _budget, CancellationToken.None);
        var length = lease.Length;
        lease.Release();
        return length;
    }
}
