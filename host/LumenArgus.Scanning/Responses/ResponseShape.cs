namespace LumenArgus.Scanning.Responses;

/// <summary>How a response is divided.</summary>
public enum ResponseShape
{
    /// <summary>Not at all: one JSON value, or a text.</summary>
    Whole = 0,

    /// <summary>Server-sent events (html.spec.whatwg.org, 9.2).</summary>
    Events,

    /// <summary>One JSON value in each line.</summary>
    Lines,

    /// <summary>Frames of <c>application/vnd.amazon.eventstream</c>.</summary>
    Frames,

    /// <summary>Messages of the Model Context Protocol: one, an array of them, or one in each server-sent event. Nothing of them comes in parts.</summary>
    Messages,
}
