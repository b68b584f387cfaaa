using System.Text.Json;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>health</c>: adds to what <c>/health</c> answers.</summary>
public interface IHealthHook
{
    /// <summary>Writes properties. Called with each request for <c>/health</c>, on a scan thread under the detectors' budget.</summary>
    /// <param name="health">
    /// Stands within the answer's object. A property that the host or an earlier plugin has is left out; so are all, if the object is not as it was
    /// found at the end. Not to be kept.
    /// </param>
    void WriteHealth(Utf8JsonWriter health);
}
