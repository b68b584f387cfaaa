using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>redact</c>: says what to put in the place of matched text. The host applies the edits, encodes the body again and scans the result.</summary>
public interface IRedactHook
{
    /// <summary>Chooses replacements. Pure computation.</summary>
    /// <param name="findings">
    /// The findings whose action is <see cref="PolicyAction.Redact"/>, one for each place, each with a span. <see cref="Finding.Value"/> is what stands in the span: where a
    /// value was found by decoding, its encoded form; where two overlap, both.
    /// </param>
    /// <param name="session">Who sent it.</param>
    /// <returns>One edit for each finding; a finding left without one blocks the exchange.</returns>
    IReadOnlyList<SpanEdit> Redact(IReadOnlyList<Finding> findings, SessionContext session);

    /// <summary>The same for who remembers what was replaced in which request, to put it back into its response. This is what the host calls.</summary>
    /// <param name="findings">As above.</param>
    /// <param name="request">Which request it is.</param>
    /// <param name="session">Who sent it.</param>
    /// <returns>One edit for each finding; a finding left without one blocks the exchange.</returns>
    IReadOnlyList<SpanEdit> Redact(IReadOnlyList<Finding> findings, RequestInfo request, SessionContext session) => Redact(findings, session);

    /// <summary>Whether a value that was found is a replacement which this plugin has made: then it is no finding. Pure computation.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True only where it is certain, for example by a keyed checksum in the value.</returns>
    bool IsReplacement(MatchedText value) => false;
}
