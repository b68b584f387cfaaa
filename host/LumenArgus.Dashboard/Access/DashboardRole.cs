namespace LumenArgus.Dashboard.Access;

/// <summary>What a caller may do.</summary>
internal enum DashboardRole
{
    /// <summary>Looks.</summary>
    Viewer = 0,

    /// <summary>Looks and changes.</summary>
    Admin,
}
