using LumenArgus.Plugins.Redaction;
using LumenArgus.Tests.Storage;

namespace LumenArgus.Tests.Plugins.Redaction;

public sealed class WorkspaceKeyTests
{
    [Fact]
    public void LoadOrCreate_ManyAtOnce_AgreeOnOneKey()
    {
        using var folder = new TempFolder();

        // Not every time two of them meet between a look and a move.
        for (var round = 0; round < 50; round++)
        {
            var file = Path.Combine(folder.Root, $"{round}", "redaction.key");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var keys = new string[8];
            using var start = new Barrier(keys.Length);
            var threads = Enumerable.Range(0, keys.Length).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                keys[i] = Convert.ToHexString(WorkspaceKey.LoadOrCreate(file));
            })).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());

            keys.Distinct().Count().ShouldBe(1);
            Directory.GetFiles(Path.GetDirectoryName(file)!).ShouldBe([file]);
        }
    }
}
