namespace LumenArgus.Proxy.Hosting;

/// <summary>The moment in which what is still open is cut, because the process ends. It has come before anybody is told of it: who finds an exchange cut then knows by whom.</summary>
internal sealed class DrainEnd : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Cancelled when it has come.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether it has come.</summary>
    public bool HasCome => _source.IsCancellationRequested;

    /// <summary>Lets it come after a time.</summary>
    public void ComesAfter(TimeSpan time) => _source.CancelAfter(time);

    /// <summary>Lets it come now.</summary>
    public Task ComeAsync() => _source.CancelAsync();

    public void Dispose() => _source.Dispose();
}
