using System.Text;
using LumenArgus.Testing.Processes;
using LumenArgus.Testing.StandIn;

namespace LumenArgus.ClientTests.Scenarios;

/// <summary>Keeps what was printed and sent in artifacts/client-tests/client/scenario, failed or not.</summary>
internal sealed class Captures
{
    private readonly string _folder;

    public Captures(string client, string scenario)
    {
        _folder = Path.Combine(BuildPaths.CaptureFolder, client, scenario);
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        Directory.CreateDirectory(_folder);
    }

    public void Save(ChildProcessResult result, string who)
    {
        Write($"{who}.stdout.txt", result.StandardOutput);
        Write($"{who}.stderr.txt", result.StandardError);
    }

    public void Save(IReadOnlyList<RecordedRequest> requests)
    {
        foreach (var request in requests)
        {
            var head = new StringBuilder($"{request.Method} {request.RawTarget} {request.Protocol}\n");
            foreach (var (name, value) in request.Headers)
            {
                head.Append(name).Append(": ").Append(value).Append('\n');
            }

            Write($"request-{request.Index:00}.head.txt", head.ToString());
            File.WriteAllBytes(Path.Combine(_folder, $"request-{request.Index:00}.body"), request.Body);
        }
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
