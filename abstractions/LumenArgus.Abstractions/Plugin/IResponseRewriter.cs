using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>
/// Rewrites the texts of one response. The host reads the provider's events and edits only the JSON strings that are given here; it never asks about what
/// a provider has signed or encrypted, such as the model's thoughts.
/// </summary>
public interface IResponseRewriter
{
    /// <summary>
    /// Rewrites the next part of a text. Pure computation, on a scan thread under the detectors' budget; calls for one response never overlap. If it fails, the response goes
    /// on as the provider sends it, what was held back included.
    /// </summary>
    /// <param name="text">What was held back of this text before, followed by what has come.</param>
    /// <returns>What to send instead.</returns>
    RewrittenText Rewrite(ResponseText text);
}
