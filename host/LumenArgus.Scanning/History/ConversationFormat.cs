namespace LumenArgus.Scanning.History;

/// <summary>The shapes in which a conversation is sent.</summary>
public enum ConversationFormat
{
    /// <summary><c>messages</c> of Anthropic, of OpenAI's Chat Completions and of all that follow them.</summary>
    Messages,

    /// <summary><c>messages</c> of Bedrock's Converse: blocks without a type, and roles that must alternate.</summary>
    Converse,

    /// <summary><c>input</c> of OpenAI's Responses: a list of items.</summary>
    Responses,

    /// <summary><c>contents</c> of Gemini, also inside <c>request</c>; roles must alternate.</summary>
    Gemini,
}
