using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// One vendor's wire format: how its requests are recognised, where they go, what their texts are, and how its tools want to be refused. The host asks in this
/// order: the host name that the caller used, the paths of its own providers, those of plugins, the headers of its own providers, those of plugins; the first
/// that says yes has it. A call that throws or takes too long is a no. Name, upstream, hosts and labels are read once, when the plugin is loaded.
/// </summary>
public interface IProvider
{
    /// <summary>Stable identifier in records and in <c>proxy.upstream</c>: lower-case letters, digits, <c>-</c> and <c>_</c>; no other provider has it.</summary>
    string Name { get; }

    /// <summary>Where requests go unless the configuration or the request says otherwise: http or https, a path prefix is kept. Null if there is no such place.</summary>
    Uri? DefaultUpstream { get; }

    /// <summary>Host names that are this provider's alone. A request whose Host header names one is for it, whatever its path.</summary>
    ImmutableArray<string> Hosts => [];

    /// <summary>What the texts of its bodies are.</summary>
    ImmutableArray<FieldLabel> Labels => [];

    /// <summary>Whether the path alone says that a request is for this provider.</summary>
    /// <param name="path">The path as it stands in the request line, without its query string.</param>
    /// <returns>True if it does.</returns>
    bool MatchesPath(string path);

    /// <summary>Whether the headers alone say that a request is for this provider.</summary>
    /// <param name="head">The head of the request.</param>
    /// <returns>True if they do.</returns>
    bool MatchesHeaders(RequestHead head);

    /// <summary>Reads what the head of one of its requests tells.</summary>
    /// <param name="head">The head of the request.</param>
    /// <returns>Upstream, model and format, as far as the head tells them.</returns>
    ProviderRequest Read(RequestHead head) => ProviderRequest.Default;

    /// <summary>The body of an error in the shape that the vendor's tools parse.</summary>
    /// <param name="statusCode">The status it is sent with.</param>
    /// <param name="type">Kind of error: the vendor's own word where it has one, else ours.</param>
    /// <param name="message">What to tell the person.</param>
    /// <returns>JSON as UTF-8.</returns>
    byte[] ErrorBody(int statusCode, string type, string message);
}
