using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Forwarding.Bodies;
using LumenArgus.Scanning.Fields;
using LumenArgus.Storage.Hashing;

namespace LumenArgus.Inspection.Inspecting;

/// <summary>One body to inspect.</summary>
public sealed record InspectionRequest
{
    /// <summary>Which request it is.</summary>
    public required RequestInfo Request { get; init; }

    /// <summary>Identifier of the provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The body as received. The inspector takes references of its own for what outlives the call.</summary>
    public required BodyLease Body { get; init; }

    /// <summary>Values of the Content-Encoding header, in order.</summary>
    public IReadOnlyList<string> ContentEncodings { get; init; } = [];

    /// <summary>Value of the Content-Type header; null without it.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the caller can send <see cref="Decision.EditedBody"/> in place of the body without parts of its history. Else what blocks, blocks.</summary>
    public bool CanStripHistory { get; init; }

    /// <summary>The model where the path names it; else the body's top-level <c>model</c> is used.</summary>
    public string? Model { get; init; }

    /// <summary>What the provider says about places in its bodies; null where nobody says anything.</summary>
    public LabelSet? Labels { get; init; }

    /// <summary>Whether a signature covers the body, so that an edited one would be refused: it is blocked where it would be edited.</summary>
    public bool IsBodySigned { get; init; }

    /// <summary>The file whose content the body is, where it is no request: rules for file names and the allowlist of paths apply to it.</summary>
    public string? SourceFile { get; init; }

    /// <summary>Which traffic it is: the rules for it are used.</summary>
    public RuleStages Stage { get; init; } = RuleStages.Request;

    /// <summary>Stands before the location of each finding, for example <c>ws.outbound.</c>; empty for a request's body.</summary>
    public string LocationPrefix { get; init; } = "";

    /// <summary>Whether a stage of its own asks for the scan; else <c>outbound_dlp</c> says whether there is one.</summary>
    public bool HasOwnStage { get; init; }

    /// <summary>Whether there is more than the body has: nothing of it is edited or remembered then.</summary>
    public bool IsPart { get; init; }

    /// <summary>Findings of the host about what the body lacks, with the action of the fail table.</summary>
    public ImmutableArray<Finding> Lacks { get; init; } = [];

    /// <summary>Bytes that the body lacks, as far as they are known.</summary>
    public long BytesLacking { get; init; }

    /// <summary>What headers and connection tell about the sender; the body adds to it.</summary>
    public SessionContext Session { get; init; } = SessionContext.Empty;

    /// <summary>The key of identifiers that are derived for conversations without one; null derives none.</summary>
    public HashKey? ConversationKey { get; init; }
}
