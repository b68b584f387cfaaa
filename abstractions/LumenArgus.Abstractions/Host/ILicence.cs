using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Host;

/// <summary>Whether rules of the tier <c>pro</c> may run, and pages for licensees be shown.</summary>
public interface ILicence
{
    /// <summary>Whether there is a valid licence now.</summary>
    bool IsValid { get; }

    /// <summary>What is known of it; null where no plugin checks licences.</summary>
    LicenceState? State { get; }
}
