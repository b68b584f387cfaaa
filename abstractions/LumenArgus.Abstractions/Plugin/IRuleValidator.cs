namespace LumenArgus.Abstractions.Plugin;

/// <summary>Checks a matched value, for example by a check digit. Pure, thread safe, without allocation where possible.</summary>
public interface IRuleValidator
{
    /// <summary>The name that rules refer to, for example <c>luhn</c>.</summary>
    string Name { get; }

    /// <summary>Decides.</summary>
    /// <param name="value">The secret group of the match.</param>
    /// <returns>False drops the match.</returns>
    bool IsValid(ReadOnlySpan<char> value);
}
