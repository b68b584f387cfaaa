namespace LumenArgus.Abstractions.Model;

/// <summary>Somebody whom an <see cref="Plugin.IAuthProvider"/> knows.</summary>
/// <param name="Name">Name, as it is shown and recorded; 1 to 200 characters without control characters.</param>
/// <param name="Role">What this user may do.</param>
public sealed record DashboardUser(string Name, DashboardRole Role);
