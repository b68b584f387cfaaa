using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of telephony, push and realtime services.</summary>
internal static class TelephonyKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "twilio_api_key",
            Detector = Rules.Detector,
            Title = "Twilio API key identifier",
            Severity = Severity.High,
            Description = "Twilio API key identifier.",
            Source = "https://www.twilio.com/docs/iam/api-keys",
            Pattern = Shape.Start + @"(SK[0-9a-fA-F]{32})\b",
            Format = "SK<hex:32>",
            SecretGroup = 1,
            Keywords = [.. Sample.Hex.Select(static digit => $"SK{digit}")],
            Tags = ["communication", "twilio"],
            Positives = ["SK" + Sample.Of(32, Sample.Hex), "sid=" + "SK" + Sample.Of(32, Sample.Hex, 2) + "&", "\"" + "SK" + Sample.Of(32, Sample.Hex, 3) + "\""],
            Negatives = ["SK" + Sample.Of(31, Sample.Hex), "SK" + Sample.Of(33, Sample.Hex), "TASK" + Sample.Of(32, Sample.Hex), "sk" + Sample.Of(32, Sample.Hex)],
            Evasions = ["TWILIO_API_KEY=\uff33K" + Sample.Of(32, Sample.Hex, 4)],
        },
        CatalogueRule.Of(
            "twilio_auth_token", "Twilio auth token of an account", Severity.Critical, "https://www.twilio.com/docs/iam/test-credentials",
            "<name:twilio+token><hex:32>",
            positive: "TWILIO_TOKEN=" + "d643dfb7a47185b6acd06929e4183872",
            negative: "twilio_token = os.environ[\"TWILIO_TOKEN\"]",
            evasion: "TWILIO_TOKEN=560f41d62754451\u00ad46346681ad14082e7"),
        CatalogueRule.Of(
            "twilio_api_key_secret", "Twilio API key secret", Severity.Critical, "https://www.twilio.com/docs/iam/api-keys/keys-in-console",
            "<name:twilio+secret><alnum:32>",
            positive: "\"twilioSecret\": \"" + "5QGA9Jyv4HRPKEu91x4wleJGvVbGsWKu\"",
            negative: "twilio_request_id = \"Dhx9uH" + "cgD3k2Xp5nzb9o5ZktQ1uYVreG\"",
            evasion: "\"twilioSecret\": \"5z6Gt7VW9kWZ1ZH\\x6e0E6RgO\\x4926CFUBDee\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "vonage_api_secret", "Vonage (Nexmo) API secret", Severity.High, "https://developer.vonage.com/en/getting-started/concepts/authentication",
            "<name:vonage|nexmo+secret><alnum:16>",
            positive: "vonage_secret = '" + "YQ8FkxYJlijQFftz'",
            negative: "vonage_request_id =" + " \"hFugHwhPCyLQn4dN\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nvonage_secret =3D 'aTED2Tfm=\n=4BSUVblgL'")
        with
        {
            EntropyFloor = 3.0,
            Keywords = ["vonage", "nexmo"],
        },
        CatalogueRule.Of(
            "messagebird_access_key", "MessageBird access key", Severity.High, "https://developers.messagebird.com/api/",
            "<name:messagebird+key><alnum:25>",
            positive: "const messagebirdKey = '" + "q5777XzLeFqGk0cGw4ybyWPly';",
            negative: "MESSAGEBIRD_KEY=your" + "-messagebird-key-here",
            evasion: "const messagebirdKey = '16A4TxUDML\u0415HOK7s5hItqe28h';") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "plivo_auth_token", "Plivo authentication token", Severity.High, "https://www.plivo.com/docs/account/api/account",
            "<name:plivo+token><alnum:40>",
            positive: "plivo-token: " + "EKlVZ8PXlfevyfroIBFgbhUKioCOcnWqSj4AAs2P",
            negative: "\"plivo_token\": \"hJzHR3RIneTlC4" + "Bprt2bkVoYQY2m9Xde8tCAWk740a1b\"",
            evasion: "payload: cGxpdm8tdG9rZW46IFhIbHpCT2VNem00d1BwUGJmOTlmVndWMjBZbnRtSUhjaldpSjZoNFo=") with { EntropyFloor = 3.5, Keywords = ["plivo"] },
        CatalogueRule.Of(
            "sinch_application_secret", "Sinch application secret", Severity.High, "https://developers.sinch.com/docs/voice/api-reference/authentication/",
            "<name:sinch+secret><base64:22>==",
            positive: "export SINCH_SECRET=\"" + "KY6Wj6eauYlkNWJgtu5IQj==\"",
            negative: "sinch_secret = os.environ[\"SINCH_SECRET\"]",
            evasion: "export SINCH_SECRET=\"ciKa27HzZ1Q\u200bJwemMkIwFBJ==\"") with { EntropyFloor = 3.2, Keywords = ["sinch"] },
        CatalogueRule.Of(
            "telnyx_api_key", "Telnyx API key", Severity.Critical, "https://developers.telnyx.com/docs/development/authentication",
            "KEY<upperhex:32>_<alnum:22>",
            positive: "TELNYX_API_KEY=KEY" + "6F92B4FA1C9D648440344A629E62980C_Ju2yU8Cpz6ox1eYwntCAWL",
            negative: "xKEY9C4FECCAD511065F4CA4AEF21" + "CDE0985_kt6Aci4LMhjGf9luNIBLI7",
            evasion: "TELNYX_API_KEY=KEY1DB9876EAE81260D656C6865%4589B8629_7Yj1yx%34E7wwL7vTxp1C5lT"),
        CatalogueRule.Of(
            "signalwire_api_token", "SignalWire project API token", Severity.High, "https://developer.signalwire.com/rest/signalwire-rest/overview/authentication",
            "PT<hex:48>",
            positive: "\"signalwireApiToken\": \"PT" + "42f701f65a1a207195bf79c7befc717291095066b3037881\"",
            negative: "PT<your token>",
            evasion: "payload: InNpZ25hbHdpcmVBcGlUb2tlbiI6ICJQVGJhMTI0ZjYxZWVjMzVlMzExZTIwYzBhMjUyMzQxOWQ0NGVmYzg1ZGI3MDg2YjE3NyI=") with { Keywords = [.. Sample.Hex.Select(static digit => $"PT{digit}")] },
        CatalogueRule.Of(
            "infobip_api_key", "Infobip API key", Severity.High, "https://www.infobip.com/docs/essentials/api-essentials/api-authentication",
            "<name:infobip+key|token><hex:32>-<uuid>",
            positive: "infobip_key = '" + "cbdeb131e869e76385bc5db91b40448e-a1285fc3-cc5c-4121-9343-1cbf486e9a14'",
            negative: "INFOBIP_KEY=your" + "-infobip-key-here",
            evasion: "dump 696e666f6269705f6b6579203d202764643530373935306439336636643230376165626331616631316337626435362d32643430363837352d353437"
                + "322d343366612d623430322d39653664376631363263616327"),
        CatalogueRule.Of(
            "pusher_app_secret", "Pusher Channels app secret", Severity.High, "https://pusher.com/docs/channels/server_api/overview/",
            "<name:pusher+secret><hex:20>",
            positive: "const pusherSecret = '" + "3263aa48472c562a906e';",
            negative: "\"pusher_secret\": \"cca" + "eae2b8800fd0e5c610a1b\"",
            evasion: "const pusherSecret = '7d87f3547\\u0066de1\\u003900f4b2';"),
        CatalogueRule.Of(
            "ably_api_key", "Ably API key with its secret", Severity.High, "https://ably.com/docs/auth/basic",
            "<name:ably+key><base64url:6>.<base64url:6>:<base64url:16-43>",
            positive: "ably-key: " + "ncwTLW.Mh3_kh:jeUAo5h0Un5DAU2jmTdYk3c_phWG0I",
            negative: "ably_key = os.environ[\"ABLY_KEY\"]",
            evasion: "ably-key: x9BIqp.EVYfL9:B3jYtIkdsr\uff10-OxG6xWbWzzI\uff4cmNdJu5GoRgZO8") with { EntropyFloor = 3.5, Keywords = ["ably"] },
        CatalogueRule.Of(
            "pubnub_secret_key", "PubNub secret key", Severity.Critical, "https://www.pubnub.com/docs/general/setup/account-setup",
            "sec-c-<alnum:48>",
            positive: "client = Client('sec-c-" + "ARP5NtZMKM10FkWBZunVmwM3K65mHbAW3qXIUVs5DbItEaZV')",
            negative: "sec-c-DMQ1fRoMclYm4SZcUwNg7" + "dnzfHLa4QGDFQv3kpTDzkGau***",
            evasion: "client = Client('sec-c-RNDcMqlIjdPV7niGoQJ5&#x72;Spu2q9CmRm5T&#65;0noQzAGPesMOHJ')"),
        CatalogueRule.Of(
            "onesignal_api_key", "OneSignal app or organisation API key", Severity.Critical, "https://documentation.onesignal.com/docs/en/keys-and-ids",
            "os_v2_<app|org>_<[a-z2-7]:90-120>",
            positive: "ONESIGNAL_API_KEY=os_v2_org_"
                + "v5dtocahs5gq5p2y73ptlj6a2mxk5z4qcigqj2tebgvedydfejs5lr2ozcnc3j6bndmocp2mh3eddppdu2g3l2cziaqdvwj62z6",
            negative: "xos_v2_org_j64iosmtxwbmlqwej76z6f6oxwsiz4hyy3wbk4xwxkbcxtgi3ueep"
                + "4w6mwufkjkrz3obpvt6qmgfdpqqmqkd4nfzumq526otfijelbx7deel7cm3dw6s5s",
            evasion: "state=eyJub3RlIjoiT05FU0lHTkFMX0FQSV9LRVk9b3NfdjJfb3JnX2s1ZDJsaXZsZWh5MjRpZ3lrNGpzaGk0NHlmZW5qaWRpZnljdzNvcmw3ZG9reWJ2bW9qNGx"
                + "sZGZjam9nY3oycTdzcm9kMzN6cm5nYnJtNmRleTY2NXUyMnBxenc3ZGo2M2NnMmdmZ3dvNjRlNTR4ZjIifQ"),
        CatalogueRule.Of(
            "onesignal_rest_api_key", "OneSignal REST API key of the older form", Severity.High, "https://documentation.onesignal.com/reference/rest-api-overview",
            "<name:one signal+api key|rest key|auth key><base64:48>",
            positive: "\"oneSignalApiKey\": \"" + "6KtNpmdKDUixHNlyQ2iCmxguOpjrfvecuHqoW+zob3kcx6xT\"",
            negative: "ONE_SIGNAL_API_KEY=your" + "-one-signal-api-key-here",
            evasion: "\"oneSignalApiKey\": \"XBFbCFX/p/a+vJn40J5y9JK\u00adv71LXEFAqtrUSJnKRhDJfgLHE\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "livekit_api_secret", "LiveKit API secret", Severity.Critical, "https://docs.livekit.io/home/get-started/authentication/",
            "<name:livekit+secret><alnum:43-44>",
            positive: "livekit_secret = '" + "5e0gSU0jHBssMZwxPB5rMZJkPzzulCqJ5NVGzUWlmsE'",
            negative: "\"livekit_secret\": \"gnYLps4hWcv3s9r" + "Iat4tUPNdPL1dcsE6Av6PKy03fujK0a1b\"",
            evasion: "livekit_secret = 'A4k88XVXWqoEUEhLd3AM\\x55wFxivELHL\\x6dXhSZIycr7eEy'") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "agora_app_certificate", "Agora app certificate", Severity.High, "https://docs.agora.io/en/video-calling/get-started/manage-agora-account",
            "<name:agora+certificate><hex:32>",
            positive: "const agoraCertificate = '" + "f676716d28d2ecce00eb8a33893cc3f7';",
            negative: "agora_certificate = os.en" + "viron[\"AGORA_CERTIFICATE\"]",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nconst agoraCertificate =3D '92ff068c8155f2d9=\n=660aff073157a1fa3';"),
        CatalogueRule.Of(
            "stream_api_secret", "Stream (GetStream) API secret", Severity.High, "https://getstream.io/chat/docs/node/tokens_and_authentication/",
            "<name:getstream|stream+secret><loweralnum:64>",
            positive: "getstream-secret: " + "ah9mfbn1iytuyo9nae9jrczqptrq2hw5tgl3bfm4swk0g3058zmpvcoza2njghg4",
            negative: "getstream_request_id = \"6fes0x6wjfwiuaokxkla" + "pkcwuci4zntzops7lb6wjsuz7tvlncubyt8huh7144pt\"",
            evasion: "getstream-secret: 83dzlhor6g63viuts7g8ofe5tycqzc12fcph8\u043e3oczs7owzkk9ivzjslpzhaybsp") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "daily_api_key", "Daily.co API key", Severity.High, "https://docs.daily.co/reference/rest-api",
            "<name:daily+api key><hex:64>",
            positive: "export DAILY_API_KEY=\"" + "ac267b52369a35d010b7725a377e8d6e6001a11726ccc0c44150a02cc6b48951\"",
            negative: "daily_request_id = \"5a919aacb9942ad454df1e" + "43d4552cfe21ff0f7325826763321d6a98b21ba25b\"",
            evasion: "payload: ZXhwb3J0IERBSUxZX0FQSV9LRVk9ImQ3YzJhZThlZmY1YTdkZmQwMjhhMDEzZTY0MjY0NGRiZDI0NTE0MGE0OTRiM2NiYTI4MGM1ZDZjNmM2MWRhYjgi"),
        CatalogueRule.Of(
            "mux_token_secret", "Mux access token secret", Severity.High, "https://www.mux.com/docs/core/make-api-requests",
            "<name:mux+token secret|secret key><base64:75>",
            positive: "MUX_TOKEN_SECRET=" + "bTsAGBLkOLRX0xSUxWNZOwQgBydEfxmwHvcoG1WdOUN6huzpNrFzR7/y/AUpOOfJ+fuz6COp3Ek",
            negative: "MUX_TOKEN_SECRET=your" + "-mux-token-secret-here",
            evasion: "MUX_TOKEN_SECRET=qlU/7sJNmkzVcQgDnBUiESYmn7/0eaRKjDvg\u200bHu6lfvg4A/bSD3qX81bnDx7N3r1rkAunW/DwULd") with { EntropyFloor = 3.5 },
    ];
}
