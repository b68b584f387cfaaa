using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Embeddings, vector stores and what finds documents for a model.</summary>
internal static class EmbeddingKeys
{
    public static ImmutableArray<DetectionRule> All =>
    [
        CatalogueRule.Of(
            "voyage_api_key", "Voyage AI API key", Severity.Critical,
            "https://docs.voyageai.com/docs/api-key-and-installation",
            "pa-<base64url:43>",
            "VOYAGE_API_KEY=pa-" + "EBhT8a2mDVoccApCxb99dOkVnNGLFDhxbQfDaLKO_Sr",
            "VOYAGE_API_KEY=pa-your-token-here",
            "\"pa-\" +" + " \"Fy77B97EXzUdYRTUuCoe9v7a88pi7T19GqWwNA3uyPS\"") with { EntropyFloor = 4.2 },
        CatalogueRule.Of(
            "jina_api_key", "Jina AI API key", Severity.Critical,
            "https://jina.ai/embeddings/",
            "jina_<hex:32><base64url:28>",
            "\"token\": \"jina_" + "0d2db75aca3ebe1850f62fda5794d1caNxbrwrm-ZS5rk23v4BjgEgotCceP\",",
            "value jina_" + "c78d6d5e24731f8bb07fde71bc4f128dtwo8xmaeKEm2_HaTyVY-yhAAmRWqt end",
            "the key j\\x69" + "na_ec6a4672af64\\x30e6cf097a7576e358a\\x381LIFQ7voovjwhJLnHViurdfAan8Jm is shared with the team"),
        CatalogueRule.Of(
            "nomic_api_key", "Nomic API key", Severity.Critical,
            "https://docs.nomic.ai/atlas/embeddings-and-retrieval/guides/how-to-generate-text-embeddings",
            "nk-<base64url:43>",
            "Authorization: Bearer nk-" + "d2YCaDDJUeLmYgl36wXM43JIJBwRmt_y0YtTnK2oxC2",
            "key = \"NK-" + "hWUiBHDVw9rcYiUSv6fgYr0CWbEZIw8bak55XCIYrBD\"",
            "payload=bG9naW4gd2l0aCBuay02QTVVZUl0UHR5ekhjVGV4anZRNl9Jbjg4aTZaQm13WThwUlVHYi1xR1BaIHBsZWFzZQ") with { EntropyFloor = 4.2 },
        CatalogueRule.Of(
            "mixedbread_api_key", "Mixedbread API key", Severity.Critical,
            "https://www.mixedbread.com/docs/quickstart",
            "mxb_<alnum:28-64>",
            "client = Client(\"mxb_" + "ckeZWIJ7iIWbZfKGgubc2ZFeTYXK1yhou\")",
            "id-xmxb_" + "Q1OExmZO7gW0C6ypPj0WSE7zc0FJ1gJe5GWReBFTDkXOXjCNrSetKCfXH6W",
            "mx\u00adb" + "_3SrAIAZATP1O4ZFYIyIPcvXQ3\u00admDywIl3aENCSPc5BEF46FL7Hz\u00adrS9Yk3hZPWG59 works for all of us") with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "pinecone_api_key", "Pinecone API key", Severity.Critical,
            "https://docs.pinecone.io/guides/projects/manage-api-keys",
            "pcsk_<alnum:5-6>_<alnum:63>",
            "key: pcsk_" + "YBWupf_mdOOTahPVF4LvBhnbDBrDBQj1P0peoHO4agbU89vC2C6mHDt42gvVnil7FbJhQQ",
            "PINECONE_API_KEY=pcsk_...",
            "use pc\uff53k_" + "FOYfl_PufCr3xzMOO5rZif8T3\uff23P9MTsg1zeG3i3aN1\uff2fA4pt7mGLkTxblXJwAfDHjElLaD for the staging job"),
        CatalogueRule.Of(
            "pinecone_legacy_api_key", "Pinecone API key without a prefix", Severity.Critical,
            "https://docs.pinecone.io/guides/projects/manage-api-keys",
            "<name:pinecone+api key|key><uuid>",
            "pinecone-key: " + "bbec312e-a3e4-ea22-9df1-a456b4ddfa74",
            "pinecone_revision = \"" + "6fc67fe3-5742-ef3c-9614-7171de62fdcb\"",
            "os.environ[\"PINECONE_API_KEY\"] =3D" + " \"=6416ea724-=64464-09=38f-=\n12b2-6b9b9309a0cb\""),
        CatalogueRule.Of(
            "weaviate_api_key", "Weaviate Cloud API key", Severity.Critical,
            "https://docs.weaviate.io/cloud/manage-clusters/authentication",
            "<name:weaviate|wcd api|wcs api+key><alnum:36-40>",
            "os.environ[\"WEAVIATE_KEY\"] = \"" + "5VWIejZF7z0ZEAXPTboLLYv6QCQcIY38LkZBD\"",
            "weaviate_request_id = \"" + "RUGBT55M33hLmMIsWjQKVJMgOnfA3YFZe4xh7jH\"",
            "V0NEX0FQSV9LRVk9OXZaRnhvV0ZWQWM2TEk0Tmo1SFBCWU5RVHdUbVpFYWJrS292bjRmcQ==") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "qdrant_api_key", "Qdrant Cloud API key", Severity.Critical,
            "https://qdrant.tech/documentation/cloud/authentication/",
            "<name:qdrant+api key|key><base64url:40-70>",
            "QDRANT_KEY=" + "pbn3JOGx_6WT9pVnrYPqMuu3qEYpmSZ_LIKRdYIOHjOhCen",
            "qdrant_checksum = \"" + "ZGjnWPX7cSIZQvj-d-hFL1L-gRi5JWjqyyWEgv00tUAfxSBPXFLmnp3dxfEHixUo5\"",
            "\"qdrantApiKey\": \"" + "S\u200b4FYx\u200b1nMXuzaArmAQHW84upPFdInnDnCcdAO3\u200bSIv\"") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "chroma_api_key", "Chroma Cloud API key", Severity.Critical,
            "https://docs.trychroma.com/cloud/getting-started",
            "ck-<base58:44>",
            "CHROMA_API_KEY=ck-" + "kL5qu8yfLowgG6Q5o288gp24GKjEHnZamtUQMw4nd7Yc",
            "CHROMA_API_KEY=ck-<paste it here>",
            "use c%6" + "B-Cc%66432mWRmkQMLrLTvWbL2JcVZ3ypE51xG8xtro9Muo%42 for the staging job") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "turbopuffer_api_key", "turbopuffer API key", Severity.Critical,
            "https://turbopuffer.com/docs/auth",
            "tpuf_<alnum:32>",
            "\"token\": \"tpuf_" + "oFfQGrgMt809TvWfm0yoZUuItN5SxzCH\",",
            "value tpuf_" + "aUWxpjFygwKQMO6UoeFEwGhYZrUibP0AH end",
            "the key tp\\u0" + "075f_jWaComcKoy\\u005a9j7nsviYH06\\u004apDSM3p63i is shared with the team") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "vectara_api_key", "Vectara query, personal or write key", Severity.Critical,
            "https://docs.vectara.com/docs/console-ui/manage-api-access",
            "<zqt|zut|zwt>_<base64url:32-50>",
            "Authorization: Bearer zqt_" + "9xdIlrx6RTp4EFiEkIL5GhL-FqivFqM9Kz",
            "key = \"ZUT_" + "ugKKBP3SHI-Yc5QUkym8yna9GX29NxzXKtaEI3hw\"",
            "login with &#x7" + "a;ut_w3ttL1UyotxVD21evkPvze2QeggqC&#x4c;6iHLh74fg1d&#x35;7J7C1 please") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "llama_cloud_api_key", "LlamaCloud API key", Severity.Critical,
            "https://developers.llamaindex.ai/python/cloud/general/api_key/",
            "llx-<alnum:48>",
            "client = Client(\"llx-" + "BQSikNExKOw8ctlxGXxOnqRcpGj73VTpikoZeZGfoQ4UlEIX\")",
            "id-xllx-" + "rhA18c1gStfBspYvdxFULvXepKUN2eGNCoWUQjYM6cme0NYa",
            "6c6c782d75666970634d474631456c5a76696b55506c7759746576646437445a695546714836657a6951754d32497a65336a"
                + "507820776f726b7320666f7220616c6c206f66207573"),
        CatalogueRule.Of(
            "unstructured_api_key", "Unstructured API key", Severity.Critical,
            "https://docs.unstructured.io/api-reference/overview",
            "<name:unstructured+api key><alnum:30>",
            "unstructured-api-key: " + "pR7q3F2b9FgP8WkzA9Y5LG2ualylx8",
            "unstructured_request_id = \"" + "5OlCKUetZInV5dYunNDB9qNt2zsSmX\"",
            "os.environ[\"UNSTRUCTURED_API_KEY\"] = \"" + "7PTQp0gv\u0420QfXhrxPL9H0\u04208DEzcNzNp\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "mem0_api_key", "Mem0 API key", Severity.Critical,
            "https://docs.mem0.ai/platform/quickstart",
            "m0-<alnum:40>",
            "--token 'm0-" + "TMWNOulYBrdj05rQ9lLIgz1q9qV6jLdks86soNun'",
            "value m0-" + "Qn5E6R6zwkcQcTC62DJsOSmesO1pQhZ0BjwIhxU9t end",
            "\"m0-\" +" + " \"KMwYDopdfnjAapEDPMdSPZ2jYy2sfwM4SeF4YPr2\"") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "zep_api_key", "Zep API key", Severity.Critical,
            "https://help.getzep.com/quickstart",
            "z_1dWlkIjoi<base64url:30-200>.<base64url:43-100>",
            "curl -H \"X-Api-Key: z_1dWlkIjoi"
                + "cXkZf6GhTXeLruRh_WX99mjjuGo0l_.amfa7uchepa-JEJucJHh2XaJ6JpzqMSzrgHGgqbNoOLE7u9QSoMNbvHuXhk5\" https:/" + "/api.example.com",
            "key = \"Z_1DWLKIJOI" + "FNbUVrQZi11km3Ati5iB6qCdwb-yNW.4Kl2jxCKaGwVGLuMEUyp1SpM3KobrzRgcEnvzbk6ylxWVdCG-_XCZAhn\"",
            "login with z_1dWlkI\\x6"
                + "aoix29KyAfAYIjVHlsuw22_uvOsLlv6kf.6\\x78QeT1uaEsshcGpwEl0CDqLbqtDeF-LAZEkAedu\\x4dbyXuOXn6L8bU91inJ please"),
        CatalogueRule.Of(
            "tavily_api_key", "Tavily API key", Severity.High,
            "https://docs.tavily.com/documentation/api-reference/introduction",
            "tvly-<|dev-|prod-><alnum:32>",
            "our key is tvly-prod-" + "2a1JxyBOs1Bc0a7XZ9hvSt5pQjuzaxjm until Friday",
            "id-xtvly-kRjMB" + "o1pGtS37zYdYQaXLWb8G9DJjLoM",
            "payload=dHZseS1kZXYtS214RlowaU9mUkpMWWNFZXhCQ200enRLclRsYWFRTlEgd29ya3MgZm9yIGFsbCBvZiB1cw") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "exa_api_key", "Exa API key", Severity.High,
            "https://docs.exa.ai/reference/getting-started",
            "<name:exa api key|exa key><uuid>",
            "exa_api_key: " + "facfcbe1-9cc4-eba3-1a29-48f620d9805c",
            "exa_api_key_build = \"" + "30323d8f-a209-e2b3-fc7a-ab0587c4c377\"",
            "const exaKey = '" + "d\u00ad0141c42-69\u00ad0c-fb7d-107b-518b0eb1f61\u00ad6';"),
        CatalogueRule.Of(
            "firecrawl_api_key", "Firecrawl API key", Severity.High,
            "https://docs.firecrawl.dev/introduction",
            "fc-<hex:32>",
            "\"token\": \"fc-" + "44fda0cfe511a17a2adecbe544932473\",",
            "value fc-" + "2e713bcb12685a020ac509af06d637975 end",
            "the key \uff46c-" + "acdba\uff14ca51a0c98e5292\uff12db0c2a05c79 is shared with the team"),
        CatalogueRule.Of(
            "serper_api_key", "Serper API key", Severity.High,
            "https://serper.dev/",
            "<name:serper+api key|key><hex:40>",
            "export SERPER_API_KEY=\"" + "55d1fb4e6348956f5281e4931ef3aa7e53c20a95\"",
            "serper_request_id = \"" + "ffbe15d2548ccd42dcd49a022449270152d0e2c6\"",
            "serper-key: " + "=36127c733cbfb06a6cb62b=\n7=30510155d3aad95d4=35f"),
        CatalogueRule.Of(
            "serpapi_api_key", "SerpApi API key", Severity.High,
            "https://serpapi.com/search-api",
            "<name:serpapi|serp api+key><hex:64>",
            "serp-api-key: " + "84e17aec4242861862cf7466107142e1e9e843d882e374b725727e3b1725a65b",
            "serp_api_checksum = \"" + "0175303b7102ce92fc48b5ecb925b46d110105729734d02c076e3442a25130e1\"",
            "b3MuZW52aXJvblsiU0VSUEFQSV9LRVkiXSA9ICJiZWJhOThiYTRiMTAzOWYzNjFkYzQzMGJmZDcyNDc5YjYwNDg0NTBjMDYyZDAy"
                + "YjIxY2U1Yjc0NWZmNjYyYzVhIg=="),
        CatalogueRule.Of(
            "brave_search_api_key", "Brave Search API key", Severity.High,
            "https://api-dashboard.search.brave.com/app/documentation/web-search/get-started",
            "BSA<base64url:28>",
            "key: BSA" + "Vx6GpApXEmVqo4859mkQ_colTw0K",
            "BRAVE_SEARCH_API_KEY=BSA...",
            "use BSA" + "\u200biZ6RA2nF6xBkyeu\u200bSb57D3i\u200b4JFPEP for the staging job") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "linkup_api_key", "Linkup API key", Severity.High,
            "https://docs.linkup.so/pages/documentation/get-started/quickstart",
            "<name:linkup+api key|key><uuid>",
            "LINKUP_KEY=" + "58287432-9c76-713c-32ac-5aec915c8d37",
            "linkup_etag = \"" + "02538da0-b62f-3006-2d94-28de98a39223\"",
            "\"linkupApiKey\": \"" + "%63%66858b80-b90c-4071-ecd%32-adc492dd0b74\""),
        CatalogueRule.Of(
            "diffbot_token", "Diffbot token", Severity.High,
            "https://docs.diffbot.com/reference/authentication",
            "<name:diffbot+token|key><hex:32>",
            "\"diffbotToken\": \"" + "fdc92c630412aa9d58f2490786e4076e\"",
            "diffbot_build = \"" + "933c7d69b9650d784fae96343a566dbf\"",
            "diffbot_key: " + "\\u0030e1e68e42e22d\\u0032adde2c563f3e0\\u0064ace3"),
        CatalogueRule.Of(
            "scrapingbee_api_key", "ScrapingBee API key", Severity.High,
            "https://www.scrapingbee.com/documentation/",
            "<name:scrapingbee+api key|key><upperalnum:80>",
            "scrapingbee_key: " + "L5W2DRRZODCL24VZ5OEV2TECQ6ZFFPODT3HKR392OI87WSBB1U3OK90EBIFF59L2VI7VNR1A8LE2ZRJ6",
            "scrapingbee_revision = \"" + "N7W2Z040TWKCV883XBRUU94SGTANCVA7JCZ25ECUX7KSO4P0S22VRP4U84FAXMFZ6GGFWEAOIWCFZ8V9\"",
            "const scrapingbeeApiKey = '"
                + "&#x48;OV5XSORZJRZUL5TPZ3TNS&#x45;W2KG0IATCE0F6JM7MI&#x59;5YV3TBCDCT28WTBBWDFKFTLB20YEJZC29ZRCT1';"),
        CatalogueRule.Of(
            "zenrows_api_key", "ZenRows API key", Severity.High,
            "https://docs.zenrows.com/universal-scraper-api/api-reference",
            "<name:zenrows+api key|key><hex:40>",
            "const zenrowsApiKey = '" + "ed3ab1ce2ab598da541a3ded711917b6b82c57b1';",
            "zenrows_request_id = \"" + "786c3432daca43f00d2462540a7b9b1132d47840\"",
            "6578706f7274205a454e524f57535f4b45593d22643932353364623539636235373165363834393436396263626137666435"
                + "6132393533346266376122"),
        CatalogueRule.Of(
            "scraperapi_api_key", "ScraperAPI key", Severity.High,
            "https://docs.scraperapi.com/",
            "<name:scraperapi|scraper api+key><hex:32>",
            "export SCRAPER_API_KEY=\"" + "12bf1f783898397671dff53a465f09c1\"",
            "scraper_api_checksum = \"" + "41b9f7618c4846ff344745d43323120e\"",
            "scraperapi-key: " + "36bd4f3171e09\u0435f9675976\u0441b60bf8d0e"),
        CatalogueRule.Of(
            "scrapegraph_api_key", "ScrapeGraphAI API key", Severity.High,
            "https://docs.scrapegraphai.com/introduction",
            "sgai-<uuid>",
            "Authorization: Bearer sgai-" + "5fc62b56-e957-6a40-f745-376cb8bcab57",
            "key = \"SGAI-" + "dd841a56-864d-0dfb-9f5f-529a94343219\"",
            "\"sgai-\" +" + " \"3b554429-a8de-1a58-c253-758a7e9b19e5\""),
    ];
}
