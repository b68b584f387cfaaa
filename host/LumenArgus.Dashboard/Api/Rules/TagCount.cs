namespace LumenArgus.Dashboard.Api.Rules;

/// <summary>The rules with a tag.</summary>
internal sealed record TagCount(string Tag, int Total, int Enabled);
