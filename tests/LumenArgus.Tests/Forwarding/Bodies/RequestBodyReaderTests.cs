using System.IO.Pipelines;
using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Tests.Forwarding.Bodies;

public sealed class RequestBodyReaderTests
{
    private readonly BodyBudget _budget = new(100_000_000);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(200_000, true)]
    [InlineData(9_000_000, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(200_000, false)]
    [InlineData(9_000_000, false)]
    public async Task Read_DeclaredOrChunked_GivesTheWholeBodyInOnePiece(int length, bool declared)
    {
        var body = new byte[length];
        new Random(length).NextBytes(body);
        var reader = PipeReader.Create(new MemoryStream(body));
        var (lease, rest) = await RequestBodyReader.ReadAsync(reader, declared ? length : null, long.MaxValue, _budget, CancellationToken.None);
        rest.ShouldBeNull();
        lease.Length.ShouldBe(length);
        lease.Memory.Span.SequenceEqual(body).ShouldBeTrue();
        _budget.UsedBytes.ShouldBeGreaterThanOrEqualTo(length);
        lease.Release();
        _budget.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task Read_BodyCutByTheClient_GivesTheBudgetBack()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[1000]);
        await pipe.Writer.CompleteAsync(new IOException("cut"));
        await Should.ThrowAsync<IOException>(async () => await RequestBodyReader.ReadAsync(pipe.Reader, 5000, long.MaxValue, _budget, CancellationToken.None));
        _budget.UsedBytes.ShouldBe(0);
    }

    [Theory]
    [InlineData(1000, 1000, true)]
    [InlineData(1001, 1000, true)]
    [InlineData(500_000, 70_000, true)]
    [InlineData(1000, 1000, false)]
    [InlineData(1001, 1000, false)]
    [InlineData(500_000, 70_000, false)]
    public async Task Read_Limit_CapturesTheStartAndLeavesTheRest(int length, int limit, bool declared)
    {
        var body = new byte[length];
        new Random(length).NextBytes(body);
        var reader = PipeReader.Create(new MemoryStream(body));

        var (start, rest) = await RequestBodyReader.ReadAsync(reader, declared ? length : null, limit, _budget, CancellationToken.None);

        start.Memory.ToArray().ShouldBe(body[..limit]);
        if (length == limit)
        {
            rest.ShouldBeNull();
            return;
        }

        rest.ShouldNotBeNull().Length.ShouldBe(declared ? length - limit : null);
        using var copy = new MemoryStream();
        await rest.CopyToAsync(copy, static () => { }, static () => { }, CancellationToken.None);
        copy.ToArray().ShouldBe(body[limit..]);
        (rest.Copied, rest.IsBroken).ShouldBe((length - limit, false));
    }

    [Fact]
    public async Task Rest_CutByTheClient_SaysSo()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[1000]);
        var (_, rest) = await RequestBodyReader.ReadAsync(pipe.Reader, 5000, 100, _budget, CancellationToken.None);

        await pipe.Writer.CompleteAsync(new IOException("cut"));
        await Should.ThrowAsync<IOException>(() => rest!.CopyToAsync(Stream.Null, static () => { }, static () => { }, CancellationToken.None));

        rest!.IsBroken.ShouldBeTrue();
    }
}
