namespace LumenArgus.Inspection.Rules;

/// <summary>Whether rules of the tier <c>pro</c> may run.</summary>
public interface ILicence
{
    /// <summary>Whether there is a valid licence now.</summary>
    bool IsValid { get; }
}
