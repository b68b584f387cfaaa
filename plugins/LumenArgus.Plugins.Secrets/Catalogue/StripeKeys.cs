using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys and secrets of Stripe.</summary>
internal static class StripeKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "stripe_secret_key",
            Detector = Rules.Detector,
            Title = "Stripe secret or restricted key",
            Severity = Severity.Critical,
            Description = "Stripe secret or restricted key, live or test.",
            Source = "https://docs.stripe.com/keys",
            Pattern = Shape.Start + @"([rs]k_(?:live|test)_[A-Za-z0-9]{24,})",
            Format = "<sk|rk>_<live|test>_<alnum:24-99>",
            SecretGroup = 1,
            Validator = StripeKeyValidator.RuleName,
            Keywords = ["sk_live_", "sk_test_", "rk_live_", "rk_test_"],
            Tags = ["payment", "stripe"],
            Positives = ["sk_live_" + Sample.Of(24), "STRIPE_KEY=" + "sk_test_" + "51" + Sample.Of(97, seed: 2), "'" + "rk_live_" + Sample.Of(24, seed: 3) + "'"],
            Negatives = ["pk_live_" + Sample.Of(24), "sk_live_" + Sample.Of(23), "task_test_" + Sample.Of(24)],
            Examples = ["sk_test_" + "4eC39HqLyjWDarjtT1zdp7dc", "sk_test_" + "BQokikJOvBiI2HlWgH4olfQ2"],
            Evasions =
            [
                "STRIPE_KEY=s\uff4b_live_teYXJUYNXw5pKegHkSlfkqoTTJuvjRDGbb1geTxqo4UbRYhICCz0DAfU9EbrQO34z4zjnAoHOp52da8j861YDoEDYxAJxlb1JJE",
                "stripe_key = \"rk_l\" + \"ive_GiXYc3HV4cUq9bAMFE6Uf2WzUcXIUDwkKzGZmgJwcDs63SEXuWiEKbeUVn3llvSOXhdYqjc0LXJg7qJFuoRWIUNp8UK"
                + "1obpXOrM\"",
            ],
        },
        new()
        {
            Name = "stripe_webhook_secret",
            Detector = Rules.Detector,
            Title = "Stripe webhook signing secret",
            Severity = Severity.Critical,
            Description = "Signing secret of a Stripe webhook endpoint.",
            Source = "https://docs.stripe.com/webhooks/signature",
            Pattern = Shape.Start + "(whsec_[A-Za-z0-9+/]{24,})",
            Format = "whsec_<alnum:32>",
            SecretGroup = 1,
            Validator = StripeWebhookValidator.RuleName,
            Keywords = ["whsec_"],
            Tags = ["payment", "stripe"],
            Positives = ["whsec_" + Sample.Of(32), "secret = " + "whsec_" + Sample.Of(64, Sample.Hex, 2), "\"" + "whsec_" + Sample.Of(24, seed: 3) + "\""],
            Negatives = ["whsec_" + Sample.Of(23), "WHSEC_" + Sample.Of(32), "whsec-" + Sample.Of(32)],
            Evasions = ["secret=%77hs%65c%5F%65RB%79NY%53dj%622K%45sG%4Bf3%43FX%43U3%70yC%435P%52x"],
        },
        CatalogueRule.Of(
            "stripe_organization_key",
            "Stripe organisation key",
            Severity.Critical,
            "https://docs.stripe.com/keys#organization-api-keys",
            "<sk|rk>_org_<live|test>_<alnum:24+>",
            "STRIPE_ORG_KEY=sk_org_" + "live_YWV9apb9cQLCvZMGlQHXwxYL",
            "sk_org_live_Nd8x3or8tbdZ",
            "const value = \"rk_org_live_mR15\" + \"2aIIYmH3Qoqt4j7iBld3tPNnPrIJTIyl\";", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "stripe_ephemeral_key",
            "Stripe ephemeral key",
            Severity.High,
            "https://docs.stripe.com/mobile/payment-element",
            "ek_<live|test>_<alnum:40+>",
            "\"ephemeralKey\": \"ek_" + "live_mFFre9BHeujy5aQKzrYjqTXCuizwTT8eMa7wHrjk\"",
            "ek_live_LknFVNsYAerp",
            "\"ephemeralKey\": \"\\x65\\x6b\\x5f\\x74\\x65\\x73t_xsasXlkt5H33pl5jaXsY8ujdyzRgBeatQF8mFrVNFxdO1t\"", KeyModeValidator.RuleName),
        CatalogueRule.Of(
            "stripe_client_secret",
            "Client secret of a Stripe payment or setup",
            Severity.Warning,
            "https://docs.stripe.com/api/payment_intents/object",
            "<pi|seti>_<alnum:24>_secret_<alnum:25>",
            "\"client_secret\": \"pi_" + "ZjdZsilVaaAVyW5zPlg0zXXB_secret_27EE22tGHJVGLCZd67KbPWTfc\"",
            "pi_4wyS0L0WHfAY8kkGtnMQl1Po",
            "\"client_secret\": \"seti_AQDEpgvBla36wa4uGoziXLPG_s\u00adecret_uNi1Qe7vQ1gKqVlPT8MgnLyTo\""),
    ];
}
