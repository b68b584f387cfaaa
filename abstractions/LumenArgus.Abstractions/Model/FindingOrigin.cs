namespace LumenArgus.Abstractions.Model;

/// <summary>Who says it: a detector about the traffic, or the host about itself.</summary>
public enum FindingOrigin
{
    /// <summary>A rule or detector matched.</summary>
    Detector = 0,

    /// <summary>The host reports what it could not do, for example <c>scan_error</c> or <c>unscanned</c>.</summary>
    Framework = 1,
}
