using System.Text.Json;
using LumenArgus.Storage.Audit.Reading;

namespace LumenArgus.Host.AuditCommands.Export;

/// <summary>Reads audit files line by line and hands what is in the range to a writer. Only one line is in memory.</summary>
internal sealed class AuditExport(DateTimeOffset? since, DateTimeOffset? until)
{
    public static IAuditExportWriter WriterFor(string format, Stream output) => format switch
    {
        "csv" => new CsvWriter(output),
        "ocsf" => new OcsfWriter(output),
        "sarif" => new SarifWriter(output),
        _ => new JsonLinesWriter(output),
    };

    /// <summary>Exports files.</summary>
    /// <returns>How many lines could not be read.</returns>
    public long Run(IEnumerable<string> files, IAuditExportWriter writer, CancellationToken cancellationToken)
    {
        long broken = 0;
        foreach (var file in files.Where(MayHoldTheRange))
        {
            foreach (var line in AuditLines.Read(file))
            {
                cancellationToken.ThrowIfCancellationRequested();
                broken += TryWrite(line, writer) ? 0 : 1;
            }
        }

        return broken;
    }

    // A file that was last written before the range has nothing in it.
    private bool MayHoldTheRange(string file) => since is not { } from || File.GetLastWriteTimeUtc(file) >= from.UtcDateTime;

    private bool TryWrite(AuditLine line, IAuditExportWriter writer)
    {
        if (!line.IsWhole || !TryParse(line, out var json))
        {
            return false;
        }

        using (json)
        {
            if (json!.RootElement.ValueKind != JsonValueKind.Object || AuditRecord.TimeOf(json.RootElement) is not { } time)
            {
                return false;
            }

            if (!(time < since) && !(time >= until))
            {
                writer.Write(new AuditRecord(line, json.RootElement, time));
            }

            return true;
        }
    }

    private static bool TryParse(AuditLine line, out JsonDocument? json)
    {
        try
        {
            json = JsonDocument.Parse(line.Bytes);
            return true;
        }
        catch (JsonException)
        {
            json = null;
            return false;
        }
    }
}
