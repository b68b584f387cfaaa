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
        var lease = await RequestBodyReader.ReadAsync(reader, declared ? length : null, _budget, CancellationToken.None);
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
        await Should.ThrowAsync<IOException>(async () => await RequestBodyReader.ReadAsync(pipe.Reader, 5000, _budget, CancellationToken.None));
        _budget.UsedBytes.ShouldBe(0);
    }

    [Fact]
    public async Task Read_OverTwoGigabytesDeclared_IsRefusedBeforeAnythingIsReserved()
    {
        await Should.ThrowAsync<BodyTooLargeException>(
            async () => await RequestBodyReader.ReadAsync(PipeReader.Create(Stream.Null), 3_000_000_000, _budget, CancellationToken.None));
        _budget.UsedBytes.ShouldBe(0);
    }
}
