using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.Secrets.Catalogue;

/// <summary>Embeddings, vector stores and what finds documents for a model.</summary>
internal static class EmbeddingKeys
{
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public static ImmutableArray<DetectionRule> All() =>
    [
        CatalogueRule.Of(
            "voyage_api_key", "Voyage AI API key", Severity.Critical,
            "https://docs.voyageai.com/docs/api-key-and-installation",
            "pa-<base64url:43>",
            "VOYAGE_API_KEY=pa-" + "EBhT8a2mDVoccApCxb99dOkVnNGLFDhxbQfDaLKO_Sr",
            "VOYAGE_API_KEY=pa-your-token-here",
            "use p\u00ada" + "-Fy77B97EXzUdYRTUuCoe9v7a88pi7T19\u00adGqWwN\u00adA3uyPS for the staging job") with { EntropyFloor = 4.2 },
        CatalogueRule.Of(
            "jina_api_key", "Jina AI API key", Severity.Critical,
            "https://jina.ai/embeddings/",
            "jina_<hex:32><base64url:28>",
            "\"token\": \"jina_" + "0d2db75aca3ebe1850f62fda5794d1caNxbrwrm-ZS5rk23v4BjgEgotCceP\",",
            "value jina_" + "c78d6d5e24731f8bb07fde71bc4f128dtwo8xmaeKEm2_HaTyVY-yhAAmRWqt end",
            "the key j\uff49na_" + "ec6a4672af64\uff10e6cf097a7576e358a\uff181LIFQ7voovjwhJLnHViurdfAan8Jm is shared with the team"),
        CatalogueRule.Of(
            "nomic_api_key", "Nomic API key", Severity.Critical,
            "https://docs.nomic.ai/atlas/embeddings-and-retrieval/guides/how-to-generate-text-embeddings",
            "nk-<base64url:43>",
            "Authorization: Bearer nk-" + "d2YCaDDJUeLmYgl36wXM43JIJBwRmt_y0YtTnK2oxC2",
            "key = \"NK-" + "hWUiBHDVw9rcYiUSv6fgYr0CWbEZIw8bak55XCIYrBD\"",
            "login with =6E" + "k-6A5UeItP=74yzHcTexjv=516_=\nIn88i6ZBmwY8pRUGb-qGPZ please") with { EntropyFloor = 4.2 },
        CatalogueRule.Of(
            "mixedbread_api_key", "Mixedbread API key", Severity.Critical,
            "https://www.mixedbread.com/docs/quickstart",
            "mxb_<alnum:28-64>",
            "client = Client(\"mxb_" + "ckeZWIJ7iIWbZfKGgubc2ZFeTYXK1yhou\")",
            "id-xmxb_" + "Q1OExmZO7gW0C6ypPj0WSE7zc0FJ1gJe5GWReBFTDkXOXjCNrSetKCfXH6W",
            "bXhiXzNTckFJQVpBVFAxTzRaRllJeUlQY3ZYUTNtRHl3SWwzYUVOQ1NQYzVCRUY0NkZMN0h6clM5WWszaFpQV0c1OSB3b3JrcyBm" + "b3IgYWxsIG9mIHVz") with
        {
            EntropyFloor = 3.5,
        },
        CatalogueRule.Of(
            "pinecone_api_key", "Pinecone API key", Severity.Critical,
            "https://docs.pinecone.io/guides/projects/manage-api-keys",
            "pcsk_<alnum:5-6>_<alnum:63>",
            "key: pcsk_" + "YBWupf_mdOOTahPVF4LvBhnbDBrDBQj1P0peoHO4agbU89vC2C6mHDt42gvVnil7FbJhQQ",
            "PINECONE_API_KEY=pcsk_...",
            "use pcs\u200bk" + "_FOYfl_PufCr3xzMOO5rZif8T3C\u200bP9MTsg1zeG3i3aN1O\u200bA4pt7mGLkTxblXJwAfDHjElLaD for the staging job"),
        CatalogueRule.Of(
            "pinecone_legacy_api_key", "Pinecone API key without a prefix", Severity.Critical,
            "https://docs.pinecone.io/guides/projects/manage-api-keys",
            "<name:pinecone+api key|key><uuid>",
            "pinecone-key: " + "bbec312e-a3e4-ea22-9df1-a456b4ddfa74",
            "pinecone_revision = \"" + "6fc67fe3-5742-ef3c-9614-7171de62fdcb\"",
            "os.environ[\"PINECONE_API_KEY\"] = \"" + "%6416ea724-%64464-09%38f-12b2-6b9b9309a0cb\""),
        CatalogueRule.Of(
            "weaviate_api_key", "Weaviate Cloud API key", Severity.Critical,
            "https://docs.weaviate.io/cloud/manage-clusters/authentication",
            "<name:weaviate|wcd api|wcs api+key><alnum:36-40>",
            "os.environ[\"WEAVIATE_KEY\"] = \"" + "5VWIejZF7z0ZEAXPTboLLYv6QCQcIY38LkZBD\"",
            "weaviate_request_id = \"" + "RUGBT55M33hLmMIsWjQKVJMgOnfA3YFZe4xh7jH\"",
            "WCD_API_KEY=" + "\\u0039vZFxoWFVAc6\\u004cI4N\\u006a5HPBYNQTwTmZEabkKovn4fq") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "qdrant_api_key", "Qdrant Cloud API key", Severity.Critical,
            "https://qdrant.tech/documentation/cloud/authentication/",
            "<name:qdrant+api key|key><base64url:40-70>",
            "QDRANT_KEY=" + "pbn3JOGx_6WT9pVnrYPqMuu3qEYpmSZ_LIKRdYIOHjOhCen",
            "qdrant_checksum = \"" + "ZGjnWPX7cSIZQvj-d-hFL1L-gRi5JWjqyyWEgv00tUAfxSBPXFLmnp3dxfEHixUo5\"",
            "\"qdrantApiKey\": \"" + "&#x53;4FY&#x78;1nMXuzaArmAQHW84upPFdInnDnCcdAO&#x33;SIv\"") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "chroma_api_key", "Chroma Cloud API key", Severity.Critical,
            "https://docs.trychroma.com/cloud/getting-started",
            "ck-<base58:44>",
            "CHROMA_API_KEY=ck-" + "kL5qu8yfLowgG6Q5o288gp24GKjEHnZamtUQMw4nd7Yc",
            "CHROMA_API_KEY=ck-<paste it here>",
            "75736520636b2d4363663433326d57526d6b514d4c724c547657624c324a63565a3379704535317847387874726f394d756f"
                + "4220666f72207468652073746167696e67206a6f62") with
        {
            EntropyFloor = 4,
        },
        CatalogueRule.Of(
            "turbopuffer_api_key", "turbopuffer API key", Severity.Critical,
            "https://turbopuffer.com/docs/auth",
            "tpuf_<alnum:32>",
            "\"token\": \"tpuf_" + "oFfQGrgMt809TvWfm0yoZUuItN5SxzCH\",",
            "value tpuf_" + "aUWxpjFygwKQMO6UoeFEwGhYZrUibP0AH end",
            "the key tpuf_" + "jWaComc\u041aoyZ9j7nsviYH06J\u0440DSM3p63i is shared with the team") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "vectara_api_key", "Vectara query, personal or write key", Severity.Critical,
            "https://docs.vectara.com/docs/console-ui/manage-api-access",
            "<zqt|zut|zwt>_<base64url:32-50>",
            "Authorization: Bearer zqt_" + "9xdIlrx6RTp4EFiEkIL5GhL-FqivFqM9Kz",
            "key = \"ZUT_" + "ugKKBP3SHI-Yc5QUkym8yna9GX29NxzXKtaEI3hw\"",
            "\"zut_\" + \"" + "w3ttL1UyotxVD21evkPvze2QeggqCL6iHLh74fg1d57J7C1\"") with { EntropyFloor = 4 },
        CatalogueRule.Of(
            "llama_cloud_api_key", "LlamaCloud API key", Severity.Critical,
            "https://developers.llamaindex.ai/python/cloud/general/api_key/",
            "llx-<alnum:48>",
            "client = Client(\"llx-" + "BQSikNExKOw8ctlxGXxOnqRcpGj73VTpikoZeZGfoQ4UlEIX\")",
            "id-xllx-" + "rhA18c1gStfBspYvdxFULvXepKUN2eGNCoWUQjYM6cme0NYa",
            "\\x6c" + "lx-ufi\\x70cMGF1ElZvikUPlwYtevdd7DZi\\x55FqH6eziQuM2Ize3jPx works for all of us"),
        CatalogueRule.Of(
            "unstructured_api_key", "Unstructured API key", Severity.Critical,
            "https://docs.unstructured.io/api-reference/overview",
            "<name:unstructured+api key><alnum:30>",
            "unstructured-api-key: " + "pR7q3F2b9FgP8WkzA9Y5LG2ualylx8",
            "unstructured_request_id = \"" + "5OlCKUetZInV5dYunNDB9qNt2zsSmX\"",
            "payload=b3MuZW52aXJvblsiVU5TVFJVQ1RVUkVEX0FQSV9LRVkiXSA9ICI3UFRRcDBndlBRZlhocnhQTDlIMFA4REV6Y056TnAi") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "mem0_api_key", "Mem0 API key", Severity.Critical,
            "https://docs.mem0.ai/platform/quickstart",
            "m0-<alnum:40>",
            "--token 'm0-" + "TMWNOulYBrdj05rQ9lLIgz1q9qV6jLdks86soNun'",
            "value m0-" + "Qn5E6R6zwkcQcTC62DJsOSmesO1pQhZ0BjwIhxU9t end",
            "the key m0\u00ad" + "-KMwYDopdfnjAapEDPMdSPZ2jYy\u00ad2sfwM4\u00adSeF4YPr2 is shared with the team") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "zep_api_key", "Zep API key", Severity.Critical,
            "https://help.getzep.com/quickstart",
            "z_1dWlkIjoi<base64url:30-200>.<base64url:43-100>",
            "curl -H \"X-Api-Key: z_1dWlkIjoi"
                + "cXkZf6GhTXeLruRh_WX99mjjuGo0l_.amfa7uchepa-JEJucJHh2XaJ6JpzqMSzrgHGgqbNoOLE7u9QSoMNbvHuXhk5\" https:/" + "/api.example.com",
            "key = \"Z_1DWLKIJOI" + "FNbUVrQZi11km3Ati5iB6qCdwb-yNW.4Kl2jxCKaGwVGLuMEUyp1SpM3KobrzRgcEnvzbk6ylxWVdCG-_XCZAhn\"",
            "login with z_1dWlkI\uff4aoi"
                + "x29KyAfAYIjVHlsuw22_uvOsLlv6kf.6\uff58QeT1uaEsshcGpwEl0CDqLbqtDeF-LAZEkAedu\uff2dbyXuOXn6L8bU91inJ please"),
        CatalogueRule.Of(
            "tavily_api_key", "Tavily API key", Severity.High,
            "https://docs.tavily.com/documentation/api-reference/introduction",
            "tvly-<|dev-|prod-><alnum:32>",
            "our key is tvly-prod-" + "2a1JxyBOs1Bc0a7XZ9hvSt5pQjuzaxjm until Friday",
            "id-xtvly-kRjMB" + "o1pGtS37zYdYQaXLWb8G9DJjLoM",
            "tv=6Cy-dev" + "-KmxFZ0iOfR=4AL=\nYcEexBCm4ztKr=54laaQNQ works for all of us") with { EntropyFloor = 3.5 },
        CatalogueRule.Of(
            "exa_api_key", "Exa API key", Severity.High,
            "https://docs.exa.ai/reference/getting-started",
            "<name:exa api key|exa key><uuid>",
            "exa_api_key: " + "facfcbe1-9cc4-eba3-1a29-48f620d9805c",
            "exa_api_key_build = \"" + "30323d8f-a209-e2b3-fc7a-ab0587c4c377\"",
            "Y29uc3QgZXhhS2V5ID0gJ2QwMTQxYzQyLTY5MGMtZmI3ZC0xMDdiLTUxOGIwZWIxZjYxNic7"),
        CatalogueRule.Of(
            "firecrawl_api_key", "Firecrawl API key", Severity.High,
            "https://docs.firecrawl.dev/introduction",
            "fc-<hex:32>",
            "\"token\": \"fc-" + "44fda0cfe511a17a2adecbe544932473\",",
            "value fc-" + "2e713bcb12685a020ac509af06d637975 end",
            "the key f\u200bc" + "-acdba4\u200bca51a0c98e52922\u200bdb0c2a05c79 is shared with the team"),
        CatalogueRule.Of(
            "serper_api_key", "Serper API key", Severity.High,
            "https://serper.dev/",
            "<name:serper+api key|key><hex:40>",
            "export SERPER_API_KEY=\"" + "55d1fb4e6348956f5281e4931ef3aa7e53c20a95\"",
            "serper_request_id = \"" + "ffbe15d2548ccd42dcd49a022449270152d0e2c6\"",
            "serper-key: " + "%36127c733cbfb06a6cb62b7%30510155d3aad95d4%35f"),
        CatalogueRule.Of(
            "serpapi_api_key", "SerpApi API key", Severity.High,
            "https://serpapi.com/search-api",
            "<name:serpapi|serp api+key><hex:64>",
            "serp-api-key: " + "84e17aec4242861862cf7466107142e1e9e843d882e374b725727e3b1725a65b",
            "serp_api_checksum = \"" + "0175303b7102ce92fc48b5ecb925b46d110105729734d02c076e3442a25130e1\"",
            "os.environ[\"SERPAPI_KEY\"] = \"" + "\\u0062eba98ba4b1039f361dc430bfd72479b6048450c062d02b2\\u0031c\\u00655b745ff662c5a\""),
        CatalogueRule.Of(
            "brave_search_api_key", "Brave Search API key", Severity.High,
            "https://api-dashboard.search.brave.com/app/documentation/web-search/get-started",
            "BSA<base64url:28>",
            "key: BSA" + "Vx6GpApXEmVqo4859mkQ_colTw0K",
            "BRAVE_SEARCH_API_KEY=BSA...",
            "use BS&" + "#x41;iZ6RA2nF6xBkye&#x75;Sb57D3&#x69;4JFPEP for the staging job") with { EntropyFloor = 3.8 },
        CatalogueRule.Of(
            "linkup_api_key", "Linkup API key", Severity.High,
            "https://docs.linkup.so/pages/documentation/get-started/quickstart",
            "<name:linkup+api key|key><uuid>",
            "LINKUP_KEY=" + "58287432-9c76-713c-32ac-5aec915c8d37",
            "linkup_etag = \"" + "02538da0-b62f-3006-2d94-28de98a39223\"",
            "226c696e6b75704170694b6579223a202263663835386238302d623930632d343037312d656364322d61646334393264643062373422"),
        CatalogueRule.Of(
            "diffbot_token", "Diffbot token", Severity.High,
            "https://docs.diffbot.com/reference/authentication",
            "<name:diffbot+token|key><hex:32>",
            "\"diffbotToken\": \"" + "fdc92c630412aa9d58f2490786e4076e\"",
            "diffbot_build = \"" + "933c7d69b9650d784fae96343a566dbf\"",
            "diffbot_key: " + "0e1e68e42\u043522d2adde2c563f3e0d\u0430ce3"),
        CatalogueRule.Of(
            "scrapingbee_api_key", "ScrapingBee API key", Severity.High,
            "https://www.scrapingbee.com/documentation/",
            "<name:scrapingbee+api key|key><upperalnum:80>",
            "scrapingbee_key: " + "L5W2DRRZODCL24VZ5OEV2TECQ6ZFFPODT3HKR392OI87WSBB1U3OK90EBIFF59L2VI7VNR1A8LE2ZRJ6",
            "scrapingbee_revision = \"" + "N7W2Z040TWKCV883XBRUU94SGTANCVA7JCZ25ECUX7KSO4P0S22VRP4U84FAXMFZ6GGFWEAOIWCFZ8V9\"",
            "\"SCRAPINGBEE_API_KEY=HOV5XSORZJRZUL5TPZ3TNSEW2KG0IATCE0F6JM7M\" + \"" + "IY5YV3TBCDCT28WTBBWDFKFTLB20YEJZC29ZRCT1\""),
        CatalogueRule.Of(
            "zenrows_api_key", "ZenRows API key", Severity.High,
            "https://docs.zenrows.com/universal-scraper-api/api-reference",
            "<name:zenrows+api key|key><hex:40>",
            "const zenrowsApiKey = '" + "ed3ab1ce2ab598da541a3ded711917b6b82c57b1';",
            "zenrows_request_id = \"" + "786c3432daca43f00d2462540a7b9b1132d47840\"",
            "export ZENROWS_KEY=\"" + "\\x649253db59\\x63b571e6849469bcb\\x617fd5a29534bf7a\""),
        CatalogueRule.Of(
            "scraperapi_api_key", "ScraperAPI key", Severity.High,
            "https://docs.scraperapi.com/",
            "<name:scraperapi|scraper api+key><hex:32>",
            "export SCRAPER_API_KEY=\"" + "12bf1f783898397671dff53a465f09c1\"",
            "scraper_api_checksum = \"" + "41b9f7618c4846ff344745d43323120e\"",
            "payload=c2NyYXBlcmFwaS1rZXk6IDM2YmQ0ZjMxNzFlMDllZjk2NzU5NzZjYjYwYmY4ZDBl"),
        CatalogueRule.Of(
            "scrapegraph_api_key", "ScrapeGraphAI API key", Severity.High,
            "https://docs.scrapegraphai.com/introduction",
            "sgai-<uuid>",
            "Authorization: Bearer sgai-" + "5fc62b56-e957-6a40-f745-376cb8bcab57",
            "key = \"SGAI-" + "dd841a56-864d-0dfb-9f5f-529a94343219\"",
            "login with sg\u00adai" + "-3b55442\u00ad9-a8de-1a58-c253\u00ad-758a7e9b19e5 please"),
    ];
}
