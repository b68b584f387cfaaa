using LumenArgus.Forwarding.Bodies;

namespace LumenArgus.Tests.Forwarding.Bodies;

public sealed class BodyLeaseTests
{
    private readonly BodyBudget _budget = new(1_000_000);

    [Fact]
    public void Release_LastReference_GivesTheBudgetBack()
    {
        var lease = Create([1, 2, 3]);
        _budget.UsedBytes.ShouldBeGreaterThan(0);
        lease.AddReference();
        lease.Release();
        lease.Memory.ToArray().ShouldBe([1, 2, 3]);
        lease.Release();
        _budget.UsedBytes.ShouldBe(0);
        Should.Throw<ObjectDisposedException>(() => lease.Memory);
    }

    [Fact]
    public void Release_TooOften_Throws()
    {
        var lease = Create([1]);
        lease.Release();
        Should.Throw<ObjectDisposedException>(lease.Release);
        Should.Throw<ObjectDisposedException>(lease.AddReference);
        _budget.UsedBytes.ShouldBe(0);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 7)]
    public void Release_Sensitive_ClearsTheBytes(bool sensitive, byte left)
    {
        byte[] array = [7, 7, 7];
        var lease = BodyLease.Own(array);
        if (sensitive)
        {
            lease.MarkSensitive();
        }

        lease.Release();
        array.ShouldAllBe(value => value == left);
    }

    [Fact]
    public void Release_ConcurrentlyWithAddReference_NeverGivesBackTwice()
    {
        for (var round = 0; round < 200; round++)
        {
            var lease = Create([1]);
            lease.AddReference();
            lease.AddReference();
            Parallel.Invoke(lease.Release, lease.Release, lease.Release);
            _budget.UsedBytes.ShouldBe(0);
        }
    }

    private BodyLease Create(ReadOnlySpan<byte> bytes)
    {
        using var buffer = new BodyBuffer(_budget.Overdraw(), bytes.Length);
        buffer.Write(bytes);
        return buffer.ToLease();
    }
}
