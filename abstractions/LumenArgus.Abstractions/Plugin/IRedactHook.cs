using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>redact</c>: says what to put in the place of matched text. The host applies the edits, encodes the body again and scans the result.</summary>
public interface IRedactHook
{
    /// <summary>Chooses replacements. Pure computation.</summary>
    /// <param name="findings">The findings whose action is <see cref="PolicyAction.Redact"/>, one for each occurrence, each with a span.</param>
    /// <param name="session">Who sent it.</param>
    /// <returns>One edit for each finding; a finding left without one blocks the exchange.</returns>
    IReadOnlyList<SpanEdit> Redact(IReadOnlyList<Finding> findings, SessionContext session);
}
