using LumenArgus.Forwarding.Listener;

namespace LumenArgus.Tests.Forwarding.Listener;

public sealed class ReceiveBlocksTests : IDisposable
{
    private readonly ReceiveBlocks _blocks = new();

    public void Dispose() => _blocks.Dispose();

    [Fact]
    public void Rent_AnySizeItOffers_IsABlockOf32KB()
    {
        _blocks.MaxBufferSize.ShouldBe(32 * 1024);
        _blocks.Rent().Memory.Length.ShouldBe(32 * 1024);
        _blocks.Rent(1).Memory.Length.ShouldBe(32 * 1024);
        _blocks.Rent(32 * 1024).Memory.Length.ShouldBe(32 * 1024);
        Should.Throw<ArgumentOutOfRangeException>(() => _blocks.Rent((32 * 1024) + 1));
    }

    [Fact]
    public void Rent_AfterAReturn_IsTheSameBlock()
    {
        var first = _blocks.Rent();
        first.Dispose();

        _blocks.Rent().ShouldBeSameAs(first);
    }

    [Fact]
    public void Dispose_Twice_GivesTheBlockToOneConnectionOnly()
    {
        var block = _blocks.Rent();
        block.Dispose();
        block.Dispose();

        _blocks.Rent().ShouldNotBeSameAs(_blocks.Rent());

        block.Dispose();
        _blocks.Rent().ShouldBeSameAs(block);
    }

    [Fact]
    public void Dispose_OfVeryMany_KeepsABoundedNumber()
    {
        var rented = Enumerable.Range(0, 400).Select(_ => _blocks.Rent()).ToHashSet();
        foreach (var block in rented)
        {
            block.Dispose();
        }

        Enumerable.Range(0, 400).Select(_ => _blocks.Rent()).Count(rented.Contains).ShouldBe(256);
    }
}
