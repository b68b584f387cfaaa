using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of customer support and notification services.</summary>
internal static class SupportKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "intercom_access_token", "Intercom access token", Severity.Critical, "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication",
            "dG9rO<base64:54>=",
            positive: "\"intercomAccessToken\": \"dG9rO" + "acObAmzmzo0iVsvT9QYdtjXtEbFN1+wwlK8gF4uX9OX0MWck5HlARD=\"",
            negative: "dG9rO<your token>",
            evasion: "%22intercomAccessToken%22:%20%22dG9rOLfD7vI7TvOoAQ0sjMhs1WM6U%67bV5AseDdvxs%2FQh%4EXSm55bPhOp6Frd%3D%22"),
        CatalogueRule.Of(
            "zendesk_api_token", "Zendesk API token", Severity.Critical, "https://developer.zendesk.com/api-reference/introduction/security-and-auth/",
            "<name:zendesk+api key|token><alnum:40>",
            positive: "zendesk_api_key = '" + "EnkRBTJD315aYdGC8eE2p13utGgYRU340HrNXg6I'",
            negative: "zendesk_api_key = os.environ[\"ZENDESK_API_KEY\"]",
            evasion: "zendesk_api_key = 'YqnvYerfWcVKuTRrqkNL' + 'bFh82ReFxuql1lMTpLbL'") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "zendesk_oauth_token", "Zendesk OAuth access token", Severity.Critical, "https://support.zendesk.com/hc/en-us/articles/4408845965210",
            "<name:zendesk+access token|oauth token|client secret><hex:64>",
            positive: "const zendeskAccessToken = '" + "750d04837aaae0198863b5287c3f35a2454499acf44da4ab83a0e1007f100f7b';",
            negative: "zendesk_request_id = \"13d44409f3df3f6d5c7c7" + "36a5019b088089187088813feb944f5a7bdb38e700f\"",
            evasion: "dump 636f6e7374207a656e6465736b416363657373546f6b656e203d20273936366232343334663863616366376564633733323036363366613638396666"
                + "3031636462386561326135376334346534623565653439643532363661353033273b"),
        CatalogueRule.Of(
            "freshdesk_api_key", "Freshdesk or Freshservice API key", Severity.High, "https://developers.freshdesk.com/api/#authentication",
            "<name:freshdesk|freshservice|freshworks+key|token><alnum:20>",
            positive: "freshdesk-key: " + "KgedLkiMnjDSVtNd8PcF",
            negative: "freshdesk_request_id =" + " \"hT2m4WYaE077448aVFHW\"",
            evasion: "freshdesk-key: ORTx2Jhbw\\u0070glO\\u006cKYWSBa") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "helpscout_app_secret", "Help Scout app secret", Severity.High, "https://developer.helpscout.com/mailbox-api/overview/authentication/",
            "<name:help scout+secret><alnum:32>",
            positive: "export HELP_SCOUT_SECRET=\"" + "wjvoE00GVaP2OlTtus7oQBgoe8rBFWsV\"",
            negative: "HELP_SCOUT_SECRET=your" + "-help-scout-secret-here",
            evasion: "export HELP_SCOUT_SECRET=\"JXcxjEAF1s9214i\uff41yHCkIY\uff31ra8C1fcha\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "crisp_token_key", "Crisp plugin token key", Severity.High, "https://docs.crisp.chat/guides/rest-api/authentication/",
            "<name:crisp+key|token><hex:64>",
            positive: "CRISP_KEY=" + "df0d1c708bce9209b4d1c1b805d23d011f2ed3948a2a1c368a303a3f25e0c8e7",
            negative: "\"crisp_key\": \"3ebaeba2630443403c25311da17" + "75d4076f0d6b2255bcbdf5c0ccda99d72a8cf0a1b\"",
            evasion: "CRISP_KEY=6c760a7004b4235efb26fe52e5b403d&#97;104a89d6f4400c&#48;a8328a386b43436d8"),
        CatalogueRule.Of(
            "chatwoot_access_token", "Chatwoot API access token", Severity.High, "https://developers.chatwoot.com/api-reference/introduction",
            "<name:chatwoot+token><alnum:24>",
            positive: "\"chatwootToken\": \"" + "I82ieQNBSelIQm6fSGdK71et\"",
            negative: "chatwoot_token = os.environ[\"CHATWOOT_TOKEN\"]",
            evasion: "state=eyJub3RlIjoiJ2NoYXR3b290VG9rZW4nOiAnSlZ3ZDFFMTNZWXlNZ1dFSFdMelBpbVMyJyJ9") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "segment_write_key", "Segment source write key", Severity.Warning, "https://segment.com/docs/connections/find-writekey/",
            "<name:segment+write key><alnum:32>",
            positive: "segment_write_key = '" + "Gpa5NyajS0NEypKmbsUjK0sQSVOtm6Mx'",
            negative: "segment_request_id = \"SwFFc" + "Ix5QPUgqnQWpZDCMZQN7hjepzjT\"",
            evasion: "segment_write_key = 'LJuZTjtyX0vI17z\u00adM6nyUcbmlNQERFg1F'") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "segment_public_api_token", "Segment Public API token", Severity.Critical, "https://docs.segmentapis.com/",
            "sgp_<alnum:64>",
            positive: "const segmentPublicApiToken = 'sgp_" + "8beC029vI9KrR6tE6OCfTJZ0fjpR9WlKhgEurYAccigu1cL8h3cKLMz1KnD5SeDZ';",
            negative: "const segmentPublicA" + "piToken = 'sgp_xxxx';",
            evasion: "const segmentPublicApiToken = 'sgp_XEeApzKgCpBkKpPaCdgHEdKGRTzHu\\x525qbYKCzyql3lZI1\\x64khBQS1oRYtwcoPWglU';"),
        CatalogueRule.Of(
            "courier_auth_token", "Courier API key", Severity.High, "https://www.courier.com/docs/platform/workspaces/api-keys",
            "pk_<prod|test>_<upperalnum:28>",
            positive: "courier_auth_token: pk_prod_" + "NJRMTN954BA2FLIK52WKOFT9WCAI",
            negative: "tokens begin with pk_prod_ and are issued once",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\ncourier_auth_token: pk_prod_95EL8E40IN=\n=5AQ9PKBIL4UTYA1UH8Q"),
        CatalogueRule.Of(
            "knock_secret_key", "Knock secret API key", Severity.High, "https://docs.knock.app/developer-tools/api-keys",
            "<name:knock+key|secret>sk_<test_|live_|><base64url:40-50>",
            positive: "export KNOCK_KEY=\"" + "sk_test_F-M0kfPWfAxklyS08-1w5ug9P_Ux7ClnMfgOT-vM78cH31Z2BN\"",
            negative: "knock_key = os.environ[\"KNOCK_KEY\"]",
            evasion: "export KNOCK_KEY=\"sk_nIsAGEBGDxa1tSGajfgff0\u041cGLDX4JGhDcbsiJZduvBofAJhPD\"") with { EntropyFloor = 3.5, Keywords = ["knock"] },
        CatalogueRule.Of(
            "novu_secret_key", "Novu secret key", Severity.High, "https://docs.novu.co/api-reference/overview",
            "<name:novu+key|secret><hex:32>",
            positive: "NOVU_KEY=" + "12bb85f8d7cf2e0b8cc214be2f39880d",
            negative: "novu_key = os.environ[\"NOVU_KEY\"]",
            evasion: "payload: Tk9WVV9LRVk9ZjEwNGYzZmVkNjA2M2M2MWI5MDM4ODRmNGZjOTdiYTk=") with { Keywords = ["novu"] },
    ];
}
