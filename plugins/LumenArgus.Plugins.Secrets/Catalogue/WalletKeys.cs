using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;
using LumenArgus.Plugins.Secrets.Verdicts;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Private keys and seed phrases of wallets.</summary>
internal static class WalletKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        new()
        {
            Name = "wallet_seed_phrase",
            Detector = Rules.Detector,
            Title = "Seed phrase of a wallet",
            Severity = Severity.Critical,
            Source = "https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki",
            // Words behind a name that says what they are: in a sentence, as a value, as a list of strings, numbered.
            Pattern = """(?i:mnemonic|(?:seed|recovery|backup|wallet)[_ -]?(?:phrase|words|seed|mnemonic))(?:[_ -](?:phrase|words))?"""
                + """(?:[ \t]\([0-9a-z -]{2,16}\))?(?:[ \t]is)?["'`\\\])\s:=>(\[]{1,8}(?:1[.)] )?"""
                + """([a-z]{3,8}(?:[\s,"'.0-9)\\]{1,7}[a-z]{3,8}){11,23})\b""",
            SecretGroup = 1,
            Validator = SeedPhraseValidator.RuleName,
            Keywords = ["mnemonic", "seed", "phrase", "words"],
            WindowBytes = 512,
            // Test vectors of the standard, and the accounts that Hardhat makes.
            Examples =
            [
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
                "legal winner thank year wave sausage worth useful legal winner thank yellow",
                "test test test test test test test test test test test junk",
            ],
            Positives =
            [
                "MNEMONIC=\"bracket crisp shine gain enact few exchange warrior wing clinic purity myself\"",
                "My recovery phrase (24 words):\ndress fever mail medal stuff coral series valve frown float brand minimum "
                    + "address burger arrive tackle sort dash captain ten element punch cream crack\n",
                "\"seedPhrase\": [\"quality\", \"zebra\", \"tent\", \"fragile\", \"reason\", \"soup\", \"bargain\", \"live\", \"liquid\", \"banana\", \"gold\", \"rigid\"]",
            ],
            Negatives =
            [
                "The mnemonic is a list of words that a wallet shows once and that nobody else should ever read or know about",
                "MNEMONIC=\"length romance strategy cup cattle floor slogan enough vanish seed tree\"",
                "MNEMONIC=\"word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12\"",
            ],
            Evasions = ["seed phrase: c2VlZCBwaHJhc2U6IHdpc2RvbSBodXJkbGUgc21hcnQgbHVuY2ggeW91IGdsb3J5IGFkdmFuY2Ugb25jZSBzb3VwIGZveCBtZXJnZSBodW50"],
        },
        CatalogueRule.Of(
            "bitcoin_private_key", "Bitcoin, Litecoin or Dogecoin private key (wallet import format)", Severity.Critical, "https://en.bitcoin.it/wiki/Wallet_import_format",
            "<name:bitcoin|btc|wallet|litecoin|dogecoin+private key|privkey|wif><[5KL69TcQ]:1><base58:50-51>",
            positive: "bitcoin-private-key: " + "L5hd7WBMrtopvdVQvFX3er69sAJWsLmdbhdnUA8xjXeWkLobDH2J",
            negative: "bitcoin_request_id = \"TakiuH2bomyqdpJ" + "AghdeiDskb8DCudGY1Bq51GZmPvkk8yMoLUr\"",
            evasion: "bitcoin-private-key: L4b8tdbsbZPRsCCUD7uzfUg35&#x59;9Rv3vNeTNad&#x79;sHcA6GPxHZx6Ry",
            validator: Base58KeyValidator.RuleName) with { Keywords = ["bitcoin", "btc", "wallet", "litecoin", "dogecoin"] },
        CatalogueRule.Of(
            "bip32_private_key", "BIP-32 extended private key of a wallet", Severity.Critical, "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki",
            "<xprv|yprv|zprv|tprv|uprv|vprv><base58:107>",
            positive: "client = Client('xprv"
                + "9yYgshcBWzKyKwTUqrAGHKV5vUG2SxznyuzaDVxFP3sGq43JukBVxeoeKRaUNiqEV5h8fTaGGcDaiJ9Hmnt8qj9CsWMQn3H9FxgSvg9usEg')",
            negative: "yprvsFgaaSdUvDGaYZSEEpxn5Gs3N1vv76ux85w75DWgSbDYxSR6bCN" + "JbuVnxYr6g7ZXJhtFLCxje7VxP9kCevPRCeQhNMePvsaBd6toxAgu***",
            evasion: "state=eyJub3RlIjoiY2xpZW50ID0gQ2xpZW50KCd4cHJ2OXpWb3BSQXF3SGFYS01GcU5KeU5VUTV1bkYyald6QnV0YzdobWpvb1ViaFE5b29qV01Nb2tYOGtvZ0U"
                + "4U1JOSzVFM0dERkNVM1kyOHNBVVh5M0xtaFlEa2czeVBGeGdCSFB3ZEhiTWdiOUQnKSJ9",
            validator: Base58KeyValidator.RuleName),
        CatalogueRule.Of(
            "ethereum_private_key", "Ethereum private key", Severity.Critical, "https://ethereum.org/en/developers/docs/accounts/",
            "<name:wallet|deployer|metamask|eth|evm|account|signer|owner+private key|privkey|secret key><hex:64>",
            positive: "WALLET_PRIVATE_KEY=" + "0010658b96f7c963b207b5491003b469679a0067e281308c9fd15989867155e7",
            negative: "\"wallet_private_key\": \"6e2750f6235499af236eb4d" + "f0d85ed2402000f3cbbeede32423e86ce00863cf40a1b\"",
            evasion: "WALLET_PRIVATE_KEY=9b3bc80b12235a1aa34cd69f605365b\u00ade773a0e5ceb9e8fd5af95184f11d61f08"),
        CatalogueRule.Of(
            "hex_private_key", "Private key of a chain account in hex with 0x", Severity.Critical, "https://hardhat.org/hardhat-runner/docs/config",
            "<name:private key>0x<hex:64>",
            positive: "PRIVATE_KEY=" + "0x32ab809beb75618f1d6cedbf79258e7e7885df2c7366ba62aa35aa37c783ce38",
            negative: "PUBLIC_KEY=0xd76d4330f1446beab0c11fdec" + "b91ce375bc8fbbcbde5c0994164d8399f767c45",
            evasion: "PRIVATE_KEY=0x8c9f2e2cdb9760a27fc8c5af7432f3\\x33c01e90f10ad5875\\x3101afe780957cea83b"),
        CatalogueRule.Of(
            "ethereum_keystore", "Encrypted key of an Ethereum keystore file", Severity.High, "https://ethereum.org/en/developers/docs/data-structures-and-encoding/web3-secret-storage/",
            "\"ciphertext\":\"<hex:64>\"",
            positive: "{\"crypto\":{\"cipher\":\"aes-128-ctr\",\"ciphertext\":\""
                + "bfbc6ade2c3277f9e8b21b417c3f8992bbff189e92d04d75fe2ee1c439937ac8\",\"kdf\":\"scrypt\"}}",
            negative: "{\"crypto\":{\"cipher\":\"aes-128-ctr\",\"ciphertext\":\"\",\"kdf\":\"scrypt\"}}",
            evasion: "Content-Transfer-Encoding: quoted-printable\n\n{\"crypto\":{\"cipher\":\"aes-128-ctr\",\"ciphertext\":\"0670fa1956f9f973d2caa"
                + "8ad3=\n=369a3ced471b93576c7e18e7295013f3d5443f19\",\"kdf\":\"scrypt\"}}"),
        CatalogueRule.Of(
            "stellar_secret_seed", "Stellar secret seed", Severity.Critical, "https://developers.stellar.org/docs/learn/fundamentals/stellar-data-structures/accounts",
            "<name:stellar|soroban|xlm+secret|seed|private key>S<base32:55>",
            positive: "const stellarSecret = '" + "SBSR2K3K24TCQJSWWK3KNW3L47YRZD3OCJ5EDATARSAQQZXHAC7XONEF';",
            negative: "stellar_request_id = \"SLJ4QWNZFJ4N6PHP3" + "3RDDU42HNFR6AMITSISW4J2BADDRLSBILFN6MAO\"",
            evasion: "const stellarSecret = 'SDHBRTSBJAVBRVV73H5EUI3NSBBJQ\u041cZ3GXYQYHHTXLB2KL3Z5V7VBLPV';",
            validator: StellarSeedValidator.RuleName) with { Keywords = ["stellar", "soroban", "xlm"] },
        CatalogueRule.Of(
            "xrp_seed", "XRP Ledger family seed", Severity.Critical, "https://xrpl.org/docs/concepts/accounts/cryptographic-keys",
            "<name:ripple|xrp+secret|seed>s<base58:28-30>",
            positive: "ripple-secret: " + "shhYsZtu1fH33Gjuey9ciRpnULszm",
            negative: "RIPPLE_SECRET=your" + "-ripple-secret-here",
            evasion: "payload: cmlwcGxlLXNlY3JldDogc2hFajM4dTF6TVZZUXg4QWdpOVp1VGdqcGlVYkY=",
            validator: RippleSeedValidator.RuleName) with { Keywords = ["ripple", "xrp"] },
        CatalogueRule.Of(
            "tezos_secret_key", "Tezos secret key", Severity.Critical, "https://octez.tezos.com/docs/user/key-management.html",
            "edsk<base58:50>",
            positive: "client = Client('edsk" + "3fpkvRJWcig7cBJqQ6UdoAq6fWifDKyXk7XHUDgrj3dkqc6XwL')",
            negative: "edskJ2yWq6oNmAMUxGqwqHzcoX7" + "CamhxyocTuvhj17MUZrAD569***",
            evasion: "client = Client('edsk3fuE7cdzuaE4oETAujYwVm\u200bXjZ8nQ2coCjMn5dX4vWEUf4KVgYX')",
            validator: Base58KeyValidator.RuleName),
        CatalogueRule.Of(
            "monero_private_key", "Monero spend or view key", Severity.Critical, "https://docs.getmonero.org/cryptography/asymmetric/private-key/",
            "<name:monero|xmr+spend key|view key|private key|secret key><hex:64>",
            positive: "MONERO_SPEND_KEY=" + "f5ca0acdcb0d26405936de62048ed4ef3dc7afa31d2def2fce5ac94f1078b96e",
            negative: "monero_spend_key = os.en" + "viron[\"MONERO_SPEND_KEY\"]",
            evasion: "MONERO_SPEND_KEY=fcff79f545071c882a7744bcc8d59aa%385c12afa6135095%61be5ce19f1d9f80afa"),
        CatalogueRule.Of(
            "cardano_signing_key", "Cardano signing key", Severity.Critical, "https://github.com/cardano-foundation/CIPs/blob/master/CIP-0005/README.md",
            "<ed25519_sk|ed25519e_sk|addr_sk|addr_xsk|root_xsk|acct_xsk|stake_sk|stake_xsk|pool_sk|vrf_sk>1<[02-9ac-hj-np-z]:58-180>",
            positive: "\"cardanoSigningKey\": \"ed25519_sk1" + "ekc99mr3w2hztpcsl6y0pnsa56rujg85pxgvpwptg4kzftslzgvqjsvepd\"",
            negative: "ed25519_sk1<your token>",
            evasion: "\"cardanoSigningKey\": \"ed25519_sk15e7zd2rtalhtczwlk8uygkc\" + \"n8qrz0g47qjp6qukz0rgf6azdkl9sx2htsl\"",
            validator: Bech32KeyValidator.RuleName),
        CatalogueRule.Of(
            "sui_private_key", "Sui private key", Severity.Critical, "https://docs.sui.io/references/cli/keytool",
            "suiprivkey1<[02-9ac-hj-np-z]:59>",
            positive: "Authorization: Bearer suiprivkey1" + "qp235vv2hs7ynwm70njldjhrnqymx7yvlj8eyn8rncurvndrswsd5u23gwm",
            negative: "Authorization: Bearer suiprivkey10a" + "jhuzpszptgesgftjlurvpucdmlmx8hadp...",
            evasion: "dump 417574686f72697a6174696f6e3a2042656172657220737569707269766b65793171717272776a736e717775683873716a6e61307638753763373339"
                + "7035726a6b736c783934366368307565746737336332687a7a6a686c77357835",
            validator: Bech32KeyValidator.RuleName),
        CatalogueRule.Of(
            "aptos_private_key", "Aptos private key", Severity.Critical, "https://github.com/aptos-foundation/AIPs/blob/main/aips/aip-80.md",
            "<ed25519|secp256k1>-priv-0x<hex:64>",
            positive: "const aptosPrivateKey = 'ed25519-priv-0x" + "f727b6870d0a2c8728407d6d03e4f2372f04a6f5fd605b5e8ffa4eff58a8ee18';",
            negative: "const aptosPrivateKey =" + " 'ed25519-priv-0xxxxx';",
            evasion: "const aptosPrivateKey = 'ed25519-priv-0x8a925a4b23786d6c87bb977\\u00328b3f6bc153febad279\\u0036280e704202a1362b1be55';"),
        CatalogueRule.Of(
            "near_private_key", "NEAR private key", Severity.Critical, "https://docs.near.org/protocol/access-keys",
            "ed25519:<base58:86-88>",
            positive: "\"private_key\": \"ed25519:" + "d31yKf3GhE8qwqvMouDmTdVe9qaaFV4XWaBBx8Zsk99wMsUKHFk3Cb3G8TYjPWySq5EcQdxsgnFpNxFsnY4NyF9\"",
            negative: "tokens begin with ed25519: and are issued once",
            evasion: "\"private_key\": \"ed25519:wSzyA9YFeGriFbsnUKwvmDZaU5Azc7yGberyhp6\uff30smgPSLmh6A9CKRyyXjPdkQ\uff35EhuwSndNiUB3U95vGe4nFRUm6"
                + "\""),
        CatalogueRule.Of(
            "nostr_secret_key", "Nostr secret key", Severity.High, "https://github.com/nostr-protocol/nips/blob/master/19.md",
            "nsec1<[02-9ac-hj-np-z]:58>",
            positive: "client = Client('nsec1" + "rf2g7t0s2t54w8g7y2r9kvqnqzs2k3jcjyey7803rjvugcw2ayksz0tsnu')",
            negative: "nsec1e5e9qv8m7ts2g4u9gcppqak5y6" + "vxex5l57de045fwnjkchn0900wrrq***",
            evasion: "client = Client('nsec1asjmxmsx3x60ru09xxwe3npag&#x77;m8dg8r2t6y5j2r&#x63;azfejs54ywssenskg')",
            validator: Bech32KeyValidator.RuleName),
    ];
}
