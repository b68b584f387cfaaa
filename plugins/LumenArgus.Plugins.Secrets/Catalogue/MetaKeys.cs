using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens and secrets of Facebook, Instagram and WhatsApp.</summary>
internal static class MetaKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "facebook_access_token",
            Detector = Rules.Detector,
            Title = "Meta access token of Facebook, Instagram or WhatsApp",
            Severity = Severity.Critical,
            Source = "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/",
            Format = "EAA<alnum:80+>",
            EntropyFloor = 4,
            Positives = ["WHATSAPP_TOKEN=EAA" + "Nh7PpehwwVjfmXprWzGn9aFLT6BvSJodJIyqO03yc7495VMsh1mF9VzwhlpFr5z9iq8rHXKTLFGX4LPYNuqelhXNTIX7xslRJhIRzZIIC6WkmO20SiXvaA"],
            Negatives = ["EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
            Evasions = ["access_token=EAA\u00ad" + "d1aVUQdxFGd1K0y9tiMOrxua6xq1Hi5RZfSWGNy29QnzIiYXds8kr7cyui086t7IFjUTP8mPmF93wY39H1fGqq88kdfgZFH9z05cDE6LGL4jpTAhvU8QHn"],
        },
        new()
        {
            Name = "instagram_access_token",
            Detector = Rules.Detector,
            Title = "Instagram access token",
            Severity = Severity.Critical,
            Source = "https://developers.facebook.com/docs/instagram-platform/reference/access_token",
            Format = "IG<QV|QW|AA><base64url:80+>",
            EntropyFloor = 4,
            Positives = ["\"instagramToken\": \"IGQV" + "C6dXk6nygrEdV7Mj22M4XIlZVGTW74mxxGo5Gvj1DW6x4FdFBAGDyGjGJiVuGzosvvnQsEYAz7BjG5woasAmIiYgzKEYegoJ4n2XbR01nltv1ilIZloiyD\""],
            Negatives = ["IGQVAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
            Evasions = ["access_token=IGQW\\x4a" + "PjjdWqg9xVQDlI4euZ4wlrBtNySDt7q5CeJxMi717TIyJzhhEjOeT6lBEMUb4z8vS4rDhXUAXESYwTsf2HCkgYQAFlrXqOOjWVQSgP1oW74j0pOd3q8o6q"],
        },
        CatalogueRule.Of(
            "facebook_app_access_token", "Facebook app access token", Severity.High, "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/#apptokens",
            "<name:facebook+token><digit:13-17>|<base64url:27>",
            positive: "export FACEBOOK_TOKEN=\"" + "5671257373733942|C86Kv-K2ddxx-VR4C88QuHW5W-l\"",
            negative: "facebook_token = os.environ[\"FACEBOOK_TOKEN\"]",
            evasion: "export FACEBOOK_TOKEN=\"3409287323328|6tFxa0\\x65EcLnI7Lk\\x353IUCwGqlG59\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "facebook_app_secret", "Facebook or Instagram app secret", Severity.High, "https://developers.facebook.com/docs/facebook-login/security",
            "<name:facebook|instagram|whatsapp+secret><hex:32>",
            positive: "FACEBOOK_SECRET=" + "0656d0b9ba1907b28f4348d1b23eac90",
            negative: "facebook_request_id = \"118fe" + "95fa2ce53a17144e8c2eed3c808\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nFACEBOOK_SECRET=3D2416cdc38807d47f=\n=32028ff7d9f4199ff"),
    ];
}
