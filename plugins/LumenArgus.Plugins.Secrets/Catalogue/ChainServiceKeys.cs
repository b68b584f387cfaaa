using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Keys of services for chains and token prices.</summary>
internal static class ChainServiceKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "alchemy_api_url", "Alchemy node address with its key", Severity.High, "https://www.alchemy.com/docs/how-to-create-access-key-and-make-requests",
            ".g.alchemy.com/<v2|nft/v2|nft/v3>/<base64url:32>",
            positive: "fetch('https://api.g.alchemy.com/nft/v3/" + "Y-QpGyZ6EcgSRb_fEH0dllBVvL3rD27d')",
            negative: ".g.alchemy.com/nft/v2/VyjMt" + "B86LTnEBzOcCt5rnyoSUMh0k***",
            evasion: "state=eyJub3RlIjoiZmV0Y2goJ2h0dHBzOi8vYXBpLmcuYWxjaGVteS5jb20vbmZ0L3YzL3RjS3d1bDJqLTdGNVhzYXp3dS04SUxuRlRlLXV5bFBDJykifQ"),
        CatalogueRule.Of(
            "alchemy_api_key", "Alchemy API key", Severity.High, "https://www.alchemy.com/docs/create-an-api-key",
            "<name:alchemy+key><base64url:32>",
            positive: "\"alchemyKey\": \"" + "ow9sQsMtrs8JDEs1FkybksEKbscVnjIy\"",
            negative: "alchemy_request_id = \"I2HeZ" + "C4FrZJdZ1QAkgP6a2vU3EtTO4Zt\"",
            evasion: "\"alchemyKey\": \"-9K4hMVZKK_YaALk\u00addrssH8vVXDzAZ4Cy\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "infura_url", "Infura node address with its key", Severity.High, "https://docs.metamask.io/services/get-started/infura/",
            ".infura.io/<v3|ws/v3>/<hex:32>",
            positive: "curl -X POST \"https://api.infura.io/ws/v3/" + "39fc350bde29994aba9886bab4bf29d7\"",
            negative: "curl -X POST \"https://api.inf" + "ura.io/v3/b91ae0e78190c013...\"",
            evasion: "curl -X POST \"https://api.infura.io/ws/v3/6a1e98d4\\x34413d751840\\x351ad1b0feebae\""),
        CatalogueRule.Of(
            "infura_api_key_secret", "Infura API key or its secret", Severity.High, "https://docs.metamask.io/services/how-to/secure-an-api/api-key-secret/",
            "<name:infura+key|secret|project id><hex:32>",
            positive: "const infuraKey = '" + "c4269f1718f019c7998fa40f09a1bb19';",
            negative: "\"infura_key\": \"5c099332f87" + "169a03a283c9dea7aa3ca0a1b\"",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\nconst infuraKey =3D 'f3cf0a21372a0ee6=\n=61c1ad70c8f4710c9';"),
        CatalogueRule.Of(
            "quicknode_url", "QuickNode node address with its token", Severity.High, "https://www.quicknode.com/docs/security",
            ".quiknode.pro/<hex:40>",
            positive: "fetch('https://api.quiknode.pro/" + "f9f3116f68462ee4bda678f4c0adbfec20156116')",
            negative: "tokens begin with .quiknode.pro/ and are issued once",
            evasion: "fetch('https://api.quiknode.pro/48bfdcba6d\u04350824d81a7277fbbab4301066eca21')"),
        CatalogueRule.Of(
            "ankr_url", "Ankr node address with its key", Severity.High, "https://www.ankr.com/docs/rpc-service/service-plans/",
            "rpc.ankr.com/<[0-9a-z_]:2-30>/<hex:64>",
            positive: "RPC_URL=https://rpc.ankr.com/" + "eeipjlujq9aqbqq/9aefb4a4c3776392fea18061793367b5559bad57de9e23226daae6a623c1cbcc",
            negative: "RPC_URL=https://rpc.ankr.com/eth",
            evasion: "payload: UlBDX1VSTD1odHRwczovL3JwYy5hbmtyLmNvbS9zamE4ZWk2c2MwaGdqb3o5N3luejBkZ241LzgyYWYwYzEwZjFlYjhlM2NiMmM3ZTc4N2IwNjdiZWQw"
                + "ZDAyYmE1YjRkM2Q0N2IyMmZjOGQ0ZjU1NTFiMzM0YzU="),
        CatalogueRule.Of(
            "etherscan_api_key", "Etherscan family explorer API key", Severity.High, "https://docs.etherscan.io/getting-an-api-key",
            "<name:etherscan|bscscan|polygonscan|arbiscan|snowtrace|basescan|ftmscan+key><upperalnum:34>",
            positive: "ETHERSCAN_KEY=" + "BI43KOK4C5T9TC6YNKXPJ92CJCUFVO7IE1",
            negative: "etherscan_request_id = \"EEXE1" + "NBYR270UB9EJKRZM35IKLOCPHG257\"",
            evasion: "ETHERSCAN_KEY=Z7OH53JJDVS7LH4Q\u200bQJ9E0FNJLOHFE925RM") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "moralis_api_key", "Moralis API key of the older form", Severity.High, "https://docs.moralis.com/web3-data-api/evm/get-your-api-key",
            "<name:moralis+key><alnum:64>",
            positive: "\"moralisKey\": \"" + "RcIMERZIaqHsXVKkFmBl2Zh2oXITFW0U0rvFQetZ45cGXltrC5ZiQXfYzj6n1eHU\"",
            negative: "MORALIS_KEY=your" + "-moralis-key-here",
            evasion: "%22moralisKey%22:%20%22IFJGLXi5iyuWtrVOsVvOoQ0XjX0zLxe%36HqSKwp5tDxZ8t1%37QtjfEYZpGxELlqwHH%22") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "blockfrost_project_id", "Blockfrost project key", Severity.High, "https://docs.blockfrost.io/",
            "<mainnet|preprod|preview|testnet|ipfs><alnum:32>",
            positive: "Authorization: Bearer testnet" + "B60HqYOVY9uIqVoaySuKAZpoi4S46unT",
            negative: "preview4DocumentsWit" + "houtAnyNumbersInThem",
            evasion: "Authorization: Bearer \"previewxPJD1cy2mbxu\" + \"aSa8a1pgb0fJFYwbP1Zy\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "covalent_api_key", "Covalent (GoldRush) API key", Severity.High, "https://goldrush.dev/docs/goldrush-foundational-api/authentication",
            "cqt_<alnum:28>",
            positive: "const covalentApiKey = 'cqt_" + "5AxE80RkaIbqLgrdB9FdE4PTZdkq';",
            negative: "const covalentApiKey = 'cqt_xxxx';",
            evasion: "dump 636f6e737420636f76616c656e744170694b6579203d20276371745f746c516855763367434a384a474f3376586a76316a47363557745034273b")
        with
        {
            EntropyFloor = 3.2,
        },
        CatalogueRule.Of(
            "helius_url", "Helius node address with its key", Severity.High, "https://www.helius.dev/docs/api-reference/authentication",
            ".helius-rpc.com/?api-key=<uuid>",
            positive: "RPC=https://mainnet.helius-rpc.com/?api-key=" + "472d2f27-149e-46a6-a820-3969bf9f69ee",
            negative: "RPC=https://mainnet.helius-rpc.com/?api-key=<api-key>",
            evasion: "RPC=https://mainnet.helius-rpc.com/?api-key=a4d725\\u0063f-91cc-4535-8f\\u00645-c4f12649a9a1"),
        CatalogueRule.Of(
            "tatum_api_key", "Tatum API key", Severity.High, "https://docs.tatum.io/docs/authentication",
            "t-<hex:24>-<hex:24>",
            positive: "client = Client('t-" + "fdb82d01c0caa64644a0802e-7521d5910f4ccc4cc4f95179')",
            negative: "t-f04b3993773c2b0d7b6a5a7" + "3-f54512f6fb463806de463***",
            evasion: "client = Client('t-89b5bdd8bf3556172d53e5\uff454-fc64e0f7f8\uff4447b2f4dff0f79')") with { Keywords = [.. Sample.Hex.Select(static digit => $"t-{digit}")] },
        CatalogueRule.Of(
            "dune_api_key", "Dune API key", Severity.High, "https://docs.dune.com/api-reference/overview/authentication",
            "<name:dune+api key><alnum:32>",
            positive: "DUNE_API_KEY=" + "1Ct0N7krrPBMJPJk8GvXb10Q5nP2OUBN",
            negative: "DUNE_API_KEY=your" + "-dune-api-key-here",
            evasion: "DUNE_API_KEY=hSwjgZ2RoKw54tS&#107;7GNTXD&#x63;bFLNBZegz") with { EntropyFloor = 3.5, Keywords = ["dune"] },
        CatalogueRule.Of(
            "coingecko_api_key", "CoinGecko API key", Severity.High, "https://docs.coingecko.com/reference/authentication",
            "CG-<alnum:24>",
            positive: "\"coingeckoApiKey\": \"CG-" + "Ty8I1xC1fEY4Grhj0RiMFI0U\"",
            negative: "CG-<your token>",
            evasion: "state=eyJub3RlIjoiJ2NvaW5nZWNrb0FwaUtleSc6ICdDRy04NXlpQnpPUXE3TjdZU0tOYk9nY2Fzc0cnIn0") with { EntropyFloor = 3.2 },
        CatalogueRule.Of(
            "coinmarketcap_api_key", "CoinMarketCap API key", Severity.High, "https://coinmarketcap.com/api/documentation/v1/",
            "<name:coinmarketcap|cmc pro+key><uuid>",
            positive: "coinmarketcap_key = '" + "74e01ad7-a7c1-49cb-a397-6dd6cc5f7417'",
            negative: "coinmarketcap_key = os.en" + "viron[\"COINMARKETCAP_KEY\"]",
            evasion: "coinmarketcap_key = '0aaf150e-8b11-40f\u00ade-900e-879524169f95'"),
        CatalogueRule.Of(
            "cryptocompare_api_key", "CryptoCompare API key", Severity.High, "https://min-api.cryptocompare.com/documentation",
            "<name:cryptocompare+key><hex:64>",
            positive: "const cryptocompareKey = '" + "5dc3f1a028027239b8b9d71121efde0ca96418d69d3c4e7f7719471cba877f08';",
            negative: "cryptocompare_request_id = \"35a60b8477bfb6a7fc" + "fe290aba44c501bf150b07e3e37493ba216a6518f49127\"",
            evasion: "const cryptocompareKey = 'e13fb4daca7795d2ffac70b21e2fb02\\x615919e29a0b036c\\x62582961db53116f90b';"),
    ];
}
