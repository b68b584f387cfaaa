namespace LumenArgus.Abstractions.Model;

/// <summary>What somebody may do in the dashboard.</summary>
public enum DashboardRole
{
    /// <summary>Looks.</summary>
    Viewer = 0,

    /// <summary>Looks and changes.</summary>
    Admin,
}
