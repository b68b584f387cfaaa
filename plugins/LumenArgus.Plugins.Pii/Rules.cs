using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;
using LumenArgus.Plugins.Pii.Numbers;

namespace LumenArgus.Plugins.Pii;

/// <summary>
/// All rules, by family. Several patterns take in more than the value on purpose (the rest of a longer dotted or dashed chain, a letter in front): the
/// validator then sees that it is something else and drops the whole, where a tight pattern would report a piece of it.
/// </summary>
internal sealed class Rules : IRuleSource
{
    public const string Detector = "pii";

    /// <summary>The validators that the rules name.</summary>
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<IRuleValidator> Validators() =>
    [
        .. RulesContact.Validators(), .. RulesPhone.Validators(), .. RulesIdentity.Validators(), .. RulesFinance.Validators(),
        .. BritishAndIrishNumbers.Validators(), .. GermanSpeakingNumbers.Validators(), .. BelgianAndDutchNumbers.Validators(), .. RomanceNumbers.Validators(), .. NordicNumbers.Validators(),
        .. EasternEuropeanNumbers.Validators(), .. NorthAmericanNumbers.Validators(), .. LatinAmericanNumbers.Validators(), .. AsianNumbers.Validators(), .. PacificAndAfricanNumbers.Validators(),
    ];

    [MethodImpl(MethodImplOptions.NoOptimization)]
    public IEnumerable<DetectionRule> GetRules() =>
    [
        .. RulesContact.All(), .. RulesPhone.All(), .. RulesIdentity.All(), .. RulesFinance.All(),
        .. BritishAndIrishNumbers.All(), .. GermanSpeakingNumbers.All(), .. BelgianAndDutchNumbers.All(), .. RomanceNumbers.All(), .. NordicNumbers.All(),
        .. EasternEuropeanNumbers.All(), .. NorthAmericanNumbers.All(), .. LatinAmericanNumbers.All(), .. AsianNumbers.All(), .. PacificAndAfricanNumbers.All(),
    ];
}
