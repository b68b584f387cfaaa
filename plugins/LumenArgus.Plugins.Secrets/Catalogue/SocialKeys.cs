using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Tokens and secrets of social networks and games.</summary>
internal static class SocialKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "twitter_bearer_token",
            Detector = Rules.Detector,
            Title = "X (Twitter) bearer token of an app",
            Severity = Severity.Critical,
            Source = "https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only",
            // The letters A at its start are the same in all of them, and a run of one letter is what placeholders look like: the rest is the value.
            Pattern = @"(?:\\[nrt]|\b)A{21,22}([B-Zb-z0-9%][A-Za-z0-9%]{79,})",
            Format = "AAAAAAAAAAAAAAAAAAAAA<[B-Z]:1><alnum:90+>",
            SecretGroup = 1,
            EntropyFloor = 4,
            Keywords = ["AAAAAAAAAAAAAAAAAAAAA"],
            Positives =
            [
                "TWITTER_BEARER_TOKEN=AAAAAAAAAAAAAAAAAAAAA" + "NHGmo04huFYPEG1JFsl3Hsq4hqJ4L9iVy2NgdbaKx%3DtTcJfdta7sd5I6lCjys0vitD0lLvk1vTEjqPNIE3XR23",
                "Authorization: Bearer AAAAAAAAAAAAAAAAAAAAA" + "NCmTLbRn0Wb74NEOUBl3YMrYMdXlZqRmkdh68SpNu7zMQAkG790FANoo5g9pXeFF4Ksl353aZSkV5pCNN3rvGKpXFmjE24d",
                "\"bearerToken\": \"AAAAAAAAAAAAAAAAAAAAA" + "Nm0sEJ6bWX7eTvmcRGPnd7OuEFHF4PC8tfr4r8c9M2DciAAqTVlcwHawzQTs2naAGRdypK5iqlvKCMdgFtecOnUxFNhAyqV\"",
            ],
            Negatives =
            [
                "src: url(data:font/woff2;base64,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA)",
                "AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0%2B",
                "TWITTER_BEARER_TOKEN=AAAAAAAAAAAAAAAAAAAAAxxxxxxxx",
            ],
            Evasions = ["payload: YmVhcmVyPUFBQUFBQUFBQUFBQUFBQUFBQUFBQU5tdHh3MHUxM1ZOVWtaaThGRzdJMFhybkJJMDFhUDNGTXNrOElXV1pIOEI1Vk9SdW9Fc0dMWXBpOG1lajZMRW8zMElpNXRSZW5xOFZ4Q0s1NklhZHdRNzZyMEpqZkU="],
        },
        CatalogueRule.Of(
            "twitter_api_secret", "X (Twitter) API key secret", Severity.Critical, "https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret",
            "<name:twitter+consumer secret|api secret|api key secret><alnum:50>",
            positive: "twitter-consumer-secret: " + "GT8psxTVpAcBuWHSrfOVpnSpIMn2PWtdVHNXlgTIb7AXlTZYhb",
            negative: "\"twitter_consumer_secret\": \"gQmErhwpW7eQg" + "EwB74JHeqfcCTsbkB3GdYbYO4XvwTlDCaTo2K0a1b\"",
            evasion: "twitter-consumer-secret:%2023BeOk1vYId08S18nRksEqz7%46ChjMzM2knOc%54YI1pkghHLEj0h") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "twitter_access_token", "X (Twitter) user access token", Severity.High, "https://docs.x.com/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens",
            "<name:twitter+token><digit:15-19>-<alnum:40>",
            positive: "export TWITTER_TOKEN=\"" + "9840957491362107-Uaidluk2tTvYLeiv6A1jLw1Iv2n4SqbSZnXmRIVs\"",
            negative: "twitter_token = os.environ[\"TWITTER_TOKEN\"]",
            evasion: "export TWITTER_TOKEN=\"828864115719102-0fCgUF7QHB1r\" + \"zdOsxqGjOHObAm4TUtieL16W591y\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "twitter_access_token_secret", "X (Twitter) user access token secret", Severity.Critical, "https://docs.x.com/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens",
            "<name:twitter+access token secret|access secret|token secret><alnum:45>",
            positive: "TWITTER_ACCESS_TOKEN_SECRET=" + "ZGnqRRycxFm5YZtwGYPqy119GxgdSFd8CAQN8MYATTjPL",
            negative: "twitter_request_id = \"cFHbTaGDiMJV" + "czSgLLUBq1qFlhSTwaLjyNu5piL9SM51D\"",
            evasion: "dump 545749545445525f4143434553535f544f4b454e5f5345435245543d7249704c465272646674456b7148754b634d44743942367437466976774a7972"
                + "786d5236556a35387634677562") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "linkedin_client_secret", "LinkedIn client secret", Severity.High, "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication",
            "WPL_AP1.<alnum:16>.<alnum:6>==",
            positive: "\"linkedinClientSecret\": \"WPL_AP1." + "r8nVMbBRf8XZUGW1.SeRolq==\"",
            negative: "WPL_AP1.<your token>",
            evasion: "\"linkedinClientSecret\": \"WPL_AP1.mORsJtA\\u004dAJkpwa\\u0063v.T1eXqO==\""),
        CatalogueRule.Of(
            "linkedin_legacy_client_secret", "LinkedIn client secret of the older form", Severity.High, "https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow",
            "<name:linkedin+secret><alnum:16>",
            positive: "linkedin_secret = '" + "68YcZyDJvIY5jehq'",
            negative: "LINKEDIN_SECRET=your" + "-linkedin-secret-here",
            evasion: "linkedin_secret = 'Jsagrdi\uff24UU\uff59Z7NQK'") with { EntropyFloor = 3.0 },
        CatalogueRule.Of(
            "linkedin_access_token", "LinkedIn access token", Severity.High, "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow",
            "<name:linkedin+token>AQ<base64url:150+>",
            positive: "const linkedinToken = '"
                + "AQupxdc4QtrtCu5Fju34TxqTVp-cBYEveVaHRorAw67iKgaWseqdqBYTuvHTHhZ-NCBuHFwYJ8WgVz3uh4dmvP6jJL7cp6RB5N6AqlXXaJNqvSbUfUOoVMaQb5YKu"
                + "fRydLRF90W3_BdrxcqL3KpS2VbC';",
            negative: "linkedin_token = os.environ[\"LINKEDIN_TOKEN\"]",
            evasion: "const linkedinToken = 'AQmq4ufV2ol9P86Uvpd8gWtQOFwW95Vo6ks2E9bpo3p3X4raTfJPdJ519gWVV5KtZ931ZP5tWcWL&#49;IFCYx5S0cFLng_9DpyUtf"
                + "I1Pabr1fZVsqsEgVx&#x4f;DYdYD8pfPEGD8d2gLZ0Vf8MRcwhRT-3t303--rr4z-';"),
        CatalogueRule.Of(
            "tiktok_client_secret", "TikTok client secret", Severity.High, "https://developers.tiktok.com/doc/oauth-user-access-token-management",
            "<name:tiktok+secret><alnum:32>",
            positive: "tiktok-secret: " + "vnWccT81yyC3abQviS88Q8OFkwtqYo6t",
            negative: "tiktok_secret = os.environ[\"TIKTOK_SECRET\"]",
            evasion: "state=eyJub3RlIjoidGlrdG9rLXNlY3JldDogS1ZlWXpYQzVzUGlnb0xwaDMxVFZQbTlkRjZINVNpRzQifQ") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "spotify_client_secret", "Spotify client secret", Severity.High, "https://developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow",
            "<name:spotify+secret><hex:32>",
            positive: "export SPOTIFY_SECRET=\"" + "727016813f30da6cce5b92a002f07bee\"",
            negative: "spotify_request_id = \"698b9" + "c774911623a3555f744f0d7c2ef\"",
            evasion: "export SPOTIFY_SECRET=\"aa4fbb7ddad81bf\u00addb2265a064417f6bf\""),
        CatalogueRule.Of(
            "spotify_token", "Spotify access or refresh token", Severity.High, "https://developer.spotify.com/documentation/web-api/concepts/access-token",
            "<name:spotify+token><AQ|BQ><base64url:100+>",
            positive: "SPOTIFY_TOKEN=" + "BQAuF2aVL0kQaHt3pAiKF0wYAct8Nnb9o-46XXmxNUUZa8su2Ofkp1IHc2GJIKHCOryFRvTww8EYqAmnQwHR5b7G69tKQeZ1U6zPjJiV2",
            negative: "spotify_request_id = \"BQlvoa1ng7LOsTEj6jmlwAPIqxxcnPYeTsbf10Qt62n"
                + "wzfTBBG9wK8CVJJ8_gQMTzQQnOPVjPqayaVd4FOWB5HSe5RS_VeaRsFQTvgslzQz\"",
            evasion: "SPOTIFY_TOKEN=AQ9GLaMLRYjrJHdYzaxNxrgAAAG24q64GsSMlZ1KUfyCQg1T1lf\\x77UxWxvXDGSReaBsn7XDxw4UXoT\\x33CoDyz5hUfjQbDkWx47JwlxCwV"
                + "7a"),
        CatalogueRule.Of(
            "twitch_client_secret", "Twitch client secret or access token", Severity.High, "https://dev.twitch.tv/docs/authentication/",
            "<name:twitch+secret|token><loweralnum:30>",
            positive: "\"twitchSecret\": \"" + "lg3w5jrib1xcmca98zf75vvt7qe18o\"",
            negative: "TWITCH_SECRET=your" + "-twitch-secret-here",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\n\"twitchSecret\": \"9em10ht28dygf8a=\n=700wqgdto3myhnr8\"") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "twitch_chat_token", "Twitch chat token", Severity.High, "https://dev.twitch.tv/docs/chat/irc/",
            "oauth:<loweralnum:30>",
            positive: "PASS oauth:" + "ej298pdvcvm8fldiypjutbc3tgfp77",
            negative: "urn:ietf:params:oauth:grant-type:token-exchange",
            evasion: "PASS oauth:i9jl84ln7zsubbcmgvthlvy\u0443xldh10") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "strava_client_secret", "Strava client secret or token", Severity.High, "https://developers.strava.com/docs/authentication/",
            "<name:strava+client secret|access token|refresh token><hex:40>",
            positive: "const stravaClientSecret = '" + "5839a3f2df0fb55a0a905f460ce31a36896f4af7';",
            negative: "strava_client_secret = os.en" + "viron[\"STRAVA_CLIENT_SECRET\"]",
            evasion: "payload: Y29uc3Qgc3RyYXZhQ2xpZW50U2VjcmV0ID0gJzhiZjE5M2YzMTBmNzc0NDk1MDA2NjlmOTA4MTRlZTI2MTg1Yjk5OWInOw=="),
        CatalogueRule.Of(
            "reddit_client_secret", "Reddit client secret", Severity.High, "https://github.com/reddit-archive/reddit/wiki/OAuth2",
            "<name:reddit+secret><base64url:27-30>",
            positive: "reddit-secret: " + "aC13YfR7YdgW_cmcR1h42C-su9SC0",
            negative: "reddit_request_id = \"YDS_" + "MSBvZK-W18MeeMOY9UgeB_iy\"",
            evasion: "reddit-secret: LsO_aUWz3dvJ0B\u200beXOTV1Iage7oFav4") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "pinterest_access_token", "Pinterest access or refresh token", Severity.High, "https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/",
            "pin<a|r>_<upperalnum:50+>",
            positive: "client = Client('pina_" + "ZTNLUXW4U4W5XY9C6ULHCPD3PU4PG947H2RW97QHTIT81VIPVP3MW2')",
            negative: "xpina_7WW7KW54VO97E3F8UZ99KQGIRO" + "BKT1ZN732SQZ38J1ENYACQ56Y2BILVAR",
            evasion: "client%20=%20Client%28%27pina_M3V4UNRSNIC7USQPDBX4X8K%43L6HB70H2GI2B8%36RAV1UG06GETXLWI0%27%29"),
        CatalogueRule.Of(
            "tumblr_consumer_secret", "Tumblr consumer secret", Severity.High, "https://www.tumblr.com/docs/en/api/v2",
            "<name:tumblr+secret key|secret><alnum:50>",
            positive: "TUMBLR_SECRET_KEY=" + "brHdqrNEoYYFvi5qWCuPjUKGpCtXjqirUzM0eiLjSuXSH1gOJP",
            negative: "TUMBLR_SECRET_KEY=your" + "-tumblr-secret-key-here",
            evasion: "TUMBLR_SECRET_KEY=\"ybbKJkavmgdZAElR2MJdcDZJX\" + \"sVHMc6B6IbFWVMkGJAJXTnESx\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "vk_access_token", "VK access token", Severity.Critical, "https://dev.vk.com/en/api/access-token/getting-started",
            "vk1.a.<base64url:150+>",
            positive: "\"vkAccessToken\": \"vk1.a."
                + "MB7QRilEWxs_9gEpfdhB1D9jvPbpskAbXkjuitO9uxoWW58F-m0RYpZTHS50AHAvHwLfSkbOyn7TmahWh8K8lXE_ODYOIm2aKbyOr44GyKty6oF0jvZdFtUxqODLA"
                + "YDhMFuiP7sQZPkq8lU-utoCCjB-rF91\"",
            negative: "vk1.a.<your token>",
            evasion: "dump 22766b416363657373546f6b656e223a2022766b312e612e7043735961344652316c72336773525f5f704c7934475559414e69776335507036746241"
                + "4f594e7371424e6a7453424d6d74446244424d38626d316f6f31587044555a6b78666d47446d547a726a4a566a706c6b5a6a45687035446646574f6a7a426"
                + "a6a47735f5a73446a5658786c704b47707174514d68555137764b623831443731676768564b776f5037386165782d66427a62547245322d22"),
        CatalogueRule.Of(
            "steam_web_api_key", "Steam Web API key", Severity.High, "https://steamcommunity.com/dev",
            "<name:steam+key><upperhex:32>",
            positive: "steam_key = '" + "B1DFC7B36CC39190728CF9877C28FFE5'",
            negative: "steam_key = os.environ[\"STEAM_KEY\"]",
            evasion: "steam_key = '66B9C87BD600714\\u00373A1D0E\\u004437DFA9204'") with { Keywords = ["steam"] },
        CatalogueRule.Of(
            "riot_api_key", "Riot Games API key", Severity.High, "https://developer.riotgames.com/docs/portal",
            "RGAPI-<uuid>",
            positive: "const riotApiKey = 'RGAPI-" + "8ce824be-03ab-4d8d-862d-819692cc2222';",
            negative: "const riotApiKey = 'RGAPI-xxxx';",
            evasion: "const riotApiKey = 'RGAPI-b943e667-b609-\uff147e4-9912-e\uff4114fc0003ec';"),
    ];
}
