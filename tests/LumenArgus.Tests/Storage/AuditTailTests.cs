using LumenArgus.Storage.Audit.Reading;

namespace LumenArgus.Tests.Storage;

public sealed class AuditTailTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Read_Again_ReadsOnlyWhatIsNew()
    {
        var file = _temp.Write("guard-20260101-000000.jsonl", Line(1) + Line(2));
        var tail = new AuditTail(_temp.Root);

        tail.Read().Select(static entry => entry.RequestId).ShouldBe([2, 1]);
        var first = tail.Read()[^1];
        File.AppendAllText(file, Line(3) + Line(4)[..20]);
        tail.Read().Select(static entry => entry.RequestId).ShouldBe([3, 2, 1]);
        tail.Read()[^1].ShouldBeSameAs(first);
        File.AppendAllText(file, Line(4)[20..]);
        _temp.Write("guard-20260102-000000.jsonl", Line(5));
        tail.Read().Select(static entry => entry.RequestId).ShouldBe([5, 4, 3, 2, 1]);
    }

    [Fact]
    public void Read_FileThatHasGone_BeginsAnew()
    {
        var file = _temp.Write("guard-20260101-000000.jsonl", Line(1));
        var tail = new AuditTail(_temp.Root);
        tail.Read().Count.ShouldBe(1);
        File.Delete(file);
        _temp.Write("guard-20260102-000000.jsonl", Line(2));

        tail.Read().Select(static entry => entry.RequestId).ShouldBe([2]);
    }

    [Fact]
    public void Read_WhatIsNoLineOfOurs_IsLeftOut()
    {
        _temp.Write("guard-20260101-000000.jsonl", "not json\n[]\n{}\n" + Line(7));

        var entry = new AuditTail(_temp.Root).Read().ShouldHaveSingleItem();

        (entry.RequestId, entry.Action, entry.SessionId, entry.FindingCount).ShouldBe((7, "block", "s", 1));
    }

    [Fact]
    public void Read_NoFolder_IsEmpty() => new AuditTail(Path.Combine(_temp.Root, "none")).Read().ShouldBeEmpty();

    private static string Line(int number) =>
        $$"""{"timestamp":"2026-01-01T00:00:0{{number}}.000Z","request_id":{{number}},"exchange_id":"x","provider":"p","model":"m","endpoint":"/v1","action":"block","findings":[{"type":"t"}],"scan_duration_ms":1.5,"request_size_bytes":9,"passed":false,"session_id":"s"}""" + "\n";
}
