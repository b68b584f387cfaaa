using System.Text;
using LumenArgus.Host.Output;
using LumenArgus.PluginRuntime.Loading;
using LumenArgus.PluginRuntime.Manifests;

namespace LumenArgus.Host.PluginCommands;

/// <summary>What <c>plugins verify</c> says of one plugin.</summary>
internal static class VerificationText
{
    /// <param name="result">What was found out.</param>
    /// <param name="signature">Who vouches for its files; empty where nobody was asked.</param>
    public static string Render(PluginVerification result, string signature)
    {
        var (candidate, manifest) = (result.Candidate, result.Candidate.Manifest);
        var text = new StringBuilder(result.Problem is null ? "ok       " : candidate.IsHidden ? "hidden   " : "refused  ");
        text.Append(PrintableText.Of($"{candidate.Id} {manifest?.Version} ({candidate.Folder})"));
        Line(result.Problem);
        Line(result.Trust.Length == 0 ? null : $"trust {result.Trust}");
        Line(signature.Length == 0 ? null : $"signature {signature}");
        Line(result.ContentHash.Length == 0 ? null : $"content {result.ContentHash}");
        Line(manifest is null ? null : $"contract {manifest.Api}, capabilities {List(manifest.Capabilities)}");
        Line(result.Uses.IsEmpty ? null : $"uses {List(result.Uses)}");
        foreach (var line in candidate.Warnings.Select(static warning => $"warning: {warning}").Concat(result.PinRisks.Select(static risk => $"may stay in memory when it is replaced: {risk}")))
        {
            Line(line);
        }

        return text.ToString();

        void Line(string? line)
        {
            if (!string.IsNullOrEmpty(line))
            {
                text.Append("\n         ").Append(PrintableText.Of(line));
            }
        }
    }

    /// <param name="result">What was found out.</param>
    /// <param name="signature">Who vouches for its files; empty where nobody was asked.</param>
    public static string Json(PluginVerification result, string signature) => JsonLine.Write(json =>
    {
        json.WriteString("id", result.Candidate.Id);
        json.WriteString("version", result.Candidate.Manifest?.Version);
        json.WriteBoolean("ok", result.Problem is null);
        json.WriteBoolean("hidden", result.Candidate.IsHidden);
        json.WriteString("problem", result.Problem);
        json.WriteString("folder", result.Candidate.Folder);
        json.WriteString("content_hash", result.ContentHash);
        json.WriteString("trust", result.Trust);
        json.WriteString("signature", signature);
        json.WriteString("isolation", result.Candidate.Manifest?.Isolation == PluginIsolation.Process ? "process" : "none");
        json.WriteString("api", result.Candidate.Manifest?.Api.ToString());
        WriteList("capabilities", result.Candidate.Manifest?.Capabilities ?? []);
        WriteList("uses", result.Uses);
        WriteList("warnings", result.Candidate.Warnings);
        WriteList("pin_risks", result.PinRisks);

        void WriteList(string name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    });

    private static string List(IReadOnlyCollection<string> values) => values.Count == 0 ? "none" : string.Join(", ", values);
}
