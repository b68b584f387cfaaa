namespace LumenArgus.Abstractions.Model;

/// <summary>What is known of the licence.</summary>
/// <param name="IsValid">Whether there is one that holds now.</param>
/// <param name="Detail">For people: whose it is, or what is wrong with it. Never the key.</param>
/// <param name="Plan">What it is for, for example <c>pro</c>; null without one.</param>
/// <param name="ExpiresAt">When it ends; null if it does not, or there is none.</param>
public sealed record LicenceState(bool IsValid, string Detail, string? Plan = null, DateTimeOffset? ExpiresAt = null);
