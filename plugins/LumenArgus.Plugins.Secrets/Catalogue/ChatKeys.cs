using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens and webhook addresses of chat and meeting services.</summary>
internal static class ChatKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "discord_webhook",
            Detector = Rules.Detector,
            Title = "Discord webhook address",
            Severity = Severity.High,
            Description = "Discord webhook address.",
            Source = "https://discord.com/developers/docs/resources/webhook",
            Pattern = @"discord(?:app)?\.com/api/(?:v\d{1,2}/)?webhooks/\d{6,24}/[A-Za-z0-9_-]{20,}",
            Format = "https://discord<app|>.com/api/webhooks/<digit:17-19>/<base64url:68>",
            Keywords = ["discord.com/api/", "discordapp.com/api/"],
            Tags = ["webhook", "discord"],
            Positives =
            [
                $"https://discord.com/api/webhooks/{Sample.Number(18)}/{Sample.Of(68)}",
                $"https://discordapp.com/api/webhooks/{Sample.Number(19, 2)}/{Sample.Of(68, seed: 2)}",
                $"url='https://discord.com/api/v10/webhooks/{Sample.Number(18, 3)}/{Sample.Of(68, seed: 3)}'",
            ],
            Negatives = ["https://discord.com/api/webhooks/", $"https://discord.com/api/webhooks/{Sample.Number(18)}", $"https://discord.com/api/channels/{Sample.Number(18)}/{Sample.Of(68)}"],
            Evasions = [$"https:&#x2f;&#x2f;discord.com&#x2f;api&#x2f;webhooks&#x2f;{Sample.Number(18, 4)}&#x2f;{Sample.Of(68, seed: 4)}"],
        },
        new()
        {
            Name = "discord_bot_token",
            Detector = Rules.Detector,
            Title = "Discord bot token",
            Severity = Severity.Critical,
            Source = "https://discord.com/developers/docs/reference#authentication",
            // The first part is the number of the bot in base64, so M, N or O and then letters that digits give.
            Pattern = """(?:(?i:discord[0-9a-z_ .-]{0,24}?(?:token|bot))""" + Shape.Assign
                + """|(?i:\blogin)\(["'`]|\bBot )([MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38})(?:[^0-9A-Za-z_-]|$)""",
            Format = "Bot <[MNO]:1><[DTjz]:1><alnum:22>.<base64url:6>.<base64url:38>",
            SecretGroup = 1,
            Validator = DiscordTokenValidator.RuleName,
            Keywords = ["discord", "login(", "bot "],
            WindowBytes = 256,
            Positives =
            [
                "Authorization: Bot MTE4" + "MDM1NzI4OTQ2MTMwNzQ1OA.Gx7bQw.kR2vZ9mTq4LwYs8HnXcPd1JfBgE6uA3iVoK5tW",
                "client.login('MTA5" + "ODc2NTQzMjE5ODc2NTQzMg.GpL3xZ.t8WqYvR5nKcJm2HsDf7XbAe9UoTgI4LzP6wNyE')",
                "DISCORD_BOT_TOKEN=NzY1" + "NDMyMTk4NzY1NDMyMTA5.X4yLmQ.b7ZcRt2KwVn9PxJs5HdGq8FaYeU",
            ],
            Negatives =
            [
                "Authorization: Bot <token>",
                "DISCORD_TOKEN=MTE4" + "MDM1NzI4OTQ2MTMwNzQ1OA",
                "Bot MessageHandlerForChannels.handle.registerEverySlashCommand",
            ],
            Evasions = ["DISCORD_TOKEN = \"MTE3" + "NDQ1NTgyMzE2OTA3NDQzMg\" + \".Gm4sRk.h6ZtVb3WqNx8CyLp2JdKf7RsTgAe5UoYi9MwHz\""],
        },
        new()
        {
            Name = "telegram_bot_token",
            Detector = Rules.Detector,
            Title = "Telegram bot token",
            Severity = Severity.High,
            Source = "https://core.telegram.org/bots/api#authorizing-your-bot",
            // In the address of a method the word bot stands directly before it.
            Pattern = @"(?:\\[nrt]|\b|bot)([0-9]{8,10}:AA[A-Za-z0-9_-]{33})(?:[^0-9A-Za-z_-]|$)",
            Format = "<digit:8-10>:AA<base64url:33>",
            SecretGroup = 1,
            Keywords = [":AA"],
            Positives =
            [
                "TELEGRAM_BOT_TOKEN=5839204716:" + "AAFq7ZxLm2RwYk9PcJv5hGfTs4DbNe8uKoQ",
                "https://api.telegram.org/bot6147382950:" + "AAGtW3xVn8KsRz5HdMq2LcYbPf7JeUo9TgA/getMe",
                "\"token\": \"718293645:" + "AAHk4RvZq9TsXm2WnLc7YdJg5PbFe8UoKiA\"",
            ],
            Negatives = ["123456789:" + "ABHk4RvZq9TsXm2WnLc7YdJg5PbFe8UoKiA", "5839204716:" + "AAFq7ZxLm2RwYk9PcJv5hGfTs4DbNe8u", "12:AAbbccddeeff"],
            Evasions = ["5839204617\\u003a" + "AAEp6YwKn3SvZl8QdHu4gFtRr5CaMb7vJpX"],
        },
        CatalogueRule.Of(
            "discord_client_secret", "Discord client secret of an application", Severity.High, "https://discord.com/developers/docs/topics/oauth2",
            "<name:discord+client secret><base64url:32>",
            positive: "export DISCORD_CLIENT_SECRET=\"" + "e8N-SxOFy7zyTyLiKbRCe6rjWbmPcB2W\"",
            negative: "discord_request_id = \"ux3og" + "jOWKwaOxv66mulUkh4Wdp_Vf8HG\"",
            evasion: "export DISCORD_CLIENT_SECRET=\"TACf8Mrh52e432p\\u006cQi41ck\\u0044NNNVhmmrB\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "teams_webhook", "Microsoft Teams incoming webhook address", Severity.High, "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook",
            ".webhook.office.com/webhookb2/<uuid>@<uuid>/IncomingWebhook/<hex:32>/<uuid>",
            positive: "fetch('https://api.webhook.office.com/webhookb2/"
                + "bc97593f-4f44-42b0-9143-b7d984b9ccf4@3aad60bb-878e-4141-a70d-ae2bb822633d/IncomingWebhook/d174a2995670059915cca42dd924cd2c/5d"
                + "4092cc-19d8-48ae-a97e-46ae1b60dfce')",
            negative: "fetch('https://api.webhook.office.com/webhookb2/a008e990-d7dc-4a93-8189-b7"
                + "60a258d15d@a03e14ab-3628-4b07-97c5-9b7c82438b66/IncomingWebhook/598061...')",
            evasion: "fetch('https://api.webhook.office.com/webhookb2/d5687add-42b6-46c3-8f3f-2db37633de6e@a0b1e2d7-e346-4b2e-abc9-f6aed\uff1806c96"
                + "f/IncomingWebhook/9a2bc31a302099b05dc0\uff46e08107c1c0e/0272e4c4-8ec1-460c-8afe-57376e08174b')"),
        CatalogueRule.Of(
            "power_automate_webhook", "Power Automate or Logic Apps request address with its signature", Severity.High, "https://learn.microsoft.com/en-us/azure/connectors/connectors-native-reqres",
            ".logic.azure.com<:443|>/workflows/<hex:32>/triggers/<word:3-40>/paths/invoke?api-version=2016-<06|10>-01&sp=%2Ftriggers%2F<wo"
                + "rd:3-40>%2Frun&sv=1.0&sig=<base64url:43>",
            positive: "\"powerAutomateWebhook\": \".logic.azure.com:443/workflows/"
                + "46216b4abeba195a4cf9ffbdd5714a0e/triggers/pM_XIUg4jCFTl_21KSoflQY8RV/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2FjfR"
                + "HapSi2d4cJs2YXdod2y9dj_eVa4dNq5%2Frun&sv=1.0&sig=e_5P34K9XWFB_p9axcIgcKnyrIskGZ1FtydrhU1QpbJ\"",
            negative: "\"powerAutomateWebhook\": \".logi" + "c.azure.com:443/workflows/xxxx\"",
            evasion: "payload: InBvd2VyQXV0b21hdGVXZWJob29rIjogIi5sb2dpYy5henVyZS5jb20vd29ya2Zsb3dzLzI3OTExM2NkZmQ2MmUyODNmMGQwMmI5OThhYTc2ZTliL3Ry"
                + "aWdnZXJzLzRqUVVqMjZya3o2OUdPY2NYd2ZNL3BhdGhzL2ludm9rZT9hcGktdmVyc2lvbj0yMDE2LTEwLTAxJnNwPSUyRnRyaWdnZXJzJTJGV085QWMxZnNscm5kQ"
                + "mlGTSUyRnJ1biZzdj0xLjAmc2lnPW9Ca0QzV28zVHBtOTB1c2J1UllBdzdtbHJaTWhrRVlLRndhUm4tUUdFeDci"),
        CatalogueRule.Of(
            "power_automate_workflow_webhook", "Power Automate or Teams workflow address with its signature", Severity.High,
            "https://learn.microsoft.com/en-us/power-automate/triggers-introduction",
            ".<hex:2>.environment.api.powerplatform.com<:443|>/powerautomate/automations/direct/workflows/<hex:32>/triggers/<word:3-40>/paths/invoke?api-version=1&sp=%2F"
                + "triggers%2F<word:3-40>%2Frun&sv=1.0&sig=<base64url:43>",
            positive: "https://defaulta4c123b1612dd272d1371c17149d43.95.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/"
                + "36b3216fdaeeb975729fae923d5a4fd1/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=Jors_6ILi8IHn5kxsC7tVO_HbkQfyy_KV5zjR3j1twd",
            negative: "https://default0.0.environment.api.powerpla" + "tform.com:443/powerautomate/automations/direct/workflows/xxxx",
            evasion: "payload: d2ViaG9vazogaHR0cHM6Ly9kZWZhdWx0NDI1NDc3MGY1ODkwNGRiYTQxZWNjY2MzZmMxNjI2LmU1LmVudmlyb25tZW50LmFwaS5wb3dlcnBsYXRmb3JtLmNvbTo0N"
                + "DMvcG93ZXJhdXRvbWF0ZS9hdXRvbWF0aW9ucy9kaXJlY3Qvd29ya2Zsb3dzLzNhMTMwNDNiMDI2YzQ4YmJmMzNmZWZmOTI0M2E4ZjUwL3RyaWdnZXJzL21hbnVhbC"
                + "9wYXRocy9pbnZva2U/YXBpLXZlcnNpb249MSZzcD0lMkZ0cmlnZ2VycyUyRm1hbnVhbCUyRnJ1biZzdj0xLjAmc2lnPWF1U0RtTGh1VnRjcWNZZXpkWl90RERqOGh"
                + "ZczVzdUtjTmQ4WnJhOUE5c0s="),
        CatalogueRule.Of(
            "google_chat_webhook", "Google Chat webhook address", Severity.High, "https://developers.google.com/workspace/chat/quickstart/webhooks",
            "https://chat.googleapis.com/v1/spaces/<base64url:8-16>/messages?key=AIza<base64url:35>&token=<base64url:40-90>",
            positive: "curl -X POST \"https://chat.googleapis.com/v1/spaces/"
                + "8tSlLxudd-l_SD/messages?key=AIzahR_5VSsPc26NJjn6GPW3WrjQh2qgdFy2ghx&token=rwx-LViSIw2sev0C3XKmT7gq8u_XpWGI2TRxA6n1uvxmnqBZ75l"
                + "XfnqHQY\"",
            negative: "curl -X POST \"https://chat.googleapis.com/v1/spaces/jdL0TJPLE2/messages?key"
                + "=AIzaoasQUZVbGk4tL198sETTZUXfqnmpwJTBovd&token=I12X5Y19E9DsTDK-h8zT9AnW...\"",
            evasion: "state=eyJub3RlIjoiY3VybCAtWCBQT1NUICdodHRwczovL2NoYXQuZ29vZ2xlYXBpcy5jb20vdjEvc3BhY2VzL1U0eGEwQk0tLUNudjlmREsvbWVzc2FnZXM_a2V"
                + "5PUFJemFSTmxwTmdmM0J3WV9GRFBkY0RBQXdDOExkY0JIY05sbnMwNSZ0b2tlbj1TZWg3NlI5TERTTklaa0ZENnVwaW9xbG45ZHpWWEdGaWQxbUFfUW5WU1U0UU4w"
                + "X2RUU0p3cmNtTFNpbzBkQ3lxQ0NxbicifQ"),
        CatalogueRule.Of(
            "mattermost_access_token", "Mattermost personal access token or bot token", Severity.High, "https://developers.mattermost.com/integrate/reference/personal-access-token/",
            "<name:mattermost+token><[a-km-uw-z13-9]:26>",
            positive: "const mattermostToken = '" + "8cwxphr8gja33n98pm96z8pdba';",
            negative: "mattermost_request_id = \"1" + "zmfpiw4usjnni1kcehsqqom94\"",
            evasion: "const mattermostToken = '3c5a7ees361o\u00ad8wdfksmktw1mb1';") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "mattermost_webhook", "Mattermost incoming webhook address", Severity.High, "https://developers.mattermost.com/integrate/webhooks/incoming/",
            "/hooks/<[a-km-uw-z13-9]:26>",
            positive: "curl -d @m.json https://chat.example.org/hooks/" + "fcb16cg6iop8dpc8iraz8hyb1t",
            negative: "https://git.example.org/hook" + "s/pre-receive-validation-only",
            evasion: "curl -d @m.json https://chat.example.org/hooks/u7jfpx94\\x374ssyszg\\x7783z6ir5hp") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "rocketchat_webhook", "Rocket.Chat incoming webhook address", Severity.High, "https://docs.rocket.chat/docs/integrations",
            "/hooks/<alnum:17-24>/<alnum:40-64>",
            positive: "POST https://chat.example.org/hooks/" + "pO98sVLsYdLltexvrNt/8oxBwS5tianqJ49j6ZcQh9zWZk2XKoRPcRJ8wwJk3",
            negative: "https://chat.example.org/hook" + "s/Zk3vQ9xT7bLm2RwY8nPc/payload",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nPOST https://chat.example.org/hooks/eIf4pWg97rFw5dNAJKN7LyV/oJtt0l=\n=76QLT009"
                + "r2M4ymJCFEhBCtGrXL5kAgETu92e7A") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "rocketchat_access_token", "Rocket.Chat personal access token", Severity.High, "https://developer.rocket.chat/apidocs/personal-access-tokens",
            "<name:rocket chat+token><base64url:43>",
            positive: "ROCKET_CHAT_TOKEN=" + "QeMU2Mv5JSr-13p4PLx6FfxLzQqF8oHr8dstLMRN8eV",
            negative: "\"rocket_chat_token\": \"zDO9hc9hO_0EO" + "s-Ge2EAQVTfp3PXys9hudizFUSGHNY0a1b\"",
            evasion: "ROCKET_CHAT_TOKEN=RHMieJ509VIZvdePjxPatN\u04225iwhzbPHwbq9jaBE08y2") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "matrix_access_token", "Matrix access or refresh token of a Synapse server", Severity.Critical, "https://element-hq.github.io/synapse/latest/usage/administration/admin_api/",
            "<syt|syr>_<base64:3-64>_<letter:20>_<alnum:6>",
            positive: "\"matrixAccessToken\": \"syr_" + "mSK2yhKs8WkrSbePrw8bmVeZE5Epr6w7ToZ8A/ESQBYT_VGfSptyhzzSgOGWVfNbF_0fwRsj\"",
            negative: "syt_<your token>",
            evasion: "payload: Im1hdHJpeEFjY2Vzc1Rva2VuIjogInN5dF96anJfVVliQ25icGhCWnNvdXd1ckt1cHJfdlFJcHQ0Ig=="),
        CatalogueRule.Of(
            "matrix_authentication_service_token", "Token of the Matrix Authentication Service", Severity.Critical, "https://element-hq.github.io/matrix-authentication-service/",
            "<mat|mar|mct|mcr|mpt>_<alnum:30>_<alnum:6>",
            positive: "Authorization: Bearer mcr_" + "Cs8u6BBeRuK0cxHTuPhoyS9YbLk3cf_2aY2Ml",
            negative: "Authorization: Bearer mcr_" + "eOF0dMZlx2bUzKkgRBkquVD...",
            evasion: "Authorization: Bearer mar_lSo6Zaw8Wo5N5HU\u200bMwY129MZxalSwE1_o1EQB0"),
        CatalogueRule.Of(
            "line_channel_access_token", "LINE channel access token", Severity.High, "https://developers.line.biz/en/docs/basics/channel-access-token/",
            "<name:line channel|line bot|line messaging+token><base64:140-176>=",
            positive: "const lineChannelToken = '"
                + "tPG4ddFUH0rwO1xmyoVEbM+kFR1XwVFqcG0OcSgwKZfB/reXlyDSZFADrNKp3OITBNZHiC3pzzeNjc35LgQhEHXwNtlDy9iJAeKNbrY78FUUv9TkGqfAD5pYita11"
                + "nLyo/h1LX5dX5W5gRW/EyjXrrgW+F+r=';",
            negative: "line_channel_request_id = \"1wZR4sI22btlSyOmYGO/0ov5fW2vtVLqcCRVaAcL4TUdpXCzuXR3EMCcNl6jfUsAal"
                + "5c1hU44h4AhzVTUEu6iOusufLHakeR8SAa5HsobZ38KRvlh2w1Azpo5V2gkF7rLobkCvZVhNDU9I8clwYL9naiSM5YOn=\"",
            evasion: "const%20lineChannelToken%20=%20%27eKfq7sY1TfMwveg%2FwSglnzt%2FhRfOkzlhzCUR8FaWKqcY1HkBrp1DMlmOhmeoN7TufNRthcOv7Y5HSRhhZQ0Pi%7"
                + "2G4HNZptbf%2Fk5TQwIbbKm8tG8gdo5S3X4SPLbi9XfSu%79ALkQ%2B1jNxooncZBhAmtM%2Bc3IrXvoznxlmsqQTXKHzD8h%3D%27%3B") with { EntropyFloor = 4.0 },
        CatalogueRule.Of(
            "line_channel_secret", "LINE channel secret", Severity.High, "https://developers.line.biz/en/docs/messaging-api/receiving-messages/",
            "<name:line channel|line bot|line login+secret><hex:32>",
            positive: "line-channel-secret: " + "d5202db9fc7e1a54427b4bc75285dbc8",
            negative: "LINE_CHANNEL_SECRET=your" + "-line-channel-secret-here",
            evasion: "line-channel-secret: \"5ceb214242c91325\" + \"e3c5ff4b766b9d07\""),
        CatalogueRule.Of(
            "viber_auth_token", "Viber bot authentication token", Severity.High, "https://developers.viber.com/docs/api/rest-bot-api/",
            "<name:viber+token><loweralnum:16>-<loweralnum:16>-<loweralnum:16>",
            positive: "export VIBER_TOKEN=\"" + "r1wa1vt2rs87ry2d-f13nxkwghhh2opyy-p3pkicg7hxmdfp43\"",
            negative: "\"viber_token\": \"ojatabg5w86aeont-yg" + "2sg7vd3bxmg3qe-vx79m5heayhub6jx0a1b\"",
            evasion: "dump 6578706f72742056494245525f544f4b454e3d223734747272366d37637a376d343533692d6b70613477743977367937626a7339362d7a31687a6779"
                + "363632306931726c686222") with { Keywords = ["viber"] },
        CatalogueRule.Of(
            "webex_bot_token", "Webex bot or integration access token", Severity.High, "https://developer.webex.com/docs/bots",
            "<name:webex+token><base64url:64>_<alnum:4>_<uuid>",
            positive: "WEBEX_TOKEN=" + "S5jjHPGeTGgSaDnQ4gudeF4dhxgh6ON_8C5uR1VW5eghXPIjCFFD3Sk5B3R3JymR_1h1b_0f31f0c0-0768-4557-beb3-7dc3a338ce5a",
            negative: "webex_token = os.environ[\"WEBEX_TOKEN\"]",
            evasion: "WEBEX_TOKEN=kR6oQh1d1qB7iRrqf6FgQHHxhSSwSlBtxuG9bzsnOiWseATEqt\\u0031yFYQhoIosmbfo_2mJb_464504\\u00668-3c25-4561-af8d-a536244"
                + "d3003") with { Keywords = ["webex"] },
        CatalogueRule.Of(
            "zoom_client_secret", "Zoom client secret of an app", Severity.High, "https://developers.zoom.us/docs/internal-apps/create/",
            "<name:zoom+client secret><alnum:32>",
            positive: "\"zoomClientSecret\": \"" + "NwqdQSCVJcRCH5VQ8243K5Fipejj2QDF\"",
            negative: "zoom_request_id = \"2pkoBV1" + "pvhrYHuzsLEyAL7ZmsPpg8gQE\"",
            evasion: "\"zoomClientSecret\": \"AZby3jrdeYVJNGg\uff43jumiah\uff241cxz6uWNg\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "zoom_webhook_secret", "Zoom webhook secret token", Severity.High, "https://developers.zoom.us/docs/api/webhooks/",
            "<name:zoom+secret token|webhook secret|verification token><base64url:22>",
            positive: "zoom_secret_token = '" + "frwr13fb5isOX2ZjGLMvjJ'",
            negative: "zoom_request_id = \"dY" + "zIH8F3t0BbqLVoVF8uwZ\"",
            evasion: "zoom_secret_token = 'bSSDEB10M&#x61;_nLg&#x70;H9B_7af'") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "zulip_api_key", "Zulip API key of a user or bot", Severity.High, "https://zulip.com/api/api-keys",
            "<name:zulip+key><alnum:32>",
            positive: "const zulipKey = '" + "lZCbWaG781J7ZN4cla6Gad3dIfVL4oIO';",
            negative: "ZULIP_KEY=your" + "-zulip-key-here",
            evasion: "state=eyJub3RlIjoiY29uc3QgenVsaXBLZXkgPSAnNmlTbEtQUncwbEwzeG5WRVUxODJtSGxDSURTOFpZSm8nOyJ9") with { EntropyFloor = 3.5, Keywords = ["zulip"] },
        CatalogueRule.Of(
            "pumble_api_key", "Pumble API key", Severity.High, "https://pumble.com/help/integrations/automation-workflow-integrations/api-keys-integration/",
            "<name:pumble+key><hex:32>",
            positive: "pumble-key: " + "477717ab9792a5f16c5c0e8909bf8172",
            negative: "\"pumble_key\": \"26b148b1906" + "7e0dab947b2a4a86106940a1b\"",
            evasion: "pumble-key: a8530c6738c13c1\u00ad55e85e9f7e4ebc13d"),
    ];
}
