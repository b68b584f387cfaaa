using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>Takes the matches of one detector call. What is reported after the call has returned is ignored.</summary>
public abstract class FindingSink
{
    /// <summary>Reports a match. The host reads the matched text itself: a detector hands over places, not strings.</summary>
    /// <param name="field">The field that holds the match.</param>
    /// <param name="start">First byte of the match in <see cref="ScanField.Utf8"/>.</param>
    /// <param name="length">Number of bytes, at least 1.</param>
    /// <param name="type">What was found, lower case with underscores.</param>
    /// <param name="severity">How bad it is.</param>
    /// <param name="action">An action the detector asks for, or null to leave it to the policy.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the field.</exception>
    public abstract void Report(ScanField field, int start, int length, string type, Severity severity, PolicyAction? action = null);
}
