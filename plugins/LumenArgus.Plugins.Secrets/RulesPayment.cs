using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets;

/// <summary>Keys of payment services.</summary>
internal static class RulesPayment
{
    public static ImmutableArray<DetectionRule> All =>
    [
        new()
        {
            Name = "stripe_secret_key",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Stripe secret or restricted key, live or test.",
            Source = "https://docs.stripe.com/keys",
            Pattern = Shape.Start + @"([rs]k_(?:live|test)_[A-Za-z0-9]{24,})",
            SecretGroup = 1,
            Keywords = ["sk_live_", "sk_test_", "rk_live_", "rk_test_"],
            Tags = ["payment", "stripe"],
            Positives = ["sk_live_" + Sample.Of(24), "STRIPE_KEY=" + "sk_test_" + "51" + Sample.Of(97, seed: 2), "'" + "rk_live_" + Sample.Of(24, seed: 3) + "'"],
            Negatives = ["pk_live_" + Sample.Of(24), "sk_live_" + Sample.Of(23), "task_test_" + Sample.Of(24)],
        },
        new()
        {
            Name = "stripe_webhook_secret",
            Detector = Rules.Detector,
            Severity = Severity.Critical,
            Description = "Signing secret of a Stripe webhook endpoint.",
            Source = "https://docs.stripe.com/webhooks/signature",
            Pattern = Shape.Start + "(whsec_[A-Za-z0-9+/]{24,})",
            SecretGroup = 1,
            Keywords = ["whsec_"],
            Tags = ["payment", "stripe"],
            Positives = ["whsec_" + Sample.Of(32), "secret = " + "whsec_" + Sample.Of(64, Sample.Hex, 2), "\"" + "whsec_" + Sample.Of(24, seed: 3) + "\""],
            Negatives = ["whsec_" + Sample.Of(23), "WHSEC_" + Sample.Of(32), "whsec-" + Sample.Of(32)],
        },
    ];
}
