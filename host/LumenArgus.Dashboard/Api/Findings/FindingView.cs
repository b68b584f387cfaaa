using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LumenArgus.Storage.Findings;

namespace LumenArgus.Dashboard.Api.Findings;

/// <summary>A finding as it is shown: all columns of its row, and what follows from them.</summary>
internal sealed record FindingView
{
    private static readonly ImmutableHashSet<string> Encodings =
        ["joined", "base64", "gzip", "hex", "url", "quoted-printable", "unicode", "html", "normalized"];

    private readonly FindingRow _row;

    public FindingView(FindingRow row) => _row = row;

    public long Id => _row.Id;

    public string Timestamp => _row.Timestamp;

    public string FirstSeen => _row.FirstSeen;

    public string LastSeen => _row.Timestamp;

    public string Detector => _row.Detector;

    public string FindingType => _row.FindingType;

    public string Severity => _row.Severity;

    public string? RuleSeverity => Known(_row.RuleSeverity);

    public string? Verdict => Known(_row.Verdict);

    public string? Role => Known(_row.Role);

    public string Location => _row.Location;

    public IReadOnlyList<string> DecodeChain => ChainOf(_row.Location);

    public string? Context => Known(_row.Context);

    public string ActionTaken => _row.ActionTaken;

    public string Provider => _row.Provider;

    public string Model => _row.Model;

    public string ValuePreview => _row.ValuePreview;

    public string? Detail => Known(_row.Detail);

    public long Count => _row.Count;

    public long SeenCount => _row.SeenCount;

    public string Origin => _row.Origin;

    public string ExchangeId => _row.ExchangeId;

    public long? RequestId => _row.RequestId == 0 ? null : _row.RequestId;

    public string AccountId => _row.AccountId;

    public string SessionId => _row.SessionId;

    public string DeviceId => _row.DeviceId;

    public string SourceIp => _row.SourceIp;

    public string WorkingDirectory => _row.WorkingDirectory;

    public string GitBranch => _row.GitBranch;

    public string OsPlatform => _row.OsPlatform;

    public string Hostname => _row.Hostname;

    public string Username => _row.Username;

    public string ClientName => _row.ClientName;

    public string ClientVersion => _row.ClientVersion;

    public string ClientType => _row.ClientType;

    public string RawUserAgent => _row.RawUserAgent;

    public string ApiFormat => _row.ApiFormat;

    public string SdkName => _row.SdkName;

    public string SdkVersion => _row.SdkVersion;

    public string Runtime => _row.Runtime;

    public string InterceptMode => _row.InterceptMode;

    public string OriginalHost => _row.OriginalHost;

    public string ApiKeyHash => _row.ApiKeyHash;

    public string ContentHash => _row.ContentHash;

    public string ValueHash => _row.ValueHash;

    /// <summary>What was decoded to get to the value: a location ends with it, for example <c>messages[0].content[base64][gzip]</c>.</summary>
    internal static ImmutableArray<string> ChainOf(string location)
    {
        var chain = ImmutableArray.CreateBuilder<string>();
        var end = location.Length;
        while (end > 0 && location[end - 1] == ']' && location.LastIndexOf('[', end - 1) is var start and >= 0 && Encodings.Contains(location[(start + 1)..(end - 1)]))
        {
            chain.Insert(0, location[(start + 1)..(end - 1)]);
            end = start;
        }

        return chain.ToImmutable();
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;
}
