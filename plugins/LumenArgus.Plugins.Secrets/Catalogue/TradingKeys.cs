using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of exchanges and market data services.</summary>
internal static class TradingKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "binance_api_secret", "Binance API key or secret", Severity.Critical, "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security",
            "<name:binance+api key|secret key|secret><alnum:64>",
            positive: "binance-api-key: " + "dQNUGCAObwX6QsH4k6Q8J4bBI48tdDcuqpPHAoQyTPxQcaBEpVGUlo9LS5iuWzsI",
            negative: "binance_request_id = \"8csEOmBydZoFb1Lu1vltP" + "wpdyNw6RUbLxwbx2tw7oNmnBG9f7q4MqvjAQeTMIrXP\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nbinance-api-key: KKEuXDrqkCUIS2cbAbqiwo6Aey4fEWFl=\n=69duVoILPIMcrMPym8tLVpaSi"
                + "yylNPYMp") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "kraken_private_key", "Kraken API private key", Severity.Critical, "https://docs.kraken.com/api/docs/guides/spot-rest-auth/",
            "<name:kraken+private key|secret><base64:86>==",
            positive: "export KRAKEN_PRIVATE_KEY=\"" + "TCapnZ18sIHG941coRUor3hY+7XPAqkkTgRC8PVCeyernqpX1h00v5XMAhkjwzSkB6T+VWoQlO4n4PIN6aBFSh==\"",
            negative: "KRAKEN_PRIVATE_KEY=your" + "-kraken-private-key-here",
            evasion: "export KRAKEN_PRIVATE_KEY=\"2wVme9w/lIQ7EXxoAwxY6gg8OZLCv35tok0FNdyhi9YJRYW6K\u0425Ke7JhOs9Y9a8WGemkBrlDkmnR4CoHA/voD5+==\"")
        with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "kucoin_api_secret", "KuCoin API secret", Severity.Critical, "https://www.kucoin.com/docs-new/authentication",
            "<name:kucoin+secret><uuid>",
            positive: "KUCOIN_SECRET=" + "f95d0650-a5c6-4636-a414-f656c93d9430",
            negative: "\"kucoin_secret\": \"103409c5-f9" + "3b-404d-b524-f72235d183180a1b\"",
            evasion: "payload: S1VDT0lOX1NFQ1JFVD02OTZmNzg3MS1kNzg0LTQ3NDItYmM1Yy00MTFkNTgyZjQwMWY="),
        CatalogueRule.Of(
            "bitfinex_api_secret", "Bitfinex API key or secret", Severity.Critical, "https://docs.bitfinex.com/docs/rest-auth",
            "<name:bitfinex+secret|key><base64url:43>",
            positive: "\"bitfinexSecret\": \"" + "JTyiAUSQsS7bzEu14cV6C_4hd9Yx2XxU79t0YxTgGz2\"",
            negative: "bitfinex_secret = os.environ[\"BITFINEX_SECRET\"]",
            evasion: "\"bitfinexSecret\": \"2pAFkXxo3VfcFCja_4oBq\u200bxoFFCf7ELbQF4qBYPPrWgM\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "bybit_api_secret", "Bybit API secret", Severity.Critical, "https://bybit-exchange.github.io/docs/v5/guide",
            "<name:bybit+secret><alnum:36>",
            positive: "bybit_secret = '" + "gPFf8AzT9ElcQt2O9MPIT8ZZwQUmr3gsbJ5q'",
            negative: "bybit_request_id = \"dT98S5rF" + "HAzYBpyXTuRQZshPxw60mUNl8gq5\"",
            evasion: "bybit_secret%20=%20%2748CqogUakkgwbZYUa%6Bm97rdXd%42KsjSBRE8TT%27") with { EntropyFloor = 3.5, Keywords = ["bybit"] },
        CatalogueRule.Of(
            "okx_secret_key", "OKX API secret key", Severity.Critical, "https://www.okx.com/docs-v5/en/#overview-api-key-creation",
            "<name:okx|okex+secret><upperhex:32>",
            positive: "const okxSecret = '" + "E489EF9DDCD626BC4EDFFEF0FD4B67A4';",
            negative: "okx_request_id = \"A7E7316" + "94E48B2DB408A4A06E45320B0\"",
            evasion: "const okxSecret = '93E497F3348FA87B' + '8B9D02A866A28D42';") with { Keywords = ["okx", "okex"] },
        CatalogueRule.Of(
            "gateio_api_secret", "Gate.io API secret", Severity.Critical, "https://www.gate.io/docs/developers/apiv4/en/",
            "<name:gate io+secret><hex:64>",
            positive: "gate-io-secret: " + "16fa359c46b498f0d89beb4c202c679c5ddcff3da71aff5c1aa636ef5e75d20e",
            negative: "GATE_IO_SECRET=your" + "-gate-io-secret-here",
            evasion: "dump 676174652d696f2d7365637265743a203164613166663664346631343762366462366165626332613531373335313338613736393835386430616239"
                + "6134643162656335646566303062646637616163"),
        CatalogueRule.Of(
            "bitstamp_api_secret", "Bitstamp API key or secret", Severity.Critical, "https://www.bitstamp.net/api/",
            "<name:bitstamp+secret|key><alnum:32>",
            positive: "export BITSTAMP_SECRET=\"" + "9L833JI6z2vbmirn7LWo22FLfvmU7rBH\"",
            negative: "\"bitstamp_secret\": \"1BjAzLoc" + "iHJ5Z8IzApGhdJqF3wNSLAkf0a1b\"",
            evasion: "export BITSTAMP_SECRET=\"3qY3qm3lMzBFJcd\\u00510Lt44B\\u0044fNLEv6ov4\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "bitmex_api_secret", "BitMEX API secret", Severity.Critical, "https://www.bitmex.com/app/apiKeysUsage",
            "<name:bitmex+secret><base64url:48>",
            positive: "BITMEX_SECRET=" + "Iv1omUhheSwA_Z_5BebHW3yTzzxC_O4Urddan4LLMyYGvgh2",
            negative: "bitmex_secret = os.environ[\"BITMEX_SECRET\"]",
            evasion: "BITMEX_SECRET=-cyOSHLWfOgYFIM_EksO1HRw\uff19QIq3u5aEuA\uff11H41KjFrkjlO8") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "deribit_client_secret", "Deribit client secret", Severity.Critical, "https://docs.deribit.com/",
            "<name:deribit+secret><base64url:43>",
            positive: "\"deribitSecret\": \"" + "WK34PJVwghUFR_rbFaYLqiDsAe3i0IfiaSvwElI99Uw\"",
            negative: "deribit_request_id = \"K17k-148mqo" + "GG_zVTGqGMqrO4o9GF85ORgDZ7uAKx-X\"",
            evasion: "\"deribitSecret\": \"SP5jJfpC-jDKc6fn3iwv&#110;hW7vC6U21&#71;RYM16EXVGs1l\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "gemini_api_key", "Gemini exchange API key", Severity.High, "https://docs.gemini.com/authentication/api-key",
            "<name:gemini+key><account|master>-<alnum:20>",
            positive: "gemini_key = '" + "account-vXTeKIIcH7NSsuD36KiR'",
            negative: "gemini_request_id = \"acco" + "unt-ssLDwyh4oCJ3jxIfwjBd\"",
            evasion: "state=eyJub3RlIjoiZ2VtaW5pX2tleSA9ICdtYXN0ZXItTllUN0ZIUk9vZlJ1eVc4aE5TR3UnIn0"),
        CatalogueRule.Of(
            "alpaca_secret_key", "Alpaca trading API secret key", Severity.Critical, "https://docs.alpaca.markets/docs/getting-started-with-trading-api",
            "<name:alpaca|apca+secret key|secret><alnum:40>",
            positive: "const alpacaSecretKey = '" + "fJ6Hs4tNT8vxhMOcpjGNynVVEqth50wUMugsHozj';",
            negative: "ALPACA_SECRET_KEY=your" + "-alpaca-secret-key-here",
            evasion: "const alpacaSecretKey = 'sCvVCCH5UBD0FxL1rEY\u00adm9Pkqoif6arifSsyHw8tr';") with { EntropyFloor = 3.5, Keywords = ["alpaca", "apca"] },
        CatalogueRule.Of(
            "finnhub_api_key", "Finnhub API key", Severity.High, "https://finnhub.io/docs/api/authentication",
            "<name:finnhub+key|token><loweralnum:20>",
            positive: "finnhub-key: " + "bdmd078nmuxzsbmf7rdd",
            negative: "\"finnhub_key\": \"gb8q" + "5434zwj7rvxeqmmh0a1b\"",
            evasion: "finnhub-key: 5uk1fasw2\\x65k5w\\x618y4s4j") with { EntropyFloor = 3.0 },
        CatalogueRule.Of(
            "alphavantage_api_key", "Alpha Vantage API key", Severity.High, "https://www.alphavantage.co/documentation/",
            "<name:alpha vantage+key><upperalnum:16>",
            positive: "export ALPHA_VANTAGE_KEY=\"" + "ESXA28B5QDTX6KKC\"",
            negative: "alpha_vantage_key = os.en" + "viron[\"ALPHA_VANTAGE_KEY\"]",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nexport ALPHA_VANTAGE_KEY=3D\"Z89S6FH8=\n=5384DJST9\"") with { EntropyFloor = 2.8 },
        CatalogueRule.Of(
            "polygon_api_key", "Polygon.io market data API key", Severity.High, "https://polygon.io/docs/rest/quickstart",
            "<name:polygon+api key><[0-9A-Za-z_]:32>",
            positive: "POLYGON_API_KEY=" + "e3wVPIb_loiz37q50MGKIacd_5Et6N9L",
            negative: "polygon_request_id = \"tkh2o" + "1qdmtr99zhV5tEpY2DKPlXYfWqu\"",
            evasion: "POLYGON_API_KEY=WQJSKuBrhGdFT\u04222DbybIRH8f3Fdc6F0F") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "tiingo_api_token", "Tiingo API token", Severity.High, "https://www.tiingo.com/documentation/general/overview",
            "<name:tiingo+token|key><hex:40>",
            positive: "\"tiingoToken\": \"" + "66a60f3455ff0d91ae6fa79c6e59c073c7f802a2\"",
            negative: "tiingo_request_id = \"c653b178b0" + "c0026490b075ba426a642fc1903385\"",
            evasion: "payload: InRpaW5nb1Rva2VuIjogIjA0NDQ3YWMzMzUzYmE3M2Q3YjU1ZjdlYmZlMWRjYzgwNDAzMzMxMGQi"),
        CatalogueRule.Of(
            "fred_api_key", "FRED (St. Louis Fed) API key", Severity.High, "https://fred.stlouisfed.org/docs/api/api_key.html",
            "<name:fred+api key><hex:32>",
            positive: "fred_api_key = '" + "52ce4c7bd4c2bc147f0384d45b6ff8b7'",
            negative: "FRED_API_KEY=your" + "-fred-api-key-here",
            evasion: "fred_api_key = '94525d45b169491\u200bae551feb728ca3f6f'"),
        CatalogueRule.Of(
            "nasdaq_data_link_api_key", "Nasdaq Data Link (Quandl) API key", Severity.High, "https://docs.data.nasdaq.com/docs/getting-started",
            "<name:quandl|nasdaq data link+key><base64url:20>",
            positive: "const quandlKey = '" + "eJrNTBgb9fOLxSWxW0-W';",
            negative: "\"quandl_key\": \"HH02A" + "yoiVwLHiZVmJMfs0a1b\"",
            evasion: "const%20quandlKey%20=%20%27xXBkzoAwo%54TUi%75siWCgO%27%3B") with { EntropyFloor = 3.2 },
    ];
}
