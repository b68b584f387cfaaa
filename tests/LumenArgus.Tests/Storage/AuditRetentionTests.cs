using LumenArgus.Storage.Audit;

namespace LumenArgus.Tests.Storage;

public sealed class AuditRetentionTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Apply_MixedFolder_DeletesOnlyOwnOldFiles()
    {
        string[] old = ["guard-20260101-000000.jsonl", "guard-20260101-000000-ab12.jsonl"];
        string[] kept = ["guard-20260310-000000.jsonl", "guard-notes.jsonl", "guard-20269999-000000.jsonl", "guard-20260101-000000.jsonl.bak", "other.jsonl"];
        foreach (var name in old.Concat(kept))
        {
            _temp.Write(name, "");
        }

        var (deleted, errors) = AuditRetention.Apply(_temp.Root, 30, new FixedClock(new(2026, 3, 16, 0, 0, 0, TimeSpan.Zero)));

        deleted.ShouldBe(2);
        errors.ShouldBeEmpty();
        Directory.GetFiles(_temp.Root).Select(Path.GetFileName).Order().ShouldBe(kept.Order());
    }

    [Fact]
    public void Apply_NoFolder_DoesNothing() =>
        AuditRetention.Apply(_temp.File("none"), 1, TimeProvider.System).Deleted.ShouldBe(0);
}
