using System.Text.Json;
using LumenArgus.Inspection.Identity;

namespace LumenArgus.Proxy.Identity;

/// <summary>What Codex says in <c>x-codex-turn-metadata</c>: a JSON object with <c>installation_id</c>, <c>session_id</c> and <c>workspaces</c> by their folder.</summary>
/// <param name="DeviceId">The installation.</param>
/// <param name="SessionId">The conversation.</param>
/// <param name="WorkingDirectory">The first workspace.</param>
internal readonly record struct CodexTurn(string? DeviceId, string? SessionId, string? WorkingDirectory)
{
    private const int MaxLength = 16 * 1024;

    public static CodexTurn Read(string? header)
    {
        if (header is null || header.Length > MaxLength || !header.StartsWith('{'))
        {
            return default;
        }

        try
        {
            using var parsed = JsonDocument.Parse(header);
            var root = parsed.RootElement;
            string? folder = null;
            if (root.TryGetProperty("workspaces", out var workspaces) && workspaces.ValueKind == JsonValueKind.Object)
            {
                folder = workspaces.EnumerateObject().Select(static workspace => workspace.Name).FirstOrDefault();
            }

            return new CodexTurn(
                IdentityText.Cut(JsonText.Of(root, "installation_id"), IdentityText.Name),
                IdentityText.Conversation(JsonText.Of(root, "session_id")),
                IdentityText.Cut(folder, IdentityText.Folder));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
