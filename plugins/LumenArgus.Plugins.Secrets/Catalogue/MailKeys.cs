using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services that send mail.</summary>
internal static class MailKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "sendgrid_api_key",
            Detector = Rules.Detector,
            Title = "SendGrid API key",
            Severity = Severity.Critical,
            Description = "SendGrid API key: identifier and secret.",
            Source = "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys",
            Pattern = Shape.Start + @"(SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{22,})",
            Format = "SG.<base64url:22>.<base64url:43>",
            SecretGroup = 1,
            Keywords = ["SG."],
            Tags = ["communication", "sendgrid"],
            Positives = [$"{"SG"}.{Sample.Of(22)}.{Sample.Of(43)}", $"key: {"SG"}.{Sample.Of(22, seed: 2)}.{Sample.Of(43, seed: 3)}", $"'{"SG"}.{Sample.Of(22, seed: 4)}.{Sample.Of(43, seed: 5)}'"],
            Negatives = [$"SG.{Sample.Of(22)}", $"MSG.{Sample.Of(22)}.{Sample.Of(43)}", $"SG.{Sample.Of(10)}.{Sample.Of(43)}"],
            Evasions = [$"SENDGRID_API_KEY=\"SG.{Sample.Of(22, seed: 6)}\" + \".{Sample.Of(43, seed: 7)}\""],
        },
        new()
        {
            Name = "mailgun_api_key",
            Detector = Rules.Detector,
            Title = "Mailgun API key",
            Severity = Severity.High,
            Description = "Mailgun API key.",
            Source = "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/api-keys",
            Pattern = Shape.Start + @"(key-[0-9A-Za-z]{32})\b",
            Format = "key-<hex:32>",
            SecretGroup = 1,
            Keywords = ["key-"],
            Tags = ["communication", "mailgun"],
            Positives = ["key-" + Sample.Of(32, Sample.Hex), "api:" + "key-" + Sample.Of(32, Sample.Lower, 2), "\"" + "key-" + Sample.Of(32, Sample.Lower, 3) + "\""],
            Negatives = ["key-" + Sample.Of(31, Sample.Hex), "key-" + Sample.Of(33, Sample.Hex), "monkey-" + Sample.Of(32, Sample.Hex)],
            Evasions = ["MAILGUN_API_KEY=key\\u002d" + Sample.Of(32, Sample.Hex, 4)],
        },
        new()
        {
            Name = "mailgun_private_key",
            Detector = Rules.Detector,
            Title = "Mailgun private API key of the newer form",
            Severity = Severity.Critical,
            Source = "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt",

            // The user of the interface is always called "api".
            Pattern = "(?:(?i:mailgun[0-9a-z_ .-]{0,24}?key)" + Shape.Assign + """|\bapi:[ ]?|\bapi\\{0,2}["'],[ ]{0,4}(?:(?:key|password)["']?:[ ]?)?\\{0,2}["'])([0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})\b""",
            Format = "<name:mailgun+key><hex:32>-<hex:8>-<hex:8>",
            SecretGroup = 1,
            Keywords = ["mailgun", "api:", "api\"", "api'", "api\\"],
            Tags = ["communication", "mailgun"],
            Positives =
            [
                "\"mailgunKey\": \"" + "361d95f2eb5028fd4418e00d2fc78c0c-ab663a76-dcc9e848\"",
                "curl -s --user 'api:" + "361d95f2eb5028fd4418e00d2fc78c0c-ab663a76-dcc9e848' https://api.mailgun.net/v3/mg.example.org/messages",
                "requests.post(url, auth=(\"api\", \"" + "361d95f2eb5028fd4418e00d2fc78c0c-ab663a76-dcc9e848\"))",
                "mailgun.client({username: 'api', key: '" + "361d95f2eb5028fd4418e00d2fc78c0c-ab663a76-dcc9e848'})",
            ],
            Negatives =
            [
                "mailgun_request_id = \"0c8820e5c3643b" + "624e45bf25fd5ede50-fcf3e213-6e4f5c74\"",
                "etag: 0c8820e5c3643b" + "624e45bf25fd5ede50-fcf3e213-6e4f5c74",
                "api:0c8820e5c3643b" + "624e45bf25fd5ede50-fcf3e213-6e4f5c74a",
            ],
            Evasions = ["\"mailgunKey\": \"01dea2538df0b2bf34c476fbdf21\u04353a0-4b7d0bd8-6bd1c0fa\""],
        },
        CatalogueRule.Of(
            "mailgun_signing_key", "Mailgun webhook signing key", Severity.High, "https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks",
            "<name:mailgun+signing key><hex:32>",
            positive: "mailgun_signing_key = '" + "60242e66e34078f83a1aa9612d02b6d7'",
            negative: "MAILGUN_SIGNING_KEY=your" + "-mailgun-signing-key-here",
            evasion: "payload: bWFpbGd1bl9zaWduaW5nX2tleSA9ICc1ZTNlODFlZTZlNjdkNGE0YTRlNWI0YTcyZTJlOWYxNCc="),
        CatalogueRule.Of(
            "mailchimp_api_key", "Mailchimp API key with its data centre", Severity.High, "https://mailchimp.com/developer/marketing/guides/quick-start/",
            "<hex:32>-us<digit:1-2>",
            positive: "const mailchimpApiKey = 'd5a8ebe9322c24a73b" + "51f30bfeca828d-us11';",
            negative: "const mailchimpApiKey = 'xxxx';",
            evasion: "const mailchimpApiKey = '36bc253c0048c6133\u200bcf3ce6f66595f0e-us7';"),
        CatalogueRule.Of(
            "mandrill_api_key", "Mailchimp Transactional (Mandrill) API key", Severity.High, "https://mailchimp.com/developer/transactional/guides/quick-start/",
            "md-<base64url:22>",
            positive: "mandrill_api_key: md-" + "iEPjttUCm4An7on-iNVIBz",
            negative: "class=\"md-list-it" + "em-two-line-icons\"",
            evasion: "mandrill_api_key:%20md-2zT8KLMU%4BJYOQA%67prq2MCb") with { EntropyFloor = 3.7 },
        CatalogueRule.Of(
            "postmark_server_token", "Postmark server or account API token", Severity.High, "https://postmarkapp.com/developer/api/overview",
            "<name:postmark+token|api key><uuid>",
            positive: "export POSTMARK_TOKEN=\"" + "43ad6a23-79a7-4e55-88ac-a5c4fe59d6d1\"",
            negative: "postmark_request_id = \"9853497" + "3-193c-4122-90ec-057695615824\"",
            evasion: "export POSTMARK_TOKEN=\"8f9e0aee-ffa1-483e\" + \"-ae10-3f5a91e39747\""),
        CatalogueRule.Of(
            "sparkpost_api_key", "SparkPost API key", Severity.High, "https://developers.sparkpost.com/api/",
            "<name:sparkpost+key><hex:40>",
            positive: "SPARKPOST_KEY=" + "94c6c045485d940531901bb97a561b4dff354030",
            negative: "sparkpost_request_id = \"9ef4c7e3" + "65fa8e850dd20db3dc766aa0168a797e\"",
            evasion: "dump 535041524b504f53545f4b45593d30646231616566663561653230313031313035653534636362616266326439646564363438393333"),
        CatalogueRule.Of(
            "resend_api_key", "Resend API key", Severity.Critical, "https://resend.com/docs/dashboard/api-keys/introduction",
            "re_<alnum:8>_<alnum:24>",
            positive: "\"resendApiKey\": \"re_" + "gedXUllJ_z8x5kDLQCCRbuSFaTRWWDqK4\"",
            negative: "re_optional_prefix_of_the_" + "pattern = compile(re_flags)",
            evasion: "\"resendApiKey\": \"re_Fq490YEs_8suBkk\\u0057or9deJd\\u0041yJratxkzb\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "brevo_api_key", "Brevo API or SMTP key", Severity.Critical, "https://developers.brevo.com/docs/getting-started",
            "<xkeysib|xsmtpsib>-<hex:64>-<alnum:16>",
            positive: "Authorization: Bearer xkeysib-" + "0f3214845acb49b57959464aa802cc61f95458e5c6e7e7562a8a45460afea4ad-OixK6tSbM35Fe5gX",
            negative: "Authorization: Bearer xsmtpsib-4024d0dc190" + "beac908c382f22d03dffaf9bcf60ecb5914fdf68...",
            evasion: "Authorization: Bearer xkeysib-af75dc8618521dc587f442aae9a91430b20\uff45963792ee3434c560c765\uff16032d46b-OpNfA9Z8SRMzUX7q"),
        CatalogueRule.Of(
            "mailjet_api_key", "Mailjet API or secret key", Severity.High, "https://dev.mailjet.com/email/guides/getting-started/",
            "<name:mailjet|mj+apikey public|apikey private|api key|secret key><hex:32>",
            positive: "const mailjetApikeyPublic = '" + "8952a7d59235c097e68b4d67359fc8f1';",
            negative: "mailjet_apikey_public = os.en" + "viron[\"MAILJET_APIKEY_PUBLIC\"]",
            evasion: "const mailjetApikeyPublic = '87ee3b9bba14151&#x32;460535&#x66;aaa0a214f';"),
        CatalogueRule.Of(
            "mailersend_api_token", "MailerSend API token", Severity.Critical, "https://developers.mailersend.com/general.html",
            "mlsn.<hex:64>",
            positive: "mailersend_api_token: mlsn." + "e4ad603ca1fcdad6f9def1872b87c74ad965d3501da7399553307caeeaf0705a",
            negative: "tokens begin with mlsn. and are issued once",
            evasion: "state=eyJub3RlIjoibWFpbGVyc2VuZF9hcGlfdG9rZW46IG1sc24uNDIyN2UyMTk4ZmE4MjMyZTJiZjFmMmFhZThjNzA1ZDhiZmIyYWVhM2QyODFjOGVmMmZhNGV"
                + "mMjFjZTliNzlmMiJ9"),
        CatalogueRule.Of(
            "mailtrap_api_token", "Mailtrap API token", Severity.High, "https://docs.mailtrap.io/developers/email-sending",
            "<name:mailtrap+token><hex:32>",
            positive: "export MAILTRAP_TOKEN=\"" + "652ef61e3d74df6be0905227ad9a09ee\"",
            negative: "mailtrap_request_id = \"eb601" + "25d0a7aa0e146fa96a9d5a4f997\"",
            evasion: "export MAILTRAP_TOKEN=\"02b013a3827523e\u00ad87896320fefcb94ca\""),
        CatalogueRule.Of(
            "loops_api_key", "Loops API key", Severity.High, "https://loops.so/docs/api-reference/intro",
            "<name:loops+api key><hex:32>",
            positive: "LOOPS_API_KEY=" + "ecd61854843bcda75857e2ad8245dcff",
            negative: "LOOPS_API_KEY=your" + "-loops-api-key-here",
            evasion: "LOOPS_API_KEY=fb65e295d82728a\\x314e890b\\x31e03b0dee6") with { Keywords = ["loops"] },
        CatalogueRule.Of(
            "customerio_api_key", "Customer.io tracking API key", Severity.High, "https://docs.customer.io/integrations/api/track/",
            "<name:customer io+key><hex:20>",
            positive: "\"customerIoKey\": \"" + "2b16e5d17d4b7a357497\"",
            negative: "\"customer_io_key\": \"b2" + "d1feeda1bdfe78f8f90a1b\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\n\"customerIoKey\": \"553431a02a=\n=370c5b171ad\""),
        CatalogueRule.Of(
            "customerio_app_api_key", "Customer.io App API key", Severity.High, "https://docs.customer.io/integrations/api/app/",
            "<name:customer io+app api key|app key|api key><hex:32>",
            positive: "customer_io_app_api_key = '" + "0b0194245dc01db4a1abcf3fc4612ea0'",
            negative: "customer_io_app_api_key = os.en" + "viron[\"CUSTOMER_IO_APP_API_KEY\"]",
            evasion: "customer_io_app_api_key = '2b6b86700f3daa8a9\u04301227b7a16248a3'"),
        CatalogueRule.Of(
            "klaviyo_private_key", "Klaviyo private API key", Severity.High, "https://developers.klaviyo.com/en/docs/authenticate_",
            "pk_<hex:34>",
            positive: "const klaviyoPrivateKey = 'pk_" + "e65f9d125c03a80bc56f5ae90c2e6b3ba1';",
            negative: "const klaviyoPriva" + "teKey = 'pk_xxxx';",
            evasion: "payload: Y29uc3Qga2xhdml5b1ByaXZhdGVLZXkgPSAncGtfNmQ2YmNiNDQ2NGU5MWQ5ZjgzYzM0ZGJjZjk5OWM0YmRhZic7"),
        CatalogueRule.Of(
            "iterable_api_key", "Iterable API key", Severity.High, "https://support.iterable.com/hc/en-us/articles/360043464871",
            "<name:iterable+key><hex:32>",
            positive: "iterable-key: " + "f44308b83fa184e3a9f618e31fac36cc",
            negative: "iterable_request_id = \"2a4d4" + "f8fd060c455d8e6f5d99365c2ff\"",
            evasion: "iterable-key: 382fb7519b54243\u200ba129e6b342657c1ce"),
        CatalogueRule.Of(
            "braze_api_key", "Braze REST API key", Severity.High, "https://www.braze.com/docs/api/basics/",
            "<name:braze|appboy+key><uuid>",
            positive: "export BRAZE_KEY=\"" + "0b4f7575-ab79-4075-8705-491288743a44\"",
            negative: "BRAZE_KEY=your" + "-braze-key-here",
            evasion: "export%20BRAZE_KEY=%22a6024af1-9079-487%65-89a4-4b%64b7bea624c%22") with { Keywords = ["braze", "appboy"] },
        CatalogueRule.Of(
            "kit_api_key", "Kit (ConvertKit) API key", Severity.High, "https://developers.kit.com/api-reference/overview",
            "kit_<hex:32>",
            positive: "KIT_API_KEY=kit_" + "55fb4d191326b432bc1278b268c9035f",
            negative: "xkit_e77b2d3ceb9bf" + "de92741310b57b03b80",
            evasion: "KIT_API_KEY=\"kit_74466056d8cefc\" + \"89e6804fa515cd74f4\""),
        CatalogueRule.Of(
            "activecampaign_api_key", "ActiveCampaign API key", Severity.High, "https://developers.activecampaign.com/reference/authentication",
            "<name:active campaign+key|token><hex:72>",
            positive: "\"activeCampaignKey\": \"" + "b588edad1d152b7277870cb1ebbfecec21b6b6ce0837d3ceaf7ef88ec7d8a674e2ddd1e8\"",
            negative: "active_campaign_key = os.en" + "viron[\"ACTIVE_CAMPAIGN_KEY\"]",
            evasion: "dump 2261637469766543616d706169676e4b6579223a20226535633163383135396334666463363961323733313761343439643733343562326661656135"
                + "3164326162393135313535363161343337623165306662316661393461323834613422"),
        CatalogueRule.Of(
            "smtp2go_api_key", "SMTP2GO API key", Severity.High, "https://developers.smtp2go.com/docs/introduction-guide",
            "api-<upperhex:32>",
            positive: "Authorization: Bearer api-" + "78A5D16724C2E3040A7BDE79C7801376",
            negative: "Authorization: Bearer ap" + "i-F6DD5D1FAD55F2385231...",
            evasion: "Authorization: Bearer api-A12D234694063\\u00416B05054\\u0033841EE68E9B"),
        CatalogueRule.Of(
            "getresponse_api_key", "GetResponse API key", Severity.High, "https://apidocs.getresponse.com/v3/authentication/apikey",
            "<name:getresponse+key><loweralnum:32>",
            positive: "const getresponseKey = '" + "fbnyh1ap284nbc9jbhfm3g1s3lrr03rk';",
            negative: "getresponse_request_id = \"1o9" + "8fsfssub32fmg96wn2x7lvt4hck59\"",
            evasion: "const getresponseKey = 'sobvkrxd8sftvww\uff18s0p7wg\uff5075qvrj929';"),
        CatalogueRule.Of(
            "zoho_oauth_token", "Zoho OAuth access or refresh token", Severity.Critical, "https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html",
            "1000.<hex:32>.<hex:32>",
            positive: "zoho_oauth_token: 1000." + "a8c0ce4c6b501135418ec9ea7920963d.f04098c361f59b7d8369dafbafc4480f",
            negative: "tokens begin with 1000. and are issued once",
            evasion: "zoho_oauth_token: 1000.3d2319236d5a48f0869aef898560&#x35;f56.46dea671177b7&#x61;69b5bf1ef87d5b2ae9"),
        CatalogueRule.Of(
            "sendbird_api_token", "Sendbird master or secondary API token", Severity.High, "https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api",
            "<name:sendbird+token><hex:40>",
            positive: "export SENDBIRD_TOKEN=\"" + "5702aca8ecc349d55851a0bcbc9807c76f7217c3\"",
            negative: "\"sendbird_token\": \"04a78b8cfb259" + "4de4e844a66672a369bd24832050a1b\"",
            evasion: "state=eyJub3RlIjoiZXhwb3J0IFNFTkRCSVJEX1RPS0VOPSdkMzQwOGVhOGRkOTE3NTU0M2RlYjMyMGI2YjJkN2UxYzEyMTUzYWU4JyJ9"),
    ];
}
