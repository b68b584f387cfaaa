namespace LumenArgus.Inspection.Configuration;

/// <summary>What happens to an exchange that a plugin could not look at. The operator's choice, not the plugin's.</summary>
public enum OnFault
{
    /// <summary><c>allow</c>: forward, with a <c>scan_error</c> finding that names the plugin.</summary>
    Allow = 0,

    /// <summary><c>block</c>: answer with an error.</summary>
    Block = 1,

    /// <summary><c>block_if_no_other_detector</c>: block only if no other detector looked at the exchange.</summary>
    BlockIfNoOtherDetector = 2,
}
