namespace LumenArgus.Inspection.Configuration;

/// <summary>Who may use the dashboard.</summary>
public enum DashboardAuth
{
    /// <summary>Who has the access token of the home folder, or the password where there is one.</summary>
    Token = 0,

    /// <summary>Everybody who reaches it, which is for loopback addresses only.</summary>
    None,
}
