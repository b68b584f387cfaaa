using LumenArgus.Plugins.Redaction;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Plugins.Redaction;

public sealed class WorkspaceKeyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LoadOrCreate_ManyAtOnce_AgreeOnOneKey()
    {
        var file = _folder.File("redaction.key");
        var keys = new string[16];
        Parallel.For(0, keys.Length, i => keys[i] = Convert.ToHexString(WorkspaceKey.LoadOrCreate(file)));

        keys.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(_folder.Root).ShouldBe([file]);
    }

    [Fact]
    public void TryName_ManyAtOnce_OneSucceeds()
    {
        // Where it is not atomic, eight at once meet in some of a hundred rounds. They wait awake: woken up they would come one by one.
        const int Rounds = 200;
        const int Together = 8;
        var (arrived, named) = (new int[Rounds], new int[Rounds]);
        var threads = Enumerable.Range(0, Together).Select(i => new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var own = _folder.Write($"{round}.{i}", "");
                Interlocked.Increment(ref arrived[round]);
                while (Volatile.Read(ref arrived[round]) < Together)
                {
                    Thread.Yield();
                }

                if (WorkspaceKey.TryName(own, _folder.File($"{round}")))
                {
                    Interlocked.Increment(ref named[round]);
                }
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());

        named.ShouldAllBe(static count => count == 1);
    }
}
