namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>post_scan</c>: called after each scan, off the request's path.</summary>
public interface IPostScanHook
{
    /// <summary>Called with the result. Runs on a scan thread under the detectors' budget.</summary>
    /// <param name="context">The result and the body, valid during the call.</param>
    void OnScanned(PostScanContext context);
}
