using System.Runtime.CompilerServices;
using LumenArgus.Host.FileScan.Inputs;

namespace LumenArgus.Host.FileScan;

/// <summary>Reads and scans some inputs at the same time and gives the reports in the order of the inputs, so that the output is the same in every run.</summary>
internal sealed class ScanQueue(ScanEngine engine)
{
    // One reads while another is scanned; more would only hold more files in memory.
    private static readonly int Workers = Environment.ProcessorCount * 2;

    public async IAsyncEnumerable<FileReport> RunAsync(IEnumerable<ScanInput> inputs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pending = new Queue<Task<FileReport>>();
        foreach (var input in inputs)
        {
            if (pending.Count == Workers)
            {
                yield return await pending.Dequeue();
            }

            pending.Enqueue(Task.Run(() => ScanAsync(input, cancellationToken), cancellationToken));
        }

        while (pending.TryDequeue(out var next))
        {
            yield return await next;
        }
    }

    private async Task<FileReport> ScanAsync(ScanInput input, CancellationToken cancellationToken)
    {
        ScanTarget target;
        try
        {
            target = input.Read();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new FileReport(input.Name) { Problem = exception.Message };
        }

        return await engine.ScanAsync(target, cancellationToken);
    }
}
