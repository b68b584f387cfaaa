namespace LumenArgus.Benchmarks.Roles;

/// <summary>All processes of one run and their temporary folder; what could not take part is a note for the report.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string _workspace = Directory.CreateTempSubdirectory("lumen-bench-").FullName;
    private readonly List<Target> _targets = [];
    private readonly List<string> _notes = [];
    private RoleProcess? _upstream;

    private Stage()
    {
    }

    public RoleProcess Upstream => _upstream ?? throw new InvalidOperationException("not started");

    public IReadOnlyList<Target> Targets => _targets;

    public IReadOnlyList<string> Notes => _notes;

    public static async Task<Stage> StartAsync(string? nginx, bool withResponses, CancellationToken cancellationToken)
    {
        var stage = new Stage();
        try
        {
            stage._upstream = await Roles.Upstream.StartAsync(stage._workspace, cancellationToken);
            stage._targets.Add(new Target("direct", stage.Upstream.Endpoint, Proxy: null));
            await stage.AddAsync(Nginx.Name, Nginx.Find(nginx), "not installed (Debian: nginx-light, or --nginx PATH)", Nginx.StartAsync, cancellationToken);
            await stage.AddAsync(Product.Name, Product.Find(), "not built (dotnet build -c Release host/LumenArgus.Host)", Product.StartAsync, cancellationToken);
            if (withResponses)
            {
                await stage.AddAsync(Product.NameWithResponses, Product.Find(), "not built", Product.StartWithResponsesAsync, cancellationToken);
            }

            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var target in _targets)
        {
            if (target.Proxy is { } proxy)
            {
                await proxy.DisposeAsync();
            }
        }

        if (_upstream is not null)
        {
            await _upstream.DisposeAsync();
        }

        Directory.Delete(_workspace, recursive: true);
    }

    private async Task AddAsync(
        string name, string? program, string absent, Func<string, string, System.Net.IPEndPoint, CancellationToken, Task<Target>> start, CancellationToken cancellationToken)
    {
        if (program is null)
        {
            _notes.Add($"{name} is left out: {absent}.");
            return;
        }

        try
        {
            _targets.Add(await start(program, _workspace, Upstream.Endpoint, cancellationToken));
        }
        catch (InvalidOperationException problem)
        {
            _notes.Add($"{name} is left out: {problem.Message}");
        }
    }
}
