namespace LumenArgus.Inspection.Rules;

/// <summary>No plugin checks licences, so there is none.</summary>
public sealed class NoLicence : ILicence
{
    /// <inheritdoc/>
    public bool IsValid => false;
}
