using System.Net;

namespace LumenArgus.Benchmarks.Roles;

/// <summary>
/// nginx as a plain reverse proxy: what a proxy costs that looks at nothing. It buffers the request body in memory as LumenArgus must,
/// and passes each piece of the response on as it comes.
/// </summary>
internal static class Nginx
{
    public const string Name = "nginx";

    /// <summary>The given path, else the first found in PATH or Debian's place; null if there is none.</summary>
    public static string? Find(string? given)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Append("/usr/local/sbin");
        var candidates = given is null ? folders.Select(static folder => Path.Combine(folder, "nginx")) : [given];
        return candidates.FirstOrDefault(File.Exists);
    }

    public static async Task<Target> StartAsync(string program, string workspace, IPEndPoint upstream, CancellationToken cancellationToken)
    {
        var endpoint = RoleProcess.FreeEndpoint();
        var folder = Directory.CreateDirectory(Path.Combine(workspace, Name)).FullName;
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration(folder, endpoint, upstream), cancellationToken);
        string[] arguments = ["-p", folder, "-e", "stderr", "-c", configuration];
        var process = await RoleProcess.StartAsync(
            endpoint, Path.Combine(workspace, "nginx.log"), program, arguments, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
        return new Target(Name, endpoint, process);
    }

    private static string Configuration(string folder, IPEndPoint endpoint, IPEndPoint upstream) => $$"""
        daemon off;
        pid {{folder}}/nginx.pid;
        error_log stderr error;
        worker_processes {{Math.Min(2, Environment.ProcessorCount)}};
        events { worker_connections 1024; }
        http {
            access_log off;
            client_max_body_size 0;
            # Larger than any body measured: a body in a temporary file would be a cost that nobody compares.
            client_body_buffer_size 4m;
            client_body_temp_path {{folder}}/body;
            proxy_temp_path {{folder}}/proxy;
            fastcgi_temp_path {{folder}}/fastcgi;
            uwsgi_temp_path {{folder}}/uwsgi;
            scgi_temp_path {{folder}}/scgi;
            upstream provider {
                server {{upstream}};
                keepalive 128;
                keepalive_requests 1000000000;
            }
            server {
                listen {{endpoint}};
                keepalive_requests 1000000000;
                location / {
                    proxy_pass http://provider;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_buffering off;
                    proxy_request_buffering on;
                }
            }
        }
        """;
}
