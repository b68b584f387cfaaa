using LumenArgus.Abstractions.Model;
using Microsoft.Extensions.Configuration;

namespace LumenArgus.Plugins.ResponseGuard;

/// <summary>What can be configured under <c>plugins.lumenargus.response-guard</c>.</summary>
internal sealed record Options
{
    /// <summary>What becomes of an answer with a sign.</summary>
    /// <value><c>action</c>: <c>block</c> (default) or <c>alert</c>.</value>
    public PolicyAction Action { get; init; } = PolicyAction.Block;

    public static Options Read(IConfiguration configuration) => configuration["action"] switch
    {
        null or "" or "block" => new Options(),
        "alert" => new Options { Action = PolicyAction.Alert },
        var other => throw new InvalidOperationException($"action must be block or alert (was '{other}')"),
    };
}
