using System.Collections.Immutable;

namespace LumenArgus.Abstractions.Model;

/// <summary>The start of a request, before its body: a copy that stays what it is. It holds credentials, so it has no text form of its headers.</summary>
public sealed class RequestHead
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _headers;

    /// <summary>Creates a head. The host and tests do this, plugins do not.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as it stands in the request line, without its query string.</param>
    /// <param name="headers">The headers, one entry for each line.</param>
    public RequestHead(string method, string path, IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(headers);
        Method = method;
        Path = path;
        _headers = [.. headers];
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path as it stands in the request line (nothing decoded, dot segments and all), without its query string.</summary>
    public string Path { get; }

    /// <summary>Whether a header was sent, whatever its value.</summary>
    /// <param name="name">The header; upper and lower case do not differ.</param>
    /// <returns>True if it was.</returns>
    public bool HasHeader(string name) => HeaderValues(name).Any();

    /// <summary>The first value of a header.</summary>
    /// <param name="name">The header; upper and lower case do not differ.</param>
    /// <returns>The value, or null if it was not sent.</returns>
    public string? HeaderValue(string name) => HeaderValues(name).FirstOrDefault();

    /// <summary>All values of a header, one for each line it was sent in.</summary>
    /// <param name="name">The header; upper and lower case do not differ.</param>
    /// <returns>The values in their order; none if it was not sent.</returns>
    public IEnumerable<string> HeaderValues(string name) =>
        _headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Select(static header => header.Value);

    /// <summary>The same request with another path, for a provider that is addressed below a prefix.</summary>
    /// <param name="path">The path.</param>
    /// <returns>A head with the same headers.</returns>
    public RequestHead WithPath(string path) => new(Method, path, _headers);

    /// <summary>Names the request without its headers.</summary>
    /// <returns>Method and path.</returns>
    public override string ToString() => $"{Method} {Path}";
}
